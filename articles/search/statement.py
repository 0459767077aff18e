"""Rows by key with one statement, compiled once; a server that may keep plans (`prepare_threshold`) plans it once, too."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import psycopg
from django.db import DEFAULT_DB_ALIAS, connection
from django.db.backends.utils import CursorWrapper
from django.db.models import BooleanField, Model, QuerySet
from django.db.models.expressions import RawSQL
from django.db.models.query import get_related_populators


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
        kinds = compiler.klass_info
        self.model, own = kinds["model"], kinds["select_fields"]
        self.columns = slice(own[0], own[-1] + 1)
        self.fields = {column[0].target.attname for column in compiler.select[self.columns]}
        self.related = get_related_populators(kinds, compiler.select, DEFAULT_DB_ALIAS)
        self.annotated = tuple(compiler.annotation_col_map.items())

    def rows(self, keys: Iterable[int]) -> dict[int, Model]:
        """The rows there are of these keys, by key."""
        keys = list(keys)
        if not keys:
            return {}
        with prepared() as cursor:
            cursor.execute(self.sql, (*self.before, keys, *self.after))
            found = cursor.fetchall()
        return {row.pk: row for row in map(self._made, found)}

    def _made(self, values: tuple) -> Model:
        row = self.model.from_db(DEFAULT_DB_ALIAS, self.fields, values[self.columns])
        for related in self.related:
            related.populate(values, row)
        for name, column in self.annotated:
            setattr(row, name, values[column])
        return row


def _around(params: tuple, given: object) -> tuple[tuple, tuple]:
    """What stands before and after the very object `given`."""
    at = next(at for at, param in enumerate(params) if param is given)
    return tuple(params[:at]), tuple(params[at + 1 :])
