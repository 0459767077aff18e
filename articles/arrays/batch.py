"""Documents on their way into new segments."""

import os
import secrets
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from .building import StoredPart, Tokens, write_segment
from .contents import packed
from .errors import TooLarge
from .postings import Fields
from .segment import DOCUMENTS, MISSING, POSITIONS, Segment

TOKENS = 4 << 20  # buffered before a segment is written: about 200 MB
LONGEST = 1 << 24


@dataclass(frozen=True)
class Member:
    """A segment of an index and which of its documents are alive."""

    name: str
    segment: Segment
    fields: Fields
    live: np.ndarray
    dead: str = ""  # the others, as the contents say it

    @classmethod
    def open(cls, folder, name, layout):
        segment = Segment(os.path.join(folder, name))
        return cls(name, segment, Fields(segment, layout), np.ones(segment.documents, bool))

    @cached_property
    def documents(self):
        """Number of the live ones."""
        return int(np.count_nonzero(self.live))

    @property
    def has_deletions(self):
        return self.documents < self.segment.documents

    def positions(self, layout):
        """Places taken in the fullest text field."""
        return max((self.segment.length(name + ".positions") for name in layout.texts), default=0)

    def without(self, keys):
        """The member with the documents of these keys dead; itself if it has none of them."""
        dead = self.segment.having(keys)
        if not self.live[dead].any():
            return self
        live = self.live.copy()
        live[dead] = False
        return replace(self, live=live, dead=packed(live))


def new_name():
    return f"{secrets.token_hex(8)}.segment"


def merged(folder, members, layout):
    """One new member with the live documents of all these."""
    name = new_name()
    write_segment(os.path.join(folder, name), [StoredPart(member.segment, member.live) for member in members], layout)
    return Member.open(folder, name, layout)


def fitting(members, layout):
    """Whether one segment can hold these."""
    documents = sum(member.documents for member in members)
    return documents <= DOCUMENTS and sum(m.positions(layout) for m in members) + documents <= POSITIONS


class Batch:
    """Collects documents; those of a key given again replace the earlier ones."""

    def __init__(self, folder, layout):
        self.folder, self.layout, self.members, self.flushed = folder, layout, [], set()
        self._empty()

    def _empty(self):
        self.by_key, self.size, self.given, self.alive = {}, 0, [], []
        self.columns = {name: [] for name in self.layout.numbers}
        self.texts = {name: Tokens() for name in self.layout.texts}
        self.exacts = {name: Tokens() for name in self.layout.exacts}

    def put(self, key, fields):
        """Add a document, or replace the one with this key."""
        if unknown := fields.keys() - self.layout.names:
            raise ValueError(f"fields that are not in the schema: {', '.join(sorted(unknown))}")
        numbers = [_number(name, fields.get(name)) for name in self.layout.numbers]
        split = [_split(field, fields.get(name)) for name, field in self.layout.texts.items()]
        key = _number("key", key)
        self.drop(key)
        self.by_key[key] = len(self.given)
        self.given.append(key)
        self.alive.append(True)
        for column, number in zip(self.columns.values(), numbers, strict=True):
            column.append(number)
        for tokens, (words, positions) in zip(self.texts.values(), split, strict=True):
            tokens.add(words, positions)
            self.size += len(words) if positions is None else max(len(words), positions[-1] if positions else 0)
        for name, tokens in self.exacts.items():
            value = fields.get(name)
            tokens.add((value,) if isinstance(value, str) else value or ())
        self.size += len(self.texts) + len(self.exacts)
        if self.size > TOKENS:
            self.flush()

    def drop(self, key):
        """Forget the document of this key."""
        if (document := self.by_key.pop(key, None)) is not None:
            self.alive[document] = False
        elif key in self.flushed:
            self.members = [member.without([key]) for member in self.members]

    def flush(self):
        """Write what is buffered as a durable segment."""
        if self.by_key:
            name = new_name()
            write_segment(os.path.join(self.folder, name), [self], self.layout)
            self.members.append(Member.open(self.folder, name, self.layout))
            self.flushed.update(self.by_key)
        self._empty()

    @property
    def live(self):
        return np.array(self.alive)

    @property
    def keys(self):
        return np.array(self.given, np.int64)

    def numbers(self, name):
        return np.array(self.columns[name], np.int64)

    def run(self, name, is_text):
        return self.texts[name].run(self.layout.texts[name].stem) if is_text else self.exacts[name].run(None)


def remove(folder, names):
    """Unlink files; one that is gone already, or can't go now, is left to the next sweep."""
    for name in names:
        with suppress(OSError):
            os.unlink(os.path.join(folder, name))


def _split(field, text):
    """The words of a text and their positions."""
    words, positions = field.split(text) if text else ((), None)
    if len(words) >= LONGEST or positions and max(positions) >= LONGEST:
        raise TooLarge(f"A text of {len(words):,} words is too long for the index.")
    return words, positions


def _number(name, value):
    if value is None:
        return MISSING
    if not MISSING < value <= -(MISSING + 1):
        raise TooLarge(f"The number {value} in {name} needs more than 64 bits.")
    return value
