"""Writing segments. A flush and a merge are one algorithm: 64-bit keys `word << 32 | place`, sorted, from which positions,
postings and frequencies are read off; only where the keys come from differs. Places are positions, or documents."""

from array import array
from collections import defaultdict
from contextlib import suppress
from dataclasses import dataclass

import numpy as np

from .layout import encoded
from .postings import Dictionary, Places
from .segment import SegmentFile, starts_of

CHUNK = 2 << 20


@dataclass(frozen=True)
class Run:
    """One field of one part: its words in order and, word by word, their places."""

    words: list  # (stem, word) pairs of bytes, or (value,), ascending
    at: np.ndarray  # starts of each word's places
    read: object  # function (start, stop) -> documents or, of texts, positions
    starts: np.ndarray | None  # of texts: where documents begin


class StoredPart:
    """A segment, without its deleted documents, on its way into another."""

    def __init__(self, segment, live):
        self.segment, self.live = segment, live
        self.keys = segment["#key"]

    def numbers(self, name):
        return self.segment[name]

    def run(self, name, is_text):
        segment = self.segment
        if not is_text:
            words = [(value,) for value in Dictionary(segment, name + ".terms").all()]
            at = segment[name + ".postings.at"]
            return Run(words, at, lambda start, stop: segment.part(name + ".postings", start, stop) >> 8, None)
        stems, words = Dictionary(segment, name + ".terms").all(), Dictionary(segment, name + ".words").all()
        forms = np.diff(segment[name + ".forms.at"]).tolist()
        order = np.argsort(segment[name + ".words.number"]).tolist()
        stems = (stem for stem, count in zip(stems, forms, strict=True) for _ in range(count))
        pairs = [(stem, words[i]) for stem, i in zip(stems, order, strict=True)]
        at = segment[name + ".positions.at"]
        read = lambda start, stop: segment.part(name + ".positions", start, stop)  # noqa: E731
        return Run(pairs, at, read, segment[name + ".starts"].astype(np.int64))


class Tokens:
    """The words of one field of documents as they arrive."""

    def __init__(self):
        self.ids, self.counts, self.places = array("I"), array("I"), {}
        self.numbering = defaultdict()
        self.numbering.default_factory = self.numbering.__len__  # words are numbered as they come

    def add(self, words, positions=None):
        if positions is not None:
            self.places[len(self.counts)] = array("I", positions)
        self.ids.extend(map(self.numbering.__getitem__, words))
        self.counts.append(len(words))

    def run(self, stem):
        """The tokens sorted; as a text if `stem` is given."""
        counts, ids = np.array(self.counts, np.int64), np.array(self.ids, np.int64)
        words = [(encoded(stem(word)), encoded(word)) if stem else (encoded(word),) for word in self.numbering]
        order = sorted(range(len(words)), key=words.__getitem__)
        rank = np.empty(len(words), np.int64)
        rank[order] = np.arange(len(words))
        starts, place = None, np.repeat(np.arange(len(counts)), counts)
        if stem:
            begin, spans = starts_of(counts, np.int64), counts.copy()
            inside = np.arange(len(ids)) - begin[place]
            for i, positions in self.places.items():
                inside[begin[i] : begin[i + 1]] = positions
                spans[i] = max(positions, default=-1) + 1
            starts = starts_of(spans + 1, np.int64)
            place = starts[place] + inside
        keys = rank[ids] << 32 | place
        keys.sort()
        at = starts_of(np.bincount(keys >> 32, minlength=len(words)), np.int64)
        places = keys.astype(np.uint32)
        return Run([words[i] for i in order], at, lambda start, stop: places[start:stop], starts)


def write_segment(path, parts, layout):
    """Write the live documents of all parts as one durable segment; nothing stays behind if it fails."""
    part_of = np.repeat(np.arange(len(parts)), [np.count_nonzero(part.live) for part in parts])
    document = np.concatenate([np.flatnonzero(part.live) for part in parts])
    numbers = {name: np.concatenate([part.numbers(name)[part.live] for part in parts]) for name in layout.numbers}
    keys = np.concatenate([part.keys[part.live] for part in parts])
    order = np.lexsort((keys, numbers[layout.order]))
    maps = [np.full(len(part.live), -1, np.int64) for part in parts]
    for i, new in enumerate(maps):
        mine = np.flatnonzero(part_of[order] == i)
        new[document[order[mine]]] = mine
    out = SegmentFile(path)
    try:
        out.array("#key", keys[order])
        out.array("#key.order", np.argsort(keys[order]).astype(np.uint32))
        for name in layout.numbers:
            out.array(name, numbers[name][order])
        for name in layout.exacts:
            field = FieldWriter(out, name, [part.run(name, False) for part in parts], maps, len(keys))
            field.write_exact(name in layout.facets)
        for name in layout.texts:
            FieldWriter(out, name, [part.run(name, True) for part in parts], maps, len(keys)).write_text()
        out.finish(len(keys))
    except BaseException:
        with suppress(OSError):
            out.abandon()
        raise


