"""Counts that lead somewhere: rows of name, number, bar and link, as panels and tables show them."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Count:
    """One counted thing; `share` is its per cent of the largest, for a bar."""

    label: str
    count: int
    url: str = ""
    share: float = 0
    value: str = ""
    chosen: bool = False

    @property
    def href(self) -> str:
        return self.url

    @property
    def width(self) -> str:
        """Of its bar."""
        return f"{self.share:g}%"


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts under one heading, with the number of those left out and where they are."""

    label: str
    choices: tuple[Count, ...]
    more: int = 0
    more_url: str = ""
    name: str = ""

    @property
    def total(self) -> int:
        return sum(count.count for count in self.choices)


def tally(label: str, counts: Iterable[Count], *, limit: int = 0, more_url: str = "", name: str = "") -> Tally:
    """The counts with their shares, in the order given, at most `limit` of them (0 for all)."""
    rows = list(counts)
    shown = rows[:limit] if limit else rows
    largest = max((row.count for row in shown), default=0) or 1
    choices = (
        Count(row.label, row.count, row.url, round(100 * row.count / largest, 1), row.value, row.chosen)
        for row in shown
    )
    return Tally(label, tuple(choices), len(rows) - len(shown), more_url, name)
