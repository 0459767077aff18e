"""Many articles from files, each stored or refused by itself."""

import logging
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from django.db import InterfaceError, OperationalError, transaction

from articles.duplicates import HasTwin, Twins
from articles.ingest import Stumbled, What, ingest
from articles.readers.data import Rejected
from articles.readers.item import Item

logger = logging.getLogger(__name__)


@dataclass(slots=True)
class Tally:
    """What became of the items read: `counts` by outcome, `problems` as sentences that say where, `left` by the
    sentence why they are rightly no articles."""

    counts: Counter = field(default_factory=Counter)
    problems: list[str] = field(default_factory=list)
    left: Counter = field(default_factory=Counter)

    def __str__(self) -> str:
        left = self.left.total()
        read = self.counts.total() + len(self.problems) + left
        done = ", ".join(f"{self.counts[what]} {what}" for what in What)
        return f"{read} read: {done}, {len(self.problems)} rejected" + (f", {left} left out" if left else "")


def load(
    items: Iterable[Item], *, name: str, tally: Tally, done: Callable[[Item], None], twins: Twins = Twins.KEEP
) -> None:
    """Store every article of the file called `name`, counting into `tally`; `done` is called after each item.

    An item that can't be stored is noted with its sentence and the others go on.
    """
    for item in items:
        try:
            if item.problem:
                raise item.problem
            if item.article:
                tally.counts[ingest(item.article, origin=name, twins=twins).what] += 1
            else:
                tally.left[item.left] += 1
        except HasTwin:
            tally.left["The archive has nearly this text already."] += 1
        except Rejected as problem:
            tally.problems.append(_told(name, item, problem))
        except (OperationalError, InterfaceError):
            raise
        except Exception:  # whatever is in one article, the others go on
            logger.exception("%s, %s could not be stored.", name, item.where)
            tally.problems.append(_told(name, item, Stumbled()))
        done(item)


def _told(name: str, item: Item, problem: Rejected) -> str:
    return f"{name}, {item.where}: {problem}" if item.where else f"{name}: {problem}"


def rehearse(
    items: Iterable[Item], *, name: str, tally: Tally, done: Callable[[Item], None], twins: Twins = Twins.KEEP
) -> None:
    """As `load`, and then everything taken back."""
    with transaction.atomic():
        load(items, name=name, tally=tally, done=done, twins=twins)
        transaction.set_rollback(True)
