"""One generation of an index, as searches see it."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import count, pairwise
from threading import Lock

import numpy as np
from whoosh import query as q

from .cache import remember
from .layout import as_written, decoded
from .matching import NOTHING, Matching, Statistics
from .postings import Dictionary
from .segment import MISSING, ranges
from .words import near

BLOCK = 256  # scores looked through at once
SEVERAL = 8  # a facet with at most so many values is counted a value at a time


@dataclass(frozen=True)
class Found:
    """The answer to a search: keys best first, their scores (0 when ordered by date), the exact number of matching
    documents; for each facet (value, documents) by falling count, then by value, and how many values there are in all."""

    keys: list
    scores: list
    total: int
    facets: dict
    values: dict
    generation: int


class View:
    """Searches over the members of one generation; `codes` numbers facet values over all segments."""

    def __init__(self, contents, members, layout, codes):
        self.contents, self.members, self.layout, self.codes = contents, members, layout, codes

    def intact(self):
        return all(member.segment.intact() for member in self.members)

    def search(self, query, filter, order, start, rows, facets):
        statistics = Statistics(self.members)
        tree = query if filter is None else q.And([query, filter])
        total, best = 0, []
        counts = {name: Counts(self.codes[name]) for name in facets}
        for member in self.members:
            matching = Matching(member, self.layout, statistics)
            documents = matching.documents(tree)
            if member.has_deletions:
                documents = documents[member.live[documents]]
            if not len(documents):
                continue
            total += len(documents)
            if facets:
                few = Few(member.segment, documents)
                for name in facets:
                    counts[name].add(few, name)
            if rows:
                best.append(self._best(matching, query, documents, order, start + rows))
        keys, scores = self._page(best, order, start, start + rows)
        tops = {name: counts[name].top(number) for name, number in facets.items()}
        values = {name: counts[name].values() for name in facets}
        return Found(keys, scores, total, tops, values, self.contents.generation)

    def _best(self, matching, query, documents, order, number):
        """(scores, dates, keys) of the first `number` documents of a segment."""
        dates = matching.segment[self.layout.order]
        scores = np.zeros(len(documents), np.float32)
        if order == "relevance":
            scores = matching.scores(query, documents)
            if len(documents) > number:
                chosen = _highest(scores, number)
                documents, scores = documents[chosen], scores[chosen]
        else:
            if order == "oldest":
                undated = np.searchsorted(documents, np.searchsorted(dates, MISSING, "right"))
                documents = np.concatenate([documents[undated:], documents[:undated]])[:number]
            else:
                documents = documents[-number:]
            scores = scores[: len(documents)]
        return scores, dates[documents], matching.segment["#key"][documents]

    @staticmethod
    def _page(best, order, start, stop):
        if not best:
            return [], []
        scores, dates, keys = map(np.concatenate, zip(*best, strict=True))
        if order == "oldest":
            ranking = np.lexsort((keys, dates, dates == MISSING))
        else:
            ranking = np.lexsort((keys, dates, scores))[::-1]
        ranking = ranking[start:stop]
        return keys[ranking].tolist(), scores[ranking].tolist()

    def suggest(self, word, name, limit, distance):
        """(word, occurrences) of real words near `word`, nearest first, then most frequent."""
        counts, steps = Counter(), {}
        for member in self.members:
            written = member.fields[as_written(name)]
            numbers, distances = near(written.terms, word, distance)
            terms = [decoded(written.terms[number]) for number in numbers.tolist()]
            steps.update(zip(terms, distances.tolist(), strict=True))
            counts.update(dict(zip(terms, written.counts()[numbers].tolist(), strict=True)))
        ranking = sorted(counts.keys() - {word}, key=lambda term: (steps[term], -counts[term], term))
        return [(term, counts[term]) for term in ranking[:limit]]

    def numbers(self, name):
        """Key and number of every live document that has one."""
        found = {}
        for member in self.members:
            column = member.segment[name]
            kept = member.live & (column != MISSING)
            found.update(zip(member.segment["#key"][kept].tolist(), column[kept].tolist(), strict=True))
        return found


def _highest(scores, number):
    """Indices of the `number` highest scores, of equal ones the last."""
    blocks = scores[: len(scores) // BLOCK * BLOCK].reshape(-1, BLOCK).max(axis=1)
    if len(blocks) > 8 * number:  # what is below the best of so many blocks can't be among them
        some = np.flatnonzero(scores >= np.partition(blocks, len(blocks) - number)[len(blocks) - number])
        if len(some) < len(scores):
            return some[_highest(scores[some], number)]
    least = np.partition(scores, len(scores) - number)[len(scores) - number]
    above = np.flatnonzero(scores > least)
    level = np.flatnonzero(scores == least)
    return np.sort(np.concatenate([above, level[len(level) - (number - len(above)) :]]))


class Codes:
    """Numbers for the values of one facet that hold over all segments; they only grow."""

    def __init__(self):
        self.numbers, self.values, self.lock = {}, [], Lock()

    def of(self, segment, name):
        """The numbers of a segment's terms, a slice or an array."""
        codes, numbers = segment.codes.get(name, (None, None))
        if codes is not self:
            terms = Dictionary(segment, name + ".terms").all()
            with self.lock:
                new = [term for term in terms if term not in self.numbers]
                self.numbers.update(zip(new, count(len(self.values)), strict=False))
                self.values += new
            numbers = np.fromiter(map(self.numbers.__getitem__, terms), np.int64, len(terms))
            if np.array_equal(numbers, np.arange(len(terms))):
                numbers = slice(len(terms))
            segment.codes[name] = self, numbers
        return numbers

    def current(self, members, name):
        """Itself, or an empty one when most of its values are in no segment any more."""
        held = sum(member.segment.length(name + ".terms.at") for member in members)
        return self if len(self.values) <= 2 * held + 1000 else Codes()


