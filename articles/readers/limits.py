"""How much of a file is read, so that none can exhaust the machine."""

from typing import BinaryIO

from .item import Unreadable

LARGEST_FILE = 100_000_000
"""Bytes of a file that is read whole (anything but JSON Lines), unpacked."""
LARGEST_PAGE = 20_000_000
"""Bytes of a web page."""


class TooLarge(Unreadable):
    def __init__(self, size: int, limit: int = LARGEST_FILE) -> None:
        super().__init__(
            f"The file has {size:,} bytes or more; {limit:,} is the most for this format. "
            "JSON Lines are taken whatever their size."
        )


def whole(file: BinaryIO, *, limit: int = LARGEST_FILE) -> bytes:
    """All of a file from its beginning; raises `TooLarge` without reading further."""
    file.seek(0)
    data = file.read(limit + 1)
    if len(data) > limit:
        raise TooLarge(len(data), limit)
    return data
