"""What callers of the array index rely on beside searching: merging, limits, errors and suggestions."""

import pytest
from whoosh import fields
from whoosh import query as q

from articles.arrays import Index, TooLarge, Words, as_written, cache

from .arrays_oracle import schema, split, stem
from .test_arrays_search import make_index

TEXT = as_written("text")


def page(number, words="plain words"):
    return {"text": f"{words} number{number}", "published": number}


@pytest.fixture
def index(tmp_path):
    index = make_index(tmp_path / "index")
    index.rebuild((key, page(key)) for key in range(500))
    return index


def save(index, key, **document):
    with index.writer() as writer:
        writer.update(key, **document)


def test_small_merges_leave_the_large_segment_alone(index):
    (large,) = (member.name for member in index.view().members)
    for key in range(120):
        save(index, key, **page(key, "changed words"))
        index.merge()
        assert index.status().segments < 16
    assert large in [member.name for member in index.view().members]
    assert index.search(q.Term("text", "chang")).total == 120
    assert index.search(q.Term("text", "word")).total == 500


def test_small_segments_of_any_sizes_are_merged(tmp_path):
    index = make_index(tmp_path)
    index.rebuild((key, page(key)) for key in range(1000))
    for first, size in enumerate((7, 6, 1, 7, 5, 7, 2, 7, 6, 7, 7, 5), 1):
        with index.writer() as writer:
            for key in range(size):
                writer.update(first * 1000 + key, **page(key, "small"))
    assert index.merge()
    assert index.status().segments == 2
    assert index.search(q.Term("text", "small")).total == 67


def test_writers_merge_a_crowd_of_segments_if_nobody_else_does(index):
    for key in range(150):
        save(index, key, **page(key, "changed words"))
    assert index.status().segments <= 66
    assert index.search(q.Term("text", "chang")).total == 150


def test_a_segment_a_third_dead_is_written_anew(index):
    with index.writer() as writer:
        for key in range(200):
            writer.delete(key)
    before = index.status()
    assert (before.documents, before.deleted) == (300, 200)
    assert index.merge()
    after = index.status()
    assert (after.documents, after.deleted) == (300, 0)
    assert after.bytes < before.bytes
    assert index.search(q.Prefix(TEXT, "number1")).total == 0


def test_merging_with_nothing_due_says_so(index):
    assert not index.merge()


def test_a_commit_without_changes_makes_no_generation(index):
    generation = index.status().generation
    with index.writer():
        pass
    assert index.status().generation == generation


def test_create_keeps_a_usable_index(index):
    index.create()
    assert index.status().documents == 500


def test_another_process_sees_a_commit_with_its_next_search(index, tmp_path):
    other = make_index(tmp_path / "index")
    assert other.search(q.Term("text", "fresh")).total == 0
    save(index, 1, **page(1, "fresh"))
    assert other.search(q.Term("text", "fresh")).keys == [1]
    assert other.status().generation == index.status().generation


def test_a_batch_larger_than_memory_is_one_commit(index, monkeypatch):
    monkeypatch.setattr("articles.arrays.batch.TOKENS", 50)
    with index.writer() as writer:
        for key in (*range(400, 600), *range(590, 610)):
            writer.update(key, **page(key, "batch"))
        writer.delete(401)
        writer.delete(609)
    assert index.search(q.Term("text", "batch")).total == 208
    assert index.status().documents == 500 + 109 - 1
    assert index.rebuild((key % 90, page(key)) for key in range(100)) == 90
    assert index.search(q.Term("text", "number95")).keys == [5]
    assert index.search(q.Term("text", "number5")).keys == []


@pytest.mark.parametrize(
    ("document", "error", "says"),
    [
        ({"txet": "a typing error"}, ValueError, "txet"),
        ({"published": 1 << 63}, TooLarge, "published"),
        ({"text": "far"}, TooLarge, "too long"),
    ],
)
def test_what_the_index_cannot_hold_is_named(tmp_path, document, error, says):
    far = Words(split=lambda text: ([text], [1 << 24]), stem=stem)
    index = Index(tmp_path, fields.Schema(text=far, published=fields.NUMERIC(int)), order="published")
    index.create()
    with pytest.raises(error, match=says):
        save(index, 1, **document)
    assert index.status().documents == 0


