"""JSON Lines: one article a line."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import BinaryIO

from .bylines import joined
from .columns import guess
from .data import ArticleData, Rejected, article_data
from .dates import iso
from .item import Item
from .json_feed import is_json_feed, json_feed
from .ninjs import is_ninjs, ninjs

KEYS = {
    "id": "external_id",
    "headline": "headline",
    "publication": "publication",
    "byline": "byline",
    "published": "published",
    "url": "url",
    "section": "section",
    "language": "language",
    "body": "body",
    "caption": "caption",
    "credit": "credit",
}
DEEPEST = 4
"""Objects in one another whose keys are read."""
LONGEST_LINE = 20_000_000
"""Bytes of one line; a longer one is refused unread."""


class NotJson(Rejected):
    def __init__(self, why: str) -> None:
        super().__init__(f"This is not a JSON object: {why}.")


class UnknownKeys(Rejected):
    """An object with `keys` the archive doesn't know; `columns` are all it has."""

    def __init__(self, keys: Iterable[str], columns: Iterable[str] = ()) -> None:
        self.columns = list(columns)
        super().__init__(f"Unknown keys: {', '.join(sorted(keys))[:200]}. Known are {', '.join(KEYS)}.")


def lines_of(file: BinaryIO) -> Iterator[bytes]:
    """The lines of a file of any size; of a line that is too long its beginning only."""
    while line := file.readline(LONGEST_LINE + 1):
        yield line
        while len(line) > LONGEST_LINE and not line.endswith(b"\n"):
            line = file.readline(LONGEST_LINE + 1)


def read_lines(lines: Iterable[bytes], *, columns: Mapping[str, str] | None = None) -> Iterator[Item]:
    """An item for every line that isn't blank, in order; never raises for what a line holds.

    `columns` says for keys of other names which field they hold; keys it doesn't name are then passed over.
    """
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            yield from _items(f"line {number}", read_object(line), columns)
        except Rejected as problem:
            yield Item(f"line {number}", problem=problem)


def read_array(rows: list, *, columns: Mapping[str, str] | None = None) -> Iterator[Item]:
    """An item for every element of a JSON array, as for every line of JSON Lines."""
    for number, row in enumerate(rows, start=1):
        try:
            if not isinstance(row, dict):
                raise NotJson("it is a list or a single value")
            yield from _items(f"item {number}", row, columns)
        except Rejected as problem:
            yield Item(f"item {number}", problem=problem)


def rows_of(found: dict) -> list:
    """The rows of an answer that wraps them in an object (`{"articles": […]}`); the object itself where it has none."""
    lists = [value for value in found.values() if isinstance(value, list) and any(isinstance(v, dict) for v in value)]
    inner = [value for value in found.values() if isinstance(value, dict)]
    if guess(found.keys()).keys() & {"headline", "title", "body", "text", "content"}:
        return [found]
    if len(lists) == 1:
        return lists[0]
    return rows_of(inner[0]) if len(inner) == 1 and not lists and len(found) < 4 else [found]


def read_object_of(found: dict, *, columns: Mapping[str, str] | None = None) -> Iterator[Item]:
    """The items of one object: a ninjs item, a JSON feed, rows in a list of it, or an article's fields.

    An item with an empty `where` is the object itself. Raises `Rejected`.
    """
    if is_ninjs(found):
        yield from ninjs(found)
    elif is_json_feed(found):
        yield from json_feed(found)
    elif (rows := rows_of(found)) != [found]:
        yield from read_array(rows, columns=columns)
    else:
        yield Item("", article_of(found, columns=columns))


def _items(where: str, row: dict, columns: Mapping[str, str] | None) -> Iterator[Item]:
    found = list(read_object_of(row, columns=columns))
    for item in found:
        yield replace(item, where=f"{where}, {item.where}" if item.where and len(found) > 1 else where)


def read_line(line: bytes) -> ArticleData:
    """The article of one line; raises `Rejected`."""
    return article_of(read_object(line))


def article_of(row: dict, *, columns: Mapping[str, str] | None = None) -> ArticleData:
    """The article of one object, objects in it by dotted keys ("source.name"); raises `Rejected`."""
    row = dict(_flat(row))
    if columns:
        return article_data(**_dated({field: row[key] for key, field in columns.items() if field and key in row}))
    names = KEYS | guess(row.keys() - KEYS.keys(), taken=[KEYS[key] for key in row if key in KEYS])
    if unknown := row.keys() - names.keys():
        raise UnknownKeys(unknown, row)
    return article_data(**_dated({names[key]: value for key, value in row.items()}))


def _flat(row: dict, before: str = "") -> Iterator[tuple[str, object]]:
    """The keys and values of an object and those in it; a list of names as one byline."""
    for key, value in row.items():
        if isinstance(value, dict) and value and before.count(".") < DEEPEST:
            yield from _flat(value, f"{before}{key}.")
        elif (
            isinstance(value, list) and value and not before and str(key).casefold() in ("author", "authors", "byline")
        ):
            names = [name.get("name") if isinstance(name, dict) else name for name in value]
            yield key, joined([name for name in names if isinstance(name, str)])
        else:
            yield before + str(key), value


def _dated(fields: dict[str, object]) -> dict[str, object]:
    """The fields, with a date in words or as mail has it read where it can be read in one way."""
    said = fields.get("published")
    return fields | {"published": iso(said) or said} if isinstance(said, str) and said else fields


def read_object(line: bytes) -> dict:
    """The JSON object of one line; raises `NotJson`."""
    if len(line) > LONGEST_LINE:
        raise NotJson(f"the line is too long, {LONGEST_LINE:,} bytes is the most")
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise NotJson("it is not in UTF-8") from error
    except json.JSONDecodeError as error:
        raise NotJson(f"{error.msg}, column {error.colno}") from error
    except (ValueError, RecursionError) as error:
        raise NotJson("numbers too long or brackets too deep") from error
    if not isinstance(row, dict):
        raise NotJson("it is a list or a single value")
    return row
