"""The whole archive as one file of JSON Lines, and back: every row as it is, decisions and history included.

The first line says format, version and the release's last migration; each line after it is one row as Django
serialises it; the last counts the lines and has their SHA-256. The same archive gives the same bytes.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import BinaryIO

from django.apps import apps
from django.contrib.auth.models import Group, User
from django.core import serializers
from django.core.management.color import no_style
from django.core.serializers.base import DeserializationError, DeserializedObject
from django.core.serializers.json import DjangoJSONEncoder
from django.db import IntegrityError, connection, models, transaction
from django.db.migrations.recorder import MigrationRecorder

from articles.models import Article, IndexNote

FORMAT = "On the Record archive"
VERSION = 1
BATCH = 500
ACCOUNTS = (Group, User)


class NotRestored(Exception):
    """Why nothing was read back; `str()` is the sentence."""


class NotAnArchive(NotRestored):
    def __init__(self) -> None:
        super().__init__("This is not an archive as export_archive writes it.")


class Damaged(NotRestored):
    def __init__(self, why: str) -> None:
        super().__init__(f"The file is damaged: {why}. Nothing was changed.")


class Newer(NotRestored):
    def __init__(self) -> None:
        super().__init__("The file was written by a newer release: upgrade first, then read it.")


class NotEmpty(NotRestored):
    def __init__(self, count: int) -> None:
        super().__init__(f"There are {count:,} articles here already. To lose them for those of the file: --replace.")


class Exact(DjangoJSONEncoder):
    """Times to the microsecond, as the database has them; Django's own cuts them to thousandths."""

    def default(self, o):
        return o.isoformat() if isinstance(o, datetime) else super().default(o)


def exported_models() -> list[type[models.Model]]:
    """What is written, in this order: accounts, then all that the archive stores but its notes to the index."""
    own = [model for model in apps.get_app_config("articles").get_models() if model is not IndexNote]
    return [*ACCOUNTS, *own]


def export(file: BinaryIO, *, done: Callable[[], None] = lambda: None) -> Counter[str]:
    """Write the archive as it is at this moment; how many rows of each model. `done` is called after each row."""
    counts: Counter[str] = Counter()
    digest = hashlib.sha256()

    def write(line: dict | str) -> None:
        text = line if isinstance(line, str) else json.dumps(line, ensure_ascii=False)
        data = text.encode() + b"\n"
        digest.update(data)
        file.write(data)

    with transaction.atomic():
        _freeze()
        write({"format": FORMAT, "version": VERSION, "migration": _last_migration()})
        for model in exported_models():
            for row in _rows(model):
                write(row)
                counts[model._meta.label_lower] += 1
                done()
        write({"rows": counts.total(), "sha256": digest.hexdigest()})
    return counts


def _freeze() -> None:
    """See one moment of the database from here to the end of the transaction, whatever others write."""
    if not connection.needs_rollback and len(connection.savepoint_ids) == 0:
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")


def _rows(model: type[models.Model]) -> Iterator[str]:
    every = model._base_manager.order_by("pk").iterator(chunk_size=BATCH)
    natural = model in ACCOUNTS  # permissions have other numbers in another database
    for row in every:
        text = serializers.serialize("jsonl", [row], cls=Exact, use_natural_foreign_keys=natural, ensure_ascii=False)
        yield text.rstrip("\n")


def _last_migration() -> str:
    applied = MigrationRecorder(connection).applied_migrations()
    return max(name for app, name in applied if app == "articles")


def restore(file: BinaryIO, *, replace: bool = False, done: Callable[[], None] = lambda: None) -> Counter[str]:
    """Read an archive back, accounts included, in one transaction; how many rows of each model.

    Without `replace` there may be no articles here. Raises `NotRestored`, with nothing changed.
    """
    lines = _checked(file)
    try:
        with transaction.atomic():
            if not replace and (count := Article.objects.count()):
                raise NotEmpty(count)
            _empty()
            counts = _insert_all(lines, done)
            _reset_sequences()
    except (DeserializationError, IntegrityError, LookupError, UnicodeError, ValueError) as error:
        raise Damaged(str(error).split("\n")[0][:200]) from error
    return counts


def _checked(file: BinaryIO) -> Iterator[str]:
    """The rows of the file; raises `NotRestored` at the first line that isn't as written."""
    first = file.readline(10_000)
    try:
        head = json.loads(first)
    except (ValueError, RecursionError) as error:
        raise NotAnArchive from error
    if not isinstance(head, dict) or head.get("format") != FORMAT:
        raise NotAnArchive
    if head.get("version") != VERSION or str(head.get("migration")) > _last_migration():
        raise Newer
    digest = hashlib.sha256(first)
    return _body(file, digest)


def _body(file: BinaryIO, digest) -> Iterator[str]:
    for rows, line in enumerate(file):
        if line.startswith(b'{"rows": '):
            end = json.loads(line)
            if end != {"rows": rows, "sha256": digest.hexdigest()}:
                raise Damaged("its lines are not those that were written")
            return
        digest.update(line)
        yield line.decode()
    raise Damaged("its end is missing")


def _empty() -> None:
    """Delete every row that a file would bring; the database tells the search index."""
    with connection.cursor() as cursor:
        for model in reversed(exported_models()):
            for many in model._meta.local_many_to_many:
                cursor.execute(f"DELETE FROM {connection.ops.quote_name(many.m2m_db_table())}")
        cursor.execute("DELETE FROM django_admin_log")
        for model in reversed(exported_models()):
            cursor.execute(f"DELETE FROM {connection.ops.quote_name(model._meta.db_table)}")


def _insert_all(lines: Iterable[str], done: Callable[[], None]) -> Counter[str]:
    known = set(exported_models())
    counts: Counter[str] = Counter()
    some: list[DeserializedObject] = []
    for row in serializers.deserialize("jsonl", lines):
        model = type(row.object)
        if model not in known:
            raise Damaged(f"it has rows of {model._meta.label_lower}, which no archive has")
        if some and (type(some[0].object) is not model or len(some) == BATCH):
            _insert(some)
            some = []
        some.append(row)
        if model in ACCOUNTS:  # the next one may name it
            _insert(some)
            some = []
        counts[model._meta.label_lower] += 1
        done()
    if some:
        _insert(some)
    return counts


def _insert(rows: list[DeserializedObject]) -> None:
    """Store rows of one model raw, as save_base(raw=True) does but many at once: the times they bear stay."""
    model = type(rows[0].object)
    manager = model._base_manager
    manager._insert([row.object for row in rows], fields=model._meta.local_concrete_fields, raw=True)
    for row in rows:
        for name, values in (row.m2m_data or {}).items():
            getattr(row.object, name).set(values)


def _reset_sequences() -> None:
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), exported_models()):
            cursor.execute(statement)
