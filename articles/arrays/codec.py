"""The reading half of a Whoosh codec: queries that the executor doesn't know run through Whoosh's own matchers."""

from bisect import bisect_left

import numpy as np
from whoosh import query
from whoosh.codec import base
from whoosh.matching import LeafMatcher, ListMatcher, ReadTooFar
from whoosh.query.spans import Span
from whoosh.reading import SegmentReader, TermInfo, TermNotFound
from whoosh.searching import Searcher

from .layout import encoded


def matched(matching, node):
    """Documents that Whoosh's own matcher finds for a query on the segment of this matching."""
    node = node.accept(lambda part: Known(matching.documents(part)) if isinstance(part, query.NumericRange) else part)
    searcher = Searcher(reader_of(matching))
    matcher = node.matcher(searcher, searcher.boolean_context())
    return np.fromiter(matcher.all_ids() if matcher.is_active() else (), np.uint32)


def reader_of(matching):
    """A Whoosh reader of the segment; deleted documents are left in, as everywhere below the root."""
    return SegmentReader(None, matching.layout.schema, CodecSegment(matching), codec=ArrayCodec())


class Known(query.Query):
    """A part of a query whose documents are known already."""

    def __init__(self, documents):
        self.documents = documents

    def matcher(self, searcher, context=None):
        return ListMatcher(self.documents.tolist())


class CodecSegment(base.Segment):
    def __init__(self, matching):
        super().__init__("arrays")
        self.matching = matching

    def is_compound(self):
        return False

    def doc_count_all(self):
        return self.matching.total

    doc_count = doc_count_all


class ArrayCodec(base.Codec):
    def terms_reader(self, storage, segment):
        return ArrayTerms(segment.matching.fields)

    def per_document_reader(self, storage, segment):
        return ArrayDocuments(segment.matching)


class ArrayDocuments(base.PerDocumentReader):
    def __init__(self, matching):
        self.matching = matching

    def doc_count(self):
        return self.matching.total

    doc_count_all = doc_count

    def has_deletions(self):
        return False

    def is_deleted(self, document):
        return False

    def deleted_docs(self):
        return iter(())

    def supports_columns(self):
        return False

    def has_column(self, name):
        return False

    def doc_field_length(self, document, name, default=0):
        return default

    def field_length(self, name):
        return self.matching.total

    def min_field_length(self, name):
        return 1

    max_field_length = min_field_length

    def stored_fields(self, document):
        return {"key": int(self.matching.segment["#key"][document])}


class ArrayTerms(base.TermsReader):
    def __init__(self, fields):
        self.fields = fields

    def _number(self, name, term):
        field = self.fields.get(name)
        number = -1 if field is None else field.terms.find(encoded(term))
        if number < 0:
            raise TermNotFound(f"No term {name}:{term!r}")
        return number

    def __contains__(self, term):
        field = self.fields.get(term[0])
        return field is not None and field.terms.find(term[1]) >= 0

    def indexed_field_names(self):
        return sorted(self.fields.layout.searchable)

    def terms(self):
        return (term for name in self.indexed_field_names() for term in self.terms_from(name, b""))

    def terms_from(self, name, prefix):
        terms = self.fields[name].terms
        return ((name, terms[number]) for number in range(terms.lower(prefix), len(terms)))

    def items(self):
        return ((term, self.term_info(*term)) for term in self.terms())

    def items_from(self, name, prefix):
        return ((term, self.term_info(*term)) for term in self.terms_from(name, prefix))

    def term_info(self, name, term):
        field = self.fields[name]
        documents = field.documents(self._number(name, term))
        return TermInfo(len(documents), len(documents), 1, 1, 1.0, int(documents[0]), int(documents[-1]))

    def doc_frequency(self, name, term):
        return self.fields[name].frequency(self._number(name, term))

    frequency = doc_frequency

    def matcher(self, name, term, format_, scorer=None):
        return ArrayMatcher(self.fields[name], self._number(name, term), (name, term))

    def close(self):
        pass


class ArrayMatcher(LeafMatcher):
    """One posting list as a Whoosh matcher, without scores."""

    def __init__(self, field, number, term):
        self.field, self.number, self._term = field, number, term
        self.ids = field.documents(number).tolist()
        self.i, self.scorer = 0, None

    def copy(self):
        twin = ArrayMatcher.__new__(ArrayMatcher)
        twin.__dict__.update(self.__dict__)
        return twin

    def is_active(self):
        return self.i < len(self.ids)

    def reset(self):
        self.i = 0

    def id(self):
        # Some of Whoosh's composite matchers ask an exhausted part for its document.
        return self.ids[self.i] if self.is_active() else 1 << 32

    def next(self):
        self.i += 1
        return True

    def skip_to(self, document):
        if not self.is_active():
            raise ReadTooFar
        self.i = bisect_left(self.ids, document, self.i)

    def all_ids(self):
        return iter(self.ids[self.i :])

    def supports_block_quality(self):
        return False

    def replace(self, minquality=0):
        return self

    def weight(self):
        return 1.0

    def score(self):
        return 1.0

    def supports(self, astype):
        return astype == "positions" and self.field.scored

    def positions(self):
        field, document = self.field, self.id()
        places, starts = field.positions(self.number), field.places.starts
        low, high = np.searchsorted(places, (starts[document], starts[document + 1]))
        return (places[low:high] - starts[document]).tolist()

    def value_as(self, astype):
        return self.positions()

    def spans(self):
        return [Span(position) for position in self.positions()]
