"""Whom a phrase with a noun means: a name, somebody named beside it, a description, or somebody unnamed."""

from collections.abc import Mapping, Sequence

from ..blocks import Block
from ..lexicon import VERB_TAGS
from ..mentions import Mention, MentionKind
from ..reading import Reading
from ..tokens import Token
from . import heads, organisations, phrases
from .antecedents import Trail
from .cast import Cast
from .descriptions import ANYBODY, DEFINITE, NEWCOMERS, Descriptions
from .documents import ACCOUNTS, CARRIERS, Documents
from .entity import Entity
from .folding import fold, word_set
from .introductions import LEADING, ONE, Introductions
from .neighbours import Neighbours
from .places import COMPATRIOTS, PARTISANS, PEOPLES, is_people
from .runs import Named, Run
from .things import GOVERNING, SPOKESPEOPLE, Things
from .titles import KIN, is_human_noun, is_title, noun_gender

GENDER = {"he": "m", "she": "f", "his": "m", "her": "f", "him": "m"}
AGENTS = ("er", "ist", "ian", "man", "woman")
"""Endings of nouns for people of a trade or a place."""


LEDE = 1
"""The last paragraph that may tell of somebody who is named at the beginning of the next."""
COMMON = word_set(
    "man woman person nurse driver resident student worker victim defendant passenger clerk officer doctor"
)
"""Words for somebody whom a lede may tell of; the others are bystanders as a rule."""
LINKS = 4
PHRASE = 9
"""Tokens in which somebody's relative may be named: "the widow of the murdered soldier Ian Bell"."""
OF_PAPERS = frozenset(("reported", "reports", "understands", "revealed"))
"""What papers do."""
TRANSCRIPTS = frozenset(("transcript", "partial", "full", "the", "a"))
"""How a phrase begins that means the transcript of what somebody has just said."""
PAIR = frozenset(("two", "pair", "duo", "couple", "both"))


def _is_somebody_else(following: Sequence[Token]) -> bool:
    """ "the scientist | who", "The surgeon, | a man who", "The surgeon | told him": nobody named before without that trade."""
    lower = [token.lower for token in following]
    told = len(lower) > 1 and lower[0] in ("told", "asked", "warned", "advised") and lower[1] in ("him", "her")
    return lower[:1] in (["who"], ["whose"]) or lower in ([",", "a", "man"], [",", "a", "woman"]) or told


