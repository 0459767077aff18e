"""A Whoosh query tree evaluated on one segment: each node a set of documents, then scores for those that matched.

The set of a node is an ascending array of document numbers, deleted ones included: they are left out at the root, so
that negation is exact at any depth. A kind of query unknown here is run through its own Whoosh matcher."""

from math import log

import numpy as np
from whoosh import query as q
from whoosh.query.qcore import _NullQuery

from .cache import remember
from .layout import encoded
from .postings import K1, NOTHING, among, distinct
from .reader import ArrayReader, matched
from .segment import MISSING
from .words import terms_of


class Matching:
    """The documents and scores of queries on one member; `statistics` tells how rare a term is in the whole index."""

    def __init__(self, member, layout, statistics):
        self.segment, self.fields, self.layout, self.statistics = member.segment, member.fields, layout, statistics
        self.total, self.known = self.segment.documents, {}

    def documents(self, query):
        """Ascending documents of the segment that match."""
        if id(query) not in self.known:
            self.known[id(query)] = query, self._documents(query)
        return self.known[id(query)][1]

    def _documents(self, query):
        match query:
            case q.Term():
                return self._having(query)
            case q.And():
                return self._in_all(query)
            case q.Or() | q.DisjunctionMax():
                return self._union([self.documents(part) for part in query.subqueries])
            case q.Not():
                return self._without(self._all(), query.query)
            case q.AndNot():
                return self._without(self.documents(query.a), query.b)
            case q.Require():
                return intersection(self.documents(query.a), self.documents(query.b))
            case q.AndMaybe():
                return self.documents(query.a)
            case q.ConstantScoreQuery() | q.WeightingQuery():
                return self.documents(query.child)
            case q.Phrase():
                return self._phrase(query)
            case q.NumericRange() if query.fieldname in self.layout.numbers:
                low = MISSING if query.start is None else query.start + bool(query.startexcl)
                high = -MISSING if query.end is None else query.end - bool(query.endexcl)
                return self._in_range(query.fieldname, low, high)
            case q.Every(fieldname=None | "*"):
                return self._all()
            case q.Every() if query.fieldname in self.layout.numbers:
                return self._in_range(query.fieldname, MISSING, -MISSING)
            case q.Every() | q.MultiTerm():
                return self._of_many(query)
            case _NullQuery() | q.NumericRange():
                return NOTHING
        return matched(self, query)

    def _all(self):
        return np.arange(self.total, dtype=np.uint32)

    def _union(self, lists):
        """Documents in any of these lists, which need not be in order."""
        if sum(map(len, lists)) * 16 < self.total:
            return distinct(np.sort(np.concatenate(lists))) if lists else NOTHING
        return self._marked(lists).nonzero()[0].astype(np.uint32)

    def _marked(self, lists):
        marks = np.zeros(self.total, bool)
        for found in lists:
            marks[found] = True
        return marks

    def _without(self, documents, query):
        unwanted = self.documents(query)
        if len(unwanted) * 16 > self.total:
            return documents[~self._marked([unwanted])[documents]]
        return documents[~among(documents, unwanted)]

    def _term(self, query):
        """The field that a Term names and the number of its text there, or (None, -1)."""
        field = self.fields.get(query.fieldname)
        number = -1 if field is None else field.terms.find(encoded(query.text))
        return (field, number) if number >= 0 else (None, -1)

    def _having(self, query):
        if field := self.layout.numbers.get(query.fieldname):
            number = field.from_bytes(query.text) if isinstance(query.text, bytes) else query.text
            return self._in_range(query.fieldname, number, number)
        field, number = self._term(query)
        return NOTHING if field is None else field.documents(number)

    def _in_all(self, query):
        """AND, its rarest part first; what must not match is taken from what is left."""
        wanted = [part for part in query.subqueries if not isinstance(part, q.Not)]
        if not wanted:
            found = self._all() if query.subqueries else NOTHING
        for i, part in enumerate(sorted(wanted, key=self._expected)):
            field, number = self._term(part) if isinstance(part, q.Term) else (None, -1)
            if i == 0:
                found = self.documents(part)
            elif field is not None and field.exact and field.frequency(number) > len(found):
                found = found[field.occurrences(number, found) > 0]
            else:
                found = intersection(found, self.documents(part))
        for part in query.subqueries:
            if isinstance(part, q.Not):
                found = self._without(found, part.query)
        return found

    def _expected(self, query):
        """How many documents a part will bring, or somewhat more."""
        field, number = self._term(query) if isinstance(query, q.Term) else (None, -1)
        return len(self.documents(query)) if field is None else field.frequency(number)

    def _in_range(self, name, low, high):
        """Documents with a number from low to high, both included."""
        numbers, low, high = self.segment[name], max(low, MISSING + 1), min(high, -MISSING - 1)
        if name != self.layout.order:
            return np.flatnonzero((numbers >= low) & (numbers <= high)).astype(np.uint32)
        return np.arange(np.searchsorted(numbers, low), np.searchsorted(numbers, high, "right"), dtype=np.uint32)

    def _of_many(self, query):
        """Documents with any of the terms that a query stands for."""
        field = self.fields.get(query.field())
        if field is None:
            return NOTHING

        def make():
            numbers = terms_of(query, field.terms, lambda: ArrayReader(self))
            return self._union(field.lists(numbers))

        return remember((self.segment.number, query), make)

    def _phrase(self, query):
        field = self.fields.get(query.fieldname)
        numbers = [-1] if field is None else [field.terms.find(encoded(word)) for word in query.words]
        if min(numbers, default=-1) < 0:
            return NOTHING
        if len(numbers) == 1:
            return field.documents(numbers[0])
        return field.near(numbers, query.slop) if field.scored else NOTHING

    def scores(self, query, documents):
        """Scores of these documents, all of which match: BM25F as in Whoosh, summed in the order of the query, so that
        it doesn't depend on how documents are spread over segments."""
        match query:
            case q.Term():
                scores = self._weight(query, documents)
            case q.And():
                parts = [part for part in query.subqueries if not isinstance(part, q.Not)]
                scores = _sum([self.scores(part, documents) for part in parts], documents) * query.boost
            case q.Or():
                scores = _sum([self._share(part, documents) for part in query.subqueries], documents) * query.boost
            case q.DisjunctionMax():
                shares = [self._share(part, documents) for part in query.subqueries]
                scores = np.max(shares, axis=0) * query.boost
            case q.AndNot() | q.Require():
                scores = self.scores(query.a, documents)
            case q.AndMaybe():
                scores = self.scores(query.a, documents) + self._share(query.b, documents)
            case q.Phrase():
                words = [self.scores(q.Term(query.fieldname, word), documents) for word in query.words]
                scores = _sum(words, documents) * query.boost
            case q.ConstantScoreQuery():
                scores = _same(query.score, documents)
            case q.MultiTerm() | q.NumericRange() | q.Every() | q.Not():
                scores = _same(query.boost, documents)
            case _:
                words = [q.Term(*term) for term in query.iter_all_terms() if term[0] in self.layout.searchable]
                scores = self.scores(q.Or(words), documents) if words else _same(1.0, documents)
        return scores.astype(np.float32, copy=False)

    def _weight(self, query, documents):
        """BM25 of a term, 0 where it is missing; the boost for what is not text."""
        field, number = self._term(query)
        if field is None or not field.scored:
            return _same(query.boost, documents)
        field, number = field.weighed(number)
        scores = field.occurrences(number, documents).astype(np.float32)
        found = slice(None) if field.frequency(number) * 4 > len(documents) else np.flatnonzero(scores != 0)
        rarity = self.statistics.rarity(field.name, field.terms[number]) * query.boost
        lengths = field.lengths(self.statistics.average(field.name))[documents[found]]
        scores[found] = scores[found] * np.float32(rarity * (K1 + 1)) / (scores[found] + lengths)
        return scores

    def _share(self, query, documents):
        """What a part adds to the scores of documents that need not match it."""
        scores = self.scores(query, documents)
        if isinstance(query, q.Or | q.DisjunctionMax):
            return scores  # of shares
        field = self._term(query)[0] if isinstance(query, q.Term) else None
        if field is None or not (field.exact and field.scored):
            scores[~among(documents, self.documents(query))] = 0
        return scores


