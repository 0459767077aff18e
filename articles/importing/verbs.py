"""What a person can do with an import, and what she sees of it."""

from collections import Counter
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Count, QuerySet

from articles import text
from articles.importing.waking import wake
from articles.models import Import, ImportedItem
from articles.readers.data import Rejected, from_row

State = Import.State
SAMPLED = 3
MOST_WORDS = 40_000
"""Characters of an article that is read for a sample of its quotes."""


class NotNow(Rejected):
    def __init__(self, state: str) -> None:
        super().__init__(f"That can't be done now: the import is {state}.")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an import is: items or files `done` `of` all."""

    done: int
    of: int

    @property
    def per_cent(self) -> int:
        return 100 * self.done // self.of if self.of else 0


@dataclass(frozen=True, slots=True)
class Sample:
    """An article about to be stored, and the first quotes found in it as (words, speaker)."""

    headline: str
    byline: str
    published: str
    quotes: list[tuple[str, str]]


def failed() -> QuerySet[Import]:
    """Imports in which something was refused, latest first."""
    return Import.objects.failed()


def run(made: Import, *, twins: str = "") -> None:
    """Have the articles stored; also goes on with an import that was stopped. Raises `NotNow`.

    `twins` says what becomes of those with nearly the text of a stored one; "" leaves it as it was.
    """
    if twins in Import.Twins.values:
        made.twins = twins
        Import.objects.filter(pk=made.pk, state__in=(State.READY, State.CANCELLED)).update(twins=twins)
    _turn(made, State.RUNNING, among=(State.READY, State.CANCELLED))


def cancel(made: Import) -> None:
    """Stop; what is stored stays, and the import can go on or be taken back. Raises `NotNow`."""
    _turn(made, State.CANCELLED, among=(State.READING, State.READY, State.RUNNING))


def undo(made: Import) -> None:
    """Have everything it stored taken back but what a person has worked on since. Raises `NotNow`."""
    _turn(made, State.UNDOING, among=(State.DONE, State.CANCELLED))


@transaction.atomic
def _turn(made: Import, state: str, *, among: tuple[str, ...]) -> None:
    locked = Import.objects.select_for_update().get(pk=made.pk)
    if locked.state not in among:
        raise NotNow(locked.get_state_display())
    if state == State.RUNNING and _is_unread(locked):
        state = State.READING
    locked.state = made.state = state
    locked.save()
    wake()


def _is_unread(made: Import) -> bool:
    unsaid = ImportedItem.objects.filter(file__of=made, forecast="waiting")
    return made.files.filter(is_read=False).exists() or unsaid.exists()


def progress(made: Import) -> Progress:
    """Of files while they are read, of articles afterwards."""
    if made.state == State.READING and (unread := made.files.filter(is_read=False).count()):
        files = made.files.count()
        return Progress(files - unread, files)
    if made.state == State.READING:
        counts = tally(made, "forecast")
        return Progress(counts.total() - counts["waiting"], counts.total())
    counts = tally(made, "outcome")
    if made.state == State.UNDOING:
        back = counts["undone"] + counts["kept"]
        return Progress(back, back + counts["created"] + counts["updated"])
    return Progress(counts.total() - counts["waiting"], counts.total())


def tally(made: Import, field: str) -> Counter[str]:
    """How many items by `forecast` or by `outcome`."""
    rows = ImportedItem.objects.filter(file__of=made).values_list(field).annotate(n=Count("pk")).order_by()
    return Counter(dict(rows))


def preview(made: Import) -> list[Sample]:
    """Some articles that would be stored, of as many files as can be, each with quotes found in it."""
    waiting = ImportedItem.objects.filter(file__of=made, outcome="waiting", forecast__in=["created", "updated"])
    firsts = list(waiting.order_by("file_id", "pk").distinct("file_id")[:SAMPLED])
    others = waiting.exclude(pk__in=[item.pk for item in firsts])[: SAMPLED - len(firsts)]
    return [_sample(item) for item in [*firsts, *others]]


def _sample(item: ImportedItem) -> Sample:
    data = from_row(item.data)
    body = data.body[:MOST_WORDS]
    found = text.extract(body, published=data.published_on)
    quotes = []
    for quote in found.quotes[:3]:
        speaker = found.sources[quote.source].name if quote.source is not None else ""
        quotes.append((" … ".join(body[start:end] for start, end in quote.spans), speaker))
    return Sample(data.headline, data.byline, str(data.published_on or ""), quotes)
