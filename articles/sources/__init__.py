"""Who is who: which source a name means, which two sources are one."""

from .duplicates import suggestions
from .finding import find
from .merging import Unmergeable, merge, not_the_same, unmerge
from .pairing import pairs
from .resolving import Namesakes, another, called, known, learn, name_key, resolve, sort_key, unnamed
from .tidying import Hearing

__all__ = [
    "Hearing",
    "Namesakes",
    "Unmergeable",
    "another",
    "called",
    "find",
    "known",
    "learn",
    "merge",
    "name_key",
    "not_the_same",
    "pairs",
    "resolve",
    "sort_key",
    "suggestions",
    "unmerge",
    "unnamed",
]
