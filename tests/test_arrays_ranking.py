"""Order of results: as plain Whoosh's BM25F ranks, and the same however documents lie in segments."""

import pytest
from whoosh import fields, scoring
from whoosh import query as q
from whoosh.analysis import Filter, SpaceSeparatedTokenizer
from whoosh.index import create_in

from .arrays_oracle import Corpus, stem
from .test_arrays_search import make_index

PAGE = 20


class Stems(Filter):
    def __call__(self, tokens):
        for token in tokens:
            token.text = stem(token.text)
            yield token


@pytest.fixture(scope="module")
def corpus():
    return Corpus(11)


@pytest.fixture(scope="module")
def documents(corpus):
    """Texts of one to four hundred words; plain Whoosh keeps lengths in one byte, exact up to 107 only."""
    return {
        key: {"text": " ".join(corpus.word() for _ in range(1, corpus.random.choice((9, 30, 90, 400))))}
        for key in range(600)
    }


@pytest.fixture(scope="module")
def index(tmp_path_factory, documents):
    index = make_index(tmp_path_factory.mktemp("arrays"))
    index.create()
    keys = list(documents)
    for start in range(0, len(keys), 150):
        with index.writer() as writer:
            for key in keys[start : start + 150]:
                writer.update(key, published=key, **documents[key])
    return index


@pytest.fixture(scope="module")
def plain(tmp_path_factory, documents):
    schema = fields.Schema(key=fields.ID(stored=True), text=fields.TEXT(analyzer=SpaceSeparatedTokenizer() | Stems()))
    index = create_in(str(tmp_path_factory.mktemp("whoosh")), schema)
    writer = index.writer()
    for key, document in documents.items():
        writer.add_document(key=str(key), **document)
    writer.commit()
    with index.searcher(weighting=scoring.BM25F()) as searcher:
        yield searcher


def queries(corpus):
    def term():
        return q.Term("text", stem(corpus.word()))

    for _ in range(60):
        yield term()
        yield q.And([term(), term()])
        yield q.Or([term(), term(), term()])
        yield q.Phrase("text", [term().text, term().text])


def test_first_twenty_are_those_of_plain_whoosh(index, plain, corpus):
    shared = wanted = 0
    for query in queries(corpus):
        ranked = plain.search(query, limit=None)
        scores = {int(hit["key"]): hit.score for hit in ranked}
        found = index.search(query, rows=PAGE)
        assert found.total == len(ranked)
        # Of documents with the same score plain Whoosh takes the lower number, we the newer.
        least = sorted(scores.values(), reverse=True)[:PAGE][-1:]
        shared += sum(scores[key] >= least[0] - 1e-6 for key in found.keys)
        wanted += min(PAGE, len(ranked))
    assert wanted > 2000
    assert shared / wanted >= 0.95


def test_merging_and_rebuilding_keep_every_page_as_it_was(index, corpus, documents, tmp_path):
    whole = make_index(tmp_path)
    whole.rebuild((key, {"published": key, **document}) for key, document in documents.items())
    assert whole.status().segments == 1 < index.status().segments
    for query in queries(corpus):
        for order in ("relevance", "newest", "oldest"):
            first, second = (found.search(query, order=order, start=20, rows=40) for found in (index, whole))
            assert first.keys == second.keys
            assert first.scores == second.scores


def test_ties_go_to_the_newer_then_to_the_higher_key(tmp_path):
    index = make_index(tmp_path)
    index.create()
    for keys in ((5, 1), (3, 4), (2, 6)):
        with index.writer() as writer:
            for key in keys:
                writer.update(key, text="same words", published=None if key == 4 else key // 2)
    query = q.Term("text", "word")
    assert index.search(query).keys == [6, 5, 3, 2, 1, 4]
    assert index.search(query, order="newest").keys == [6, 5, 3, 2, 1, 4]
    assert index.search(query, order="oldest").keys == [1, 2, 3, 5, 6, 4]


def test_a_boosted_field_weighs_more(tmp_path):
    index = make_index(tmp_path)
    index.rebuild([(1, {"text": "rain", "headline": "sun"}), (2, {"text": "sun", "headline": "rain"})])
    either = [q.Term("text", "rain"), q.Term("headline", "rain", boost=3)]
    assert index.search(q.Or(either)).keys == [2, 1]
    assert index.search(q.DisjunctionMax(either)).keys == [2, 1]
    assert index.search(q.Or([q.Term("text", "rain", boost=3), q.Term("headline", "rain")])).keys == [1, 2]


def test_pages_join_without_gap_or_repetition(index):
    query = q.Every()
    pages = [key for start in range(0, 600, 37) for key in index.search(query, start=start, rows=37).keys]
    assert pages == list(range(599, -1, -1))
    assert index.search(query, start=600).keys == []
    assert index.search(query, rows=0).total == 600
