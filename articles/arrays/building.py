"""Writing segments. A flush and a merge are one algorithm: keys `word << 32 | place`, sorted, from which positions,
postings and frequencies are read off; only where the keys come from differs."""

from array import array
from contextlib import suppress
from dataclasses import dataclass

import numpy as np

from .layout import encoded
from .postings import Dictionary, Places
from .segment import SegmentFile, starts_of

CHUNK = 4 << 20
_high = np.uint64(32)


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
        return Run(pairs, at, read, segment[name + ".starts"])


class _Numbering(dict):
    """Numbers words as they come."""

    def __missing__(self, word):
        number = self[word] = len(self)
        return number


class Tokens:
    """The words of one field of documents as they arrive."""

    def __init__(self):
        self.numbering, self.ids, self.counts, self.places = _Numbering(), array("I"), array("I"), {}

    def add(self, words, positions=None):
        if positions is not None:
            self.places[len(self.counts)] = positions
        self.ids.extend(map(self.numbering.__getitem__, words))
        self.counts.append(len(words))

    def run(self, stem):
        """The tokens sorted: as a text if `stem` is given."""
        counts = np.array(self.counts, np.int64)
        document = np.repeat(np.arange(len(counts)), counts)
        if stem:
            words = [(encoded(stem(word)), encoded(word)) for word in self.numbering]
        else:
            words = [(encoded(value),) for value in self.numbering]
        order = sorted(range(len(words)), key=words.__getitem__)
        rank = np.empty(len(words), np.uint64)
        rank[order] = np.arange(len(words), dtype=np.uint64)
        starts, place = None, document
        if stem:
            begin = starts_of(counts, np.int64)
            inside = np.arange(len(document)) - begin[document]
            spans = counts.copy()
            for i, positions in self.places.items():
                inside[begin[i] : begin[i + 1]] = positions
                spans[i] = max(positions, default=-1) + 1
            starts = starts_of(spans + 1, np.int64)
            place = starts[document] + inside
        ids = rank[np.frombuffer(self.ids, np.uint32)] if self.ids else np.zeros(0, np.uint64)
        keys = ids << _high | place.astype(np.uint64)
        keys.sort()
        at = starts_of(np.bincount(ids.astype(np.int64), minlength=len(words)), np.int64)
        low = keys.astype(np.uint32)
        return Run([words[i] for i in order], at, lambda start, stop: low[start:stop], starts)


