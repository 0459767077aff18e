"""From the chosen source mentions of an article to its sources."""

from collections.abc import Sequence

from ..attributions import Attribution
from ..grammar import main_subject, subject_of
from ..lexicon import DAYS
from ..mentions import Mention, MentionKind
from ..reading import Reading, Sentence
from ..tokens import Token
from . import genders, relays, roles
from .antecedents import Trail, is_hardly_somebody
from .cast import Cast
from .documents import LETTERS, SIGNS
from .entity import Entity
from .folding import word_set
from .introductions import ONE
from .nominals import GENDER, Nominals
from .obituaries import departed
from .runs import Named, Run, runs
from .titles import KIN, is_human_noun

NOMINATIVE = {"he": "m", "she": "f"}
ACCUSATIVE = {"him": "m", "her": "f"}

READ_OUT = frozenset(("read", "reads", "states", "continues", "concludes"))
"""What documents do, not organisations."""
SENDING = word_set(
    "making made painted held holding carried carrying waved waving wore wearing sent wrote texted posted issued released published left sends posts issues leaves"
)
NOMINAL = frozenset(("NN", "NNS", "NNP", "JJ", "CD", "VBN", "VBG", "RB", "Q"))
"""What may follow a possessive."""
OF_A_BODY = frozenset(("of", "and", "with", "by", "from"))
"""Words that lead on to those whom a body is made of: "the jury of | four women"."""
NEWS = ONE | {"the"}
"""What a phrase that brings somebody in may begin with."""
TIMES = frozenset(DAYS) | word_set("night morning afternoon evening late early last week month year recently")


