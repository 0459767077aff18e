"""Whom "he" and "she" mean: the people last spoken of, weighed by place, grammar and gender."""

from collections.abc import Iterable
from dataclasses import dataclass

from ..reading import Reading
from ..tokens import Token
from .entity import Entity
from .runs import Run

LAST = 30
"""Places looked back at."""
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
FURTHEST = 14
"""Sentences of the paper's own words after which nobody is meant by a pronoun any more."""

SUBJECT = 1.4
SPEAKER = 0.9
POSSESSOR = -1.0
AFTER_PREPOSITION = -0.7
SENTENCE = -0.55
PARAGRAPH = -0.35
PROMINENCE = 0.4
GENDER_KNOWN = 0.9
PERSON_KNOWN = 0.6
PREVIOUS_SPEAKER = 1.5
PRONOUN_CHAIN = 0.3
SAME_SENTENCE_OBJECT = -0.4
HEADING = -1.0
ENOUGH = -3.5


@dataclass(slots=True)
class Place:
    """An entity spoken of at a token, and how much the grammar there puts it forward."""

    entity: Entity
    index: int
    sentence: int
    paragraph: int
    forward: float


class Trail:
    """Who has been spoken of so far, in order."""

    def __init__(self, reading: Reading, speaking: Iterable[int]) -> None:
        self.reading = reading
        self.speaking = frozenset(speaking)
        """Indexes of tokens in chosen source mentions."""
        self.places: list[Place] = []
        self.speaker: Entity | None = None
        self.speaker_paragraph = -9
        self._plain = _plain_numbers(reading)

    def name(self, run: Run, entity: Entity) -> None:
        """Somebody is named here."""
        forward = self.grammar(run.whole, run.after)
        if not run.body:
            forward += HEADING
        self._add(entity, run.first, run.sentence, run.paragraph, forward)

    def refer(self, token: Token, entity: Entity) -> None:
        """A pronoun or a description meant somebody here."""
        forward = self.grammar(token.index, token.index + 1) + PRONOUN_CHAIN
        self._add(entity, token.index, token.sentence, token.paragraph, forward)

    def _add(self, entity: Entity, index: int, sentence: int, paragraph: int, forward: float) -> None:
        self.places.append(Place(entity, index, sentence, paragraph, forward))

    def spoke(self, entity: Entity | None, paragraph: int) -> None:
        """Somebody was the source of a quote here."""
        if entity is not None:
            self.speaker, self.speaker_paragraph = entity, paragraph

    def grammar(self, first: int, after: int) -> float:
        """How much the words around tokens `first`…`after`-1 put forward what they name."""
        tokens = self.reading.tokens
        score = 0.0
        before = tokens[first - 1] if first and tokens[first - 1].sentence == tokens[first].sentence else None
        following = tokens[after] if after < len(tokens) and tokens[after].sentence == tokens[first].sentence else None
        if any(index in self.speaking for index in range(first, min(after, first + 6))):
            score += SPEAKER + SUBJECT
        elif (
            (
                before is None
                or (following is not None and following.tag in FINITE)
                or (
                    following is not None
                    and following.tag == "RB"
                    and after + 1 < len(tokens)
                    and tokens[after + 1].tag in FINITE
                )
            )
            or before.text == ","
            and following is not None
            and following.text == ","
        ):
            score += SUBJECT
        if following is not None and following.tag == "POS":
            score += POSSESSOR
        if before is not None and before.tag in ("IN", "TO"):
            score += AFTER_PREPOSITION
        return score

    def antecedent(self, token: Token, gender: str) -> Entity | None:
        """The person that a pronoun of that gender ("" for any) at this token most likely means, None if nobody is near."""
        best, best_score = None, ENOUGH
        for place in self.places[-LAST:]:
            entity = place.entity
            if place.index >= token.index or not entity.may_be_person or (gender and entity.gender not in ("", gender)):
                continue
            score = self._score(place, token, gender)
            if score > best_score:
                best, best_score = entity, score
        return best

    def _score(self, place: Place, token: Token, gender: str) -> float:
        entity = place.entity
        distance = self._plain[token.sentence] - self._plain[place.sentence]
        if distance > FURTHEST:
            return ENOUGH - 1
        score = place.forward + SENTENCE * distance + PARAGRAPH * min(token.paragraph - place.paragraph, 4)
        score += PROMINENCE * entity.weight
        if entity.gender == gender:
            score += GENDER_KNOWN
        if entity.is_person:
            score += PERSON_KNOWN
        if entity is self.speaker and token.paragraph - self.speaker_paragraph <= 3:
            score += PREVIOUS_SPEAKER
        return score - 0.0005 * min(token.index - place.index, 400)


def _plain_numbers(reading: Reading) -> list[int]:
    """For each sentence how many sentences with words outside quotation marks begin before it."""
    numbers, count = [], 0
    for sentence in reading.sentences:
        numbers.append(count)
        count += any(not token.quoted and token.text[0].isalpha() for token in sentence.tokens)
    return numbers
