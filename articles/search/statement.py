"""Rows by key with one statement, compiled once; a server that may keep plans (`prepare_threshold`) plans it once, too."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import psycopg
from django.db import DEFAULT_DB_ALIAS, connection
from django.db.backends.utils import CursorWrapper
from django.db.models import BooleanField, Model, QuerySet
from django.db.models.base import ModelState
from django.db.models.expressions import RawSQL


@contextmanager
def prepared() -> Iterator[CursorWrapper]:
    """A cursor on this thread's connection that leaves values apart from the statement, and gets them in binary."""
    connection.close_if_health_check_failed()
    connection.ensure_connection()
    cursor = psycopg.Cursor(connection.connection)
    cursor.format = psycopg.pq.Format.BINARY
    made = connection.make_debug_cursor if connection.queries_logged else connection.make_cursor
    with made(cursor) as wrapped:
        yield wrapped


class Statement:
    """A QuerySet that is asked again and again about other rows: what Django works out of it each time, worked out once.

    `rows` gives the same objects as `queryset.in_bulk`, related ones and annotations included.
    """

    def __init__(self, queryset: QuerySet) -> None:
        asked: list[int] = []
        meta = queryset.model._meta
        one_of = RawSQL(f'"{meta.db_table}"."{meta.pk.column}" = ANY(%s)', [asked], BooleanField())
        compiler = queryset.filter(one_of).order_by().query.get_compiler(DEFAULT_DB_ALIAS)
        self.sql, params = compiler.as_sql()
        self.before, self.after = _around(params, asked)
        self.maker = _Maker(compiler.klass_info, compiler.select)
        self.annotated = tuple(compiler.annotation_col_map.items())

    def rows(self, keys: Iterable[int]) -> dict[int, Model]:
        """The rows there are of these keys, by key."""
        keys = list(keys)
        if not keys:
            return {}
        with prepared() as cursor:
            cursor.execute(self.sql, (*self.before, keys, *self.after))
            found = cursor.fetchall()
        shared: dict[tuple[_Maker, int], Model] = {}
        return {row.pk: row for row in (self._made(values, shared) for values in found)}

    def _made(self, values: tuple, shared: dict) -> Model:
        row = self.maker.made(values, shared)
        vars(row).update((name, values[column]) for name, column in self.annotated)
        return row


class _Maker:
    """Makes objects of one model, and those their foreign keys refer to, without `Model.__init__` and its signals,
    which take longer than the server does."""

    def __init__(self, kinds: dict, select: list) -> None:
        columns = kinds["select_fields"]
        self.model, self.columns = kinds["model"], slice(columns[0], columns[-1] + 1)
        self.names = tuple(column[0].target.attname for column in select[self.columns])
        self.key = columns[0] + self.names.index(self.model._meta.pk.attname)
        related = kinds.get("related_klass_infos", ())
        self.related = [(_Maker(of, select), of["local_setter"]) for of in related]

    def made(self, values: tuple, shared: dict) -> Model:
        """The object in these values of a row."""
        row = self.model.__new__(self.model)
        row._state = state = ModelState()
        state.adding, state.db = False, DEFAULT_DB_ALIAS
        vars(row).update(zip(self.names, values[self.columns], strict=True))
        for maker, put in self.related:
            put(row, maker.once(values, shared))
        return row

    def once(self, values: tuple, shared: dict) -> Model | None:
        """The object that others refer to: one and the same for all of them; None where there is none."""
        key = self, values[self.key]
        if key not in shared:
            shared[key] = None if key[1] is None else self.made(values, shared)
        return shared[key]


def _around(params: tuple, given: object) -> tuple[tuple, tuple]:
    """What stands before and after the very object `given`."""
    at = next(at for at, param in enumerate(params) if param is given)
    return tuple(params[:at]), tuple(params[at + 1 :])