class FieldWriter:
    """Merges the runs of one field into a segment of `total` documents; maps: old document -> new one or -1."""

    def __init__(self, out, name, runs, maps, total):
        self.out, self.name, self.runs, self.maps, self.total = out, name, runs, maps, total
        self.words = sorted(set().union(*(run.words for run in runs))) if len(runs) > 1 else runs[0].words
        number = {word: i for i, word in enumerate(self.words)}
        # By run: where its words stand among all words. Heads are the first words of each term; of texts, of each stem.
        self.homes = [np.fromiter((number[word] for word in run.words), np.int64, len(run.words)) for run in runs]
        heads = [i for i, word in enumerate(self.words) if not i or word[0] != self.words[i - 1][0]]
        self.heads = np.array([*heads, len(self.words)])
        self.term_of = np.repeat(np.arange(len(heads)), np.diff(self.heads))
        self.places = None

    def write_exact(self, is_facet):
        pairs = [np.zeros(0, np.int64)]
        self._write_postings(self._keys(), pairs.append if is_facet else None)
        if is_facet:
            self._write_codes(np.concatenate(pairs))

    def write_text(self):
        spans = np.ones(self.total, np.int64)
        for run, new in zip(self.runs, self.maps, strict=True):
            spans[new[new >= 0]] = np.diff(run.starts)[new >= 0]
        self.places = Places(starts_of(spans, np.int64))
        counts = np.zeros(len(self.words), np.int64)
        self.out.begin(self.name + ".positions", np.uint32)
        self._write_postings(self._read_off(self._keys(), counts))
        used = np.flatnonzero(counts)
        forms = np.bincount(self.term_of[used], minlength=len(self.heads) - 1)
        self.out.array(self.name + ".positions.at", starts_of(counts[used], np.uint32))
        self.out.array(self.name + ".forms.at", starts_of(forms[forms > 0], np.uint32))
        self.out.array(self.name + ".starts", self.places.starts.astype(np.uint32))
        words = [self.words[i][1] for i in used.tolist()]
        order = sorted(range(len(words)), key=words.__getitem__)
        self.out.terms(self.name + ".words", [words[i] for i in order])
        self.out.array(self.name + ".words.number", np.array(order, np.uint32))

    def _keys(self):
        """Chunks of sorted keys that hold all the words of their stems."""
        sizes = np.zeros(len(self.words) + 1, np.int64)
        for run, home in zip(self.runs, self.homes, strict=True):
            sizes[home + 1] += np.diff(run.at).astype(np.int64)
        filled, term = np.cumsum(sizes)[self.heads], 0
        old = [self.places and Places(run.starts) for run in self.runs]
        while term < len(self.heads) - 1:
            end = max(term + 1, int(np.searchsorted(filled, filled[term] + CHUNK, "right")) - 1)
            parts = zip(self.runs, self.homes, self.maps, old, strict=True)
            keys = np.concatenate([self._part(*part, self.heads[term], self.heads[end]) for part in parts])
            keys.sort(kind="stable")
            yield keys
            term = end

    def _part(self, run, home, new, old, first, last):
        """The keys one run brings for the words first..last."""
        low, high = np.searchsorted(home, (first, last))
        at = run.at[low : high + 1].astype(np.int64)
        place = run.read(int(at[0]), int(at[-1])).astype(np.int64)
        document = old.documents(place) if old else place
        moved = new[document]
        if old:
            place += self.places.starts[moved] - old.starts[document]
        else:
            place = moved
        keys = np.repeat(home[low:high], np.diff(at)) << 32 | place
        return keys if (moved >= 0).all() else keys[moved >= 0]

    def _read_off(self, chunks, counts):
        """Write the positions and count them by word; keys of words and places become keys of stems and documents."""
        for keys in chunks:
            positions, word = keys.astype(np.uint32), keys >> 32
            self.out.extend(positions)
            counts += np.bincount(word, minlength=len(counts))
            keys = self.term_of[word] << 32 | self.places.documents(positions)
            keys.sort(kind="stable")
            yield keys

    def _write_postings(self, chunks, keep=None):
        """Write dictionary and postings from keys of terms and documents; `keep` receives those once each."""
        frequencies = np.zeros(len(self.heads) - 1, np.int64)
        with self.out.spool() as spool:
            for keys in chunks:
                begins = np.flatnonzero(np.diff(keys, prepend=-1))
                counts = np.diff(begins, append=len(keys))
                keys = keys[begins]
                spool.write(((keys & 0xFFFFFF) << 8 | np.minimum(counts, 255)).astype(np.uint32).data)
                frequencies += np.bincount(keys >> 32, minlength=len(frequencies))
                if keep:
                    keep(keys)
            self.out.unspool(self.name + ".postings", np.uint32, spool)
        self.used = np.flatnonzero(frequencies)
        self.out.array(self.name + ".postings.at", starts_of(frequencies[self.used], np.uint32))
        self.out.terms(self.name + ".terms", [self.words[i][0] for i in self.heads[self.used].tolist()])

    def _write_codes(self, pairs):
        """Each document's terms, in the smallest type that holds them."""
        document, term = pairs & 0xFFFFFFFF, np.searchsorted(self.used, pairs >> 32)
        dtype = np.min_scalar_type(len(self.used))
        counts = np.bincount(document, minlength=self.total)
        if counts.max(initial=0) < 2:
            codes = np.full(self.total, len(self.used), dtype)
            codes[document] = term
        else:
            codes = term[np.argsort(document, kind="stable")].astype(dtype)
            self.out.array(self.name + ".codes.at", starts_of(counts, np.uint32))
        self.out.array(self.name + ".codes", codes)
