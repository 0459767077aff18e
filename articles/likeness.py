"""How much of one text stands in another, and a sketch of a text by which the like of it is found.

Runs of five words are hashed (w-shingling); the smallest hashes are the sketch (bottom-k, Broder 1997: texts
that share most of their runs share most of these).
"""

import hashlib
import re

RUN = 5
"""Words of a run."""
SKETCH = 24
"""Hashes of a sketch."""
FEWEST = 20
"""Runs a text must have to be compared; a shorter one is like another only when it is the same."""
ALIKE = 0.6
"""From this share of the shorter text's runs on, two texts are versions of one story."""
SHORTEST = 0.3
"""A text with a smaller share of the longer one's runs is an excerpt, not a version."""
_WORD = re.compile(r"\w+")


def runs(text: str) -> frozenset[int]:
    """A hash (64 bits, signed) of every run of words, whatever the case and the marks between them."""
    words = _WORD.findall(text.casefold())
    joined = (" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1))
    return frozenset(
        int.from_bytes(hashlib.blake2b(run.encode(), digest_size=8).digest(), signed=True) for run in joined
    )


def sketch(text: str) -> list[int]:
    """The smallest hashes of the text's runs, ascending; empty for a text too short to be compared."""
    found = runs(text)
    return sorted(found)[:SKETCH] if len(found) >= FEWEST else []


def likeness(one: str, other: str) -> float:
    """The share of the shorter text's runs that stand in the longer, 0…1; 0 where one is but an excerpt."""
    first, second = runs(one), runs(other)
    shorter, longer = sorted((len(first), len(second)))
    if shorter < FEWEST or shorter < SHORTEST * longer:
        return 0.0
    return len(first & second) / shorter
