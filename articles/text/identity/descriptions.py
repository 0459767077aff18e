"""Whom "the senator", "the 34-year-old", "the company" or "the report" means."""

from collections.abc import Sequence
from itertools import pairwise

from ..reading import Reading
from ..tokens import Token
from .antecedents import Trail
from .cast import OFFICES, Cast
from .entity import Entity
from .folding import fold, word_set
from .organisations import NOUNS
from .runs import Named
from .titles import KIN, OFFICE_NAMES, alike, is_human_noun, noun_gender

DEFINITE = frozenset(("the", "this", "that"))
NEWCOMERS = (
    OFFICE_NAMES
    | word_set("""official spokesman spokeswoman spokesperson source aide insider person man woman judge prosecutor lawyer officer detective
    coroner magistrate doctor consultant surgeon specialist paramedic midwife nurse driver neighbour neighbor resident victim suspect worker staffer questioner narrator moderator reporter interviewer
    host member user commenter expert analyst speaker audience supporter protester student passenger customer caller friend colleague
    counsel attorney solicitor barrister juror defendant policeman policewoman constable clerk operator operative ally adviser advisor
    foreman forewoman usher bailiff associate boss representative manager owner heckler demonstrator caller gunman intruder reader viewer listener onlooker bystander
    passer-by shopper auditor-general attorney-general solicitor-general governor-general director-general secretary-general inspector-general""")
)
"""Nouns that, even with "the", may bring in somebody new; the others take up somebody named before."""


SILKS = frozenset(("QC", "KC", "SC"))
PLEADS = frozenset(("submitted", "contended", "pleaded"))
LAWYERS = word_set("counsel barrister advocate attorney lawyer solicitor prosecutor silk adv pleader")
_TRADES = """bishop archbishop vicar priest|judge coroner magistrate sheriff|barrister solicitor lawyer attorney prosecutor|sergeant
    inspector detective constable superintendent|doctor surgeon nurse consultant scientist professor|minister mayor councillor senator
    governor commissioner secretary speaker|chair chairman chairwoman|coach manager|referee umpire|king queen pope|farmer|
    teacher headteacher principal|economist analyst"""
