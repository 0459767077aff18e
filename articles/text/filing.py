"""Which words of a person's name are the family name, by which directories and reference lists file it."""

from collections.abc import Sequence

from .identity.extents import PARTICLES
from .identity.folding import fold, word_set
from .identity.given_names import FAMILY_FIRST, is_given
from .identity.titles import SUFFIXES

FATHERS = word_set("bin binti binte ibn bint a/l a/p s/o d/o")
"""Words between somebody's name and the father's: nobody there has a family name."""
BEGINNINGS = PARTICLES - FATHERS - {"ap", "y", "und", "e", "in"} | word_set("o ni nic mac mag ui mhic san santa 't dal")
"""Words with which a family name begins, though they stand apart."""

EASTERN = word_set("jong thi duc minh ngoc anh tuan thanh linh huong hyun jae seung soo mei ying jun ming")
"""Given names of China, Korea and Vietnam that are known as given names, so that they don't speak for another order."""


def family_starts(words: Sequence[str]) -> int:
    """The position at which a family name that stands last begins: 1 in ["Ann", "van", "der", "Berg"]."""
    first = len(words) - 1
    while first > 1 and fold(words[first - 1]) in BEGINNINGS:
        first -= 1
    for before in (["in"], ["mac", "an"], ["mhic", "an"], ["mac", "giolla"]):  # "in 't Veld", "Mac an Ghoill"
        at = first - len(before)
        if at > 0 and [word.lower() for word in words[at:first]] == before:
            return at
    return first


def filed(name: str) -> str:
    """The name as a directory files it: "Bell, Ann", "van der Berg, Ann", "Bell, Ann Jr.", "Ban Ki-moon", "Omar bin Said"."""
    words = name.split()
    suffix = [words.pop()] if len(words) > 2 and fold(words[-1]) in SUFFIXES else []
    if len(words) < 2 or _family_first(words) or any(word.lower() in FATHERS for word in words):
        return name
    first = family_starts(words)
    return f"{' '.join(words[first:])}, {' '.join([*words[:first], *suffix])}"


def _family_first(words: Sequence[str]) -> bool:
    """ "Ban Ki-moon", "Kim Jong Un", "Nguyen Thi Lan": no "Jim Yong Kim", no "Ben Park"."""
    folded = [fold(word) for word in words]
    if folded[0] not in FAMILY_FIRST:
        return False
    if len(words) == 2:
        return "-" in folded[1]
    return len(words) < 5 and not any(is_given(word) for word in folded[1:] if word not in FAMILY_FIRST | EASTERN)
