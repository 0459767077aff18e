"""What is counted over much of the archive, kept until the archive changes.

The database notes every change that the index must learn, and the index numbers its states. So as long as the index is
in the same state and the same notes wait, articles, quotes, sources and publications are as they were. Roles, which the
index doesn't hold, are made anew whenever they change.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from threading import Lock

from django.db import connection, transaction

from articles.arrays import IndexUnusable
from articles.models import IndexNote, Role

from .params import ARTICLES, QUOTES
from .statement import prepared
from .store import index

_WAITING = (
    f"SELECT (SELECT max(id) FROM {IndexNote._meta.db_table}), (SELECT count(*) FROM {IndexNote._meta.db_table}), "
    f"(SELECT max(id) FROM {Role._meta.db_table})"
)
_shared: ContextVar[list[tuple | None]] = ContextVar("the state that all of a page is of")


class _Value:
    """One kept value and the state it is of; its lock lets one thread count while the others wait for it."""

    __slots__ = ("lock", "state", "value")

    def __init__(self) -> None:
        self.lock, self.state, self.value = Lock(), None, None


def kept(size: int) -> Callable[[Callable], Callable]:
    """Keeps the last `size` values of a function, by its arguments, until articles, quotes, sources or roles change.

    All that the function asks the database is answered as of one moment, whatever is saved meanwhile. The values must not be changed by who gets them, and may depend on nothing else, such as today's date.
    """

    def keeping(count: Callable) -> Callable:
        values: OrderedDict[tuple, _Value] = OrderedDict()
        guard = Lock()

        @wraps(count)
        def counted(*args: object, **named: object) -> object:
            with at_once() as state:
                if state is None:
                    with _one_moment():
                        return count(*args, **named)
                key = (args, *sorted(named.items()))
                with guard:
                    value = values.setdefault(key, _Value())
                    values.move_to_end(key)
                    while len(values) > size:
                        values.popitem(last=False)
                with value.lock:
                    if value.state != state:
                        with _one_moment():
                            value.value, value.state = count(*args, **named), state
                    return value.value

        return counted

    return keeping


@contextmanager
def _one_moment() -> Iterator[None]:
    """All queries inside see the database as the first of them does; inside a transaction, as that one does."""
    if connection.in_atomic_block:
        yield
        return
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield


@contextmanager
def at_once() -> Iterator[tuple | None]:
    """All that is kept and asked for inside is of one state of the archive, which is looked up once; gives that state."""
    if (outer := _shared.get(None)) is not None:
        yield outer[0]
        return
    state = _state()
    token = _shared.set([state])
    try:
        yield state
    finally:
        _shared.reset(token)


def _state() -> tuple | None:
    """Differs after every change; None while there is no index to tell by."""
    with prepared() as cursor:
        cursor.execute(_WAITING)
        waiting = cursor.fetchone()
    try:
        return waiting, *(_state_of(of) for of in (ARTICLES, QUOTES))
    except IndexUnusable:
        return None


def _state_of(of: str) -> tuple:
    used = index(of)
    return used.folder, used.view().contents.head
