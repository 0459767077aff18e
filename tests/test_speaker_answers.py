"""The answers a reader wrote down for the benchmark: who says each quotation of some training articles."""

import hashlib
import importlib.util
import json
from pathlib import Path

import pytest

DATA = Path(__file__).resolve().parent.parent / "benchmarks" / "data"
HALVES = {"tune": 0, "unseen": 1}
KINDS = {"person", "organisation", "unnamed"}


def answers(half):
    return json.loads((DATA / f"speakers-train-{half}.json").read_text(encoding="utf-8"))


def listed(half):
    return [(article, entry) for article, entries in answers(half).items() for entry in entries]


@pytest.fixture(scope="module")
def metric(shared):
    spec = importlib.util.spec_from_file_location("metric", shared / "tools" / "evaluate_quotes.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def gold(shared, metric):
    return metric.read_gold(str(shared / "news" / "polnear" / "train"))


@pytest.mark.parametrize("half", HALVES)
def test_an_article_belongs_to_the_half_its_id_decides(half):
    for article in answers(half):
        assert int(hashlib.sha1(article.encode()).hexdigest(), 16) % 2 == HALVES[half], article


@pytest.mark.parametrize("half", HALVES)
def test_each_half_holds_enough_articles_to_measure_by(half):
    assert len(answers(half)) >= 32


@pytest.mark.parametrize("half", HALVES)
def test_an_answer_is_a_named_kind_of_speaker_or_says_there_is_none(half):
    for article, entry in listed(half):
        assert set(entry) - {"doubtful"} == {"start", "end", "speaker", "kind", "aliases"}, (article, entry)
        if entry["speaker"] is None:
            assert entry["kind"] is None, (article, entry)
            assert entry["aliases"] == [], (article, entry)
        else:
            assert entry["kind"] in KINDS, (article, entry)


@pytest.mark.parametrize("half", HALVES)
def test_a_name_is_a_phrase_and_never_a_passage(half):
    for article, entry in listed(half):
        for name in [entry["speaker"] or "none", *entry["aliases"]]:
            assert name == name.strip(), (article, name)
            assert 0 < len(name) <= 85, (article, name)


@pytest.mark.parametrize("half", HALVES)
def test_answers_stand_in_reading_order_without_overlap(half):
    for article, entries in answers(half).items():
        places = [place for entry in entries for place in (entry["start"], entry["end"])]
        assert places == sorted(places), article
        assert all(entry["start"] < entry["end"] for entry in entries), article


@pytest.mark.parametrize("half", HALVES)
def test_each_answer_lies_on_a_quoted_segment_the_corpus_attributes(half, gold, metric):
    for article, entries in answers(half).items():
        text, attributions = gold[article]
        contents = [attribution["content"] for attribution in attributions]
        quoted = {segment for segment in metric.segments(text) if metric.owner(segment, contents) is not None}
        assert {(entry["start"], entry["end"]) for entry in entries} <= quoted, article
