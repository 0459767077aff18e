"""The table of contents: one small file, replaced atomically, that says which segments make up the index.

    ARRAYS01 <crc32 of the rest> newline {"fingerprint", "entries": [[segment, dead]], "preparing", "touched"}

`dead` is "" or the deleted documents of the segment: base64 of a deflated bitmap. `preparing` is set while a merge or
rebuild works beside the index; meanwhile writers note the keys they touch, and the switch deletes those from the
prepared segments."""

import base64
import fcntl
import json
import os
import re
import time
import zlib
from contextlib import contextmanager
from dataclasses import dataclass, replace

import numpy as np

from .errors import IndexDamaged, IndexMissing, IndexOutdated
from .segment import write_all

NAME = "contents"
_first = re.compile(rb"ARRAYS01 ([0-9a-f]{8})\n")


@dataclass(frozen=True)
class Contents:
    fingerprint: str
    generation: int = 0
    entries: tuple = ()
    preparing: bool = False
    touched: tuple = ()
    head: tuple = ()

    def next(self):
        """The same, one generation on."""
        return replace(self, generation=self.generation + 1)


def head(folder):
    """What differs whenever the contents do: first line, size and time of the file; None if there is no index."""
    try:
        file = os.open(os.path.join(folder, NAME), os.O_RDONLY)
    except (FileNotFoundError, NotADirectoryError):
        return None
    try:
        return _head_of(os.read(file, 18), os.fstat(file))
    finally:
        os.close(file)


def _head_of(text, stat):
    return text[:18], stat.st_size, stat.st_mtime_ns


def read(folder, fingerprint):
    """The contents of the index in `folder`; raises IndexMissing, IndexDamaged or IndexOutdated."""
    path = os.path.join(folder, NAME)
    try:
        with open(path, "rb") as file:
            text, stat = file.read(), os.fstat(file.fileno())
    except (FileNotFoundError, NotADirectoryError) as error:
        foreign = os.path.isdir(folder) and any(name.endswith(".toc") for name in os.listdir(folder))
        raise (IndexOutdated if foreign else IndexMissing)(folder) from error
    match = _first.match(text)
    if not match or zlib.crc32(text[match.end() :]) != int(match[1], 16):
        raise IndexDamaged(path, "its checksum is wrong")
    found = json.loads(text[match.end() :])
    if found["fingerprint"] != fingerprint:
        raise IndexOutdated(folder)
    entries = tuple(map(tuple, found.pop("entries")))
    return Contents(entries=entries, touched=tuple(found.pop("touched")), head=_head_of(text, stat), **found)


def write(folder, contents):
    """Make `contents` the index, durably: segments are on disk before it, it before its name, the name before we return."""
    fields = {name: value for name, value in vars(contents).items() if name != "head"}
    text = json.dumps(fields).encode()
    new, path = os.path.join(folder, f"{NAME}.new"), os.path.join(folder, NAME)
    file = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    try:
        write_all(file, b"ARRAYS01 %08x\n%s" % (zlib.crc32(text), text))
        os.fsync(file)
    finally:
        os.close(file)
    sync(folder)
    os.replace(new, path)
    sync(folder)


def sync(folder):
    """Make the names in the folder durable."""
    file = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(file)
    finally:
        os.close(file)


def packed(live):
    """Text for the documents that are not alive."""
    return "" if live.all() else base64.b64encode(zlib.compress(np.packbits(~live).tobytes(), 1)).decode()


def unpacked(dead, documents):
    """The live documents of a segment; `dead` as `packed` made it."""
    if not dead:
        return np.ones(documents, bool)
    bits = np.frombuffer(zlib.decompress(base64.b64decode(dead)), np.uint8)
    return ~np.unpackbits(bits, count=documents).view(bool)


@contextmanager
def locked(folder, name, timeout, busy):
    """Hold the lock over all processes; raises `busy` after `timeout` seconds. A killed holder leaves it free."""
    file = os.open(os.path.join(folder, name), os.O_RDWR | os.O_CREAT, 0o644)
    try:
        deadline = time.monotonic() + timeout
        while True:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() >= deadline:
                    raise busy from None
                time.sleep(0.005)
        yield
    finally:
        os.close(file)