def test_a_schema_of_other_kinds_is_refused(tmp_path):
    with pytest.raises(ValueError, match="body"):
        Index(tmp_path, fields.Schema(body=fields.TEXT, published=fields.NUMERIC(int)), order="published")
    with pytest.raises(ValueError, match="facets"):
        Index(tmp_path, schema(), order="published", facets=("text",))
    with pytest.raises(ValueError, match="order"):
        Index(tmp_path, schema(), order="speaker")


def test_caches_stay_below_their_limit_and_answers_do_not_need_them(index):
    queries = [q.Phrase(TEXT, ["words", f"number{n}"]) for n in range(30)] + [
        q.Prefix(TEXT, f"number{n}") for n in range(30)
    ]
    expected = [index.search(query).keys for query in queries]
    cache.limit(1000)
    try:
        assert [index.search(query).keys for query in queries] == expected
        assert cache.used() <= 1000
    finally:
        cache.limit(64 << 20)


def test_facets_say_how_many_values_there_are_beyond_those_wanted(index):
    with index.writer() as writer:
        for key in range(30):
            writer.update(key, text="plain words", speaker=[f"speaker{key}", "everybody"])
        writer.update(40, text="other words", speaker=["somebody"])
    found = index.search(q.Term(TEXT, "plain"), facets={"speaker": 2, "publication": 2})
    assert found.facets == {"speaker": [("everybody", 30), ("speaker0", 1)], "publication": []}
    assert found.values == {"speaker": 31, "publication": 0}


def test_values_that_vanish_from_a_facet_are_forgotten(tmp_path):
    index = make_index(tmp_path)
    for version in range(6):
        index.rebuild((key, {"speaker": [f"{key} {version}"]}) for key in range(1000))
        assert index.search(q.Every(), facets={"speaker": 1}).facets["speaker"] == [(f"0 {version}", 1)]
    assert len(index.view().codes["speaker"].values) < 4000


def test_suggestions_are_real_words_nearest_first_then_most_frequent(tmp_path):
    index = make_index(tmp_path)
    words = ["minister", "minster", "ministry", "minister", "mister", "zürich", "zurück"]
    index.rebuild((key, {"text": word}) for key, word in enumerate(words))
    save(index, 50, text="ministers minister")
    assert index.suggest("ministr", limit=3) == [("minister", 3), ("ministry", 1), ("ministers", 1)]
    assert index.suggest("mimister")[0] == ("minister", 3)
    assert index.suggest("zurich") == [("zürich", 1), ("zurück", 1)]
    assert index.suggest("minister", maxdist=1) == [("ministers", 1), ("minster", 1)]
    assert index.suggest("x") == []


def test_words_beyond_ascii_newlines_and_lone_surrogates_are_words(tmp_path):
    index = make_index(tmp_path)
    index.rebuild([(1, {"text": "東京 ελλάδα \ud800 añb", "speaker": ["a\nb", ""]}), (2, {"text": "", "speaker": []})])
    assert split("x\ny") == (["x", "y"], None)
    for query in (
        q.Term("text", "東京"),
        q.Wildcard(TEXT, "ελ*δα"),
        q.Wildcard(TEXT, "a?b"),
        q.Wildcard(TEXT, "[a]?b"),
        q.Regex(TEXT, "[\ud800]"),
        q.Term(TEXT, "\ud800"),
        q.FuzzyTerm(TEXT, "ελλαδα"),
        q.Term("speaker", "a\nb"),
        q.Term("speaker", ""),
    ):
        assert index.search(query).keys == [1], query
    assert index.search(q.Wildcard(TEXT, "a??b")).keys == []
    assert index.search(q.Every(), facets={"speaker": 5}).facets["speaker"] == [("", 1), ("a\nb", 1)]


def test_an_empty_index_answers_everything(tmp_path):
    index = make_index(tmp_path)
    index.rebuild([])
    for query in (q.Every(), q.Not(q.Term("text", "x")), q.Phrase(TEXT, ["a", "b"]), q.And([]), q.Or([]), q.NullQuery):
        found = index.search(query, facets={"speaker": 3})
        assert (found.keys, found.total, found.facets) == ([], 0, {"speaker": []})
    assert index.suggest("word") == []
