"""A person's decisions on quotes: made one by one, kept with their history, never taken back by a machine."""

from .decisions import (
    add,
    attribute_to,
    certain,
    confirm,
    confirm_certain,
    decide,
    join,
    mend,
    move,
    reject,
    reopen,
    split,
    undo,
)
from .errors import Undecidable
from .states import revision

__all__ = [
    "Undecidable",
    "add",
    "attribute_to",
    "certain",
    "confirm",
    "confirm_certain",
    "decide",
    "join",
    "mend",
    "move",
    "reject",
    "reopen",
    "revision",
    "split",
    "undo",
]
