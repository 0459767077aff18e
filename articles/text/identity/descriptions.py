"""Whom "the senator", "the 34-year-old", "the company" or "the report" means."""

from collections.abc import Sequence

from ..reading import Reading
from ..tokens import Token
from .antecedents import Trail
from .cast import Cast
from .entity import Entity
from .folding import fold, word_set
from .titles import KIN, OFFICE_NAMES, alike, noun_gender

DEFINITE = frozenset(("the", "this", "that"))
NEWCOMERS = OFFICE_NAMES | word_set("""official spokesman spokeswoman spokesperson source aide insider person man woman judge prosecutor lawyer officer detective
    coroner magistrate doctor nurse driver neighbour neighbor resident victim suspect worker staffer questioner narrator moderator reporter interviewer
    host member user commenter expert analyst speaker audience supporter protester student passenger customer caller friend colleague
    counsel attorney solicitor barrister juror defendant policeman policewoman constable clerk operator operative ally adviser advisor
    associate boss representative manager owner""")
"""Nouns that, even with "the", may bring in somebody new; the others take up somebody named before."""


SILKS = frozenset(("QC", "KC", "SC"))
LAWYERS = word_set("counsel barrister advocate attorney lawyer solicitor prosecutor silk adv pleader")
NEAR = 40
"""Places looked back at for whoever is meant."""
EARLY = 2
"""Paragraphs in which somebody may be described before being named."""
ANYBODY = word_set("""official spokesman spokeswoman spokesperson source aide insider person man woman member supporter
    resident worker staffer user friend colleague boy girl child leader boss""")
"""Nouns too general for that."""


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
        gender = noun_gender(head)
        best, best_score = None, 0.0
        seen = self.trail.last
        early = words[0].paragraph <= EARLY and head not in ANYBODY
        for entity in self.cast.entities[:400]:
            if (
                (id(entity) not in seen and not early)
                or not entity.may_be_person
                or (gender and entity.gender not in ("", gender))
            ):
                continue
            shared = sum(1 for word in heads if word in entity.role_words)
            if not shared:
                continue
            score = 1.0 + 0.6 * (head in entity.role_words) + 0.7 * len((plain - {head}) & entity.role_words.keys())
            score -= 0.08 * min(words[0].sentence - seen[id(entity)], 30) if id(entity) in seen else 2.0
            score -= 0.8 * sum(token.tag == "NNP" and fold(token.text) not in entity.role_words for token in words[:-1])
            score += 0.25 * entity.weight + 0.4 * (entity is self.trail.speaker)
            if best is None or score > best_score:
                best, best_score = entity, score
        return best or self._by_age(words)

    def _by_age(self, words: Sequence[Token]) -> Entity | None:
        age = words[-1].text.partition("-")[0]
        if not age.isdigit() and len(words) > 1:
            age = words[1].text.partition("-")[0]
        if not age.isdigit():
            return None
        return next((entity for entity in reversed(self.cast.entities) if entity.age == age), None)

    def taken_up(self, words: Sequence[Token]) -> Entity | None:
        """ "the striker", of somebody whose trade was not told: the person last put forward."""
        last = fold(words[-1].text)
        gender = noun_gender(last)
        if (
            words[0].tag in ("PRP$",)
            or words[0].lower in ("a", "an", "another", "one")
            or last in NEWCOMERS
            or last in self.unnamed
        ):
            return None
        return self.trail.antecedent(words[0], gender, named=True)

    def counsel(self) -> Entity | None:
        """The lawyer last spoken of, for a bare "counsel"."""
        tokens = self.reading.tokens
        for place in reversed(self.trail.places[-NEAR:]):
            entity = place.entity
            letters = any(tokens[index].text in SILKS for run in entity.runs for index in range(run.after, run.end))
            if entity.is_person and (letters or LAWYERS & entity.role_words.keys()):
                return entity
        return None

    def kin(self, words: Sequence[Token], owner: Entity | None) -> Entity | None:
        """ "his wife": the person introduced as such, sharing a surname with the owner if several are."""
        head = fold(words[-1].text)
        if head not in KIN:
            return None
        if owner is not None and head in owner.relatives:
            return owner.relatives[head]
        found = [entity for entity in self.cast.entities[:400] if head in entity.role_words and entity.may_be_person]
        before = [entity for entity in found if entity.runs and entity.runs[0].first < words[0].index]
        if not before and owner is not None and head in ("wife", "husband"):
            before = [entity for entity in self.cast.entities[:400] if self._spouse(entity, owner, noun_gender(head))]
        others = [entity for entity in before if entity is not owner]
        return (others or before)[-1] if before else None

    def _spouse(self, entity: Entity, owner: Entity, gender: str) -> bool:
        """Whether an entity has the owner's surname and the other's gender."""
        return (
            entity is not owner
            and len(entity.words) > 1
            and len(owner.words) > 1
            and entity.words[-1] == owner.words[-1]
            and entity.gender == gender
            and owner.gender != gender
        )