class Identification:
    """One article's names, pronouns and descriptions followed in order."""

    def __init__(self, reading: Reading, attributions: Sequence[Attribution]) -> None:
        self.reading = reading
        self.runs = runs(reading)
        self.cast = Cast(reading, self.runs)
        self.cast.enter_full()
        self.mentions = {id(a.mention): a.mention for a in attributions if a.mention is not None}
        self.attributed = {
            id(a.mention): a for a in sorted(attributions, key=lambda a: bool(a.segments)) if a.mention is not None
        }
        """Each mention's attribution, one with quotation marks if there is."""
        self.passing: set[int] = set()
        """Mentions of who only passes on another's words."""
        self.trail = Trail(reading, self._speaking())
        self.run_at: dict[int, Run] = {
            index: run for run in [*self.runs, *self.cast.parts] for index in range(run.whole, run.end)
        }
        self.found: dict[int, Entity | None] = {}
        """The entity of each mention, by the mention's identity."""
        cues = {id(a.mention): a.cue for a in attributions if a.mention is not None and a.cue is not None}
        self.nominals = Nominals(reading, self.cast, self.trail, self.run_at, cues)
        self._gather()
        self.trail.departed = departed(reading, self.runs, self.cast.of)
        self._follow()

    def _speaking(self) -> set[int]:
        return {token.index for mention in self.mentions.values() for token in self._tokens(mention)}

    def _tokens(self, mention: Mention) -> Sequence[Token]:
        return self.reading.sentences[mention.sentence].tokens[mention.first : mention.after]

    def _gather(self) -> None:
        """Roles, ages and hints at gender where names are printed in full, then the short names, then theirs."""
        done = set(self.cast.of)
        self._learn([run for run in self.runs if run.first in done])
        for entity in self.cast.entities:
            if entity.kind is Named.UNSURE and entity.hints["person"] >= 3 and not entity.hints["thing"]:
                entity.kind = Named.PERSON
        self.cast.claim()
        self.cast.enter_short()
        self._learn([run for run in self.runs if run.first in self.cast.of and run.first not in done])
        for entity in self.cast.entities:
            if len(entity.words) > 1 and entity.kind is Named.PERSON:
                entity.hints["person"] += 3

    def _learn(self, runs: Sequence[Run]) -> None:
        for run in runs:
            entity = self.cast.of[run.first]
            if not run.quoted and run.body and len(entity.runs) <= 200:
                roles.collect(self.reading, run, entity)
                roles.hint_from_place(self.reading, run, entity)
                genders.hint(self.reading, run, entity, self.run_at, self.cast)

    def _follow(self) -> None:
        """Go through the text once; every mention is resolved by what stands before it."""
        mentions: dict[int, list[Mention]] = {}
        for mention in self.mentions.values():
            mentions.setdefault(self._tokens(mention)[0].index, []).append(mention)
        newcomers = self._newcomers()
        stops = {run.first for run in self.run_at.values()} | mentions.keys() | newcomers.keys()
        for token in self.reading.tokens:
            if token.index not in stops and token.lower not in NOMINATIVE and token.lower not in ACCUSATIVE:
                continue
            run = self.run_at.get(token.index)
            if run is not None and run.first == token.index and not run.quoted:
                entity = self.cast.of.get(run.first)
                if entity is not None:
                    self.trail.name(run, entity)
            if token.index in newcomers:
                phrase = newcomers[token.index]
                newcomer = self.nominals.introduce(phrase)
                if token.index not in mentions:
                    somebody = newcomer or self._acting(phrase)
                    if somebody is not None:
                        self.trail.refer(token, somebody, self._tokens(phrase)[-1].index + 1)
            for mention in mentions.get(token.index, ()):
                self._resolve(mention)
            if token.lower in NOMINATIVE and not token.quoted and token.index not in self.trail.speaking:
                gender = NOMINATIVE[token.lower]
                entity = self.trail.antecedent(token, gender) or self.trail.misjudged(token, gender)
                if entity is not None:
                    self.trail.refer(token, entity)
            if token.lower in ACCUSATIVE and not token.quoted and self._is_object(token):
                entity = self.trail.antecedent(token, ACCUSATIVE[token.lower], of_another=True)
                if entity is not None:
                    self.trail.undergo(token, entity)

    def _is_object(self, token: Token) -> bool:
        """ "told | her that", but not "her | mother"."""
        following = self.reading.tokens[token.index + 1 : token.index + 2]
        return token.tag == "PRP" or not (following and following[0].tag in NOMINAL)

    def _newcomers(self) -> dict[int, Mention]:
        """The phrases that may bring somebody in without a name, by their first token."""
        return {
            sentence.tokens[mention.first].index: mention
            for sentence in self.reading.sentences
            for mention in sentence.mentions
            if mention.after - mention.first > 1
            and (sentence.tokens[mention.first].lower in NEWS or self._is_kin(self._tokens(mention)))
        }

    def _is_kin(self, words: Sequence[Token]) -> bool:
        """ "his wife", "the farmer's son"."""
        owned = words[0].lower in ("his", "her") or any(token.tag == "POS" for token in words)
        return owned and words[-1].lower in KIN and not words[0].quoted

    def _acting(self, mention: Mention) -> Entity | None:
        """Who "the minister" is that begins a sentence without being quoted: "The minister was asked about it."."""
        words = self._tokens(mention)
        if self._is_kin(words):
            return self._kin(mention, words)
        run = self.run_at.get(words[-1].index)
        office = run is not None and run.kind is Named.OFFICE and run.end == words[-1].index + 1
        if not (office or mention.kind is MentionKind.HUMAN) or words[0].lower != "the" or words[0].quoted:
            return None
        before = self.reading.tokens[words[0].index - 1] if mention.first else None
        following = self.reading.tokens[words[-1].index + 1 : words[-1].index + 2]
        if before is not None and not (before.text == "," and following and following[0].tag in ("VBD", "VBZ")):
            return None  # it begins a sentence, or its main clause: "Asked why, the minister smiled."
        if words[-1].tag not in ("NN", "NNP") or words[-1].index in self.run_at and self._is_person(words):
            return None
        opens = (
            before is None and bool(following) and following[0].text == ","
        )  # "The chairman, on his way out, smiled."
        if not opens and not self.trail.grammar(words[0].index, words[-1].index + 1)[1]:
            return None
        entity = self.nominals.resolve(mention, words)
        return entity if entity is not None and entity.may_be_person else None

    def _kin(self, mention: Mention, words: Sequence[Token]) -> Entity | None:
        """Who "his wife" is that does something: "His wife laughed.", "He looked at his wife, who answered."."""
        following = [*self.reading.tokens[words[-1].index + 1 : words[-1].index + 3]]
        if len(following) < 2 or words[-1].tag != "NN":
            return None
        told = following[0].text == "," and following[1].lower == "who"
        if not told and not (mention.first == 0 and following[0].tag in ("VBD", "VBZ")):
            return None
        return self.nominals.resolve(mention, words)

    def _resolve(self, mention: Mention) -> None:
        words = self._tokens(mention)
        entity = self._utterer(mention)
        if entity is not None:
            self.passing.add(id(mention))
        else:
            entity = self.entity(mention)
        self.found[id(mention)] = entity.speaks_for or entity if entity is not None else None
        if entity is not None:
            known = words[0].index in self.run_at and self._named(words)
            if id(mention) not in self.passing and not known:
                self.trail.refer(words[0], entity)
            self.trail.spoke(entity, words[0].paragraph)
            segments = self.attributed[id(mention)].segments
            if segments and self.reading.text[self.reading.segments[segments[-1]].end - 2] == "?":
                self.trail.asked(entity, words[0].paragraph)

    def _utterer(self, mention: Mention) -> Entity | None:
        """Whose words they are that a paper or a witness passes on, None if the mention speaks for itself."""
        attribution = self.attributed[id(mention)]
        quoted = relays.quoted_by(self.reading, attribution)
        if quoted is not None:
            return self.entity(quoted)
        other = relays.uttered_by(self.reading, attribution) or relays.told_within(self.reading, attribution)
        if other is None:
            return None
        utterer, passing = self.entity(other), self.entity(mention)
        return utterer if utterer is not passing else None

    def _is_person(self, words: Sequence[Token]) -> bool:
        entity = self.nominals.named(words)
        return entity is not None and entity.is_person

    def _named(self, words: Sequence[Token]) -> bool:
        return self.run_at.get(words[-1].index) is not None

    def entity(self, mention: Mention) -> Entity | None:
        """Who is meant by a source mention, None if the text doesn't tell."""
        words = _without_time(self._tokens(mention))
        kind = mention.kind
        if words[0].position and self.reading.tokens[words[0].index - 1].text == "(" and not self._is_person(words):
            return self.nominals.named(self.reading.tokens[max(0, words[0].index - 2) : words[0].index - 1])
        if kind is MentionKind.HE_SHE or (kind is MentionKind.POSSESSIVE and words[0].lower in GENDER):
            return self._he_or_she(words[0])
        if kind in (MentionKind.WHO, MentionKind.WHICH, MentionKind.THAT):
            return self._relative(mention)
        somebody = words[-1].tag == "NNP" or is_human_noun(words[-1].lower)
        many = words[0].lower in ("their", "we", "our") and not somebody
        if kind is MentionKind.THEY or many:
            return self._they(words[0])
        if kind is MentionKind.IT or (kind is MentionKind.POSSESSIVE and words[0].lower == "its"):
            return self._it(words[0])
        if kind in (MentionKind.I_WE, MentionKind.OTHER_PRONOUN, MentionKind.POSSESSIVE, MentionKind.DATE):
            return None
        return self.nominals.resolve(mention, words)

    def _he_or_she(self, token: Token) -> Entity | None:
        gender = GENDER[token.lower]
        found = self.trail.antecedent(token, gender) or self.trail.misjudged(token, gender)
        return found or self._cataphor(token, gender)

    def _cataphor(self, token: Token, gender: str) -> Entity | None:
        """The first person named after a pronoun that nobody precedes."""
        for run in self.runs:
            if run.first < token.index or run.quoted:
                continue
            if run.paragraph > token.paragraph + 2:
                break
            entity = self.cast.of.get(run.first)
            if entity is not None and entity.is_person and entity.gender in ("", gender):
                return entity
        speaker = self.trail.speaker
        return speaker if speaker is not None and speaker.gender in ("", gender) and speaker.may_be_person else None

    def _relative(self, mention: Mention) -> Entity | None:
        """The head of "who" or "which": the nearest phrase before it; an apposition leads on to its name."""
        sentence = self.reading.sentences[mention.sentence]
        earlier = self._same_relative(mention)
        if earlier is not None:
            return self._relative(earlier)
        for other in reversed(sentence.mentions):
            if other.after > mention.first or other.kind in (
                MentionKind.DATE,
                MentionKind.NUMBER,
                MentionKind.POSSESSIVE,
            ):
                continue
            if sentence.tokens[other.first].quoted != sentence.tokens[mention.first].quoted:
                continue
            adjacent = other.kind is MentionKind.NOUN and other.after == mention.first
            if adjacent and mention.kind is MentionKind.WHO and sentence.tokens[other.after - 1].tag == "NN":
                self.nominals.stops[id(other)] = mention.first
                return self.entity(other)
            if mention.kind is MentionKind.WHO and other.kind in (
                MentionKind.NOUN,
                MentionKind.ORGANISATION,
                MentionKind.DOCUMENT,
            ):
                continue
            if mention.kind is MentionKind.WHO and other.kind is MentionKind.NAME:
                entity = self.nominals.named(sentence.tokens[other.first : other.after])
                if entity is not None and not entity.may_be_person:
                    continue
            plain = other.kind in (MentionKind.NOUN, MentionKind.PLURAL)
            if mention.kind is MentionKind.WHICH and plain and self._body_before(other):
                continue
            self.nominals.stops[id(other)] = mention.first
            return self.entity(other)
        return None

    def _same_relative(self, mention: Mention) -> Mention | None:
        """ "Bell, who came from Leith and | who said …": the "who" that this one goes on with."""
        sentence = self.reading.sentences[mention.sentence]
        joined = mention.first > 0 and sentence.tokens[mention.first - 1].lower in ("and", "but")
        if mention.kind is not MentionKind.WHO or not joined:
            return None
        earlier = [each for each in sentence.mentions if each.kind is mention.kind and each.first < mention.first]
        return earlier[-1] if earlier else None

    def _body_before(self, mention: Mention) -> bool:
        """ "the court's ruling on | delay, which …": a document or organisation to which the phrase belongs."""
        sentence = self.reading.sentences[mention.sentence]
        return any(
            other.kind in (MentionKind.DOCUMENT, MentionKind.ORGANISATION) and 0 < mention.first - other.after <= 4
            for other in sentence.mentions
        ) and sentence.tokens[mention.first - 1].tag in ("IN", "TO")

    def _they(self, token: Token) -> Entity | None:
        """The speaker before, if many; else the last plural or joint subject."""
        speaker = self.trail.speaker
        body = speaker is not None and not speaker.is_person and not is_hardly_somebody(speaker)
        spokesman = speaker is not None and speaker.speaks_for is not None
        if (body or spokesman) and token.paragraph - self.trail.speaker_paragraph <= 1:
            return speaker
        for number in range(token.sentence, max(-1, token.sentence - 4), -1):
            sentence = self.reading.sentences[number]
            found = self._many(sentence, token.index)
            if found is not None:
                return found
        return self._it(token) or speaker

    def _many(self, sentence: Sentence, before: int) -> Entity | None:
        """Several people spoken of in a sentence before a token, those that do something first."""
        many: list[Mention] = []
        for mention in sentence.mentions:
            words = sentence.tokens[mention.first : mention.after]
            if words[0].quoted or words[-1].index >= before:
                continue
            inside = mention.first > 1 and sentence.tokens[mention.first - 1].lower in OF_A_BODY
            if words[-1].tag == "NNS" and mention.kind in (MentionKind.HUMAN, MentionKind.PLURAL) and not inside:
                many.append(mention)
            elif self._joint(sentence.tokens, mention.after) and not many:
                entity = self.nominals.named(words)
                if entity is not None:
                    return entity
        following = (sentence.tokens[each.after : each.after + 1] for each in many)
        verbs = [after[0] for after in following if after and after[0].tag in ("VBD", "VBP")]
        acting = [subject for verb in verbs if (subject := subject_of(sentence, verb).mention) is not None]
        best = (acting[-1:] or many[:1] or [None])[0]
        return self.nominals.resolve(best, self._tokens(best)) if best is not None else None

    def _joint(self, tokens: Sequence[Token], after: int) -> bool:
        """ "Grassley and Leahy": another person is joined to the name that ends at `after`."""
        return after + 1 < len(tokens) and tokens[after].lower == "and" and tokens[after + 1].index in self.run_at

    def _it(self, token: Token) -> Entity | None:
        following = self.reading.tokens[token.index + 1 : token.index + 2]
        if following and following[0].lower in READ_OUT:
            document = self._sender(token) or self.nominals.read_out(token)
            if document is not None:
                return document
        speaker = self.trail.speaker
        speaker = speaker.speaks_for or speaker if speaker is not None else None
        if speaker is not None and not speaker.is_person and token.paragraph - self.trail.speaker_paragraph <= 1:
            return speaker
        subject = self.nominals.it(token)
        if subject is not None:
            return subject
        for place in reversed(self.trail.places[-12:]):
            entity = place.entity
            if (
                place.index < token.index
                and not entity.is_person
                and token.sentence - place.sentence <= 3
                and place.forward > 0
            ):
                return entity
        return self.nominals.read_out(token) or self._sender(token)

    def _sender(self, token: Token) -> Entity | None:
        """ "Lee sent a text at noon. “…,” it read.": who sent what "it" means."""
        for sentence in reversed(self.reading.sentences[max(0, token.sentence - 3) : token.sentence]):
            verb = next((each for each in sentence.tokens if each.lower in SENDING and each.segment < 0), None)
            if verb is None or token.paragraph - sentence.paragraph > 1:
                continue
            letter = next((each for each in sentence.mentions if each.first == verb.position + 1), None)
            written = letter is not None and letter.head in LETTERS | SIGNS
            doing = main_subject(sentence, verb) if written and verb.tag == "VBG" else None
            sender = doing or (subject_of(sentence, verb).mention if written else None)
            if sender is not None and sender.kind not in (MentionKind.IT, MentionKind.DOCUMENT):
                return self.entity(sender)
        return None


def _without_time(words: Sequence[Token]) -> Sequence[Token]:
    """ "Judge Reeves late Thursday night": the time is not part of the name."""
    end = len(words)
    while end > 1 and words[end - 1].lower in TIMES:
        end -= 1
    return words[:end] if words[end - 1].tag in ("NNP", "NN", "NNS") else words
