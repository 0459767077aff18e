"""The arrays as a Whoosh reader: queries that the executor doesn't know run through their own Whoosh matchers."""

import numpy as np
from whoosh import formats, query
from whoosh.fields import FieldType, Schema
from whoosh.matching import ListMatcher
from whoosh.query.spans import SpanQuery
from whoosh.reading import IndexReader
from whoosh.searching import Searcher

from .layout import decoded, encoded


def matched(matching, node):
    """Documents that Whoosh's own matcher finds for a query on the segment of this matching. Where places don't matter,
    the parts of the query are answered by the matching."""
    if not isinstance(node, SpanQuery | query.Sequence):
        node = node.apply(lambda part: Known(matching.documents(part)))
    searcher = ArraySearcher(ArrayReader(matching))
    matcher = node.matcher(searcher, searcher.boolean_context())
    return np.fromiter(matcher.all_ids() if matcher.is_active() else (), np.uint32)


class Known(query.Query):
    """A part of a query whose documents are known already."""

    def __init__(self, documents):
        self.documents = documents

    def matcher(self, searcher, context=None):
        return ListMatcher(self.documents.tolist())

    def estimate_size(self, reader):
        return len(self.documents)


class Terms(FieldType):
    """What Whoosh's queries must know of a field: how its terms are stored."""

    def __init__(self):
        super().__init__(formats.Positions(), analyzer=None)
        self.to_bytes, self.from_bytes = encoded, decoded


class ArrayReader(IndexReader):
    """One segment. Deleted documents are left in, as everywhere below the root of a query."""

    def __init__(self, matching):
        self.fields, self.total = matching.fields, matching.total
        self.schema = Schema(**{name: Terms() for name in matching.layout.searchable})

    def doc_count_all(self):
        return self.total

    doc_count = doc_count_all

    def is_deleted(self, document):
        return False

    def __contains__(self, term):
        field = self.fields.get(term[0])
        return field is not None and field.terms.find(encoded(term[1])) >= 0

    def terms_from(self, name, prefix):
        terms = self.fields[name].terms
        return ((name, terms[number]) for number in range(terms.lower(encoded(prefix)), len(terms)))

    def doc_frequency(self, name, term):
        field = self.fields[name]
        return field.frequency(field.terms.find(encoded(term)))


class ArraySearcher(Searcher):
    def postings(self, name, term, weighting=None, qf=1):
        field = self.ixreader.fields[name]
        matcher = TermMatcher(field.documents(field.terms.find(encoded(term))).tolist(), term=(name, term))
        matcher.field = field
        return matcher


class TermMatcher(ListMatcher):
    """The documents of one term and, of texts, its places in them."""

    def copy(self):
        twin = TermMatcher(self._ids, position=self._i, term=self._term)
        twin.field = self.field
        return twin

    def id(self):
        # Some of Whoosh's composite matchers ask an exhausted part for its document.
        return self._ids[self._i] if self.is_active() else 1 << 32

    def supports(self, kind):
        return kind == "positions"

    def value_as(self, kind):
        field, document = self.field, self.id()
        places, starts = field.positions(field.terms.find(encoded(self._term[1]))), field.places.starts
        low, high = np.searchsorted(places, (starts[document], starts[document + 1]))
        return (places[low:high] - starts[document]).tolist()
