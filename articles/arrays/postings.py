"""Terms of one segment's fields and the documents and places they stand in."""

from bisect import bisect_left
from functools import cached_property

import numpy as np

from .cache import remember

NOTHING = np.zeros(0, np.uint32)
K1, B = np.float32(1.2), np.float32(0.75)  # Whoosh's BM25F


def distinct(ascending):
    """The array without repetitions."""
    keep = np.ones(len(ascending), bool)
    np.not_equal(ascending[1:], ascending[:-1], out=keep[1:])
    return ascending[keep]


def among(some, others):
    """For each member of `some` whether it is in `others`; both ascending."""
    if not len(others):
        return np.zeros(len(some), bool)
    return others[np.minimum(np.searchsorted(others, some), len(others) - 1)] == some


class Places:
    """Which document a position belongs to."""

    def __init__(self, starts):
        self.starts = starts
        documents = len(starts) - 1
        self.shift = max(0, (int(starts[-1]) // max(1, documents)).bit_length() - 1)
        blocks = (starts[:-1].astype(np.int64) + (1 << self.shift) - 1) >> self.shift
        self.first = np.zeros((int(starts[-1]) >> self.shift) + 2, np.uint32)
        self.first[blocks] = np.arange(documents)
        np.maximum.accumulate(self.first, out=self.first)

    def documents(self, positions):
        """The document of each position: that of its block's beginning, or one soon after."""
        found = self.first[positions >> self.shift]
        late = np.flatnonzero(self.starts[found + 1] <= positions)
        while len(late):
            found[late] += 1
            late = late[self.starts[found[late] + 1] <= positions[late]]
        return found


class Dictionary:
    """Terms in byte order; a term's number is its place among them."""

    def __init__(self, segment, name):
        self.blob, self.at = segment[name], segment[name + ".at"]
        self.bytes, self.starts = memoryview(self.blob), memoryview(self.at)
        self.memo = {}

    def __len__(self):
        return len(self.at) - 1

    def __getitem__(self, number):
        return bytes(self.bytes[self.starts[number] : self.starts[number + 1] - 1])

    def lower(self, term):
        """Number of the first term not before `term`."""
        return bisect_left(self, term)

    def find(self, term):
        """Number of `term`, or -1."""
        if term not in self.memo:
            if len(self.memo) > 50_000:
                self.memo.clear()
            at = self.lower(term)
            self.memo[term] = at if at < len(self) and self[at] == term else -1
        return self.memo[term]

    def range(self, prefix):
        """Numbers low..high of the terms that begin with `prefix`."""
        low = self.lower(prefix)
        end = prefix.rstrip(b"\xff")
        return low, self.lower(end[:-1] + bytes([end[-1] + 1])) if end else len(self)

    @cached_property
    def wide(self):
        """Which terms have letters of several bytes."""
        return np.add.reduceat(self.blob > 127, self.at[:-1]) > 0

    @cached_property
    def letters(self):
        """How often each byte stands in the dictionary."""
        return np.bincount(self.blob, minlength=256)

    def holding(self, piece, low, high):
        """Numbers of the terms in low..high that hold this byte string, and where in the term it begins."""
        start, wanted = int(self.at[low]), np.frombuffer(piece, np.uint8)
        text = self.blob[start : int(self.at[high])]
        rarest = int(np.argmin(self.letters[wanted]))
        found = np.flatnonzero(text == wanted[rarest]) - rarest
        found = found[(found >= 0) & (found <= len(text) - len(wanted))]
        for i, letter in enumerate(wanted):
            found = found[text[found + i] == letter]
        numbers = np.searchsorted(self.at, found + start, "right") - 1
        return numbers, found + start - self.at[numbers]

    def all(self):
        text, starts = bytes(self.bytes), self.at.tolist()
        return [text[start : end - 1] for start, end in zip(starts, starts[1:], strict=False)]


class Exact:
    """A field of exact values, or a text's stems: terms with postings."""

    scored = False
    exact = True  # `frequency` and `occurrences` tell which documents hold a term

    def __init__(self, segment, name):
        self.segment, self.name = segment, name
        self.terms = Dictionary(segment, name + ".terms")
        self.at = segment[name + ".postings.at"]

    def frequency(self, term):
        """In how many documents of the segment the term stands, deleted ones included."""
        return int(self.at[term + 1]) - int(self.at[term])

    def postings(self, low, high):
        return self.segment.part(self.name + ".postings", self.at[low], self.at[high])

    def documents(self, term):
        """Ascending documents of one term."""
        return self.postings(term, term + 1) >> 8

    def lists(self, numbers):
        """Lists that together hold the documents of all these ascending terms, in any order."""
        if not len(numbers):
            return []
        if numbers[-1] - numbers[0] + 1 == len(numbers):
            return [self.postings(numbers[0], numbers[-1] + 1) >> 8]
        starts, stops = self.at[numbers].astype(np.int64), self.at[numbers + 1].astype(np.int64)
        return [self.segment.parts(self.name + ".postings", starts, stops) >> 8]

    def occurrences(self, term, documents):
        """How often (at most 255) the term stands in each of these ascending documents."""
        total, postings = self.segment.documents, self.postings(term, term + 1)
        own = postings >> 8
        if len(documents) == len(own) and np.array_equal(documents, own):
            return postings & 255
        if max(len(documents), len(own)) * 64 < total:
            at = np.minimum(np.searchsorted(own, documents), len(own) - 1)
            return np.where(own[at] == documents, postings[at] & 255, 0)

        def spread():
            counts = np.zeros(total, np.uint8)
            counts[own] = postings & 255
            return counts

        return remember((self.segment.number, self.name, term), spread)[documents]


class Text:
    """What stems and words as written share: places."""

    scored = True  # by occurrences and lengths

    def near(self, numbers, slop):
        """Documents in which these terms follow each other, each at most `slop` places after the one before."""

        def make():
            places = [self.positions(number) for number in numbers]
            return distinct(self.places.documents(adjacent(places) if slop == 1 else self._following(places, slop)))

        return remember((self.segment.number, self.name, tuple(numbers), slop), make)

    def _following(self, lists, slop):
        """Places of the last list that end a chain; only the nearest end before a place can matter."""
        ends = lists[0]
        for places in lists[1:]:
            at = np.searchsorted(ends, places) - 1
            close = (at >= 0) & (places.astype(np.int64) - ends[at] <= slop) if len(ends) else np.zeros(len(at), bool)
            places, before = places[close], ends[at[close]]
            ends = places[self.places.documents(places) == self.places.documents(before)]
        return ends


def adjacent(lists):
    """Beginnings of the runs in which a place of each list directly follows one of the list before, rarest first."""
    order = sorted(range(len(lists)), key=lambda i: len(lists[i]))
    found = lists[order[0]]
    found = found[found >= order[0]] - np.uint32(order[0])
    for i in order[1:]:
        found = found[among(found + np.uint32(i), lists[i])]
    return found


class Stems(Text, Exact):
    """A text by stem."""

    def __init__(self, segment, name):
        super().__init__(segment, name)
        self.starts = segment[name + ".starts"]
        self.forms, self.positions_at = segment[name + ".forms.at"], segment[name + ".positions.at"]
        self.words = int(self.starts[-1]) - segment.documents

    @cached_property
    def places(self):
        return Places(self.starts)

    def weighed(self, term):
        """Field and number of the term that says how much `term` tells."""
        return self, term

    def positions(self, term):
        """Ascending places of a stem."""
        places = self.words_positions(self.forms[term], self.forms[term + 1])
        return places if self.forms[term + 1] - self.forms[term] == 1 else np.sort(places)

    def words_positions(self, low, high):
        at = self.positions_at
        return self.segment.part(self.name + ".positions", at[low], at[high])

    def lengths(self, average):
        """BM25's length factor of each document."""

        def make():
            lengths = np.diff(self.starts).astype(np.float32) - 1
            return K1 * ((1 - B) + B * lengths / np.float32(average))

        return remember((self.segment.number, self.name, "lengths", average), make)


class Written(Text):
    """A text by its words as written, over the same positions."""

    exact = False

    def __init__(self, segment, name, stems):
        self.segment, self.name, self.stems = segment, name + ".words", stems
        self.terms = Dictionary(segment, name + ".words")
        self.number = segment[name + ".words.number"]

    @property
    def places(self):
        return self.stems.places

    def weighed(self, term):
        return self.stems, self._stem(self.number[term])

    def _stem(self, words):
        return np.searchsorted(self.stems.forms, words, "right") - 1

    def frequency(self, term):
        """Occurrences: never less than the documents."""
        return int(self.counts()[term])

    def counts(self):
        """Occurrences of each word."""
        return np.diff(self.stems.positions_at.astype(np.int64))[self.number]

    def positions(self, term):
        word = int(self.number[term])
        return self.stems.words_positions(word, word + 1)

    def documents(self, term):
        word = int(self.number[term])
        stem = self._stem(word)
        if self.stems.forms[stem + 1] - self.stems.forms[stem] == 1:
            return self.stems.documents(stem)
        name = self.segment.number, self.name, "documents", word
        return remember(name, lambda: distinct(self.places.documents(self.stems.words_positions(word, word + 1))))

    def lists(self, numbers):
        words = np.sort(self.number[numbers])
        stems = self._stem(words)
        found = distinct(stems)
        taken = np.diff(np.searchsorted(stems, found), append=len(stems))
        whole = found[taken == np.diff(self.stems.forms)[found]]
        words, at = words[~among(stems, whole)], self.stems.positions_at
        starts, stops = at[words].astype(np.int64), at[words + 1].astype(np.int64)
        positions = self.segment.parts(self.stems.name + ".positions", starts, stops)
        return [*self.stems.lists(whole), self.places.documents(positions)]


class Fields(dict):
    """The fields of a segment by the names queries use, opened when they are asked for."""

    def __init__(self, segment, layout):
        super().__init__()
        self.segment, self.layout = segment, layout

    def __missing__(self, name):
        if name in self.layout.texts:
            field = Stems(self.segment, name)
        elif name in self.layout.exacts:
            field = Exact(self.segment, name)
        else:
            stems = self[self.layout.written[name]]
            field = Written(self.segment, stems.name, stems)
        self[name] = field
        return field

    def get(self, name):
        """The field, or None for a name the index does not know."""
        return self[name] if name in self.layout.searchable else None
