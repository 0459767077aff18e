"""The two indexes on disk, one a kind of row, and what becomes of them when they can't be used."""

import logging
import threading
from functools import cache
from pathlib import Path

from django.conf import settings
from django.db import connection, connections

from articles.arrays import Index, IndexMissing, IndexUnusable, MergeBusy
from articles.models import Article, IndexNote

from .documents import ROWS_OF_NOTES, documents, rows
from .params import ARTICLES, QUOTES
from .problems import Unavailable
from .schema import FACETS, ORDER, VERSION, schema

logger = logging.getLogger(__name__)

AT_ONCE = 300
"""An archive of so many articles is indexed while the reader waits; a larger one in the background."""

_rebuilding = threading.Lock()


def index(of: str) -> Index:
    """The index of "articles" or "quotes" of this database, in the folder that the settings name."""
    return _index(str(settings.SEARCH_INDEX_DIR), of, f"{VERSION} {_database(connection.settings_dict['NAME'])}")


@cache
def _index(folder: str, of: str, version: str) -> Index:
    return Index(Path(folder) / of, schema(), order=ORDER, facets=FACETS[of], version=version)


@cache
def _database(name: str) -> str:
    """Which database this is; a copy restored elsewhere is another one, and its index is made anew."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT (SELECT system_identifier FROM pg_control_system()), oid FROM pg_database WHERE datname = %s",
            [name],
        )
        return "-".join(map(str, cursor.fetchone()))


def is_rebuilding() -> bool:
    """Whether this process makes an index anew in the background."""
    return _rebuilding.locked()


def rebuild(of: str, *, progress=lambda rows: rows) -> int:
    """Make an index anew beside the live one and switch to it; the number of rows in it.

    Readers go on meanwhile, and so may drains. Raises MergeBusy while another process does the same.
    """
    noted = next(kind for kind, rows_of in ROWS_OF_NOTES.items() if rows_of == of)
    learnt = list(IndexNote.objects.filter(of=noted).values_list("pk", flat=True))
    made = index(of).rebuild(documents(progress(rows(of).order_by("pk").iterator(chunk_size=500)), of=of))
    IndexNote.objects.filter(pk__in=learnt).delete()
    return made


def usable(of: str) -> Index:
    """The index, made anew if it is missing, damaged or another's. Raises Unavailable while that takes its time."""
    found = index(of)
    try:
        found.status()
    except IndexUnusable as error:
        logger.log(
            logging.INFO if isinstance(error, IndexMissing) else logging.WARNING, "%s is made anew: %s", of, error
        )
        mend(of)
    return found


def mend(of: str) -> None:
    """Make an index anew: at once if the archive is small, else in the background, and then raises Unavailable."""
    if Article.objects.order_by()[: AT_ONCE + 1].count() <= AT_ONCE:
        try:
            rebuild(of)
        except MergeBusy:
            raise Unavailable() from None
        return
    if not _rebuilding.locked():
        threading.Thread(target=_rebuild_unusable, name="index rebuild", daemon=True).start()
    raise Unavailable()


def _rebuild_unusable() -> None:
    if not _rebuilding.acquire(blocking=False):
        return
    try:
        for of in (ARTICLES, QUOTES):
            try:
                index(of).status()
            except IndexUnusable:
                rebuild(of)
    except MergeBusy:
        logger.info("Another process makes the index anew.")
    except Exception:
        logger.exception("The index could not be made anew.")
    finally:
        _rebuilding.release()
        connections.close_all()
