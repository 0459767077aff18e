"""A search engine of arrays behind Whoosh's schema and query objects; README.md beside this file tells how it works."""

from .errors import (
    ArraysError,
    IndexDamaged,
    IndexMissing,
    IndexOutdated,
    IndexUnusable,
    MergeBusy,
    TooLarge,
    WriterBusy,
)
from .index import Index, Status
from .layout import Words, as_written
from .view import Found

__all__ = [
    "ArraysError",
    "Found",
    "Index",
    "IndexDamaged",
    "IndexMissing",
    "IndexOutdated",
    "IndexUnusable",
    "MergeBusy",
    "Status",
    "TooLarge",
    "Words",
    "WriterBusy",
    "as_written",
]
