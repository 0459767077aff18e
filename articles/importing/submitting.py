"""Files and addresses taken in as an import, their bytes kept until they are read."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import BinaryIO

from django.db import transaction

from articles.importing.waking import wake
from articles.models import Import, ImportedFile
from articles.readers.columns import FIELDS
from articles.readers.data import Rejected
from articles.readers.limits import LARGEST_FILE


class TooBig(Rejected):
    def __init__(self, name: str) -> None:
        super().__init__(
            f"“{name[:100]}” is larger than {LARGEST_FILE:,} bytes; load it on the server with "
            "manage.py load_articles, which takes JSON Lines of any size."
        )


class NothingSent(Rejected):
    def __init__(self) -> None:
        super().__init__("Choose files or give addresses to import.")


class NoSuchField(Rejected):
    def __init__(self) -> None:
        super().__init__("Say which column holds the headline and which the text, and give no field two columns.")


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as sent: its name, its size in bytes, and the bytes to read."""

    name: str
    size: int
    file: BinaryIO


@dataclass(frozen=True, slots=True)
class Address:
    """A web address to fetch, as typed."""

    url: str


@transaction.atomic
def submit(sent: Iterable[Upload | Address], *, by=None) -> Import:
    """A new import of these; it is read and forecast by `work`. Raises `Rejected`, with nothing stored."""
    sent = list(sent)
    if not sent:
        raise NothingSent
    made = Import.objects.create(by=by)
    for one in sent:
        if isinstance(one, Address):
            url = one.url if "://" in one.url else f"https://{one.url}"
            ImportedFile.objects.create(of=made, name=url[:300], url=url[:2000])
            continue
        if one.size > LARGEST_FILE:
            raise TooBig(one.name)
        ImportedFile.objects.create(of=made, name=one.name.replace("\0", "")[:300] or "?", data=one.file.read())
    wake()
    return made


@transaction.atomic
def map_columns(file: ImportedFile, columns: dict[str, str]) -> None:
    """Say what the columns of a file hold, and have it read again; remembered for files with the same header.

    Raises `NoSuchField` where headline or text is missing, or a field is given twice.
    """
    columns = {name: field for name, field in columns.items() if name in file.header and field in FIELDS}
    fields = list(columns.values())
    if not {"headline", "body"} <= set(fields) or len(set(fields)) < len(fields):
        raise NoSuchField
    file.columns, file.is_read = columns, False
    file.items.all().delete()
    file.save()
    file.of.state = Import.State.READING
    file.of.save()
    wake()


def remembered_columns(header: list[str]) -> dict[str, str]:
    """What was last said of a file with these columns."""
    like = ImportedFile.objects.filter(header=header).exclude(columns={}).order_by("-pk")
    return like.values_list("columns", flat=True).first() or {}
