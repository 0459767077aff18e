"""Plain text: the headline on the first line, the article below it."""

from collections.abc import Iterator

from .item import Item, item
from .table import decode


def plain(data: bytes) -> Iterator[Item]:
    """The article of a text file."""
    headline, _, body = decode(data).lstrip("\ufeff\r\n ").replace("\r\n", "\n").partition("\n")
    yield item("", headline=headline, body=body)
