"""The work of imports, piece by piece: each piece is claimed, done and noted in one transaction.

So a process that is killed leaves its piece as if never begun, another takes it up, and no article is stored
twice. Several processes may work at once: they skip what another has claimed.
"""

import io
import logging
import threading
import time
from collections.abc import Callable

from django.db import InterfaceError, OperationalError, connection, transaction

from articles import duplicates
from articles.duplicates import HasTwin, Twins
from articles.fetching import fetch
from articles.importing.submitting import remembered_columns
from articles.importing.undoing import take_back_one
from articles.importing.waking import rung
from articles.ingest import Stumbled, What, forecast, ingest
from articles.models import Import, ImportedFile, ImportedItem
from articles.readers import read
from articles.readers.data import Rejected, as_row, from_row
from articles.readers.item import Item
from articles.readers.json_lines import UnknownKeys
from articles.readers.table import NoColumns
from articles.roles import visibility_for

logger = logging.getLogger(__name__)
BATCH = 500
SOME = 50
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
            if _alone():
                work()
        except (OperationalError, InterfaceError) as error:
            logger.warning("The imports lost the database and try again: %s", error)
        except Exception:
            logger.exception("The imports stumbled and go on.")
        connection.close()  # another process may work now
        rung.wait(_PAUSE)
        rung.clear()
        time.sleep(0.05)


def _alone() -> bool:
    """Whether no other process of a server works on imports, until this thread's connection is closed.

    They could, but would wait for each other at every source that they both meet.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(hashtext('on_the_record_imports'))")
        return cursor.fetchone()[0]


def work() -> int:
    """Do all that imports wait for; how many pieces were done."""
    done = 0
    while some := _a_file() + _forecasts() + _upto(SOME, _an_item) + _upto(SOME, take_back_one):
        done += some
    return done


def _upto(limit: int, piece: Callable[[], bool]) -> int:
    """Do a piece again and again, until there is no other or `limit` are done; how many were."""
    return next((done for done in range(limit) if not piece()), limit)


@transaction.atomic
def _a_file() -> bool:
    """Read one file that waits."""
    waiting = ImportedFile.objects.filter(of__state=Import.State.READING, is_read=False)
    file = waiting.select_for_update(skip_locked=True, of=("self",)).first()
    if file is None:
        return False
    try:
        with transaction.atomic():
            _read(file)
    except Rejected as problem:
        _note(file, [Item("", problem=problem)])
    except (OperationalError, InterfaceError):
        raise
    except Exception:  # whatever is in one file, the others go on
        logger.exception("File %s of import %s could not be read.", file.pk, file.of_id)
        _note(file, [Item("", problem=Stumbled())])
    file.is_read = True
    file.save()
    return True


def _read(file: ImportedFile) -> None:
    """Note every item of a file, whose bytes are kept only if a person has to say what its columns hold."""
    data, url = (bytes(file.data), file.url) if file.data is not None else _fetched(file)
    for some in batched_items(read(io.BytesIO(data), columns=file.columns or None, url=url)):
        _note(file, some)
    if not file.columns:
        _remember(file, data)
    file.data = data if file.wants_columns else None


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
    reading = Import.objects.filter(state=Import.State.READING)
    unread = ImportedFile.objects.filter(is_read=False, of__in=reading).values("of")
    unsaid = ImportedItem.objects.filter(forecast=Outcome.WAITING, file__of__in=reading).values("file__of")
    return bool(reading.exclude(pk__in=unread).exclude(pk__in=unsaid).update(state="ready"))


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
    if item.problem:
        row.forecast = row.outcome = Outcome.REFUSED
        row.sentence = _plain(str(item.problem))
    else:
        row.data = as_row(item.article)
    return row


@transaction.atomic
def _forecasts() -> int:
    """Say of some items that were read what would become of them; of how many it was said."""
    unsaid = ImportedItem.objects.filter(forecast=Outcome.WAITING, file__in=_files(Import.State.READING))
    items = list(unsaid.select_for_update(skip_locked=True, of=("self",)).order_by("pk")[:SOME])
    for item in items:
        _forecast(item)
    ImportedItem.objects.bulk_update(items, ["forecast", "outcome", "sentence"])
    return len(items) or _all_read()


def _forecast(item: ImportedItem) -> None:
    data = from_row(item.data)
    try:
        item.forecast = forecast(data).value
    except Rejected as problem:
        item.forecast = item.outcome = Outcome.REFUSED
        item.sentence = _plain(str(problem))
        return
    if item.forecast == What.CREATED and (found := duplicates.twins(data.body)):
        item.sentence = _plain(str(found[0]))


def _files(state: str) -> list[int]:
    """The files of imports in a state: a list, so that the database seeks items by their order alone."""
    return list(ImportedFile.objects.filter(of__state=state).values_list("pk", flat=True))


def _plain(text: str) -> str:
    """What a database takes of a sentence that may quote anything."""
    return text.encode(errors="replace").decode().replace("\0", "")[:500]


@transaction.atomic
def _an_item() -> bool:
    """Store one article that waits."""
    waiting = ImportedItem.objects.filter(outcome=Outcome.WAITING, file__in=_files(Import.State.RUNNING))
    item = (
        waiting.select_related("file__of__by").select_for_update(skip_locked=True, of=("self",)).order_by("pk").first()
    )
    if item is None:
        return _all_stored()
    try:
        origin = f"import {item.file.of_id}: {item.file.name}"
        outcome = ingest(
            from_row(item.data),
            origin=origin,
            visibility=visibility_for(item.file.of.by),
            twins=Twins(item.file.of.twins),
        )
    except HasTwin as problem:
        item.outcome, item.sentence = Outcome.LEFT, _plain(str(problem))
    except Rejected as problem:
        item.outcome, item.sentence = Outcome.REFUSED, _plain(str(problem))
    except (OperationalError, InterfaceError):
        raise
    except Exception:  # whatever is in one article, the others go on
        logger.exception("Item %s of import %s could not be stored.", item.pk, item.file.of_id)
        item.outcome, item.sentence = Outcome.REFUSED, str(Stumbled())
    else:
        item.outcome, item.before = outcome.what.value, outcome.before
        item.article, item.version = outcome.article, outcome.article.version
    item.data = {"headline": item.headline}
    item.save()
    return True


def _all_stored() -> bool:
    running = Import.objects.filter(state=Import.State.RUNNING)
    waiting = ImportedItem.objects.filter(outcome=Outcome.WAITING, file__of__in=running).values("file__of")
    return bool(running.exclude(pk__in=waiting).update(state="done"))
