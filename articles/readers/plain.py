"""Plain text: the headline on the first line, the article below it."""

from collections.abc import Iterator

from .data import Rejected, article_data
from .item import Item
from .table import decode


def plain(data: bytes) -> Iterator[Item]:
    """The article of a text file."""
    headline, _, body = decode(data).lstrip("\ufeff\r\n ").replace("\r\n", "\n").partition("\n")
    try:
        yield Item("text", article_data(headline=headline, body=body))
    except Rejected as problem:
        yield Item("text", problem=problem)
