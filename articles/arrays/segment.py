"""One immutable file a segment: named little-endian arrays, checksummed, mapped into memory.

    magic | array | array … | checksums | directory | crc32 of directory u4 | length of directory u4 | magic

Arrays start at multiples of 64 bytes. The checksums are one crc32 for each 64 KiB block of all that stands before them;
a block is checked before its first use. The directory is JSON: `documents`, `arrays` (name -> [dtype, offset, length]),
`blocks` ([offset, number, crc32] of the checksums).

Documents are numbered by date, then key. `x.at` holds the t+1 starts of t runs in array `x`.

    #key, #key.order            i8, u4  keys by document; documents by ascending key
    N                           i8      number field N by document (MISSING where it has none)
    F.terms, F.terms.at         u1, u4  stems or exact values in byte order, each followed by a newline
    F.postings, F.postings.at   u4, u4  by term: document << 8 | occurrences (255 = 255 or more)
    F.codes [, F.codes.at]      u1-u4   facets: each document's term numbers (without .at: one, or t for none)
  and of text fields, whose words are numbered by stem, then by form:
    F.forms.at                  u4      by stem: the first of its words; a stem's words follow each other
    F.positions, F.positions.at u4, u4  by word: its places in one space for all documents of the segment
    F.starts                    u4      n+1: where each document begins in that space; one place between two stays free
    F.words, F.words.at         u1, u4  words as written, in byte order, each followed by a newline
    F.words.number              u4      number of each of these words

A word's documents are its stem's when the stem has no other form, else they are read off its positions: that is why
words as written cost little beside the stems."""

import json
import mmap
import os
import struct
import tempfile
import weakref
import zlib
from itertools import count

import numpy as np

from .errors import IndexDamaged, TooLarge

MAGIC = b"ARRAYS01"
BLOCK = 1 << 16
MISSING = np.iinfo(np.int64).min
DOCUMENTS = (1 << 24) - 1
POSITIONS = (1 << 32) - 1
_tail = struct.Struct("<II8s")
_numbers = count()


