"""Words that people write in small letters: with a capital at the beginning of a sentence they are nobody's name."""

from functools import cache

from .weights import load


@cache
def _ordinary() -> frozenset[str]:
    return frozenset(load("ordinary").split(" "))


def is_ordinary(word: str) -> bool:
    """Whether a word, in small letters, is far more often written so than with a capital within a sentence."""
    return word in _ordinary()
