"""CSV, TSV and Excel tables: a row an article, columns found by their names or by a given mapping."""

import codecs
import csv
import io
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from itertools import islice
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.utils.datetime import from_excel
from openpyxl.utils.exceptions import InvalidFileException

from .columns import guess
from .data import Rejected, article_data
from .dates import iso
from .item import Item, Unreadable
from .limits import LARGEST_FILE, TooLarge

_BEGINNING = 65_536
_PIECE = 1_000_000
_SEP = re.compile(r"sep=([,;\t|])\r?\n", re.IGNORECASE)
MOST_COLUMNS = 200
MOST_ROWS = 200_000
# What openpyxl and the parsers below it raise for a spreadsheet that is broken or made to do harm.
BROKEN = (
    InvalidFileException, BadZipFile, KeyError, ValueError, TypeError, AttributeError, IndexError, OSError, EOFError,
    SyntaxError, RuntimeError, NotImplementedError, OverflowError, zlib.error,
)  # fmt: skip


class NoColumns(Unreadable):
    """A table whose columns `columns` don't say where headline and text are."""

    def __init__(self, columns: Iterable[str]) -> None:
        self.columns = [str(column) for column in columns]
        super().__init__(
            "Say which columns hold the headline and the text; the table has: "
            f"{', '.join(self.columns)[:300] or 'none'}."
        )


class NoTable(Unreadable):
    def __init__(self) -> None:
        super().__init__("The spreadsheet can't be opened: it is broken, or has a password.")


class TooManyRows(Unreadable):
    def __init__(self) -> None:
        super().__init__(f"The table has more than {MOST_ROWS:,} rows; please import it in parts.")


def dialect_of(text: str) -> type[csv.Dialect] | None:
    """How the columns of a table are parted, told from its first line; None where it has only one."""
    text = text.lstrip("\ufeff")
    if told := _SEP.match(text):
        return type("Found", (csv.excel,), {"delimiter": told[1]})
    first = text.split("\n", 1)[0]
    counts = {mark: first.count(mark) for mark in "\t;,|"}
    delimiter = max(counts, key=counts.__getitem__)
    if not counts[delimiter]:
        return None
    return type("Found", (csv.excel,), {"delimiter": delimiter})


def header_of(text: str) -> list[str]:
    """The names of the columns, or nothing where the first line can't be that of a table."""
    dialect = dialect_of(text)
    if dialect is None:
        return []
    try:
        return next(csv.reader(_without_sep(io.StringIO(text.lstrip("\ufeff"), newline="")), dialect), [])
    except csv.Error:
        return []


def looks_like_table(text: str) -> bool:
    """Whether the beginning of a file is that of a table: short names in the first line, as many cells below."""
    header = header_of(text)
    names = [name.strip() for name in header]
    if len(names) < 2 or any(len(name) > 40 for name in names):
        return False
    if {"headline", "body"} <= set(guess(names).values()):
        return True
    if len(set(names)) < len(names) or not all(names) or any(name.endswith((".", "!", "?", ",")) for name in names):
        return False
    try:
        rows = list(islice(csv.reader(_without_sep(io.StringIO(text, newline="")), dialect_of(text)), 6))
    except csv.Error:
        return False
    whole = rows[1:-1] if len(rows) > 2 else rows[1:]  # the last may be cut off
    return bool(whole) and all(len(row) == len(names) for row in whole)


def read_csv(data: bytes, *, columns: Mapping[str, str] | None = None) -> Iterator[Item]:
    """The rows of a CSV or TSV file in UTF-8 (or Windows-1252, as Excel writes it)."""
    csv.field_size_limit(20_000_000)
    encoding = encoding_of(data)
    dialect = dialect_of(data[:_BEGINNING].decode(encoding, errors="replace")) or csv.excel
    lines = io.TextIOWrapper(io.BytesIO(data), encoding=encoding, errors="replace", newline="")
    try:
        yield from read_rows(csv.reader(_without_sep(lines), dialect), columns=columns)
    except csv.Error as error:
        raise Unreadable(f"The table is broken: {error}.") from error