TRADES = tuple(word_set(words) for words in _TRADES.split("|"))
"""Walks of life of which somebody has one, as a rule."""
RANKS = word_set("constable sergeant inspector superintendent commissioner lieutenant captain major colonel general")
OFFICIALS = word_set(
    "politician mp lawmaker deputy chief officer leader candidate commissioner collector premier cllr councillor member head"
)
"""What else may be told of somebody who holds an office."""
SPOUSES = frozenset(("wife", "husband", "widow", "widower"))
OF_TEAMS = frozenset(("manager", "boss"))
"""Of whom "the Rovers manager" is somebody known."""
DEGREES = frozenset(("prime", "first", "chief"))
"""Of ministers."""
SITTING = (
    OFFICES
    | NEWCOMERS
    | word_set("""chair chairman chairwoman chairperson coroner magistrate sheriff recorder principal headteacher
    commissioner speaker treasurer chancellor referee umpire mp councillor lawmaker widow mother father husband wife""")
)
"""Of whom there is one in the room, so that "the judge" is always the same."""
EXAMINED = word_set("witness defendant accused deponent")
EXAMINATION = 6
"""Paragraphs that an examination may have run on since its witness was named."""
MOST = 40
"""Places looked at where somebody is named."""
LONG_BEFORE = 3
"""Sentences after which somebody is no longer the first to be thought of."""
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
        if early:
            before = self.trail.antecedent(words[0], gender, named=True)
            early = before is None or of_other_roles(before, head)
        for entity in self.cast.entities[:400]:
            if (
                (id(entity) not in seen and not early)
                or not entity.may_be_person
                or (gender and entity.gender not in ("", gender))
            ):
                continue
            shared = sum(1 for word in heads if word in entity.role_words) + _is_prelate(head, entity)
            if not shared or of_another_rank(head, entity) or _of_another(words, entity):
                continue
            if _of_another_degree(words, entity):
                continue
            score = (
                0.4
                + 0.6 * min(shared, 2)
                + 0.6 * (head in entity.role_words)
                + 0.7 * len((plain - {head}) & entity.role_words.keys())
            )
            score -= 0.08 * min(words[0].sentence - seen[id(entity)], 30) if id(entity) in seen else 2.0
            score -= 0.8 * sum(token.tag == "NNP" and fold(token.text) not in entity.role_words for token in words[:-1])
            score += 0.25 * entity.weight + 0.4 * (entity is self.trail.speaker)
            if best is None or score > best_score:
                best, best_score = entity, score
        return best or self._by_age(words)

    def is_newer(self, one: Entity, other: Entity) -> bool:
        """Whether one of two spoke last, or was spoken of after the other."""
        last = self.trail.last
        return self.trail.speaker is one or last.get(id(one), -1) > last.get(id(other), -1)

    def nearer(self, words: Sequence[Token], found: Entity) -> Entity | None:
        """ "Tigers mentor Dave Hull … “Yes,” the coach laughed.": the paragraph's own person of whom no other trade is
        told, where the one whose trade it is was last spoken of long before."""
        head, gender = fold(words[-1].text), noun_gender(fold(words[-1].text))
        if head in SITTING or words[0].sentence - self.trail.last.get(id(found), 0) < LONG_BEFORE:
            return None
        here = (place for place in reversed(self.trail.places[-NEAR:]) if place.paragraph == words[0].paragraph)
        own = next((place.entity for place in here if place.subject and _is_likely_person(place.entity)), found)
        if own is found or own.phrase or own.contradicts(gender) or of_another_rank(head, own):
            return None
        return None if of_other_roles(own, head) else own

    def _by_age(self, words: Sequence[Token]) -> Entity | None:
        age = words[-1].text.partition("-")[0]
        if not age.isdigit() and len(words) > 1:
            age = words[1].text.partition("-")[0]
        if not age.isdigit():
            return None
        return next((entity for entity in reversed(self.cast.entities) if entity.age == age), None)

    def taken_up(self, words: Sequence[Token]) -> Entity | None:
        """ "the striker", of somebody whose trade was not told: the person last put forward."""
        joint = next((k for k, token in enumerate(words) if k and token.lower in ("of", "for")), len(words))
        last = fold(words[joint - 1].text)  # "the Minister | for Health"
        gender = noun_gender(last)
        if (
            words[0].tag in ("PRP$",)
            or any(after.tag == "POS" and before.lower in NOUNS for before, after in pairwise(words))
            or words[0].lower in ("a", "an", "another", "one")
            or (last in NEWCOMERS and not (last in OF_TEAMS and any(token.tag == "NNP" for token in words)))
            or last in self.unnamed
        ):
            return None
        if last in EXAMINED:
            return self._examined(words[0]) or self.trail.antecedent(words[0], gender, named=True)
        entity = self.trail.antecedent(words[0], gender, named=True)
        if entity is None or _of_another_trade(last, entity) or of_another_rank(last, entity):
            return None
        if _of_another_degree(words, entity) or (last == "minister" and of_other_roles(entity, last)):
            return None
        if last in OF_TEAMS and of_other_roles(entity, last):
            return None
        return entity

    def _examined(self, token: Token) -> Entity | None:
        """The person last spoken of who is no lawyer, for "the witness"."""
        clients = {id(place.entity) for place in self.trail.places[-NEAR:] if self._is_client(place.index)}
        for place in reversed(self.trail.places[-NEAR:]):
            entity = place.entity
            near = place.index < token.index and token.paragraph - place.paragraph <= EXAMINATION
            if (
                near
                and id(entity) not in clients
                and entity.is_person
                and not entity.phrase
                and not self._is_lawyer(entity)
            ):
                return entity
        return None

    def _is_client(self, index: int) -> bool:
        """ "Ann Bell KC, for Mr Hart, asked the witness": Mr Hart."""
        before = self.reading.tokens[max(0, index - 3) : index]
        return any(each.lower == "for" and before[k - 1].text == "," for k, each in enumerate(before) if k)

    def _is_lawyer(self, entity: Entity) -> bool:
        tokens = self.reading.tokens
        letters = any(tokens[index].text in SILKS for run in entity.runs for index in range(run.after, run.end))
        pleads = any(run.end < len(tokens) and tokens[run.end].lower in PLEADS for run in entity.runs)
        return letters or pleads or bool(LAWYERS & entity.role_words.keys())

    def counsel(self) -> Entity | None:
        """The lawyer last spoken of, for a bare "counsel"."""
        people = [place.entity for place in self.trail.places[-NEAR:] if place.entity.may_be_person]
        return next((entity for entity in reversed(people) if self._is_lawyer(entity)), None)

    def kin(self, words: Sequence[Token], owner: Entity | None) -> Entity | None:
        """ "his wife": the person introduced as such, sharing a surname with the owner if several are."""
        head = fold(words[-1].text)
        if head not in KIN:
            return None
        if owner is not None and head in owner.relatives:
            return owner.relatives[head]
        heads = alike(head)
        found = [
            entity
            for entity in self.cast.entities[:400]
            if entity.may_be_person and not heads.isdisjoint(entity.role_words)
        ]
        before = [entity for entity in found if any(run.first < words[0].index for run in entity.runs[:MOST])]
        if not before and owner is not None and head in SPOUSES:
            spouses = [entity for entity in self.cast.entities[:400] if self._spouse(entity, owner, noun_gender(head))]
            before = [entity for entity in spouses if entity.gender] or spouses
        others = [entity for entity in before if entity is not owner]
        return (others or before)[-1] if before else None

    def _spouse(self, entity: Entity, owner: Entity, gender: str) -> bool:
        """Whether an entity has the owner's surname and the other's gender."""
        return (
            entity is not owner
            and len(entity.words) > 1
            and len(owner.words) > 1
            and entity.words[-1] == owner.words[-1]
            and entity.gender in ("", gender)
            and owner.gender != gender
        )


