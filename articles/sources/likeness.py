"""Whether two names can be one person's or one body's. Names come as keys: folded, without dots.

Never by a score: "George W. Bush" and "George H. W. Bush" are nearly alike and two people.
"""

from enum import StrEnum
from functools import lru_cache

from rapidfuzz.distance import OSA

TITLES = frozenset(
    {
        *("mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "lord", "lady", "rev", "the"),
        *("sen", "senator", "rep", "gov", "governor", "gen", "general", "col", "capt", "sgt", "lt", "president"),
        *("minister", "secretary", "judge", "justice", "king", "queen", "prince", "princess"),
        *("phd", "md", "obe", "mbe", "cbe", "qc", "kc", "mp"),
    }
)
GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})
MISSPELT_FROM = 7
"""Letters of a name from which one wrong letter is a slip and not another name."""


class Likeness(StrEnum):
    """Why two names may be one's."""

    SAME = "same"
    ORDER = "order"
    SURNAME = "surname"
    INITIALS = "initials"
    PART = "part"
    SPELLING = "spelling"
    GENERATION = "generation"


@lru_cache(maxsize=20_000)
def words_of(name: str) -> tuple[str, ...]:
    """The words that name somebody, titles and generations left out."""
    words = _split(name)
    return tuple(word for word in words if word not in TITLES and word not in GENERATIONS) or words


def person_likeness(one: str, other: str) -> Likeness | None:
    """Why two names of persons, folded, may be one's; None where they can't be."""
    a, b = words_of(one), words_of(other)
    generations = [GENERATIONS.intersection(_split(name)) for name in (one, other)]
    if all(generations) and generations[0] != generations[1]:
        return None
    if a == b:
        return Likeness.GENERATION if any(generations) and not all(generations) else Likeness.SAME
    if sorted(a) == sorted(b):
        return Likeness.ORDER
    if min(len(a), len(b)) == 1:
        single, full = (a, b) if len(a) == 1 else (b, a)
        return Likeness.SURNAME if len(single[0]) > 1 and single[0] == full[-1] else _misspelt(a, b)
    if a[-1] == b[-1] and _given_agree(a[:-1], b[:-1]):
        initials = any(len(word) == 1 for word in (*a, *b)) or len(a) != len(b)
        return Likeness.INITIALS if initials else Likeness.PART
    return _misspelt(a, b)


def body_likeness(one: str, other: str) -> Likeness | None:
    """Why two names of organisations, folded, may be one's: the same words, or a slip of spelling."""
    a, b = words_of(one), words_of(other)
    if a == b:
        return Likeness.SAME
    if sorted(a) == sorted(b):
        return Likeness.ORDER
    return _misspelt(a, b)


@lru_cache(maxsize=20_000)
def _split(name: str) -> tuple[str, ...]:
    return tuple(name.lower().replace(".", " ").replace(",", " ").replace("-", " ").split())


def _given_agree(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether given names can be one person's: the first agree, and middle names nowhere contradict."""
    if not _agree(a[0], b[0]):
        return False
    shorter, longer = sorted((a[1:], b[1:]), key=len)
    return not shorter or (len(shorter) == len(longer) and all(map(_agree, shorter, longer)))


def _agree(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])


def _misspelt(a: tuple[str, ...], b: tuple[str, ...]) -> Likeness | None:
    """One letter wrong in one long word, everything else the same."""
    if len(a) != len(b):
        return None
    differing = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    if len(differing) != 1 or min(map(len, differing[0])) < MISSPELT_FROM:
        return None
    return Likeness.SPELLING if OSA.distance(*differing[0], score_cutoff=1) <= 1 else None
