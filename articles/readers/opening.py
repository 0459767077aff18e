"""A file of any format, read as what it is."""

import json
import logging
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import BinaryIO

from .data import Rejected
from .feeds import feed
from .item import Item, Unreadable
from .json_lines import lines_of, read_array, read_lines, read_object_of
from .limits import LARGEST_PAGE, whole
from .newsml import OTHER_ITEMS, newsml_1, newsml_g2
from .nitf import nitf
from .packed import Allowance, gunzipped, is_workbook, unzipped
from .page import page
from .plain import plain
from .recognition import HEAD, Kind, kind_of
from .table import decode, read_csv, read_xlsx
from .wordpress import is_wordpress, wordpress
from .xml import every, local, parse

logger = logging.getLogger(__name__)
DEEPEST = 2
"""How many archives may lie in one another."""


class BadJson(Unreadable):
    def __init__(self, why: str) -> None:
        super().__init__(f"The JSON is broken: {why}.")


class UnknownXml(Unreadable):
    def __init__(self, root: str) -> None:
        super().__init__(
            f"It is XML of a kind the archive doesn't know, <{root[:60]}>; it reads NITF, NewsML, RSS, Atom, RDF "
            "and WordPress exports."
        )


class Stumbled(Unreadable):
    def __init__(self) -> None:
        super().__init__("The archive stumbled over this file; whoever looks after it finds the reason in the log.")


class TooDeep(Unreadable):
    def __init__(self) -> None:
        super().__init__(f"Archives lie deeper in one another than {DEEPEST}.")


def read(file: BinaryIO, *, columns: Mapping[str, str] | None = None, url: str = "") -> Iterator[Item]:
    """Every article of a file, in order, whatever its format; never raises for what the file holds.

    `file` can be sought in. `columns` says of tables and JSON Lines which column or key holds which field.
    `url` is where a page came from. JSON Lines are read line by line, other formats up to a size.
    An item with an empty `where` is about the whole file.
    """
    return _read(file, columns=columns, url=url, allowance=Allowance(), depth=0)


def _read(
    file: BinaryIO, *, columns: Mapping[str, str] | None, url: str, allowance: Allowance, depth: int
) -> Iterator[Item]:
    found = False
    try:
        for item in _items(file, columns=columns, url=url, allowance=allowance, depth=depth):
            found = True
            yield item
        if not found:
            yield Item("", left="It is well-formed and holds no articles.")
    except Rejected as problem:
        yield Item("", problem=problem)
    except Exception:  # whatever a parser stumbles over in one file, the others go on
        logger.exception("A file could not be read.")
        yield Item("", problem=Stumbled())


def _items(
    file: BinaryIO, *, columns: Mapping[str, str] | None, url: str, allowance: Allowance, depth: int
) -> Iterator[Item]:
    file.seek(0)
    head = file.read(HEAD)
    kind = kind_of(head)
    file.seek(0)
    if kind is Kind.JSON_LINES:
        is_wide = head.startswith((b"\xff\xfe", b"\xfe\xff"))
        return read_lines(lines_of(BytesIO(decode(whole(file)).encode()) if is_wide else file), columns=columns)
    if kind is Kind.TABLE:
        return read_csv(whole(file), columns=columns)
    if kind is Kind.HTML:
        return page(whole(file, limit=LARGEST_PAGE), url=url)
    if kind is Kind.TEXT:
        return plain(whole(file))
    if kind is Kind.XML:
        return _xml(whole(file), url=url)
    if kind is Kind.JSON:
        return _json(whole(file), columns=columns)
    return _packed(file, kind=kind, columns=columns, allowance=allowance, depth=depth)


def _packed(
    file: BinaryIO, *, kind: Kind, columns: Mapping[str, str] | None, allowance: Allowance, depth: int
) -> Iterator[Item]:
    if kind is Kind.PACKED and is_workbook(file):
        return read_xlsx(file, columns=columns)
    if depth >= DEEPEST:
        raise TooDeep

    def read_inner(inner: BinaryIO) -> Iterator[Item]:
        return _read(inner, columns=columns, url="", allowance=allowance, depth=depth + 1)

    return (unzipped if kind is Kind.PACKED else gunzipped)(file, read=read_inner, allowance=allowance)


def _json(data: bytes, *, columns: Mapping[str, str] | None) -> Iterator[Item]:
    try:
        found = json.loads(decode(data))
    except json.JSONDecodeError as error:
        raise BadJson(f"{error.msg}, line {error.lineno}, column {error.colno}") from error
    except (ValueError, RecursionError) as error:
        raise BadJson("numbers too long or brackets too deep") from error
    if isinstance(found, list):
        return read_array(found, columns=columns)
    return read_object_of(found, columns=columns)


def _xml(data: bytes, *, url: str) -> Iterator[Item]:
    root = parse(data)
    name = local(root)
    if name == "html":
        return page(data, url=url)
    if name in ("rss", "RDF", "feed"):
        return wordpress(root) if is_wordpress(root) else feed(data)
    if name == "NewsML":
        return newsml_1(root)
    if name == "nitf" or (
        name not in ("newsItem", "newsMessage", *OTHER_ITEMS) and next(every(root, "nitf"), None) is not None
    ):
        return nitf(root)
    if name in OTHER_ITEMS or next(every(root, "newsItem"), None) is not None:
        return newsml_g2(root)
    raise UnknownXml(name)