class Nominals:
    """Resolves noun phrases; pronouns are another's business."""

    def __init__(
        self, reading: Reading, cast: Cast, trail: Trail, run_at: Mapping[int, Run], cues: Mapping[int, Token]
    ) -> None:
        self.reading = reading
        self.cast = cast
        self.trail = trail
        self.run_at = run_at
        self.cues = cues
        """The cue of each source mention, by the mention's identity."""
        self.stops: dict[int, int] = {}
        """Positions of the "who" that carries on a mention."""
        self._links = 0
        self.neighbours = Neighbours(reading, cast, run_at)
        self.named = self.neighbours.named
        self.descriptions = Descriptions(reading, cast, trail)
        self.introductions = Introductions(reading, cast, run_at)
        self.things = Things(reading, cast, trail, run_at)
        self.documents = Documents(reading, cast, trail, run_at, self.things)

    def resolve(self, mention: Mention, words: Sequence[Token]) -> Entity | None:
        """A phrase with a noun: a name, an apposition to one, a description, or somebody unnamed."""
        if words[-1].lower == "transcript" and words[0].lower in TRANSCRIPTS and self.trail.speaker is not None:
            return self.trail.speaker
        named = self.named(words)
        tokens = self.reading.sentences[mention.sentence].tokens
        if words[0].lower == "whose" and fold(words[-1].text) in ACCOUNTS | CARRIERS | organisations.DOCUMENTS:
            return self.neighbours.before_whose(tokens, mention)
        if heads.is_relative_of(tokens, mention):
            return self._relative_of(tokens, mention, words)
        compatriot = self._compatriot(words) if words[0].lower == "the" else None
        if compatriot is not None:
            return compatriot
        if named is None or named.kind is not Named.PERSON:
            led = self.neighbours.lettered(tokens, mention) or self.neighbours.led_on(tokens, mention)
            if led is not None:
                return led
        governing = heads.governing(self.reading.sentences[mention.sentence], mention)
        if governing is not None:
            self.stops[id(governing)] = mention.after
            return self.resolve(governing, self._tokens(governing))
        called = self.neighbours.called(tokens, mention) or self.introductions.called(tokens, mention)
        if called is not None:
            return called
        if named is not None and not is_people(words[-1].text):
            return (
                self.neighbours.outlet_list(tokens, mention, named)
                or self.neighbours.resident(tokens, mention, named)
                or named
            )
        beside = (
            self._reopening(tokens, mention)
            or self.neighbours.one_of_them(tokens, mention)
            or self.neighbours.beside(tokens, mention)
            or self.neighbours.body_beside(tokens, mention)
            or self.things.apposed(tokens, mention)
        )
        if beside is not None:
            return beside
        head = fold(heads.noun(words).text)
        if head in SPOKESPEOPLE:
            represented = self.things.represented(tokens, mention, words) or self._silent_body(tokens, mention, words)
            if represented is not None:
                spokesman = self._unnamed(mention, words, head)
                spokesman.speaks_for = represented
                return spokesman
        entity = self._one_person(mention, words, head)
        if entity is None and len(words) == 1 and head == "counsel":
            entity = self.descriptions.counsel()
        if entity is not None:
            return entity
        if words[0].lower in ("the", "both") and PAIR & {token.lower for token in words}:
            pair = self.pair(words[0])
            if pair is not None:
                return pair
        if head in CARRIERS and (owner := self._owner(words)) is not None:
            return owner
        if head in organisations.DOCUMENTS and not is_human_noun(head):
            entity = self._owner(words) or self.documents.author(tokens, mention, words)
            if entity is not None:
                return entity
        elif head in organisations.NOUNS or mention.kind is MentionKind.ORGANISATION:
            return self._organisation(mention, words, head)
        return self._unnamed(mention, words, head)

    def _is_paper(self, words: Sequence[Token]) -> bool:
        """ "The Australian reported"."""
        after = self.reading.tokens[words[-1].index + 1 : words[-1].index + 2]
        return words[0].text == "The" and (words[0].position > 0 or (bool(after) and after[0].lower in OF_PAPERS))

    def _compatriot(self, words: Sequence[Token]) -> Entity | None:
        """ "the Swede", "the South Korean": the person last put forward, if nobody of that name is."""
        head = fold(words[-1].text)
        plain = all(token.text[0].isupper() for token in words[1:]) and len(words) <= 4
        if (
            head not in COMPATRIOTS | PARTISANS
            or not plain
            or self._is_paper(words)
            or (self.named(words) is not None and self.named(words).is_person)
        ):
            return None
        return self.descriptions.person(words) or self.trail.antecedent(words[0], noun_gender(head), named=True)

    def _relative_of(self, tokens: Sequence[Token], mention: Mention, words: Sequence[Token]) -> Entity:
        """ "The widow of Ian Bell": not he, but she, who may be named before or in the next paragraph."""
        runs = (self.run_at.get(token.index) for token in tokens[mention.after + 1 : mention.after + PHRASE])
        run = next((run for run in runs if run is not None), None)
        owner = self.cast.of.get(run.first) if run is not None else None
        head = fold(words[-1].text)
        if owner is not None and head in owner.relatives:
            return owner.relatives[head]
        beside = self.neighbours.after_apposition(tokens, run) if run is not None else None
        return beside or self.descriptions.kin(words, owner) or self._unnamed(mention, words, head)

    def _reopening(self, tokens: Sequence[Token], mention: Mention) -> Entity | None:
        """ "Read by his niece, Ann Bell, | the sergeant said": the sergeant, for the comma closes what stands before."""
        if mention.first < 2 or mention.after >= len(tokens) or tokens[mention.first - 1].text != ",":
            return None
        if tokens[mention.first].lower != "the" or tokens[mention.after].tag not in ("VBD", "VBZ"):
            return None
        words = tokens[mention.first : mention.after]
        found = self.descriptions.person(words)
        return found or (self.descriptions.taken_up(words) if is_human_noun(fold(words[-1].text)) else None)

    def it(self, token: Token) -> Entity | None:
        """The organisation, or the author of the document, that "it" or "its" takes up."""
        mention = self.things.taken_up(token)
        entity = self._earlier(mention) if mention is not None else None
        return entity if entity is None or mention.kind is MentionKind.DOCUMENT or not entity.is_person else None

    def read_out(self, token: Token) -> Entity | None:
        """The document, or its author, that "it" in "it reads" means, though quotations may lie between."""
        mention = self.things.taken_up(token, documents=True)
        return self._earlier(mention) if mention is not None else None

    def _earlier(self, mention: Mention) -> Entity | None:
        """What an earlier phrase meant; a chain of "its … its …" is followed a few links back only."""
        if self._links >= LINKS:
            return None
        self._links += 1
        try:
            return self.resolve(mention, self._tokens(mention))
        finally:
            self._links -= 1

    def introduce(self, mention: Mention) -> Entity | None:
        """Whoever "a boy of nine" brings in, None where it brings in nobody."""
        tokens = self.reading.sentences[mention.sentence].tokens
        words = tokens[mention.first : mention.after]
        office = self.introductions.office(words)
        if (
            not (office or self.introductions.brings_in(tokens, mention))
            or self.neighbours.beside(tokens, mention) is not None
        ):
            return None
        if office:
            return self._office_holder(mention, words, office)
        alias = self.introductions.called(tokens, mention)
        if alias is not None:
            return alias
        head = fold(words[-1].text)
        object_ = mention.first and tokens[mention.first - 1].tag in VERB_TAGS  # "sentenced a man | to a year"
        stop = mention.after if object_ else self._stop(mention)
        span = phrases.extended(self.reading, tokens, mention.first, mention.after, stop)
        entity = self._phrase(" ".join(span.of(self.reading.text).split()), mention, thing=False)
        self.introductions.remember(head, entity, words[0].paragraph)
        return entity

    def _office_holder(self, mention: Mention, words: Sequence[Token], office: Run) -> Entity | None:
        """Whoever "the Bishop of Dunmere" brings in: somebody known by that office, else a newcomer."""
        head = next((word for word in office.folded if is_title(word)), office.folded[-1])
        title = next((k for k, token in enumerate(words) if fold(token.text) == head), 1)
        if self.descriptions.person(words[: title + 1]) is not None:
            return None
        last = self.reading.tokens[office.end - 1]
        text = " ".join(self.reading.text[words[0].start : last.end].split())
        entity = self._phrase(text, mention, thing=False)
        entity.kind, entity.many = Named.PERSON, False
        self.introductions.remember(head, entity, words[0].paragraph)
        return entity

    def pair(self, token: Token) -> Entity | None:
        """The first of the two people last named together before a token."""
        places = [place for place in self.trail.places[-20:] if place.index < token.index]
        for place in reversed(places):
            after = place.index + len(place.entity.words)
            near = self.reading.tokens[place.index + 1 : after + 2]
            joint = next((other.index for other in near if other.lower == "and"), None)
            if joint is None or not place.entity.is_person or place.entity.phrase:
                continue
            other = self.named(self.reading.tokens[joint + 1 : joint + 3])
            if other is not None and other is not place.entity and other.is_person:
                return place.entity
        return None

    def _one_person(self, mention: Mention, words: Sequence[Token], head: str) -> Entity | None:
        """The person of a definite description, "the …", "his …", "the … and …", or of an office alone."""
        tokens = self.reading.sentences[mention.sentence].tokens
        first, last = words[0], words[-1]
        if is_people(words[-1].text) or (last.tag not in ("NN", "NNP") and "-year-old" not in head):
            return None
        office = is_title(last.text) and last.text[0].isupper() and last.index in self.run_at
        agent = first.lower == "the" and mention.kind is MentionKind.NOUN and head.endswith(AGENTS)
        aged = any("-year-old" in token.lower for token in words)
        people = head in PEOPLES and not self._is_paper(words)
        if not (is_human_noun(head) or people or office or agent or aged):
            return None
        owned = first.tag in ("PRP$", "NNP") or any(token.tag == "POS" for token in words)
        joined = mention.first > 0 and tokens[mention.first - 1].lower == "and" and first.tag != "DT"
        definite = first.lower in DEFINITE or owned or joined
        if not (definite or office and first.lower not in ONE):
            return None
        restricted = _is_somebody_else(tokens[mention.after : mention.after + 3])
        return self._described(words, head, restricted=restricted)

    def _silent_body(self, tokens: Sequence[Token], mention: Mention, words: Sequence[Token]) -> Entity | None:
        """Whom "a spokesperson" speaks for when the organisation was the subject just before."""
        alone = len(words) == 2 and (mention.after >= len(tokens) or tokens[mention.after].tag != "IN")
        known = words[0].lower in DEFINITE and self.descriptions.unnamed.get(fold(words[-1].text))
        if not alone or known:
            return None
        return self.it(words[0])

    def _described(self, words: Sequence[Token], head: str, *, restricted: bool) -> Entity | None:
        """A definite description of one person."""
        owner = self._owner(words)
        if head in KIN and (owner is not None or words[0].tag == "PRP$"):
            return self.descriptions.kin(words, owner)
        known = self.introductions.taken_up(head, words[0].paragraph) or self.descriptions.unnamed.get(head)
        found = self.descriptions.person(words)
        found = (self.descriptions.nearer(words, found) or found) if found is not None else None
        definite = known is not None and words[0].lower in DEFINITE
        if definite and (found is None or self.descriptions.is_newer(known, found)):
            return known
        if found is not None or restricted:  # "the scientist who …" is nobody named before
            return found
        return self.descriptions.taken_up(words)

    def _owner(self, words: Sequence[Token]) -> Entity | None:
        """Whose: "Trump's campaign", "her campaign", "its report"."""
        if words[0].lower == "its":
            return self.it(words[0])
        if words[0].lower in GENDER:
            return self.trail.antecedent(words[0], GENDER[words[0].lower])
        at = next((k for k, token in enumerate(words) if token.tag == "POS"), None)
        return self.named(words[:at]) if at else None

    def _organisation(self, mention: Mention, words: Sequence[Token], head: str) -> Entity | None:
        owner = self._owner(words)
        tokens = self.reading.sentences[mention.sentence].tokens
        governed = self.things.governed(tokens, mention.after) if head in GOVERNING else None
        if governed is not None:
            return governed
        owned = any(token.tag == "POS" for token in words)
        if words[0].lower in DEFINITE and not owned and self.things.only_placed(words):
            named = self.things.organisation(words)
            introduced = self.things.introduced(words) if len(words) == 2 else None
            if introduced is not None and introduced.first != mention.first:
                phrase = self._tokens(introduced)
                if named is None or not self.things.named_since(named, phrase[-1].index):
                    return self.resolve(introduced, phrase)
            known = named or self.descriptions.unnamed.get(head)
            if known is not None:
                return known
        if owner is not None and head == "office" and owner.is_person and not owner.phrase:
            return self._phrase(f"{' '.join(owner.longest)}’s {words[-1].text}", mention, thing=True)
        if owner is not None and not owner.phrase and words[0].tag == "PRP$":
            name = owner.longest[-1] if owner.is_person else " ".join(owner.longest)
            return self._phrase(f"{name} {words[-1].text}", mention, thing=True)
        if any(token.index in self.run_at for token in words):
            self.descriptions.unnamed[head] = phrase = self._phrase(self.things.of_somebody(words), mention, thing=True)
            return phrase
        return self._unnamed(mention, words, head)

    def _unnamed(self, mention: Mention, words: Sequence[Token], head: str) -> Entity:
        """Somebody without a name: the whole phrase; "the official" takes up the official before."""
        known = self.descriptions.unnamed.get(head)
        if known is not None and words[0].lower in DEFINITE and len(words) <= 3:
            if known.phrase.lower().startswith("its "):
                known.phrase = " ".join(token.text for token in words)
            return known
        later = self._named_afterwards(mention, words, head)
        if later is not None:
            return later
        tokens = self.reading.sentences[mention.sentence].tokens
        span = phrases.extended(self.reading, tokens, mention.first, mention.after, self._stop(mention))
        entity = self._phrase(" ".join(span.of(self.reading.text).split()), mention, thing=False)
        entity.note = entity.note or phrases.anonymity(self.reading, mention.sentence, span.end)
        if self.reading.block(words[0]) is not Block.HEADLINE:
            self.descriptions.unnamed[head] = entity
        return entity

    def _named_afterwards(self, mention: Mention, words: Sequence[Token], head: str) -> Entity | None:
        """Somebody spoken of by trade before being named."""
        if words[-1].tag not in ("NN", "NNP") or not is_human_noun(head):
            return None
        later = self.introductions.named_later(mention, words, head)
        following = self.reading.tokens[words[-1].index + 1 : words[-1].index + 2]
        leads = head in LEADING and words[0].paragraph <= LEDE + 1 and [token.lower for token in following] == ["of"]
        if later is None and words[0].lower not in ("a", "an", "one", "another") and (leads or head not in ANYBODY):
            later = self.introductions.named_next(mention, words, head)
        if later is None and words[0].paragraph <= LEDE and head not in NEWCOMERS - COMMON:
            later = self.introductions.named_next(mention, words, head, aged=True)
        return later

    def _stop(self, mention: Mention) -> int:
        """The position of the verb whose subject the mention is: the phrase ends before it."""
        tokens = self.reading.sentences[mention.sentence].tokens
        stop = next(
            (k for k in range(mention.after, len(tokens)) if tokens[k].tag == "Q" or tokens[k].quoted), len(tokens)
        )
        stop = min(stop, self.stops.get(id(mention), stop))
        cue = self.cues.get(id(mention))
        if cue is not None and cue.sentence == mention.sentence and cue.position >= mention.after:
            stop = min(stop, cue.position)
        return stop

    def _phrase(self, text: str, mention: Mention, *, thing: bool) -> Entity:
        """The entity of a phrase that names nobody."""
        key = text.casefold()
        for entity in self.cast.entities[-50:]:
            if entity.phrase and entity.phrase.casefold() == key:
                return entity
        words = self._tokens(mention)
        head = fold(words[-1].text)
        single = is_human_noun(head) or self._is_somebody(words)
        entity = Entity(
            (fold(text),), kind=Named.ORGANISATION if thing else Named.PERSON if single else Named.UNSURE, phrase=text
        )
        entity.many = not single
        entity.hints[noun_gender(head)] += 3
        self.cast.entities.append(entity)
        return entity

    def _is_somebody(self, words: Sequence[Token]) -> bool:
        """ "a wild-food forager who", "an oysterman": one person, though the noun is not known."""
        after = words[-1].index + 1
        if len(words) == 1 and words[0].lower in ("one", "another"):
            return self.reading.tokens[after : after + 1] and self.reading.tokens[after].lower == "of"
        if words[-1].tag != "NN" or words[0].lower not in ONE or fold(words[-1].text) in organisations.NOUNS:
            return False
        following = [token.lower for token in self.reading.tokens[after : after + 2]]
        return following[:1] == ["who"] or following in ([",", "who"], [",", "whose"])

    def _tokens(self, mention: Mention) -> Sequence[Token]:
        return self.reading.sentences[mention.sentence].tokens[mention.first : mention.after]
