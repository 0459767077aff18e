import random
from collections import Counter
from functools import cache

import pytest
from whoosh import query as q
from whoosh.qparser import FuzzyTermPlugin, QueryParser
from whoosh.query import spans
from whoosh.scoring import BM25F

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


def test_many_documents_are_ranked_and_counted_as_few_are(tmp_path):
    index, chance = make_index(tmp_path), random.Random(5)
    documents = {
        key: {"text": chance.choice(("rain", "rain sun", "rain rain", "sun")), "published": 20180101 + key % 28,
              "speaker": chance.sample(("1", "2", "3"), chance.randrange(4))}
        for key in range(5000)
    }  # fmt: skip
    index.rebuild(documents.items())
    facet = facet_oracle(documents, "speaker")
    for word in ("rain", "sun"):
        having = frozenset(key for key, document in documents.items() if word in document["text"].split())
        whole = index.search(q.Term("text", word), rows=5000, facets={"speaker": 9})
        assert set(whole.keys) == having
        assert whole.facets["speaker"] == facet(having)
        assert whole.scores == sorted(whole.scores, reverse=True)
        assert [index.search(q.Term("text", word), rows=rows).keys for rows in (1, 2)] == [
            whole.keys[:1],
            whole.keys[:2],
        ]


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


def test_queries_unknown_here_run_through_whoosh_s_own_matchers(tmp_path):
    index = make_index(tmp_path)
    texts = ("alpha beta gamma", "beta alpha delta", "gamma delta alpha", "delta gamma beta alpha")
    index.rebuild((key, {"text": text, "version": key}) for key, text in enumerate(texts))
    alpha, beta, gamma, delta = (q.Term("text", word) for word in ("alpha", "beta", "gamma", "delta"))
    for query, keys in (
        (spans.SpanFirst(q.Or([alpha, delta]), limit=0), {0, 3}),
        (spans.SpanNot(q.Or([alpha, beta]), alpha), {0, 1, 3}),
        (spans.SpanNear(q.Phrase("text", ["beta", "alpha"]), delta, slop=2), {1}),
        (spans.SpanNear(q.AndNot(alpha, delta), gamma, slop=2), {0}),
        (spans.SpanNear(q.And([alpha, q.Not(delta)]), beta), {0}),
        (spans.SpanNear(q.AndMaybe(beta, delta), alpha), {1, 3}),
        (spans.SpanNear(beta, q.Prefix("text", "al")), {1, 3}),
        (spans.SpanBefore(gamma, alpha), {2, 3}),
        (q.Ordered([delta, beta]), {3}),
        (q.Otherwise(q.And([q.NumericRange("version", 1, 2), q.Not(beta)]), alpha), {2}),
        (q.Otherwise(q.AndNot(q.Every(), q.Or([alpha, beta])), q.Require(beta, q.Not(gamma))), {1}),
        (q.Otherwise(q.And([q.Prefix("nowhere", "a"), alpha]), q.Term("version", 3)), {3}),
        (q.WeightingQuery(q.And([beta, q.Not(gamma)]), BM25F()), {1}),
        (q.Sequence([beta, q.Or([gamma, delta])], slop=2), {0, 1}),
        (q.Variations("text", "alpha"), {0, 1, 2, 3}),
    ):
        assert set(index.search(query).keys) == keys, query
        assert set(index.search(q.Not(query)).keys) == {0, 1, 2, 3} - keys, query


def facet_oracle(documents, name):
    @cache
    def count(keys):
        values = (documents[key].get(name) or () for key in keys)
        counts = Counter(v for value in values for v in ([value] if isinstance(value, str) else value))
        return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))

    return count
