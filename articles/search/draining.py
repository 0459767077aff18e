"""Bringing the index up to date with the notes that the database keeps of every change."""

import fcntl
import logging
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from articles.arrays import WriterBusy
from articles.models import IndexNote

from .documents import ROWS_OF_NOTES, Names, documents, rows
from .statement import prepared
from .store import usable

logger = logging.getLogger(__name__)

BATCH = 5000
"""Notes drained in one commit."""
PATIENCE = 2.0
"""Seconds to wait for whoever just writes the index."""
A_FEW = 200
"""So many notes may wait without a reader's search being answered later for it."""


@contextmanager
def only_one(name: str) -> Iterator[bool]:
    """Whether no other process or thread is inside; the lock goes with its process, however that ends."""
    folder = Path(settings.SEARCH_INDEX_DIR)
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / f"{name}.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
            return
        yield True


def drain(*, limit: int = BATCH) -> int:
    """Bring the index up to date with the notes there are, at most `limit`; the number of notes drained.

    0 as well while another process drains. Raises Unavailable while the index is being made.
    """
    with only_one("drain") as alone:
        return _drain_batch(limit) if alone else 0


def drain_all() -> int:
    """Drain until nothing waits and tidy up the index; the number of notes drained."""
    drained = 0
    while found := drain():
        drained += found
    if drained:
        for of in ROWS_OF_NOTES.values():
            usable(of).merge()
    return drained


def _drain_batch(size: int) -> int:
    notes = list(IndexNote.objects.order_by("pk").values_list("pk", "of", "object_id")[:size])
    names = Names()
    for noted, of in ROWS_OF_NOTES.items():
        if ids := {object_id for _, kind, object_id in notes if kind == noted}:
            refresh(of, ids, names)
    if notes:
        IndexNote.objects.filter(pk__in=[pk for pk, _, _ in notes]).delete()
    return len(notes)


def refresh(of: str, ids: Iterable[int], names: Names | None = None) -> None:
    """Bring rows of "articles" or "quotes" up to date in the index, in one commit: changed, added or gone."""
    gone = set(ids)
    with usable(of).writer(timeout=PATIENCE) as writer:
        for key, document in documents(rows(of).filter(pk__in=gone.copy()).order_by("pk"), of=of, names=names):
            writer.update(key=key, **document)
            gone.discard(key)
        for key in gone:
            writer.delete(key)


def catch_up() -> None:
    """Before a search: drain what waits, so that the search sees what was saved before it.

    Where a listener runs in this process, a heap of notes is left to it.
    """
    waiting = _waiting()
    if not waiting:
        return
    try:
        if waiting > A_FEW and not listening.is_set():
            drain_all()
        else:
            drain(limit=A_FEW)
    except (OSError, WriterBusy) as error:
        logger.error("The index could not learn what changed; readers are shown what it knows: %s", error)


def _waiting() -> int:
    """How many notes there are, as far as it matters. Asked before every search, so without the ORM's detour."""
    with prepared() as cursor:
        cursor.execute(_COUNT)
        return cursor.fetchone()[0]


_COUNT = f"SELECT count(*) FROM (SELECT 1 FROM {IndexNote._meta.db_table} LIMIT {A_FEW + 1}) waiting"
listening = threading.Event()
"""Set while a listener of this process drains as soon as notes are committed."""