def of_other_roles(entity: Entity, head: str) -> bool:
    """Whether somebody is said to be something, and not this."""
    told = {word for word in entity.role_words if is_human_noun(word)}
    return bool(told) and not told & alike(head)


def _is_likely_person(entity: Entity) -> bool:
    unknown = entity.kind is Named.UNSURE and len(entity.words) > 1 and entity.may_be_person
    return entity.kind is Named.PERSON or (unknown and not NOUNS & set(entity.words) and not entity.hints["thing"])


def _is_prelate(head: str, entity: Entity) -> bool:
    """Whether a "Right Reverend" is meant by "the bishop"."""
    reverend = entity.role_words.keys() & {"rev", "revd", "reverend"}
    return head in ("bishop", "archbishop") and bool(reverend and entity.role_words.keys() & {"right", "rt", "most"})


def of_another_rank(head: str, entity: Entity) -> bool:
    """Whether another rank is told of somebody: a sergeant is no inspector, a Bishop Bell no archbishop."""
    if head == "archbishop":
        titles = {title for run in entity.runs[:MOST] for title in run.titles}
        return "bishop" in titles and "archbishop" not in titles
    return head in RANKS and head not in entity.role_words and bool(RANKS & entity.role_words.keys())


def _of_another_trade(head: str, entity: Entity) -> bool:
    """Whether an office or trade is told of somebody, and another one than this."""
    told = [trades for trades in TRADES if trades & entity.role_words.keys()]
    private = any(map(is_human_noun, entity.role_words)) and not (OFFICES | OFFICIALS) & entity.role_words.keys()
    if head in OFFICES and private:
        return True  # the minister is no postmistress
    return (
        bool(told)
        and not alike(head) & entity.role_words.keys()
        and any(head in trades for trades in TRADES)
        and not any(head in trades for trades in told)
    )


def _of_another_degree(words: Sequence[Token], entity: Entity) -> bool:
    """Neither is a transport minister "the first minister", nor the shadow chancellor "the chancellor"."""
    plain = {fold(token.text) for token in words}
    told = entity.role_words.keys()
    return bool(plain & DEGREES) and not plain & DEGREES & told or ("shadow" in told and "shadow" not in plain)


def _of_another(words: Sequence[Token], entity: Entity) -> bool:
    """ "The Athletic coach" is not the Wanderers coach: both are of something named, and not of the same."""
    named = {fold(token.text) for token in words[1:-1] if token.text[0].isupper()}
    own = {fold(word) for role in entity.roles for word in role.text.split()[:-1] if word[0].isupper()}
    return bool(named) and bool(own) and not named & own and not named & entity.role_words.keys()
