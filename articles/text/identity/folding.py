"""Words of names in one spelling, and lists of words."""

from functools import lru_cache

from .. import folding

MOST_KEPT = 8192
"""Words of which an answer is kept."""


@lru_cache(MOST_KEPT)
def fold(word: str) -> str:
    """The word lower-cased, without accents and without full stops at its end."""
    return folding.fold(word[:80]).rstrip(".")


def word_set(text: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(text.split())