def write_segment(path, parts, layout):
    """Write the live documents of all parts as one durable segment; nothing stays behind if it fails."""
    live = [np.flatnonzero(part.live) for part in parts]
    part_of = np.repeat(np.arange(len(parts)), [len(documents) for documents in live])
    document = np.concatenate(live)
    keys = np.concatenate([part.keys[documents] for part, documents in zip(parts, live, strict=True)])
    dates = [part.numbers(layout.order)[documents] for part, documents in zip(parts, live, strict=True)]
    order = np.lexsort((keys, np.concatenate(dates)))
    part_of, document, keys = part_of[order], document[order], keys[order]
    maps = []
    for i, part in enumerate(parts):
        new = np.full(len(part.live), -1, np.int64)
        mine = np.flatnonzero(part_of == i)
        new[document[mine]] = mine
        maps.append(new)
    out = SegmentFile(path)
    try:
        out.array("#key", keys.astype(np.int64))
        out.array("#key.order", np.argsort(keys).astype(np.uint32))
        for name in layout.numbers:
            numbers = np.empty(len(keys), np.int64)
            for part, new in zip(parts, maps, strict=True):
                numbers[new[new >= 0]] = part.numbers(name)[new >= 0]
            out.array(name, numbers)
        for name in layout.exacts:
            FieldWriter(out, name, [part.run(name, False) for part in parts], maps, len(keys)).write_exact(
                name in layout.facets
            )
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
        rank = {word: i for i, word in enumerate(self.words)}
        self.homes = [np.fromiter((rank[word] for word in run.words), np.int64, len(run.words)) for run in runs]
        heads = [i for i, word in enumerate(self.words) if not i or word[0] != self.words[i - 1][0]]
        self.heads = np.array([*heads, len(self.words)])
        self.term_of = np.repeat(np.arange(len(heads)), np.diff(self.heads))
        self.old_places = [run.starts is not None and Places(run.starts) for run in runs]
        self.starts = self.word_counts = None

    def write_exact(self, is_facet):
        pairs = []
        self._write_postings(self._keys(), pairs.append)
        if is_facet:
            self._write_codes(np.concatenate(pairs) if pairs else np.zeros(0, np.uint64))

    def write_text(self):
        spans = np.ones(self.total, np.int64)
        for run, new in zip(self.runs, self.maps, strict=True):
            spans[new[new >= 0]] = np.diff(run.starts.astype(np.int64))[new >= 0]
        self.starts = starts_of(spans, np.int64)
        self.places = Places(self.starts)
        self.word_counts = np.zeros(len(self.words), np.int64)
        self.out.begin(self.name + ".positions", np.uint32)
        self._write_postings(self._documents_of(self._keys()))
        used = np.flatnonzero(self.word_counts)
        stems = np.bincount(self.term_of[used], minlength=len(self.heads) - 1)
        self.out.array(self.name + ".positions.at", starts_of(self.word_counts[used], np.uint64))
        self.out.array(self.name + ".forms.at", starts_of(stems[stems > 0], np.uint32))
        self.out.array(self.name + ".starts", self.starts.astype(np.uint32))
        words = [self.words[i][1] for i in used.tolist()]
        order = sorted(range(len(words)), key=words.__getitem__)
        self.out.terms(self.name + ".words", [words[i] for i in order])
        self.out.array(self.name + ".words.number", np.array(order, np.uint32))

    def _keys(self):
        """(first word, sorted keys) of chunks that hold all the words of their stems; word counts from the first."""
        sizes = np.zeros(len(self.words) + 1, np.int64)
        for run, home in zip(self.runs, self.homes, strict=True):
            sizes[home + 1] += np.diff(run.at).astype(np.int64)
        filled = np.cumsum(sizes)[self.heads]
        term = 0
        while term < len(self.heads) - 1:
            end = max(term + 1, int(np.searchsorted(filled, filled[term] + CHUNK, "right")) - 1)
            first, last = int(self.heads[term]), int(self.heads[end])
            chunk = [self._part_keys(i, first, last) for i in range(len(self.runs))]
            keys = np.concatenate(chunk)
            keys.sort(kind="stable")
            yield first, last, keys
            term = end

    def _part_keys(self, i, first, last):
        run, home, new = self.runs[i], self.homes[i], self.maps[i]
        low, high = np.searchsorted(home, (first, last))
        at = run.at[low : high + 1].astype(np.int64)
        place = run.read(int(at[0]), int(at[-1])).astype(np.int64)
        word = np.repeat(home[low:high] - first, np.diff(at)).astype(np.uint64)
        if self.starts is None:
            place = new[place]
            kept = place >= 0
        else:
            document = self.old_places[i].documents(place)
            moved = new[document]
            kept = moved >= 0
            place += self.starts[moved] - run.starts[document].astype(np.int64)
        keys = word << _high | place.astype(np.uint64)
        return keys if kept.all() else keys[kept]

    def _documents_of(self, chunks):
        """Write the positions and turn keys of words and positions into keys of stems and documents."""
        for first, last, keys in chunks:
            positions = keys.astype(np.uint32)
            word = (keys >> _high).astype(np.int64)
            self.out.extend(positions)
            self.word_counts[first:last] = np.bincount(word, minlength=last - first)
            stem = (self.term_of[first:last] - self.term_of[first])[word].astype(np.uint64)
            keys = stem << _high | self.places.documents(positions)
            keys.sort(kind="stable")
            yield first, last, keys

    def _write_postings(self, chunks, keep=None):
        """Write dictionary and postings; `keep` receives keys `term << 32 | document` without repetitions."""
        frequencies = np.zeros(len(self.heads) - 1, np.int64)
        with self.out.spool() as spool:
            for first, last, keys in chunks:
                new = np.ones(len(keys), bool)
                np.not_equal(keys[1:], keys[:-1], out=new[1:])
                begins = np.flatnonzero(new)
                counts = np.diff(begins, append=len(keys))
                keys = keys[begins]
                document = keys.astype(np.uint32)
                spool.write((document << np.uint32(8) | np.minimum(counts, 255).astype(np.uint32)).data)
                term = (keys >> _high).astype(np.int64)
                if len(term):
                    base = self.term_of[first]
                    frequencies[base : self.term_of[last - 1] + 1] = np.bincount(
                        term, minlength=self.term_of[last - 1] + 1 - base
                    )
                if keep:
                    keep((term + self.term_of[first]).astype(np.uint64) << _high | document)
            self.out.unspool(self.name + ".postings", np.uint32, spool)
        self.used = np.flatnonzero(frequencies)
        self.out.array(self.name + ".postings.at", starts_of(frequencies[self.used], np.uint64))
        self.out.terms(self.name + ".terms", [self.words[i][0] for i in self.heads[self.used].tolist()])

    def _write_codes(self, pairs):
        """Each document's terms, in the smallest type that holds them."""
        document = pairs.astype(np.uint32)
        term = np.searchsorted(self.used, (pairs >> _high).astype(np.int64))
        dtype = np.min_scalar_type(len(self.used))
        counts = np.bincount(document, minlength=self.total)
        if counts.max(initial=0) < 2:
            codes = np.full(self.total, len(self.used), dtype)
            codes[document] = term
        else:
            codes = term[np.argsort(document, kind="stable")].astype(dtype)
            self.out.array(self.name + ".codes.at", starts_of(counts, np.uint32))
        self.out.array(self.name + ".codes", codes)
