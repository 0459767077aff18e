"""What goes into the engine and what comes out: no Haystack, no Whoosh, no rows."""

from dataclasses import dataclass, field
from datetime import date

from articles.query import Node
from articles.query.tree import Everything


@dataclass(frozen=True, slots=True)
class Question:
    """One question to one index."""

    tree: Node = Everything()
    exact: tuple[tuple[str, str], ...] = ()
    """(field, value) that a hit must have: "source", "publication", "section", "kind", "attribution"."""
    since: date | None = None
    until: date | None = None
    upto: int | None = None
    """No row with a higher id."""
    order: str = "relevance"
    start: int = 0
    rows: int = 20
    facets: tuple[tuple[str, int], ...] = ()
    """(field, how many values at most)."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Row ids in order, the exact number of hits, and for each facet its (value, hits), most first."""

    keys: tuple[int, ...]
    total: int
    facets: dict[str, list[tuple[str, int]]]
    values: dict[str, int] = field(default_factory=dict)
    """For each facet, how many values there are in all."""
    scores: tuple[float, ...] = ()
    generation: str = ""
    """Which state of which index answered: what was looked up for one holds until the next."""