class Statistics:
    """How rare terms and how long texts are in the whole index, deleted documents included as in Whoosh."""

    def __init__(self, members):
        self.fields, self.known = [member.fields for member in members], {}
        self.total = sum(member.segment.documents for member in members)

    def rarity(self, name, term):
        if (name, term) not in self.known:
            terms = [(fields[name], fields[name].terms.find(term)) for fields in self.fields]
            frequency = sum(field.frequency(number) for field, number in terms if number >= 0)
            self.known[name, term] = log(self.total / (frequency + 1)) + 1
        return self.known[name, term]

    def average(self, name):
        """Mean length, rounded so that what is derived from it outlives small commits."""
        if name not in self.known:
            words = sum(fields[name].words for fields in self.fields)
            self.known[name] = float(f"{words / (self.total or 1):.3g}") or 1.0
        return self.known[name]


def intersection(some, others):
    """What two ascending sets share."""
    if len(some) > len(others):
        some, others = others, some
    if len(some) and int(others[-1]) - int(others[0]) + 1 == len(others):
        return some[slice(*np.searchsorted(some, (others[0], others[-1] + 1)))]
    return some[among(some, others)]


def _sum(parts, documents):
    return sum(parts[1:], parts[0]) if parts else _same(0, documents)


def _same(score, documents):
    return np.full(len(documents), score, np.float32)
