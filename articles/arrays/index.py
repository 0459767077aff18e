"""An index in a folder: searching, writing, merging and rebuilding it."""

import os
import re
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, replace
from threading import Lock

from . import contents as table
from .batch import Batch, Member, fitting, merged, remove
from .contents import Contents
from .errors import IndexDamaged, IndexUnusable, MergeBusy, WriterBusy
from .layout import Layout
from .view import Codes, View

FANOUT = 8
CROWD = 64  # segments from which on a writer merges first: each is a file held open
_sweepable = re.compile(r"[0-9a-f]{16}\.segment|contents\.new|_MAIN_\d+\.toc|MAIN_.*")


@dataclass(frozen=True)
class Status:
    """The state of an index; `bytes` counts the files of its segments."""

    generation: int
    documents: int
    deleted: int
    segments: int
    bytes: int


class Index:
    """The index in `path` for a Whoosh schema. `order` names the NUMERIC field documents are sorted by, `facets` the
    ID and KEYWORD fields that can be counted; `version` changes when what goes into the fields does.

    Threads may share it. Everything but `create` and `rebuild` raises IndexUnusable when there is nothing to search."""

    def __init__(self, path, schema, *, order, facets=(), version=""):
        self.folder = os.fspath(path)
        self.layout = Layout(schema, order=order, facets=facets, version=version)
        self._codes = {name: Codes() for name in facets}
        self._lock, self._view = Lock(), None

    def search(self, query, *, filter=None, order="relevance", start=0, rows=20, facets=None):
        """Documents matching a Whoosh query, as Found. `filter` restricts without scoring; `order` is relevance, newest
        or oldest; `facets` maps names to the number of values wanted."""
        return self.view().search(query, filter, order, start, rows, facets or {})

    def suggest(self, word, *, field="text", limit=5, maxdist=2):
        """(word, occurrences) of real words near `word`: the nearest first, then the most frequent."""
        return self.view().suggest(word, field, limit, maxdist)

    def numbers(self, field):
        """Key -> number of every document that has one in this field."""
        return self.view().numbers(field)

    def status(self):
        view = self.view()
        documents = sum(member.documents for member in view.members)
        return Status(
            generation=view.contents.generation,
            documents=documents,
            deleted=sum(member.segment.documents for member in view.members) - documents,
            segments=len(view.members),
            bytes=sum(member.segment.size for member in view.members),
        )

    def check(self):
        """Read every byte of the index anew; raises IndexDamaged if one has changed."""
        for member in self._read(known=()).members:
            member.segment.check()

    def create(self):
        """Put an empty index into the folder in place of an unusable one; a usable one stays as it is."""
        with self._preparing():
            if self._usable_contents() is None:
                self._switch((), [])

    def writer(self, *, timeout=10.0):
        """A context in which documents are updated and deleted, all or none of them; see Writer."""
        return Writer(self, timeout)

    def rebuild(self, rows):
        """Build the index from (key, fields) rows beside the live one, switch over, and return the number of documents.
        What writers touch meanwhile wins over `rows`; raises MergeBusy if another rebuild or merge goes on."""
        with self._preparing() as before:
            batch = Batch(self.folder, self.layout)
            try:
                for key, fields in rows:
                    batch.put(key, fields)
                batch.flush()
                members = [member for member in batch.members if member.documents]
                if len(members) > 1 and fitting(members, self.layout):
                    members = [merged(self.folder, members, self.layout)]
                self._switch([name for name, _ in before.entries], members)
            finally:
                self.discard(batch.members)
        return sum(member.documents for member in members)

    def merge(self):
        """Do the merges that are due, beside readers and writers; False if none was, or somebody else is at it."""
        done = False
        with suppress(MergeBusy):
            while self._due(self.view().members):
                with self._preparing(timeout=0) as before:
                    # Of this moment, not of the newest generation: what was touched since is replayed by the switch.
                    group = self._due(self._members(before, self.view().members))
                    live = [member for member in group if member.documents]
                    members = [merged(self.folder, live, self.layout)] if live else []
                    self._switch([member.name for member in group], members)
                    done = True
        return done

    def _due(self, members):
        """The segments to merge next: eight or more of the smallest, the largest no larger than the others together, so
        that a large one is left alone by small changes; else one of which a third is dead."""
        by_size = sorted(members, key=lambda member: member.documents)
        number = documents = 0
        for i, member in enumerate(by_size, 1):
            if member.documents <= documents:
                number = i
            documents += member.documents
        while not fitting(by_size[:number], self.layout):
            number -= 1
        if number >= FANOUT:
            return by_size[:number]
        return [m for m in members if m.documents * 3 < m.segment.documents * 2][:1]

    @contextmanager
    def _preparing(self, timeout=10.0):
        """Alone in preparing segments; from here on writers note what they touch. Gives the contents at this moment."""
        os.makedirs(self.folder, exist_ok=True)
        with table.locked(self.folder, "prepare.lock", timeout, MergeBusy()):
            with self.writing():
                before = self._usable_contents()
                if before is not None:
                    table.write(self.folder, replace(before, preparing=True, touched=()))
                self._sweep(before)
            yield before or Contents(self.layout.fingerprint)

    def _sweep(self, contents):
        """Remove what killed writers, merges and rebuilds left behind."""
        remove(self.folder, set(filter(_sweepable.fullmatch, os.listdir(self.folder))) - self._used(contents))

    def _switch(self, replaced, members):
        """Let prepared members take the place of those named, without what was touched while they were prepared."""
        with self.writing():
            now = self._usable_contents() or Contents(self.layout.fingerprint)
            entries = [entry for entry in now.entries if entry[0] not in replaced]
            entries += [(member.name, member.without(now.touched).dead) for member in members]
            table.write(self.folder, replace(now, entries=entries, preparing=False, touched=()).next())
        remove(self.folder, replaced)

    def discard(self, members):
        """Remove segments that did not get into the index."""
        remove(self.folder, {member.name for member in members} - self._used(self._usable_contents()))

    @staticmethod
    def _used(contents):
        return {name for name, _ in contents.entries} if contents else set()

    def _usable_contents(self):
        try:
            return table.read(self.folder, self.layout.fingerprint)
        except IndexUnusable:
            return None

    def writing(self, timeout=10.0):
        """The lock that whoever changes the contents holds."""
        return table.locked(self.folder, "write.lock", timeout, WriterBusy(timeout))

    def view(self):
        """The newest generation, opened when it isn't yet."""
        view = self._view
        if view is None or view.contents.head != table.head(self.folder) or not view.intact():
            with self._lock:
                view = self._view = self._read(known=view.members if view else ())
        return view

    def _read(self, known):
        for _ in range(10):
            contents = table.read(self.folder, self.layout.fingerprint)
            try:
                members = self._members(contents, known)
            except FileNotFoundError as error:  # merged away since we read the contents, or lost
                missing = error.filename
                continue
            self._codes = {name: codes.current(members, name) for name, codes in self._codes.items()}
            return View(contents, members, self.layout, self._codes)
        raise IndexDamaged(missing, "it is missing")

    def _members(self, contents, known):
        """The segments of these contents; those known and intact are not opened again."""
        members, known = [], {member.name: member for member in known if member.segment.intact()}
        for name, dead in contents.entries:
            member = known.get(name) or Member.open(self.folder, name, self.layout)
            if member.dead != dead:
                member = replace(member, dead=dead, live=table.unpacked(dead, member.segment.documents))
            members.append(member)
        return members


