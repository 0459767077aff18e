"""Whom a phrase with a noun means: a name, somebody named beside it, a description, or somebody unnamed."""

from collections.abc import Mapping, Sequence

from ..mentions import Mention, MentionKind
from ..reading import Reading
from ..tokens import Token
from . import organisations, phrases
from .antecedents import Trail
from .cast import Cast
from .descriptions import DEFINITE, Descriptions
from .documents import Documents
from .entity import Entity
from .extents import PARTICLES
from .folding import fold, word_set
from .places import PEOPLES
from .runs import Named, Run
from .things import SPOKESPEOPLE, Things
from .titles import KIN, is_human_noun, is_title, noun_gender

GENDER = {"he": "m", "she": "f", "his": "m", "her": "f", "him": "m"}
PARTIES = word_set("republicans democrats conservatives liberals tories greens labour socialists nationalists")


AGENTS = ("er", "ist", "ian", "man", "woman")
"""Endings of nouns for people of a trade or a place."""


FURTHER_WORDS = 6
"""Words of a trade that may stand between the end of a mention and the name it leads on to."""
PAIR = frozenset(("two", "pair", "duo", "couple", "both"))


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
        self.descriptions = Descriptions(reading, cast, trail)
        self.things = Things(reading, cast, trail, run_at)
        self.documents = Documents(reading, cast, trail, run_at, self.things)

    def named(self, words: Sequence[Token]) -> Entity | None:
        """The entity named by the last words of a phrase."""
        run = self.run_at.get(words[-1].index) if words else None
        if run is None and words and words[-1].lower in PARTICLES:  # "van | 't Hoff"
            run = self.run_at.get(words[-1].index + 1) or self.run_at.get(words[-1].index + 2)
        if run is None or run.kind is Named.OFFICE:
            return None
        return self.cast.of.get(run.first)

    def resolve(self, mention: Mention, words: Sequence[Token]) -> Entity | None:
        """A phrase with a noun: a name, an apposition to one, a description, or somebody unnamed."""
        named = self.named(words)
        tokens = self.reading.sentences[mention.sentence].tokens
        if named is None or named.kind is not Named.PERSON:
            led = self._led_on(tokens, mention)
            if led is not None:
                return led
        governing = self._governing(tokens, mention)
        if governing is not None:
            self.stops[id(governing)] = mention.after
            return self.resolve(governing, self._tokens(governing))
        called = self._called(tokens, mention)
        if called is not None:
            return called
        if named is not None and not _is_people(words):
            return self._outlet_list(tokens, mention, named) or self._resident(tokens, mention, named) or named
        beside = self._beside(tokens, mention)
        if beside is not None:
            return beside
        head = fold(words[-1].text)
        if head in SPOKESPEOPLE:
            represented = self.things.represented(tokens, mention, words) or self._silent_body(tokens, mention, words)
            if represented is not None:
                spokesman = self._unnamed(mention, words, head)
                spokesman.speaks_for = represented
                return spokesman
        entity = self._one_person(mention, words, head)
        if entity is not None:
            return entity
        if words[0].lower in ("the", "both") and PAIR & {token.lower for token in words}:
            pair = self.pair(words[0])
            if pair is not None:
                return pair
        if head in organisations.DOCUMENTS and not is_human_noun(head):
            entity = self._owner(words) or self.documents.author(tokens, mention, words)
            if entity is not None:
                return entity
        elif head in organisations.NOUNS or mention.kind is MentionKind.ORGANISATION:
            return self._organisation(mention, words, head)
        return self._unnamed(mention, words, head)

    def it(self, token: Token) -> Entity | None:
        """The organisation, or the author of the document, that "it" or "its" takes up."""
        mention = self.things.taken_up(token)
        if mention is None:
            return None
        entity = self.resolve(mention, self._tokens(mention))
        return entity if entity is None or mention.kind is MentionKind.DOCUMENT or not entity.is_person else None

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
        if _is_people(words) or (last.tag not in ("NN", "NNP") and "-year-old" not in head):
            return None
        office = is_title(last.text) and last.text[0].isupper() and last.index in self.run_at
        agent = first.lower == "the" and mention.kind is MentionKind.NOUN and head.endswith(AGENTS)
        if not (is_human_noun(head) or head in PEOPLES or office or agent):
            return None
        owned = first.tag in ("PRP$", "NNP") or any(token.tag == "POS" for token in words)
        joined = mention.first > 0 and tokens[mention.first - 1].lower == "and" and first.tag != "DT"
        definite = first.lower in DEFINITE or owned or joined
        return self._described(words, head) if definite or office else None

    def _led_on(self, tokens: Sequence[Token], mention: Mention) -> Entity | None:
        """ "Ruritan party | boss Ann Bell", "master | of ceremonies Jo Hart": the name that the phrase goes on to."""
        for at in range(mention.after, min(len(tokens), mention.after + FURTHER_WORDS)):
            run = self.run_at.get(tokens[at].index)
            if run is not None and run.kind is Named.PERSON and len(run.words) > 1:
                before = tokens[at - 1]
                trade = is_human_noun(before.lower) or is_title(before.text) or tokens[mention.after].lower == "of"
                begins = run.whole == tokens[at].index and at > mention.after
                return self.cast.of.get(run.first) if begins and trade and not run.quoted else None
            trade = is_human_noun(tokens[at].lower) or tokens[at].lower == "of"
            if not trade and tokens[at].tag not in ("NN", "NNS", "NNP", "JJ", "VBG"):
                return None
        return None

    def _silent_body(self, tokens: Sequence[Token], mention: Mention, words: Sequence[Token]) -> Entity | None:
        """Whom "a spokesperson" speaks for when the organisation was the subject just before."""
        alone = len(words) == 2 and (mention.after >= len(tokens) or tokens[mention.after].tag != "IN")
        known = words[0].lower in DEFINITE and self.descriptions.unnamed.get(fold(words[-1].text))
        if not alone or known:
            return None
        return self.it(words[0])

    def _governing(self, tokens: Sequence[Token], mention: Mention) -> Mention | None:
        """ "a source close to | the Dunmere board", "an official who knew | the plan": the person, of whom that is told."""
        at = mention.first - 1
        if at > 1 and tokens[at].lower in phrases.PREPOSITIONS:
            at -= tokens[at - 1].lower in phrases.ADJECTIVES
        elif mention.kind in (MentionKind.NOUN, MentionKind.DOCUMENT):
            who = [k for k in range(1, at + 1) if tokens[k].lower == "who" and tokens[k].segment < 0]
            at = who[-1] if who and not any(token.text == "," for token in tokens[who[-1] : at]) else 0
        else:
            return None
        if at < 1 or mention.after >= len(tokens) or tokens[mention.after].tag not in ("VBD", "VBZ"):
            return None
        for other in self.reading.sentences[mention.sentence].mentions:
            somebody = other.kind is MentionKind.HUMAN and tokens[other.first].lower in ("a", "an", "one", "another")
            if other.after == at and somebody:
                return other
        return None

    def _called(self, tokens: Sequence[Token], mention: Mention) -> Entity | None:
        """ "a group called Save Our Pier" names the group."""
        at = mention.after
        first = tokens[mention.first].lower
        if at + 1 >= len(tokens) or tokens[at].lower not in ("called", "named") or first not in ("a", "an", "one"):
            return None
        run = self.run_at.get(tokens[at + 1].index)
        return self.cast.of.get(run.first) if run is not None and not run.quoted else None

    def _outlet_list(self, tokens: Sequence[Token], mention: Mention, named: Entity) -> Entity | None:
        """ "Ann Bell, Evening Echo: …" names the writer, not the paper."""
        at = mention.first
        if (
            named.is_person
            or at < 2
            or tokens[at - 1].text != ","
            or mention.after >= len(tokens)
            or tokens[mention.after].text != ":"
        ):
            return None
        before = self.named(tokens[at - 2 : at - 1])
        return before if before is not None and before.is_person else None

    def _resident(self, tokens: Sequence[Token], mention: Mention, named: Entity) -> Entity | None:
        """ "Jo Hart, of Springfield, said" names Jo Hart, not the town."""
        if named.is_person or mention.first < 3:
            return None
        at = mention.first - 1
        while at > 1 and mention.first - at < 6 and (tokens[at].text == "," or tokens[at].tag == "NNP"):
            at -= 1
        if tokens[at].lower not in ("of", "from") or tokens[at - 1].text != ",":
            return None
        before = self.named(tokens[at - 2 : at - 1])
        return before if before is not None and before.is_person else None

    def _beside(self, tokens: Sequence[Token], mention: Mention) -> Entity | None:
        """The person named in apposition: "the spokeswoman, Jo Hart," or "Jo Hart, a spokeswoman"."""
        noun = tokens[mention.after - 1]
        if noun.lower.endswith("ing") and mention.after - mention.first > 1:  # "counsel assisting"
            noun = tokens[mention.after - 2]
        if noun.tag == "NNS":
            return self._first_of_several(tokens, mention.after)
        if not is_human_noun(fold(noun.text)) and not is_title(noun.text):
            return None
        end = phrases.extended(self.reading, tokens, mention.first, mention.after, len(tokens)).end
        after = next((k for k in range(mention.after, len(tokens)) if tokens[k].start >= end), len(tokens))
        for position in range(mention.after, after):  # "former secretary of state Ann Bell"
            run = self.run_at.get(tokens[position].index)
            begins = run is not None and run.first == tokens[position].index and run.kind is Named.PERSON
            if begins and tokens[position - 1].tag in ("NN", "NNP"):
                return self.cast.of.get(run.first)
        following = self._named_next(tokens, mention.after) or self._named_next(tokens, after)
        if following is not None:
            return following
        if mention.first >= 2 and tokens[mention.first - 1].text == ",":
            entity = self.named(tokens[mention.first - 2 : mention.first - 1])
            if entity is not None and entity.is_person and tokens[mention.first].tag in ("DT", "NN", "JJ", "NNP"):
                return entity
        return None

    def _first_of_several(self, tokens: Sequence[Token], at: int) -> Entity | None:
        """ "its chairmen, Ann Bell and Jo Hart": the first of those named in apposition."""
        if at + 1 >= len(tokens) or tokens[at].text != ",":
            return None
        run = self.run_at.get(tokens[at + 1].index)
        entity = self.cast.of.get(run.first) if run is not None and run.whole == tokens[at + 1].index else None
        if entity is None or not entity.is_person or run.end >= len(self.reading.tokens):
            return None
        following = self.reading.tokens[run.end]
        joint = following.lower == "and" and self.run_at.get(following.index + 1) is not None
        return entity if joint else None

    def _named_next(self, tokens: Sequence[Token], at: int) -> Entity | None:
        """The person whose name follows at a position, after a comma or at once."""
        if at < len(tokens) and tokens[at].text == ",":
            at += 1
        run = self.run_at.get(tokens[at].index) if at < len(tokens) else None
        if run is None or run.whole != tokens[at].index or run.quoted or not self._closes(run):
            return None
        entity = self.cast.of.get(run.first)
        return entity if entity is not None and entity.is_person else None

    def _closes(self, run: Run) -> bool:
        """Whether an apposition's name is followed as one: by a comma, a full stop, a quotation or a verb of saying."""
        tokens = self.reading.tokens
        following = tokens[run.end] if run.end < len(tokens) else None
        return following is None or following.tag in ("Q", "WP", "VBD", "VBZ", "RB") or not following.text[0].isalnum()

    def _described(self, words: Sequence[Token], head: str) -> Entity | None:
        """A definite description of one person."""
        owner = self._owner(words)
        if head in KIN and (owner is not None or words[0].tag == "PRP$"):
            return self.descriptions.kin(words, owner)
        known = self.descriptions.unnamed.get(head)
        found = self.descriptions.person(words)
        if known is not None and words[0].lower in DEFINITE and (found is None or self.trail.speaker is known):
            return known
        if found is None and head in PEOPLES:
            return None
        return found

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
        if words[0].lower in DEFINITE and not any(token.index in self.run_at for token in words):
            named = self.things.organisation(words)
            introduced = self.things.introduced(words) if len(words) == 2 else None
            if introduced is not None and introduced.first != mention.first:
                phrase = self._tokens(introduced)
                if named is None or not self.things.named_since(named, phrase[-1].index):
                    return self.resolve(introduced, phrase)
            known = named or self.descriptions.unnamed.get(head)
            if known is not None:
                return known
        if owner is not None and not owner.phrase and words[0].tag == "PRP$":
            name = owner.longest[-1] if owner.is_person else " ".join(owner.longest)
            return self._phrase(f"{name} {words[-1].text}", mention, thing=True)
        if any(token.index in self.run_at for token in words):
            first = words[1] if words[0].tag == "DT" and len(words) > 1 else words[0]
            text = self.reading.text[first.start : words[-1].end]
            if owner is not None and owner.is_person:
                text = text.replace("'s ", " ").replace("’s ", " ")
            self.descriptions.unnamed[head] = phrase = self._phrase(text, mention, thing=True)
            return phrase
        return self._unnamed(mention, words, head)

    def _unnamed(self, mention: Mention, words: Sequence[Token], head: str) -> Entity:
        """Somebody without a name: the whole phrase; "the official" takes up the official before."""
        known = self.descriptions.unnamed.get(head)
        if known is not None and words[0].lower in DEFINITE and len(words) <= 3:
            return known
        tokens = self.reading.sentences[mention.sentence].tokens
        span = phrases.extended(self.reading, tokens, mention.first, mention.after, self._stop(mention))
        entity = self._phrase(" ".join(span.of(self.reading.text).split()), mention, thing=False)
        entity.note = entity.note or phrases.anonymity(self.reading, mention.sentence, span.end)
        self.descriptions.unnamed[head] = entity
        return entity

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
        head = fold(self._tokens(mention)[-1].text)
        single = is_human_noun(head)
        entity = Entity(
            (fold(text),), kind=Named.ORGANISATION if thing else Named.PERSON if single else Named.UNSURE, phrase=text
        )
        entity.many = not single
        entity.hints[noun_gender(head)] += 3
        self.cast.entities.append(entity)
        return entity

    def _tokens(self, mention: Mention) -> Sequence[Token]:
        return self.reading.sentences[mention.sentence].tokens[mention.first : mention.after]


def _is_people(words: Sequence[Token]) -> bool:
    """ "Republicans", "North Koreans": many people, nobody's name."""
    head = fold(words[-1].text)
    return head in PARTIES or (head.endswith("s") and head[:-1] in PEOPLES)
