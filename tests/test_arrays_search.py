from collections import Counter
from functools import cache

import pytest
from whoosh.qparser import FuzzyTermPlugin, QueryParser

from articles.arrays import Index

from .arrays_oracle import Corpus, Oracle, Queries, schema

FACETS = ("publication", "speaker")


def make_index(path, **options):
    return Index(path, schema(), order="published", facets=FACETS, **options)


@pytest.fixture(scope="module", params=[1, 2])
def archive(request, tmp_path_factory):
    """An index with a history: a rebuild, then updates and deletes in small segments, some of them merged."""
    corpus = Corpus(request.param)
    index = make_index(tmp_path_factory.mktemp("arrays"))
    documents = {key: corpus.document() for key in range(250)}
    index.rebuild(documents.items())
    for step in range(14):
        with index.writer() as writer:
            for key in corpus.random.sample(range(300), 12):
                if corpus.random.random() < 0.3:
                    writer.delete(key)
                    documents.pop(key, None)
                else:
                    documents[key] = corpus.document()
                    writer.update(key, **documents[key])
        if step == 8:
            assert index.merge()
    assert index.status().segments > 4
    assert index.status().deleted > 10
    return corpus, index, documents


def test_thousand_generated_trees_match_what_set_algebra_says(archive):
    corpus, index, documents = archive
    queries, oracle = Queries(corpus, list(documents.values())), Oracle(documents)
    facet = {name: facet_oracle(documents, name) for name in FACETS}
    for _ in range(1100):
        query = queries.tree()
        expected = oracle.keys(query)
        found = index.search(query, rows=1000, facets={"publication": 9, "speaker": 9})
        assert found.total == len(found.keys) == len(expected), query
        assert set(found.keys) == expected, query
        assert found.scores == sorted(found.scores, reverse=True)
        for name in FACETS:
            assert found.facets[name] == facet[name](frozenset(expected))


def test_whoosh_s_own_parser_reads_queries_for_the_index(tmp_path):
    index = make_index(tmp_path)
    index.rebuild(
        [
            (1, {"text": "Warned miners", "headline": "Rain", "publication": "Wire", "published": 20180731}),
            (2, {"text": "miners warned others", "speaker": ["17"], "published": 20190101}),
            (3, {"text": "winter sun", "headline": "Warns", "version": -5}),
        ]
    )
    parser = QueryParser("text", schema(), plugins=[*QueryParser("text", None).plugins, FuzzyTermPlugin()])
    for typed, keys in (
        ("MINERS warning", {1, 2}),
        ('"warned miners"', {1}),
        ('"warned others miners"~2', set()),
        ("miner NOT publication:Wire", {2}),
        ("headline:(rained OR warned)", {1, 3}),
        ("w?nter OR speaker:17", {2, 3}),
        ("min* winter~", set()),
        ("mimer~", {1, 2}),
        ("published:20180731", {1}),
        ("published:[20180801 to]", {2}),
        ("version:-5", {3}),
        ("*:*", {1, 2, 3}),
    ):
        assert set(index.search(parser.parse(typed)).keys) == keys, typed


def facet_oracle(documents, name):
    @cache
    def count(keys):
        values = (documents[key].get(name) or () for key in keys)
        counts = Counter(v for value in values for v in ([value] if isinstance(value, str) else value))
        return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))

    return count
