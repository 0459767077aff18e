"""Whom "he" and "she" mean: the people last spoken of, weighed by place, grammar and gender."""

from collections.abc import Iterable
from dataclasses import dataclass

from ..lexicon import AUXILIARIES, DAYS
from ..reading import Reading
from ..tokens import Token
from .entity import Entity
from .folding import word_set
from .runs import Named, Run
from .titles import is_human_noun

OWNER_NEAR = 9
"""Tokens before a name in which "his factor," may stand."""
LAST = 30
"""Places looked back at."""
NOMINAL = frozenset(("IN", "DT", "JJ", "NN", "NNS", "NNP", "CD", "POS", "PRP$"))
TRADE = 7
"""Words of what somebody is that may stand before the name."""
BRACKETS = 7
"""Tokens that brackets after a name may take."""
MODIFIER = 9
"""Tokens that may stand between a phrase and its verb."""
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
FURTHEST = 14
"""Sentences of the paper's own words after which nobody is meant by a pronoun any more."""

SAME_PARAGRAPH = 3
"""Sentences of a paragraph after which somebody may turn out to be no man, or no woman."""

SUBJECT = 0.9
SPEAKER = 1.05
POSSESSOR = -1.0
AFTER_PREPOSITION = -0.5
UNDERGOING = 0.4
ADDRESSING = -1.5
"""Of "a nurse" who "told her": the article goes on with whoever was told."""
SENTENCE = -0.75
PARAGRAPH = -0.85
PROMINENCE = 0.55
GENDER_KNOWN = 0.9
LEANING = 0.4
PERSON_KNOWN = 0.25
PREVIOUS_SPEAKER = 0.4
HEADING = -1.0
NEWEST = 0.7
SOLE = 1.6
"""Of whoever alone is spoken of, among all whom the pronoun may mean, in the last paragraph that speaks of any."""
INTRODUCED = 0.8
INTRODUCED_SUBJECT = 0.4
PRESENTED = 2.5
OWNED = -2.5
OF_WHOSE = -0.8
"""Of "Ann Bell, whose twin, Jo, …" Jo is put forward less."""
TOLD_OF = -2.5
ASKED_IF = -5.0
OPENING = word_set(
    "when after as before while although though since if once because until asked told by in at on with for according"
)
"""Beginnings of sentences that only lead up to whoever speaks: "When Bell came, she said"."""
OWNED_NEAR = 4
NAMELESS = -1.0
ASKER = -1.4
ASKED = 2.4
QUESTIONERS = frozenset(("questioner", "reporter", "interviewer", "moderator", "heckler"))
"""Those without a name whom somebody else answers."""
DEPARTED = 7.0
"""A paragraph of an obituary that begins with "she" is of whom it is the obituary."""
ENOUGH = -2.5
PRESENTING = frozenset(("is", "was"))
"""Verbs after which a name is brought in: "Among them was Ann Bell"."""
REPLYING = frozenset(("replied", "replies", "answered", "answers", "responded", "retorted", "countered"))
"""What nobody does to a question of their own."""
ASKED_BEFORE = frozenset(("asked", "pressed", "questioned", "quizzed"))
ASKING_NEAR = 4
LEADING_IN = DAYS | word_set("but and so yet then now still later meanwhile however afterwards instead nevertheless")
"""Words that may stand before a sentence's subject."""
ASKING = frozenset(("asked", "asks", "questioned", "quizzed", "interviewed"))


@dataclass(slots=True)
class Place:
    """An entity spoken of at a token, and how much the grammar there puts it forward."""

    entity: Entity
    index: int
    sentence: int
    paragraph: int
    forward: float
    subject: bool = False
    undergoes: bool = False


