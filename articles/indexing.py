"""Keeping the search index true to the database.

The database itself notes every change that the index must learn, in the transaction of the change. Draining reads
those notes, brings the rows up to date in the index, commits that, and only then deletes the notes: a process killed
anywhere in between leaves notes that are drained again, with the same result. One process drains at a time.
"""

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from django.db import InterfaceError, OperationalError, connection
from django.db.models import QuerySet

from articles.arrays import IndexUnusable
from articles.arrays import MergeBusy as Busy
from articles.models import IndexNote
from articles.search import store
from articles.search.documents import ROWS_OF_NOTES, documents, rows
from articles.search.draining import drain_all as drain
from articles.search.draining import listening, refresh
from articles.search.params import ARTICLES, QUOTES
from articles.search.problems import Unavailable

__all__ = ["BOTH", "Busy", "Drift", "check", "drain", "keep_current", "rebuild", "refresh", "repair"]

BOTH = (ARTICLES, QUOTES)

logger = logging.getLogger(__name__)

CHANNEL = "on_the_record_index"
_PAUSE = 2.0
"""Seconds after which the listener looks for notes even if it heard of none."""


def rebuild(*, progress: Callable = lambda rows, of: rows) -> dict[str, int]:
    """Make both indexes anew beside the live ones; the number of rows in each."""
    return {of: store.rebuild(of, progress=lambda found, of=of: progress(found, of)) for of in BOTH}


@dataclass(frozen=True, slots=True)
class Drift:
    """How an index differs from the database, in ids; false if it doesn't."""

    of: str
    rows: int
    """Rows compared."""
    missing: tuple[int, ...] = ()
    """Should be found, and aren't."""
    stale: tuple[int, ...] = ()
    """Are found as they were, not as they are."""
    extra: tuple[int, ...] = ()
    """Are found, and shouldn't be."""
    unusable: str = ""
    """Why the index can't be read at all."""

    @property
    def ids(self) -> tuple[int, ...]:
        return (*self.missing, *self.stale, *self.extra)

    def __bool__(self) -> bool:
        return bool(self.ids or self.unusable)


def check(of: str) -> Drift:
    """Compare an index with the database both ways, by id and stamp, after reading every byte of it.

    What waits in notes is drained first; what changes meanwhile is looked at twice.
    """
    try:
        store.index(of).check()
        drain()
        drift = _compare(of, rows(of).order_by("pk"))
        if drift and drain():
            again = _compare(of, rows(of).filter(pk__in=drift.ids))
            known = set(drift.ids)
            kept = [tuple(pk for pk in ids if pk in known) for ids in (again.missing, again.stale, again.extra)]
            drift = Drift(of, drift.rows, *kept)
    except IndexUnusable as error:
        return Drift(of, 0, unusable=str(error))
    return drift


def _compare(of: str, queryset: QuerySet) -> Drift:
    stamps = store.index(of).numbers("stamp")
    missing, stale, compared = [], [], 0
    for key, document in documents(queryset.iterator(chunk_size=500), of=of):
        compared += 1
        stamp = stamps.pop(key, None)
        if stamp is None:
            missing.append(key)
        elif stamp != document["stamp"]:
            stale.append(key)
    return Drift(of, compared, tuple(missing), tuple(stale), tuple(stamps))


def repair(of: str) -> Drift:
    """Mend what `check` finds, and tell what that was."""
    drift = check(of)
    if drift.unusable:
        store.rebuild(of)
    elif drift.ids:
        noted = next(kind for kind, rows_of in ROWS_OF_NOTES.items() if rows_of == of)
        IndexNote.objects.bulk_create([IndexNote(of=noted, object_id=pk) for pk in drift.ids])
        drain()
    return drift


_listener: threading.Thread | None = None


def keep_current() -> None:
    """Start this process's listener, once: it drains as soon as a transaction with notes is committed anywhere."""
    global _listener
    if _listener is None or not _listener.is_alive():
        _listener = threading.Thread(target=_listen_for_ever, name="index listener", daemon=True)
        _listener.start()


def _listen_for_ever() -> None:
    while True:
        listening.set()
        try:
            _listen()
        except (OperationalError, InterfaceError) as error:
            logger.warning("The index listener lost the database and tries again: %s", error)
        except Unavailable:
            logger.info("The index is being made; its notes wait.")
        except Exception:
            logger.exception("The index listener stumbled and goes on.")
        listening.clear()
        connection.close()
        time.sleep(_PAUSE)


def _listen() -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"LISTEN {CHANNEL}")
    for of in BOTH:
        store.usable(of)
    while True:
        drain()
        with connection.wrap_database_errors:
            for _ in connection.connection.notifies(timeout=_PAUSE, stop_after=1):
                pass
