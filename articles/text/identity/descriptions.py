"""Whom "the senator", "the 34-year-old", "the company" or "the report" means."""

from collections.abc import Sequence

from ..reading import Reading
from ..tokens import Token
from . import organisations
from .antecedents import Trail
from .cast import Cast
from .entity import Entity
from .folding import fold, word_set
from .runs import Named
from .titles import KIN, OFFICE_NAMES, alike, noun_gender

DEFINITE = frozenset(("the", "this", "that"))
NEWCOMERS = OFFICE_NAMES | word_set("""official spokesman spokeswoman spokesperson source aide insider person man woman judge prosecutor lawyer witness officer detective
    coroner magistrate doctor nurse driver neighbour neighbor resident victim suspect worker staffer questioner narrator moderator reporter interviewer
    host member user commenter expert analyst speaker audience supporter protester student passenger customer caller friend colleague
    counsel attorney solicitor barrister juror defendant policeman policewoman constable clerk operator operative ally adviser advisor
    associate boss representative manager owner""")
"""Nouns that, even with "the", may bring in somebody new; the others take up somebody named before."""
NEAR = 25
"""Places in which organisations are looked for."""


class Descriptions:
    """Resolves definite descriptions against the cast and the trail."""

    def __init__(self, reading: Reading, cast: Cast, trail: Trail) -> None:
        self.reading = reading
        self.cast = cast
        self.trail = trail
        self.unnamed: dict[str, Entity] = {}
        """Unnamed sources so far, by their head noun."""

    def person(self, words: Sequence[Token]) -> Entity | None:
        """Who is meant by a definite phrase about one person; `words` without quotation."""
        head = fold(words[-1].text)
        plain = {fold(token.text) for token in words if token.tag in ("NN", "NNP", "JJ", "CD")}
        heads = alike(head)
        position = words[0].index
        gender = noun_gender(head)
        best, best_score = None, 0.0
        seen: dict[int, float] = {}
        for place in self.trail.places:
            if place.index < position:
                seen[id(place.entity)] = place.sentence
        for entity in self.cast.entities[:400]:
            if id(entity) not in seen or not entity.may_be_person or (gender and entity.gender not in ("", gender)):
                continue
            shared = sum(1 for word in heads if word in entity.role_words)
            if not shared:
                continue
            score = 1.0 + 0.6 * (head in entity.role_words) + 0.7 * len((plain - {head}) & entity.role_words.keys())
            score -= 0.08 * min(words[0].sentence - seen[id(entity)], 30)
            score += 0.25 * entity.weight + 0.4 * (entity is self.trail.speaker)
            if best is None or score > best_score:
                best, best_score = entity, score
        return best or self._by_age(words) or self._taken_up(words, head, gender)

    def _by_age(self, words: Sequence[Token]) -> Entity | None:
        age = words[-1].text.partition("-")[0]
        if not age.isdigit() and len(words) > 1:
            age = words[1].text.partition("-")[0]
        if not age.isdigit():
            return None
        return next((entity for entity in reversed(self.cast.entities) if entity.age == age), None)

    def _taken_up(self, words: Sequence[Token], head: str, gender: str) -> Entity | None:
        """ "the striker", of somebody whose trade was not told: the person last put forward."""
        last = fold(words[-1].text)
        if words[0].lower not in DEFINITE or last in NEWCOMERS or last in self.unnamed:
            return None
        return self.trail.antecedent(words[0], gender)

    def kin(self, words: Sequence[Token], owner: Entity | None) -> Entity | None:
        """ "his wife": the person introduced as such, sharing a surname with the owner if several are."""
        head = fold(words[-1].text)
        if head not in KIN:
            return None
        found = [entity for entity in self.cast.entities[:400] if head in entity.role_words and entity.may_be_person]
        before = [entity for entity in found if entity.runs and entity.runs[0].first < words[0].index]
        others = [entity for entity in before if entity is not owner]
        return (others or before)[-1] if before else None

    def organisation(self, words: Sequence[Token]) -> Entity | None:
        """The organisation that "the company" or "the council" takes up, None if none of that sort was named."""
        head = fold(words[-1].text)
        sorts = organisations.noun_types(head)
        plain = {fold(token.text) for token in words[:-1] if token.tag in ("NN", "NNP", "JJ")}
        fallback = None
        for place in reversed(self._things_before(words[0].index)):
            entity = place.entity
            if head in entity.words or (sorts & organisations.types_of(entity.words)):
                return entity
            if plain & set(entity.words) and len(plain) == 1:
                return entity
            if head in (
                "company",
                "firm",
                "group",
                "organisation",
                "organization",
                "charity",
                "agency",
                "newspaper",
                "site",
                "website",
                "magazine",
                "outlet",
                "network",
            ):
                fallback = fallback or (entity if entity.kind is Named.ORGANISATION else None)
            if head in ("country", "government", "nation", "state", "regime") and entity.kind is Named.PLACE:
                return entity
        return fallback

    def publisher(self, words: Sequence[Token]) -> Entity | None:
        """Whose report "the report" is: the organisation last said to have made one of that sort."""
        head = fold(words[-1].text)
        for place in reversed(self._things_before(words[0].index)):
            run_end = place.index + len(place.entity.words) + 3
            near = self.reading.tokens[place.index : run_end + 4]
            before = self.reading.tokens[max(0, place.index - 6) : place.index]
            if any(token.lower == head for token in near) or any(
                token.lower == head and any(link.lower in ("by", "from", "of", "with") for link in before)
                for token in before
            ):
                return place.entity if place.entity.kind is not Named.PLACE else None
        return None

    def _things_before(self, index: int):
        return [
            place
            for place in self.trail.places[-NEAR:]
            if place.index < index and not place.entity.is_person and not place.entity.phrase
        ]
