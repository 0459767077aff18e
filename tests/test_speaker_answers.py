"""The answers a reader wrote down for the benchmark: who says each quotation of some training articles."""

import hashlib
import importlib.util
import json
from collections import Counter
from pathlib import Path

import pytest

DATA = Path(__file__).resolve().parent.parent / "benchmarks" / "data"
HALVES = {"tune": 0, "unseen": 1}
SETS = [*HALVES, "fresh"]
KINDS = {"person", "organisation", "unnamed"}
OUTLETS = {"breitbart", "huff-post", "nyt", "politico", "usa-today", "wash-post", "west-journal"}


def answers(name):
    return json.loads((DATA / f"speakers-train-{name}.json").read_text(encoding="utf-8"))


def listed(name):
    return [(article, entry) for article, entries in answers(name).items() for entry in entries]


@pytest.fixture(scope="module")
def metric(shared):
    spec = importlib.util.spec_from_file_location("metric", shared / "tools" / "evaluate_quotes.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def gold(shared, metric):
    return metric.read_gold(str(shared / "news" / "polnear" / "train"))


@pytest.fixture(scope="module")
def quoted(gold, metric):
    """The quoted segments of each answered article that lie in one of the corpus's attributions."""
    segments = {}
    for article in (article for name in SETS for article in answers(name)):
        text, attributions = gold[article]
        contents = [attribution["content"] for attribution in attributions]
        segments[article] = {place for place in metric.segments(text) if metric.owner(place, contents) is not None}
    return segments


@pytest.mark.parametrize("half", HALVES)
def test_an_article_belongs_to_the_half_its_id_decides(half):
    for article in answers(half):
        assert int(hashlib.sha1(article.encode()).hexdigest(), 16) % 2 == HALVES[half], article


def test_no_article_is_in_two_sets():
    articles = [article for name in SETS for article in answers(name)]
    assert len(articles) == len(set(articles))


def test_the_fresh_set_is_of_all_seven_outlets():
    outlets = Counter(article.split("_")[0] for article in answers("fresh"))
    assert outlets == dict.fromkeys(OUTLETS, 9)


@pytest.mark.parametrize("name", SETS)
def test_each_set_holds_enough_articles_to_measure_by(name):
    assert len(answers(name)) >= 32


@pytest.mark.parametrize("name", SETS)
def test_an_answer_is_a_named_kind_of_speaker_or_says_there_is_none(name):
    for article, entry in listed(name):
        assert set(entry) - {"doubtful"} == {"start", "end", "speaker", "kind", "aliases"}, (article, entry)
        if entry["speaker"] is None:
            assert entry["kind"] is None, (article, entry)
            assert entry["aliases"] == [], (article, entry)
        else:
            assert entry["kind"] in KINDS, (article, entry)


@pytest.mark.parametrize("name", SETS)
def test_a_name_is_a_phrase_and_never_a_passage(name):
    for article, entry in listed(name):
        for phrase in [entry["speaker"] or "none", *entry["aliases"]]:
            assert phrase == phrase.strip(), (article, phrase)
            assert 0 < len(phrase) <= 85, (article, phrase)


@pytest.mark.parametrize("name", SETS)
def test_answers_stand_in_reading_order_without_overlap(name):
    for article, entries in answers(name).items():
        places = [place for entry in entries for place in (entry["start"], entry["end"])]
        assert places == sorted(places), article
        assert all(entry["start"] < entry["end"] for entry in entries), article


@pytest.mark.parametrize("name", SETS)
def test_each_answer_lies_on_a_quoted_segment_the_corpus_attributes(name, quoted):
    for article, entries in answers(name).items():
        assert {(entry["start"], entry["end"]) for entry in entries} <= quoted[article], article


@pytest.mark.parametrize("name", SETS)
def test_a_person_is_called_by_words_the_article_prints(name, gold):
    for article, entry in listed(name):
        if entry["kind"] == "person":
            text = gold[article][0]
            called = [entry["speaker"], *entry["aliases"]]
            assert any(all(word in text for word in phrase.split()) for phrase in called), (article, called)


@pytest.mark.parametrize("name", SETS)
def test_the_readme_counts_what_the_set_holds(name, quoted):
    entries = [entry for _, entry in listed(name)]
    kinds = Counter(entry["kind"] for entry in entries)
    counts = [
        len(answers(name)),
        len(entries),
        *(kinds[kind] for kind in ("person", "organisation", "unnamed", None)),
        sum(entry.get("doubtful", False) for entry in entries),
        len({entry["speaker"] for entry in entries if entry["speaker"]}),
        sum(len(quoted[article]) for article in answers(name)) - len(entries),
    ]
    row = f"| {name} | {' | '.join(map(str, counts))} |"
    assert row in (DATA / "README.md").read_text(encoding="utf-8").splitlines()
