"""Whether two printed names may be one person's or one thing's."""

from .entity import Entity, surname_key
from .extents import PARTICLES
from .folding import word_set
from .given_names import same_given
from .runs import Run

SURNAME_BEGINNINGS = word_set("mac mag nic ni o ui de te van von")
SMALL = frozenset(("the", "of", "and", "for", "a", "in", "&"))


def ends(entity: Entity, words: tuple[str, ...]) -> bool:
    """Whether an entity's name is longer and ends in these words, or begins after its given name with them."""
    size = len(words)
    if len(entity.words) <= size:
        return False
    if entity.words[-size:] == words:
        return True
    return words[0] in PARTICLES and surname_key(entity.words[-1]) == surname_key(words[-1])


def last_in_full(entity: Entity, run: Run) -> int:
    """Where the entity was last named in full before the run, -1 where not or long ago."""
    before = [other for other in entity.runs[-40:] if other.first < run.first and len(other.words) > 1]
    last = max(before, key=lambda other: other.first, default=None)
    return last.first if last is not None and run.sentence - last.sentence <= 8 else -1


def lacks_given_name(run: Run) -> bool:
    """ "van der Walt", "Mr Mac Giolla Bhríde": a surname of several words, whose bearer may be named in full below."""
    return run.folded[0] in PARTICLES or (run.folded[0] in SURNAME_BEGINNINGS and bool(run.titles))


def thing_words(folded: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in folded if word != "the") or folded


def one_person(entity: Entity, words: tuple[str, ...], suffix: str) -> bool:
    """Whether a full name may be this person's: same surname, given names that go together."""
    if len(entity.words) < 2 or (suffix and suffix != entity.suffix):
        return False
    if entity.words == words:
        return True
    if surname_key(entity.words[-1]) != surname_key(words[-1]):
        return False
    if same_given(entity.words[0], words[0]):
        return True
    return len(words) > 2 and len(entity.words) == 2 and words[1] == entity.words[0] and words[0] not in SMALL