class Trail:
    """Who has been spoken of so far, in order."""

    def __init__(self, reading: Reading, speaking: Iterable[int]) -> None:
        self.reading = reading
        self.speaking = frozenset(speaking)
        """Indexes of tokens in chosen source mentions."""
        self.places: list[Place] = []
        self.last: dict[int, int] = {}
        """The sentence in which each entity (by identity) was last spoken of."""
        self.departed: Entity | None = None
        """Whose obituary it is."""
        self.speaker: Entity | None = None
        self.speaker_paragraph = -9
        self._asker: tuple[Entity | None, int] = (None, -9)
        self._plain = _plain_numbers(reading)

    def name(self, run: Run, entity: Entity) -> None:
        """Somebody is named here."""
        forward, subject = self.grammar(run.whole, run.end)
        if not run.body:
            forward += HEADING
        self._put(Place(entity, run.first, run.sentence, run.paragraph, forward, subject))

    def refer(self, token: Token, entity: Entity, after: int = 0) -> None:
        """A pronoun or a description, which ends before token `after`, meant somebody here."""
        forward, subject = self.grammar(token.index, after or token.index + 1)
        self._put(Place(entity, token.index, token.sentence, token.paragraph, forward, subject))

    def undergo(self, token: Token, entity: Entity) -> None:
        """Something was done to somebody here: "told | him"."""
        self._put(Place(entity, token.index, token.sentence, token.paragraph, UNDERGOING, undergoes=True))

    def _put(self, place: Place) -> None:
        self.places.append(place)
        self.last[id(place.entity)] = place.sentence

    def spoke(self, entity: Entity | None, paragraph: int) -> None:
        """Somebody was the source of a quote here."""
        if entity is not None:
            self.speaker, self.speaker_paragraph = entity, paragraph
            if entity is not self._asker[0]:
                self._asker = (None, -9)

    def grammar(self, first: int, after: int) -> tuple[float, bool]:
        """How much the words around tokens `first`…`after`-1 put forward what they name, and whether it is a subject."""
        tokens = self.reading.tokens
        sentence = tokens[first].sentence
        first = self._with_trade(first)
        before = tokens[first - 1] if first and tokens[first - 1].sentence == sentence else None
        if before is not None and self._only_leads_in(before):
            before = None
        after = self._past_brackets(after)
        following = tokens[after] if after < len(tokens) and tokens[after].sentence == sentence else None
        later = tokens[after + 1] if following is not None and after + 1 < len(tokens) else None
        possessed = following is not None and following.tag == "POS"
        acting = possessed and self._goes_on(after + 1)  # "St Brenda's | said"
        if acting:
            following = later
        speaking = any(index in self.speaking for index in range(first, min(after, first + 6)))
        subject = speaking or acting or self._is_subject(before, self._past_modifier(after, following), later)
        score = SUBJECT * subject + SPEAKER * speaking
        if following is not None and following.tag == "POS":
            score += POSSESSOR
            subject = False
        if before is not None and before.tag in ("IN", "TO"):
            score += AFTER_PREPOSITION
        introduced = following is not None and (
            following.lower == "who"
            or (following.text in ("—", "–") and later is not None and later.lower in ("who", "whose"))
            or (following.text == "," and later is not None and later.lower in ("a", "an", "the", "who", "whose"))
        )
        if (
            introduced and before is not None and before.lower == "with" and not subject
        ):  # "with Bell — who ran — asking"
            score += SUBJECT - AFTER_PREPOSITION
            subject = True
        if introduced:
            score += INTRODUCED_SUBJECT if subject else INTRODUCED
        presented = not subject and self._is_presented(first, before)
        score += PRESENTED * presented
        if before is not None and any(token.lower == "whose" for token in tokens[max(0, first - OWNED_NEAR) : first]):
            score += OF_WHOSE
            subject = False
        if following is not None and following.lower in ASKING and (not speaking or self._asks_somebody(after + 1)):
            score += ASKER
        if before is not None and before.lower == "by" and first > 1 and tokens[first - 2].lower in ASKING:
            score += ASKER
        if before is not None and before.lower in ASKING:
            score += ASKED
        return score, subject or presented

    def _is_presented(self, first: int, before: Token | None) -> bool:
        """ "Among them was | Ann Bell", "was 11-year-old | Ian Bell"."""
        if before is not None and first > 1 and before.lower.endswith("-year-old"):
            before = self.reading.tokens[first - 2]
        return before is not None and before.lower in PRESENTING

    def _goes_on(self, at: int) -> bool:
        """Whether a verb stands there, so that the mark before it belongs to the name."""
        verb, after = (self.reading.tokens[at : at + 2] + [None, None])[:2]
        taken = verb is not None and after is not None and (verb.tag in ("VBN", "VBD") or verb.lower.endswith("ed"))
        return verb is not None and (verb.tag in FINITE or (taken and after.tag in ("TO", "IN", "Q", "DT")))

    def _only_leads_in(self, before: Token) -> bool:
        """ "But | Bell, 44, was", "Yesterday | Bell": nothing but a joining word or a day stands before."""
        if before.text == "," and before.position == 1:
            before = self.reading.tokens[before.index - 1]
        return before.position == 0 and before.lower in LEADING_IN

    def _past_brackets(self, after: int) -> int:
        """Behind the brackets in "Chang Mei-hua (張美華) | said"."""
        near = self.reading.tokens[after : after + BRACKETS]
        if not near or near[0].text != "(":
            return after
        return next((token.index + 1 for token in near if token.text == ")"), after)

    def _with_trade(self, first: int) -> int:
        """Where "party leader | Ann Bell" begins: the words for what somebody is are no words before the phrase."""
        tokens = self.reading.tokens
        at = first
        if not at or not is_human_noun(tokens[at - 1].lower) or tokens[at - 1].tag not in ("NN", "NNP"):
            return first
        while at and first - at < TRADE and tokens[at - 1].sentence == tokens[first].sentence:
            if tokens[at - 1].tag not in ("NN", "NNP", "JJ", "POS", "DT", "PRP$") or tokens[at - 1].quoted:
                break
            at -= 1
        return at

    def _past_modifier(self, after: int, following: Token | None) -> Token | None:
        """The verb behind "a man | in a flat cap | was", else what follows at once."""
        if following is None or following.tag != "IN":
            return following
        near = self.reading.tokens[after : after + MODIFIER]
        verb = next((token for token in near if token.tag not in NOMINAL), following)
        return verb if verb.tag in FINITE and verb.sentence == following.sentence else following

    def _asks_somebody(self, at: int) -> bool:
        """ "Lee asked Bell whether", "Lee asked if she": somebody else stands after the verb."""
        tokens = self.reading.tokens[at : at + 2]
        if tokens and tokens[0].lower in ("if", "whether"):
            tokens = tokens[1:]
        return bool(tokens) and tokens[0].tag in ("NNP", "PRP") and tokens[0].lower not in ("i", "it", "we", "they")

    def _is_subject(self, before: Token | None, following: Token | None, later: Token | None) -> bool:
        if before is None:
            return True
        if before.text == "," and following is not None and following.lower == "and":
            return True
        if before.lower in ("and", "or") or following is None:
            return False
        if following.tag in FINITE or (following.tag == "RB" and later is not None and later.tag in FINITE):
            return True
        return before.text == "," and following.text == ","

    def asked(self, entity: Entity | None, paragraph: int) -> None:
        """Somebody put a question here."""
        self._asker = (entity, paragraph)

    def _asker_before(self, token: Token) -> Entity | None:
        """Whoever has just asked what the pronoun at this token replies to."""
        asker, paragraph = self._asker
        following = self.reading.tokens[token.index + 1 : token.index + 2]
        replies = bool(following) and following[0].lower in REPLYING
        return asker if replies and 0 <= token.paragraph - paragraph <= 1 else None

    def _is_asked_about(self, place: Place, token: Token) -> bool:
        """ "Asked if | Bell | was fit, he", "When | a grandson | asked why, he": not he who is named before the comma."""
        first = self.reading.sentences[token.sentence].tokens[0]
        if first.lower in ASKED_BEFORE:
            return True
        near = self.reading.tokens[place.index : place.index + ASKING_NEAR]
        return first.lower in ("when", "as", "after") and any(each.lower in ASKING for each in near)

    def antecedent(self, token: Token, gender: str, *, named: bool = False, of_another: bool = False) -> Entity | None:
        """The person that a pronoun of that gender ("" for any) at this token most likely means, None if nobody is near.

        With `named`, only somebody with a name; `of_another`, nobody who is a subject of the token's sentence.
        """
        best, best_score = None, ENOUGH
        asker = self._asker_before(token)
        near = [
            place
            for place in self.places[-LAST:]
            if place.index < token.index
            and place.entity.may_be_person
            and not is_hardly_somebody(place.entity)
            and not (named and place.entity.phrase)
            and (not gender or place.entity.gender in ("", gender))
            and place.entity is not asker
            and not (of_another and place.sentence == token.sentence and place.subject)
            and not (place.sentence == token.sentence and self._is_asked_about(place, token))
        ]
        newest = next((place for place in reversed(near) if place.subject and _is_somebody(place.entity)), None)
        latest = near[-1].paragraph if near else -1
        addressed = {place.sentence for place in near if place.undergoes and not place.entity.phrase}
        alone = len({id(place.entity) for place in near if place.paragraph == latest}) == 1
        for place in near:
            entity = place.entity
            score = self._score(place, token, gender)
            if place is newest:
                score += NEWEST
            told = bool(entity.gender) and entity.hints[entity.gender] > (not place.subject)
            known = entity.is_person or told
            answers = not entity.phrase or (place.subject and not QUESTIONERS & set(entity.phrase.split()))
            if alone and known and answers and place.paragraph == latest:
                score += SOLE
            if entity is self.departed and latest < token.paragraph and self._is_told(token):
                score += DEPARTED
            if entity.phrase and place.sentence in addressed:
                score += ADDRESSING
            if entity.phrase:
                score += NAMELESS if entity is not self.speaker else NAMELESS / 2
            if score > best_score:
                best, best_score = entity, score
        return best

    def _is_told(self, token: Token) -> bool:
        """Whether the paragraph of a token begins in the paper's own words."""
        start = self.reading.paragraphs[token.paragraph].start
        at = token.index
        while at and self.reading.tokens[at - 1].paragraph == token.paragraph:
            at -= 1
        first = self.reading.tokens[at]
        return first.start == start and not first.quoted and first.tag != "Q"

    def misjudged(self, token: Token, gender: str) -> Entity | None:
        """ "Harjit Bell, a nurse, left early. She": the subject just before, though the given name spoke for a man."""
        for place in reversed(self.places[-LAST:]):
            far = 1 if place.paragraph != token.paragraph else SAME_PARAGRAPH
            if self._plain[token.sentence] - self._plain[place.sentence] > far:
                return None
            entity = place.entity
            if place.index < token.index and place.subject and entity.is_person and entity.by_name_only:
                return entity
        return None

    def _owned_by_pronoun(self, place: Place, token: Token) -> bool:
        """ "In a letter read by his factor, Jo Hart, he wished": "he" is whose factor Hart is."""
        if place.sentence != token.sentence:
            return False
        near = self.reading.tokens[max(0, place.index - OWNER_NEAR) : place.index]
        comma = next((k for k in range(len(near) - 1, -1, -1) if near[k].text == ","), None)
        if comma is None or len(near) - comma > 3:
            return False
        return any(each.tag == "PRP$" and each.lower in ("his", "her") for each in near[max(0, comma - 4) : comma])

    def _is_told_of(self, place: Place, token: Token) -> bool:
        """ "Dr Bell | had been honest, she said": not Bell, who would not be named and then be "she" in telling of herself."""
        tokens = self.reading.tokens
        sentence = self.reading.sentences[token.sentence].tokens
        before = token.index - 1 - (tokens[token.index - 1].tag == "Q")
        following = tokens[token.index + 1 : token.index + 2]
        if tokens[before].text != "," or not following or following[0].lower not in ("said", "says"):
            return False
        if tokens[before - 1].lower in ("which", "whom", "that", "and", "but"):
            return False
        return tokens[place.index].lower not in ("he", "she") and sentence[0].lower not in OPENING

    def _is_asked_if(self, token: Token) -> bool:
        """ "Sheriff Bell asked if | she | was well": whoever is asked, but "asked if she could leave" is of the asker."""
        tokens = self.reading.tokens
        lower = [each.lower for each in tokens[max(0, token.index - 3) : token.index + 2]]
        if len(lower) < 5 or lower[1] not in ASKING or lower[2] not in ("if", "whether", "why"):
            return False
        return lower[0] not in AUXILIARIES | {"and"} and lower[4] not in ("could", "can", "might", "may")

    def _score(self, place: Place, token: Token, gender: str) -> float:
        entity = place.entity
        distance = self._plain[token.sentence] - self._plain[place.sentence]
        if distance > FURTHEST:
            return ENOUGH - 1
        score = place.forward + SENTENCE * distance + PARAGRAPH * min(token.paragraph - place.paragraph, 4)
        score += PROMINENCE * entity.weight
        if entity.gender == gender:
            score += GENDER_KNOWN
        elif gender and entity.leaning:
            score += LEANING if entity.leaning == gender else -LEANING
        if entity.is_person:
            score += PERSON_KNOWN
        if self._owned_by_pronoun(place, token):
            score += OWNED
        if place.sentence == token.sentence and place.subject:
            score += TOLD_OF * self._is_told_of(place, token) + ASKED_IF * self._is_asked_if(token)
        if entity is self.speaker and token.paragraph - self.speaker_paragraph <= 3:
            score += PREVIOUS_SPEAKER
        return score - 0.0005 * min(token.index - place.index, 400)


def is_hardly_somebody(entity: Entity) -> bool:
    """A single capitalised word of which nothing says that it names a person."""
    single = len(entity.words) < 2 and not entity.phrase and entity.kind is Named.UNSURE
    return single and entity.hints["person"] <= 0


def _is_somebody(entity: Entity) -> bool:
    return entity.is_person or bool(entity.phrase)


def _plain_numbers(reading: Reading) -> list[int]:
    """For each sentence how many sentences with words outside quotation marks begin before it."""
    numbers, count = [], 0
    for sentence in reading.sentences:
        numbers.append(count)
        count += any(token.segment < 0 and token.text[0].isalpha() for token in sentence.tokens)
    return numbers
