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

from articles.search import store
from articles.search.documents import documents, rows
from articles.search.draining import drain, refresh
from articles.search.params import ARTICLES, QUOTES
from articles.search.problems import Unavailable

__all__ = ["Drift", "check", "drain", "keep_current", "rebuild", "refresh"]

logger = logging.getLogger(__name__)

CHANNEL = "on_the_record_index"
_PAUSE = 2.0
"""Seconds after which the listener looks for notes even if it heard of none."""


def rebuild(*, progress: Callable = lambda rows, of: rows) -> dict[str, int]:
    """Make both indexes anew beside the live ones; the number of rows in each."""
    return {of: store.rebuild(of, progress=lambda found, of=of: progress(found, of)) for of in (ARTICLES, QUOTES)}


@dataclass(frozen=True, slots=True)
class Drift:
    """Ids by which an index differs from the database."""

    of: str
    missing: tuple[int, ...]
    """Should be found, and isn't."""
    stale: tuple[int, ...]
    """Is found as it was, not as it is."""
    extra: tuple[int, ...]
    """Is found, and shouldn't be."""

    @property
    def ids(self) -> tuple[int, ...]:
        return (*self.missing, *self.stale, *self.extra)


def check(of: str) -> Drift:
    """Compare an index with the database both ways, by id and stamp; every byte of it is read first.

    Raises arrays.IndexUnusable where the index can't be read, Unavailable while it is being made.
    """
    index = store.index(of)
    index.check()
    stamps = index.numbers("stamp")
    missing, stale = [], []
    for key, document in documents(rows(of).order_by("pk").iterator(chunk_size=500), of=of):
        stamp = stamps.pop(key, None)
        if stamp is None:
            missing.append(key)
        elif stamp != document["stamp"]:
            stale.append(key)
    return Drift(of, tuple(missing), tuple(stale), tuple(stamps))


_listener: threading.Thread | None = None


def keep_current() -> None:
    """Start this process's listener, once: it drains as soon as a transaction with notes is committed anywhere."""
    global _listener
    if _listener is None or not _listener.is_alive():
        _listener = threading.Thread(target=_listen_for_ever, name="index listener", daemon=True)
        _listener.start()


def _listen_for_ever() -> None:
    while True:
        try:
            _listen()
        except (OperationalError, InterfaceError) as error:
            logger.warning("The index listener lost the database and tries again: %s", error)
        except Unavailable:
            logger.info("The index is being made; its notes wait.")
        except Exception:
            logger.exception("The index listener stumbled and goes on.")
        connection.close()
        time.sleep(_PAUSE)


def _listen() -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"LISTEN {CHANNEL}")
    while True:
        if not drain():
            for of in (ARTICLES, QUOTES):
                store.index(of).merge()
        with connection.wrap_database_errors:
            for _ in connection.connection.notifies(timeout=_PAUSE, stop_after=1):
                pass
