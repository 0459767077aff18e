"""The work of imports, piece by piece: each piece is claimed, done and noted in one transaction.

So a process that is killed leaves its piece as if never begun, another takes it up, and no article is stored
twice. Several processes may work at once: they skip what another has claimed.
"""

import io
import logging
import threading
import time

from django.db import InterfaceError, OperationalError, connection, transaction

from articles import duplicates
from articles.duplicates import HasTwin, Twins
from articles.fetching import fetch
from articles.importing.submitting import remembered_columns
from articles.importing.undoing import take_back_one
from articles.importing.waking import rung
from articles.ingest import What, forecast, ingest
from articles.models import Import, ImportedFile, ImportedItem
from articles.readers import read
from articles.readers.data import Rejected, as_row, from_row
from articles.readers.item import Item
from articles.readers.json_lines import UnknownKeys
from articles.readers.table import NoColumns

logger = logging.getLogger(__name__)
BATCH = 500
_PAUSE = 2.0
Outcome = ImportedItem.Outcome
_worker: threading.Thread | None = None


def keep_working() -> None:
    """Start this process's worker, once: it does what imports wait for, those of a process that died included."""
    global _worker
    if _worker is None or not _worker.is_alive():
        _worker = threading.Thread(target=_work_for_ever, name="imports", daemon=True)
        _worker.start()


def _work_for_ever() -> None:
    while True:
        try:
            work()
        except (OperationalError, InterfaceError) as error:
            logger.warning("The imports lost the database and try again: %s", error)
        except Exception:
            logger.exception("The imports stumbled and go on.")
        connection.close()
        rung.wait(_PAUSE)
        rung.clear()
        time.sleep(0.05)


def work() -> int:
    """Do all that imports wait for; how many pieces were done."""
    done = 0
    while _a_file() or _an_item() or take_back_one():
        done += 1
    return done


@transaction.atomic
def _a_file() -> bool:
    """Read one file that waits, and say of every item what would become of it."""
    waiting = ImportedFile.objects.filter(of__state=Import.State.READING, is_read=False)
    file = waiting.select_for_update(skip_locked=True, of=("self",)).first()
    if file is None:
        return _all_read()
    try:
        data, url = (bytes(file.data), file.url) if file.data is not None else _fetched(file)
    except Rejected as problem:
        _note(file, [Item("", problem=problem)])
        file.is_read = True
        file.save()
        return True
    items = read(io.BytesIO(data), columns=file.columns or None, url=url)
    for some in batched_items(items):
        _note(file, some)
    if not file.columns:
        _remember(file, data)
    file.is_read = True
    file.data = data if file.wants_columns else None
    file.save()
    return True


def batched_items(items):
    """The items in lists short enough to store at once."""
    some = []
    for item in items:
        some.append(item)
        if len(some) == BATCH:
            yield some
            some = []
    yield some


def _fetched(file: ImportedFile) -> tuple[bytes, str]:
    fetched = fetch(file.url)
    return fetched.data, fetched.url


def _all_read() -> bool:
    """Show imports whose files have all been read; whether there was one."""
    unread = ImportedFile.objects.filter(is_read=False).values("of")
    return bool(Import.objects.filter(state=Import.State.READING).exclude(pk__in=unread).update(state="ready"))


def _note(file: ImportedFile, items: list[Item]) -> None:
    ImportedItem.objects.bulk_create([_row(file, item) for item in items])
    header = next((i.problem.columns for i in items if isinstance(i.problem, NoColumns | UnknownKeys)), None)
    if header and not file.columns:
        file.header = [_plain(str(name)) for name in header][:200]


def _remember(file: ImportedFile, data: bytes) -> None:
    """Read a file of unknown columns as one like it was read before."""
    if columns := file.header and remembered_columns(file.header):
        file.columns = columns
        file.items.all().delete()
        for some in batched_items(read(io.BytesIO(data), columns=columns)):
            _note(file, some)


def _row(file: ImportedFile, item: Item) -> ImportedItem:
    row = ImportedItem(file=file, where=_plain(item.where))
    if item.left:
        row.forecast = row.outcome = Outcome.LEFT
        row.sentence = _plain(item.left)
        return row
    try:
        if item.problem:
            raise item.problem
        row.data = as_row(item.article)
        row.forecast = forecast(item.article).value
        if row.forecast == What.CREATED and (found := duplicates.twins(item.article.body)):
            row.sentence = _plain(str(found[0]))
    except Rejected as problem:
        row.data = None
        row.forecast = row.outcome = Outcome.REFUSED
        row.sentence = _plain(str(problem))
    return row


def _plain(text: str) -> str:
    """What a database takes of a sentence that may quote anything."""
    return text.encode(errors="replace").decode().replace("\0", "")[:500]


@transaction.atomic
def _an_item() -> bool:
    """Store one article that waits."""
    waiting = ImportedItem.objects.filter(outcome=Outcome.WAITING, file__of__state=Import.State.RUNNING)
    item = waiting.select_related("file__of").select_for_update(skip_locked=True, of=("self",)).order_by("pk").first()
    if item is None:
        return _all_stored()
    try:
        origin = f"import {item.file.of_id}: {item.file.name}"
        outcome = ingest(from_row(item.data), origin=origin, twins=Twins(item.file.of.twins))
    except HasTwin as problem:
        item.outcome, item.sentence = Outcome.LEFT, _plain(str(problem))
    except Rejected as problem:
        item.outcome, item.sentence = Outcome.REFUSED, _plain(str(problem))
    else:
        item.outcome, item.before = outcome.what.value, outcome.before
        item.article, item.version = outcome.article, outcome.article.version
    item.data = {"headline": item.headline}
    item.save()
    return True


def _all_stored() -> bool:
    waiting = ImportedItem.objects.filter(outcome=Outcome.WAITING).values("file__of")
    return bool(Import.objects.filter(state=Import.State.RUNNING).exclude(pk__in=waiting).update(state="done"))
