"""Many articles from files, each stored or refused by itself."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from django.db import transaction

from articles.ingest import What, ingest
from articles.readers.data import Rejected
from articles.readers.json_lines import Line


@dataclass(slots=True)
class Tally:
    """What became of the lines read: `counts` by outcome, `problems` as (line number, sentence)."""

    counts: Counter = field(default_factory=Counter)
    problems: list[tuple[int, str]] = field(default_factory=list)

    def __str__(self) -> str:
        read = self.counts.total() + len(self.problems)
        done = ", ".join(f"{self.counts[what]} {what}" for what in What)
        return f"{read} read: {done}, {len(self.problems)} rejected"


def load(lines: Iterable[Line], *, origin: str, tally: Tally, done: Callable[[Line], None]) -> None:
    """Store every article of `lines`, counting into `tally`; `done` is called after each line.

    A line that can't be stored is noted with its sentence and the others go on.
    """
    for line in lines:
        try:
            if line.problem:
                raise line.problem
            tally.counts[ingest(line.article, origin=origin).what] += 1
        except Rejected as problem:
            tally.problems.append((line.number, str(problem)))
        done(line)


def rehearse(lines: Iterable[Line], *, origin: str, tally: Tally, done: Callable[[Line], None]) -> None:
    """As `load`, and then everything taken back."""
    with transaction.atomic():
        load(lines, origin=origin, tally=tally, done=done)
        transaction.set_rollback(True)
