"""Words that people write in small letters: with a capital at the beginning of a sentence they are nobody's name."""

from functools import cache

from .weights import load


@cache
def _words(which: str) -> frozenset[str]:
    return frozenset(load("ordinary")[which].split(" "))


def is_ordinary(word: str) -> bool:
    """Whether a word, in small letters, is far more often written so than with a capital within a sentence."""
    return word in _words("ordinary")


def is_common(word: str) -> bool:
    """Whether a word, in small letters, is written so at all; "state" and "hill" stand in names as often."""
    return word in _words("ordinary") or word in _words("too")
