"""CSV, TSV and Excel tables: a row an article, columns found by their names or by a given mapping."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from .data import LIMITS, Rejected, article_data
from .dates import iso
from .item import Item, Unreadable

FIELDS = (*LIMITS, "published")
OTHER_NAMES = {
    "id": "external_id", "identifier": "external_id", "title": "headline", "head": "headline", "text": "body",
    "content": "body", "article": "body", "author": "byline", "authors": "byline", "by": "byline", "date": "published",
    "published_on": "published", "published_at": "published", "publication_date": "published", "source": "publication",
    "paper": "publication", "outlet": "publication", "newspaper": "publication", "link": "url", "address": "url",
    "lang": "language", "desk": "section", "category": "section",
}  # fmt: skip


class NoColumns(Unreadable):
    def __init__(self, columns: Iterable[str]) -> None:
        super().__init__(
            "Say which columns hold the headline and the text; the table has: "
            + (", ".join(str(column) for column in columns)[:300] or "none")
            + "."
        )


class NoTable(Unreadable):
    def __init__(self) -> None:
        super().__init__("The spreadsheet can't be opened; is it an .xlsx file without a password?")


def guess(columns: Iterable[str]) -> dict[str, str]:
    """The field each column holds, by its name; columns of unknown names are not in it."""
    found = {}
    for column in columns:
        name = str(column).strip().casefold().replace(" ", "_")
        field = name if name in FIELDS else OTHER_NAMES.get(name)
        if field and field not in found.values():
            found[column] = field
    return found


def read_csv(data: bytes, *, mapping: Mapping[str, str] | None = None) -> Iterator[Item]:
    """The rows of a CSV or TSV file in UTF-8 (or Windows-1252, as Excel writes it)."""
    text = decode(data)
    csv.field_size_limit(20_000_000)
    try:
        dialect = csv.Sniffer().sniff(text[:20_000], delimiters=",;\t|")
    except csv.Error:
        dialect = csv.excel_tab if "\t" in text.split("\n", 1)[0] else csv.excel
    dialect.doublequote = True
    try:
        yield from read_rows(csv.reader(io.StringIO(text, newline=""), dialect), mapping=mapping)
    except csv.Error as error:
        raise Unreadable(f"The table is broken: {error}.") from error


def read_xlsx(data: bytes, *, mapping: Mapping[str, str] | None = None) -> Iterator[Item]:
    """The rows of the first sheet, formulas as the values last shown."""
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    except (InvalidFileException, BadZipFile, KeyError, ValueError, OSError) as error:
        raise NoTable from error
    sheet = book.worksheets[0]
    yield from read_rows(
        ([_cell(value) for value in row] for row in sheet.iter_rows(values_only=True)), mapping=mapping
    )


def read_rows(rows: Iterable[list[str]], *, mapping: Mapping[str, str] | None = None) -> Iterator[Item]:
    """An item a row after the first, which names the columns."""
    rows = iter(rows)
    columns = next(rows, [])
    mapping = mapping or guess(columns)
    if not {"headline", "body"} <= set(mapping.values()):
        raise NoColumns(columns)
    for number, row in enumerate(rows, start=2):
        if any(cell.strip() for cell in row):
            yield _row(f"row {number}", dict(zip(columns, row, strict=False)), mapping)


def _row(where: str, row: dict[str, str], mapping: Mapping[str, str]) -> Item:
    fields = {field: row.get(column, "") for column, field in mapping.items() if field}
    if fields.get("published"):
        fields["published"] = iso(fields["published"]) or fields["published"]
    try:
        return Item(where, article_data(**fields))
    except Rejected as problem:
        return Item(where, problem=problem)


def _cell(value: object) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat() if not (value.hour or value.minute or value.second) else value.isoformat()
    return value.isoformat() if isinstance(value, date) else "" if value is None else str(value)


def decode(data: bytes) -> str:
    """Text in UTF-8 or UTF-16 by its mark, otherwise Windows-1252."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