class Writer:
    """Changes to an index that become visible together, and durable, when the context is left without an exception."""

    def __init__(self, index, timeout):
        self.index, self.timeout = index, timeout

    def __enter__(self):
        if len(self.index.view().members) > CROWD:
            self.index.merge()
        with ExitStack() as stack:
            stack.enter_context(self.index.writing(self.timeout))
            self.view = self.index.view()
            self.stack = stack.pop_all()
        self.batch, self.touched = Batch(self.index.folder, self.index.layout), set()
        return self

    def update(self, key, **fields):
        """Add the document, or replace the one with this key."""
        self.batch.put(key, fields)
        self.touched.add(key)

    def delete(self, key):
        """Delete the document with this key, if there is one."""
        self.batch.drop(key)
        self.touched.add(key)

    def __exit__(self, kind, error, trace):
        with self.stack:
            try:
                if kind is None and self.touched:
                    self._commit()
            finally:
                self.index.discard(self.batch.members)

    def _commit(self):
        self.batch.flush()
        contents = self.view.contents
        members = [member.without(self.touched) for member in self.view.members] + self.batch.members
        entries = [(member.name, member.dead) for member in members if member.documents]
        touched = sorted({*contents.touched, *self.touched}) if contents.preparing else ()
        table.write(self.index.folder, replace(contents, entries=entries, touched=touched).next())
