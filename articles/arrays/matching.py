"""A Whoosh query tree evaluated on one segment, each node a set of documents, then scored on the documents that matched.

The set of a node is an ascending array of document numbers, deleted ones included: they are left out at the root, so
that negation is exact at any depth. A kind of query unknown here is run through its own Whoosh matcher."""

from functools import singledispatchmethod
from math import log

import numpy as np
from whoosh import query as q
from whoosh.query.qcore import _NullQuery

from .cache import remember
from .layout import encoded
from .postings import K1, NOTHING, distinct
from .reader import ArrayReader, matched
from .segment import MISSING
from .words import terms_of


def intersection(some, others):
    """What two ascending sets share."""
    if len(some) > len(others):
        some, others = others, some
    if not len(some):
        return NOTHING
    if int(others[-1]) - int(others[0]) + 1 == len(others):
        return some[slice(*np.searchsorted(some, (others[0], others[-1] + 1)))]
    return some[among(some, others)]


def among(some, others):
    """For each member of `some` whether it is in `others`; both ascending."""
    if not len(others):
        return np.zeros(len(some), bool)
    return others[np.minimum(np.searchsorted(others, some), len(others) - 1)] == some


class Matching:
    """The documents and scores of queries on one segment. `fields` maps names to terms with postings; `statistics`
    tells how rare a term is in the whole index."""

    def __init__(self, segment, fields, layout, statistics=None):
        self.segment, self.fields, self.layout, self.statistics = segment, fields, layout, statistics
        self.total = segment.documents
        self.known = {}

    def documents(self, query):
        """Ascending documents of the segment that match."""
        known = self.known.get(id(query))
        if known is None:
            known = self.known[id(query)] = query, self._documents(query)
        return known[1]

    def all(self):
        return np.arange(self.total, dtype=np.uint32)

    def union(self, lists):
        """Documents in any of these lists, which need not be in order."""
        if sum(map(len, lists)) * 16 < self.total:
            return distinct(np.sort(np.concatenate(lists))) if lists else NOTHING
        return self._marked(lists).nonzero()[0].astype(np.uint32)

    def _marked(self, lists):
        marks = np.zeros(self.total, bool)
        for found in lists:
            marks[found] = True
        return marks

    def without(self, documents, query):
        unwanted = self.documents(query)
        if len(unwanted) * 16 > self.total:
            return documents[~self._marked([unwanted])[documents]]
        return documents[~among(documents, unwanted)]

    def term(self, query):
        """The field a Term names and the number of its text there, or (None, -1)."""
        field = self.fields.get(query.fieldname)
        number = -1 if field is None else field.terms.find(encoded(query.text))
        return (field, number) if number >= 0 else (None, -1)

    @singledispatchmethod
    def _documents(self, query):
        return matched(self, query)

    @_documents.register
    def _(self, query: q.Term):
        if query.fieldname in self.layout.numbers:
            return self._in_range(query.fieldname, int(query.text), int(query.text))
        field, number = self.term(query)
        return NOTHING if field is None else field.documents(number)

    @_documents.register
    def _(self, query: q.And):
        wanted = [part for part in query.subqueries if not isinstance(part, q.Not)]
        if not query.subqueries:
            return NOTHING
        found = None
        for part in sorted(wanted, key=self._expected):
            if found is None:
                found = self.documents(part)
            elif len(found):
                found = self._narrowed(found, part)
        found = self.all() if found is None else found
        for part in query.subqueries:
            if isinstance(part, q.Not) and len(found):
                found = self.without(found, part.query)
        return found

    def _expected(self, query):
        """How many documents a part will bring, as far as that is known beforehand."""
        if isinstance(query, q.Term):
            field, number = self.term(query)
            return 0 if field is None else field.frequency(number)
        return len(self.documents(query))

    def _narrowed(self, documents, query):
        field, number = self.term(query) if isinstance(query, q.Term) else (None, -1)
        if field is not None and field.exact and field.frequency(number) > len(documents):
            return documents[field.occurrences(number, documents) > 0]
        return intersection(documents, self.documents(query))

    @_documents.register(q.Or)
    @_documents.register(q.DisjunctionMax)
    def _(self, query):
        return self.union([self.documents(part) for part in query.subqueries])

    @_documents.register
    def _(self, query: q.Not):
        return self.without(self.all(), query.query)

    @_documents.register
    def _(self, query: q.AndNot):
        return self.without(self.documents(query.a), query.b)

    @_documents.register
    def _(self, query: q.Require):
        return intersection(self.documents(query.a), self.documents(query.b))

    @_documents.register
    def _(self, query: q.AndMaybe):
        return self.documents(query.a)

    @_documents.register
    def _(self, query: q.ConstantScoreQuery):
        return self.documents(query.child)

    @_documents.register
    def _(self, query: _NullQuery):
        return NOTHING

    @_documents.register
    def _(self, query: q.Every):
        if query.fieldname in (None, "*"):
            return self.all()
        if query.fieldname in self.layout.numbers:
            return np.flatnonzero(self.segment[query.fieldname] != MISSING).astype(np.uint32)
        field = self.fields.get(query.fieldname)
        return NOTHING if field is None else self.union(field.lists(np.arange(len(field.terms))))

    @_documents.register
    def _(self, query: q.MultiTerm):
        field = self.fields.get(query.field())
        if field is None:
            return NOTHING

        def make():
            return self.union(field.lists(terms_of(query, field.terms, lambda: ArrayReader(self))))

        return remember((self.segment.number, query), make)

    @_documents.register
    def _(self, query: q.NumericRange):
        if query.fieldname not in self.layout.numbers:
            return NOTHING
        low = MISSING + 1 if query.start is None else query.start + bool(query.startexcl)
        high = -MISSING - 1 if query.end is None else query.end - bool(query.endexcl)
        return self._in_range(query.fieldname, low, high)

    def _in_range(self, name, low, high):
        numbers = self.segment[name]
        low, high = max(low, MISSING + 1), min(high, -MISSING - 1)
        if name != self.layout.order:
            return np.flatnonzero((numbers >= low) & (numbers <= high)).astype(np.uint32)
        return np.arange(np.searchsorted(numbers, low), np.searchsorted(numbers, high, "right"), dtype=np.uint32)

    @_documents.register
    def _(self, query: q.Phrase):
        field = self.fields.get(query.fieldname)
        numbers = [] if field is None else [field.terms.find(encoded(word)) for word in query.words]
        if not numbers or min(numbers) < 0:
            return NOTHING
        if len(numbers) == 1:
            return field.documents(numbers[0])
        return field.near(numbers, query.slop) if field.scored else NOTHING

    def scores(self, query, documents):
        """Score of each of these documents, all of which match: BM25F as in Whoosh, summed in the order of the query,
        so that it doesn't depend on how documents are spread over segments."""
        return self._scores(query, documents)

    @singledispatchmethod
    def _scores(self, query, documents):
        terms = [q.Term(name, text) for name, text in query.iter_all_terms() if name not in self.layout.numbers]
        return self._scores(q.Or(terms), documents) if terms else self._same(query, documents)

    @_scores.register(q.MultiTerm)
    @_scores.register(q.NumericRange)
    @_scores.register(q.Every)
    @_scores.register(q.Not)
    def _same(self, query, documents):
        return np.full(len(documents), query.boost, np.float32)

    @_scores.register
    def _(self, query: q.Term, documents):
        field, number = self.term(query)
        if field is None or not field.scored:
            return np.full(len(documents), query.boost, np.float32)
        field, number = field.weighed(number)
        counts = field.occurrences(number, documents).astype(np.float32)
        rarity = self.statistics.rarity(field.name, field.terms[number]) * query.boost
        lengths = field.lengths(self.statistics.average(field.name))[documents]
        return counts * np.float32(rarity * (K1 + 1)) / (counts + lengths)

    def _share(self, query, documents):
        """What a part adds to the score of documents that need not match it."""
        scores = self._scores(query, documents)
        if isinstance(query, q.Term) and (field := self.term(query)[0]) is not None and field.exact and field.scored:
            return scores
        scores[~among(documents, self.documents(query))] = 0
        return scores

    @_scores.register
    def _(self, query: q.And, documents):
        parts = [self._scores(part, documents) for part in query.subqueries if not isinstance(part, q.Not)]
        return np.float32(query.boost) * sum(parts, np.zeros(len(documents), np.float32))

    @_scores.register
    def _(self, query: q.Or, documents):
        parts = [self._share(part, documents) for part in query.subqueries]
        return np.float32(query.boost) * sum(parts, np.zeros(len(documents), np.float32))

    @_scores.register
    def _(self, query: q.DisjunctionMax, documents):
        parts = [self._share(part, documents) for part in query.subqueries]
        return np.float32(query.boost) * np.max(parts, axis=0)

    @_scores.register(q.AndNot)
    @_scores.register(q.Require)
    def _(self, query, documents):
        return self._scores(query.a, documents)

    @_scores.register
    def _(self, query: q.AndMaybe, documents):
        return self._scores(query.a, documents) + self._share(query.b, documents)

    @_scores.register
    def _(self, query: q.Phrase, documents):
        words = q.And([q.Term(query.fieldname, word) for word in query.words], boost=query.boost)
        return self._scores(words, documents)

    @_scores.register
    def _(self, query: q.ConstantScoreQuery, documents):
        return np.full(len(documents), query.score, np.float32)


class Statistics:
    """How rare terms and how long texts are in the whole index, deleted documents included as in Whoosh."""

    def __init__(self, parts):
        self.parts = parts
        self.total = sum(segment.documents for segment, _ in parts)
        self.known = {}

    def rarity(self, name, term):
        if (name, term) not in self.known:
            frequency = 0
            for _, fields in self.parts:
                number = fields[name].terms.find(term)
                frequency += fields[name].frequency(number) if number >= 0 else 0
            self.known[name, term] = log(self.total / (frequency + 1)) + 1
        return self.known[name, term]

    def average(self, name):
        """Mean length, rounded so that what is derived from it outlives small commits."""
        if name not in self.known:
            words = sum(fields[name].words for _, fields in self.parts)
            self.known[name] = float(f"{words / (self.total or 1):.3g}") or 1.0
        return self.known[name]