def _without_sep(lines: Iterable[str]) -> Iterator[str]:
    """The lines of a table without the one that tells Excel the delimiter ("sep=;")."""
    for number, line in enumerate(lines):
        line = line.lstrip("\ufeff") if number == 0 else line
        if number or not _SEP.match(line):
            yield line


def read_xlsx(file: BinaryIO, *, columns: Mapping[str, str] | None = None) -> Iterator[Item]:
    """The rows of the first sheet with two columns, formulas as the values last shown."""
    try:
        with ZipFile(file) as packed:
            unpacked = sum(member.file_size for member in packed.infolist())
        if unpacked > LARGEST_FILE:
            raise TooLarge(unpacked)
        book = load_workbook(file, read_only=True, data_only=True, keep_links=False)
        rows = _cells(book)
        first = next(rows, [])
    except TooLarge:
        raise
    except BROKEN as error:
        raise NoTable from error
    yield from read_rows(_until_broken(first, rows), columns=columns, epoch=book.epoch)


def _cells(book) -> Iterator[list[str]]:
    for sheet in book.worksheets:
        sheet.reset_dimensions()  # they can claim a million empty columns
        rows = ([_cell(value) for value in row] for row in sheet.iter_rows(values_only=True, max_col=MOST_COLUMNS))
        filled = (row for row in rows if sum(bool(cell.strip()) for cell in row) > 1)  # not a title above the table
        first = next(filled, [])
        while first and not first[-1]:
            first.pop()
        if len(first) > 1:
            yield first
            yield from rows
            return


def _until_broken(first: list[str], rows: Iterator[list[str]]) -> Iterator[list[str]]:
    yield first
    try:
        yield from rows
    except BROKEN as error:
        raise NoTable from error


def read_rows(
    rows: Iterable[list[str]], *, columns: Mapping[str, str] | None = None, epoch: datetime | None = None
) -> Iterator[Item]:
    """An item a row after the first, which names the columns; `epoch` is from where a spreadsheet counts its days."""
    rows = iter(rows)
    header = next((row for row in rows if any(cell.strip() for cell in row)), [])
    mapping = {name: field for name, field in columns.items() if field and name in header} if columns else {}
    mapping = mapping or guess(header)
    if not {"headline", "body"} <= set(mapping.values()):
        raise NoColumns(header)
    for number, row in enumerate(rows, start=2):
        if number > MOST_ROWS:
            raise TooManyRows
        if any(cell.strip() for cell in row):
            yield _row(f"row {number}", dict(zip(header, row, strict=False)), mapping, epoch)


def _row(where: str, row: dict[str, str], mapping: Mapping[str, str], epoch: datetime | None) -> Item:
    fields = {field: row.get(column, "") for column, field in mapping.items()}
    if said := fields.get("published"):
        counted = epoch and re.fullmatch(r"\d{5}(?:\.\d+)?", said)
        fields["published"] = from_excel(float(said), epoch).date().isoformat() if counted else iso(said) or said
    try:
        return Item(where, article_data(**fields))
    except Rejected as problem:
        return Item(where, problem=problem)


def _cell(value: object) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat() if not (value.hour or value.minute or value.second) else value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return value.isoformat() if isinstance(value, date) else "" if value is None else str(value)


def decode(data: bytes) -> str:
    """Text in UTF-8 or UTF-16 by its mark, otherwise Windows-1252."""
    return data.decode(encoding_of(data), errors="replace")


def encoding_of(data: bytes) -> str:
    """The encoding by the mark at the beginning; UTF-8 for what is that, otherwise Windows-1252."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    check = codecs.getincrementaldecoder("utf-8")()
    try:
        for start in range(0, len(data), _PIECE):
            check.decode(data[start : start + _PIECE], final=start + _PIECE >= len(data))
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"
