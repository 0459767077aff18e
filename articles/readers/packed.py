"""Zip and gzip files, unpacked within limits."""

import gzip
import lzma
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from tempfile import SpooledTemporaryFile
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from .item import Item, Unreadable
from .recognition import NotAnArticle

MOST_MEMBERS = 50_000
LARGEST_UNPACKED = 1_000_000_000
"""Bytes of all members together."""
IN_MEMORY = 5_000_000
OFFICE = {
    "word/": "a Word document", "ppt/": "a presentation", "content.xml": "an OpenDocument file",
    "xl/workbook.bin": "a binary Excel workbook (XLSB)", "META-INF/container.xml": "an e-book",
    "Index/Document.iwa": "a Pages, Numbers or Keynote file", "META-INF/MANIFEST.MF": "a program",
}  # fmt: skip
_MARKS = ("[Content_Types].xml", "mimetype", "Index/Document.iwa", "META-INF/MANIFEST.MF")
BROKEN = (BadZipFile, EOFError, OSError, RuntimeError, NotImplementedError, ValueError, zlib.error, lzma.LZMAError)


@dataclass(slots=True)
class Allowance:
    """The bytes that may still be unpacked, of all archives in one another together."""

    left: int = LARGEST_UNPACKED

    def copy(self, source: BinaryIO, target: BinaryIO) -> None:
        """Unpack `source` into `target`; raises `Bomb` when that is more than is left."""
        while chunk := source.read(1 << 20):
            self.left -= len(chunk)
            if self.left < 0:
                raise Bomb
            target.write(chunk)
        target.seek(0)


Reader = Callable[[BinaryIO], Iterator[Item]]


class BadArchive(Unreadable):
    def __init__(self) -> None:
        super().__init__("The archive can't be unpacked: it is broken, has a password, or is packed in a rare way.")


class Bomb(Unreadable):
    def __init__(self) -> None:
        super().__init__(f"Unpacked it would be larger than {LARGEST_UNPACKED:,} bytes or {MOST_MEMBERS:,} files.")


def is_workbook(file: BinaryIO) -> bool:
    """Whether a packed file is an Excel one; raises `Unreadable` for other office files and broken ones."""
    file.seek(0)
    try:
        with ZipFile(file) as packed:
            names = packed.namelist()
    except BROKEN as error:
        raise BadArchive from error
    if "xl/workbook.xml" in names:
        return True
    for part, what in OFFICE.items():
        if any(name.startswith(part) for name in names) and any(mark in names for mark in _MARKS):
            raise NotAnArticle(what)
    return False


def unzipped(file: BinaryIO, *, read: Reader, allowance: Allowance) -> Iterator[Item]:
    """The items of every member, read by `read`; each says which member it is from."""
    with ZipFile(file) as packed:
        members = [member for member in packed.infolist() if not _is_furniture(member)]
        if len(members) > MOST_MEMBERS or sum(member.file_size for member in members) > allowance.left:
            raise Bomb
        for member in members:
            for item in _member(packed, member, read, allowance):
                where = f"{member.filename}, {item.where}" if item.where else member.filename
                yield _left_if_no_text(replace(item, where=where))


def _is_furniture(member: ZipInfo) -> bool:
    """Folders, and what operating systems put into archives."""
    parts = member.filename.split("/")
    return member.is_dir() or parts[0] == "__MACOSX" or parts[-1].startswith(".") or parts[-1] == "Thumbs.db"


def _member(packed: ZipFile, member: ZipInfo, read: Reader, allowance: Allowance) -> Iterator[Item]:
    with SpooledTemporaryFile(max_size=IN_MEMORY) as unpacked:
        try:
            with packed.open(member) as source:
                allowance.copy(source, unpacked)
        except Bomb:
            raise
        except BROKEN:
            yield Item("", problem=BadArchive())
            return
        yield from read(unpacked)


def _left_if_no_text(item: Item) -> Item:
    """Pictures among the articles are no mistake: they are left, not refused."""
    if isinstance(item.problem, NotAnArticle):
        return Item(item.where, left=str(item.problem))
    return item


def gunzipped(file: BinaryIO, *, read: Reader, allowance: Allowance) -> Iterator[Item]:
    """The items of the file packed in a gzip."""
    with SpooledTemporaryFile(max_size=IN_MEMORY) as unpacked:
        try:
            with gzip.GzipFile(fileobj=file, mode="rb") as source:
                allowance.copy(source, unpacked)
        except Bomb:
            raise
        except BROKEN as error:
            raise BadArchive from error
        yield from read(unpacked)