class Counts:
    """The documents of each value of a facet, summed over segments."""

    def __init__(self, codes):
        self.codes, self.counts = codes, np.zeros(0, np.int64)

    def add(self, few, name):
        numbers = self.codes.of(few.segment, name)
        counted = few.counted(name)
        if len(self.counts) < len(self.codes.values):
            self.counts = np.append(self.counts, np.zeros(len(self.codes.values) - len(self.counts), np.int64))
        self.counts[numbers] += counted

    def values(self):
        """How many values there are."""
        return int(np.count_nonzero(self.counts))

    def top(self, number):
        found = np.flatnonzero(self.counts)
        if len(found) > number > 0:
            least = -np.partition(-self.counts[found], number - 1)[number - 1]
            found = found[self.counts[found] >= least]
        pairs = sorted(
            zip((-self.counts[found]).tolist(), map(self.codes.values.__getitem__, found.tolist()), strict=True)
        )
        return [(decoded(value), -less) for less, value in pairs[:number]]


class Few:
    """Documents of a segment as what is counted for them: themselves, or those that they leave out, if these are fewer."""

    def __init__(self, segment, documents):
        self.segment, self.documents = segment, documents
        self.left_out = 2 * len(documents) > segment.documents
        if len(documents) == segment.documents:
            self.documents = NOTHING
        elif self.left_out:
            others = np.ones(segment.documents, bool)
            others[documents] = False
            self.documents = np.flatnonzero(others)

    def counted(self, name):
        """In how many of the documents each term of a facet stands."""
        counts = self._by_term(name) if self._is_quicker_by_term(name) else self._count(name, self._codes(name))
        if self.left_out:
            whole = remember((self.segment.number, name), lambda: self._count(name, self.segment[name + ".codes"]))
            return whole - counts
        return counts

    def _is_quicker_by_term(self, name):
        many = name + ".codes.at" in self.segment and len(self.documents) * 4 > self.segment.documents
        return many and self.segment.length(name + ".postings.at") <= SEVERAL + 1

    def _by_term(self, name):
        at, holders = self.segment[name + ".postings.at"].tolist(), self.segment[name + ".postings"] >> 8
        return np.array([np.count_nonzero(self.marks[holders[start:stop]]) for start, stop in pairwise(at)])

    @cached_property
    def marks(self):
        marks = np.zeros(self.segment.documents, bool)
        marks[self.documents] = True
        return marks

    def _count(self, name, codes):
        terms = self.segment.length(name + ".terms.at") - 1
        return np.bincount(codes, minlength=terms)[:terms]

    def _codes(self, name):
        """The term numbers of the documents, one after the other."""
        codes = self.segment[name + ".codes"]
        if name + ".codes.at" not in self.segment:
            return codes[self.documents]
        at = self.segment[name + ".codes.at"]
        return codes[ranges(at[self.documents].astype(np.int64), at[self.documents + 1].astype(np.int64))]