class SegmentFile:
    """A segment being written; `finish` makes it durable, `abandon` removes it."""

    def __init__(self, path):
        self.path, self.size, self.pending, self.checks, self.arrays = path, 0, bytearray(), [], {}
        self.file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
        self._write(MAGIC)

    def _write(self, data):
        self.pending += data
        self.size += len(data)
        if len(self.pending) >= 1 << 20:
            self._drain(len(self.pending) // BLOCK * BLOCK)

    def _drain(self, length):
        with memoryview(self.pending) as pending:
            self.checks += [zlib.crc32(pending[i : min(i + BLOCK, length)]) for i in range(0, length, BLOCK)]
            write_all(self.file, pending[:length])
        del self.pending[:length]

    def begin(self, name, dtype):
        """Start array `name`; what `extend` brings until the next `begin` belongs to it."""
        self._write(bytes(-self.size % 64))
        self.current = self.arrays[name] = [np.dtype(dtype).newbyteorder("<").str, self.size, 0]

    def extend(self, values):
        self.current[2] += len(values)
        self._write(np.ascontiguousarray(values, self.current[0]).view(np.uint8).data)

    def array(self, name, values):
        self.begin(name, values.dtype)
        self.extend(values)

    def terms(self, name, terms):
        """A dictionary: `terms` (bytes, ascending), each followed by a newline, and their starts."""
        ends = np.fromiter((len(term) + 1 for term in terms), np.int64, len(terms))
        if int(ends.sum()) > POSITIONS:
            raise TooLarge(f"The words of {name} are too many for one part of the index.")
        self.array(name, np.frombuffer(b"".join(term + b"\n" for term in terms), np.uint8))
        self.array(name + ".at", starts_of(ends, np.uint32))

    def spool(self):
        """A nameless file beside the segment, if it grows, for an array that cannot be written in its turn."""
        return tempfile.SpooledTemporaryFile(BLOCK, dir=os.path.dirname(self.path))

    def unspool(self, name, dtype, spool):
        self.begin(name, dtype)
        spool.seek(0)
        while chunk := spool.read(1 << 22):
            self.extend(np.frombuffer(chunk, dtype))

    def finish(self, documents):
        self._write(bytes(-self.size % 64))
        offset = self.size
        self._drain(len(self.pending))
        checks = np.array(self.checks, "<u4").tobytes()
        blocks = [offset, len(self.checks), zlib.crc32(checks)]
        directory = json.dumps({"documents": documents, "arrays": self.arrays, "blocks": blocks}).encode()
        write_all(self.file, checks + directory + _tail.pack(zlib.crc32(directory), len(directory), MAGIC))
        os.fsync(self.file)
        os.close(self.file)

    def abandon(self):
        os.close(self.file)
        os.unlink(self.path)


def write_all(file, data):
    """Write all of these bytes, however many calls it takes."""
    with memoryview(data) as rest:
        done = 0
        while done < len(rest):
            done += os.write(file, rest[done:])


def starts_of(counts, dtype):
    """Starts of consecutive runs of these lengths, and the end of the last."""
    starts = np.zeros(len(counts) + 1, dtype)
    np.cumsum(counts, out=starts[1:])
    return starts


def ranges(starts, stops):
    """The numbers of all these ranges, one range after the other."""
    lengths = stops - starts
    total = np.cumsum(lengths)
    return np.arange(total[-1] if len(total) else 0) + np.repeat(starts - (total - lengths), lengths)


class Segment:
    """An open segment. It is mapped completely at once, so that its file may be unlinked while it is read."""

    def __init__(self, path):
        self.path, self.number, self.known, self.codes = path, next(_numbers), {}, {}
        self.file = open(path, "rb")  # noqa: SIM115 - kept open for `intact`
        weakref.finalize(self, self.file.close)
        self.stat = os.fstat(self.file.fileno())
        size = self.stat.st_size
        if size < _tail.size:
            raise IndexDamaged(path, "it is cut off")
        self.map = memoryview(mmap.mmap(self.file.fileno(), 0, access=mmap.ACCESS_READ))
        crc, length, magic = _tail.unpack(self.map[size - _tail.size :])
        directory = self.map[max(0, size - _tail.size - length) : size - _tail.size]
        if magic != MAGIC or zlib.crc32(directory) != crc:
            raise IndexDamaged(path, "it is cut off or its directory has changed")
        directory = json.loads(bytes(directory))
        self.documents, self.arrays = directory["documents"], directory["arrays"]
        self.end, blocks, crc = directory["blocks"]
        self.checks = np.frombuffer(self.map, "<u4", blocks, self.end)
        if zlib.crc32(self.checks) != crc:
            raise IndexDamaged(path, "its checksums have changed")
        self.unchecked = bytearray(b"\1" * blocks)

    @property
    def size(self):
        return len(self.map)

    def length(self, name):
        """Number of items of array `name`."""
        return self.arrays[name][2]

    def intact(self):
        """Whether nobody wrote to the file since it was opened."""
        now = os.fstat(self.file.fileno())
        return (now.st_size, now.st_mtime_ns) == (self.stat.st_size, self.stat.st_mtime_ns)

    def check(self, start=0, stop=None):
        """Compare the blocks of this byte range with their checksums, each once; raises IndexDamaged."""
        last = ((self.end if stop is None else stop) - 1) // BLOCK
        block = self.unchecked.find(1, start // BLOCK, last + 1)
        while block >= 0:
            if zlib.crc32(self.map[block * BLOCK : min((block + 1) * BLOCK, self.end)]) != self.checks[block]:
                raise IndexDamaged(self.path, f"block {block} has changed")
            self.unchecked[block] = 0
            block = self.unchecked.find(1, block, last + 1)

    def __contains__(self, name):
        return name in self.arrays

    def __getitem__(self, name):
        """The whole array `name`."""
        if name not in self.known:
            self.known[name] = self.part(name, 0, self.length(name))
        return self.known[name]

    def part(self, name, start, stop):
        """Items start..stop of array `name`; only the blocks they lie in are checked."""
        dtype, offset, _ = self.arrays[name]
        size = int(dtype[2:])
        offset, stop = offset + int(start) * size, offset + int(stop) * size
        if stop <= offset:
            return np.zeros(0, dtype)
        self.check(offset, stop)
        return np.frombuffer(self.map, dtype, (stop - offset) // size, offset)

    def parts(self, name, starts, stops):
        """Items of all these ranges of array `name`, one range after the other; only their blocks are checked."""
        dtype, offset, length = self.arrays[name]
        size = int(dtype[2:])
        for start, stop in zip((offset + starts * size).tolist(), (offset + stops * size).tolist(), strict=True):
            self.check(start, stop)
        return np.frombuffer(self.map, dtype, length, offset)[ranges(starts, stops)]

    def having(self, keys):
        """Numbers of the documents with these keys."""
        own, order, keys = self["#key"], self["#key.order"], np.fromiter(keys, np.int64)
        found = order[np.minimum(np.searchsorted(own, keys, sorter=order), len(order) - 1)]
        return found[own[found] == keys]
