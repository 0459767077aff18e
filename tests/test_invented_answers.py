"""Invented articles and the answers the extractor is measured by on them: each answer fits what is printed."""

import json
from itertools import pairwise
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ABROAD = ROOT / "benchmarks" / "data" / "abroad"
SETS = {
    "samples": (ROOT / "fixtures" / "articles.jsonl", ROOT / "tests" / "data" / "sample-speakers.json"),
    **{
        path.name.removesuffix("-articles.jsonl"): (
            path,
            path.with_name(path.name.replace("-articles.jsonl", "-answers.json")),
        )
        for path in sorted(ABROAD.glob("*-articles.jsonl"))
    },
}
KINDS = {"person", "organisation", "unnamed", "not-a-quote", None}
OPENING = set("“‘\"'")


@pytest.fixture(scope="module", params=SETS.values(), ids=SETS.keys())
def both(request) -> tuple[list[dict], dict[str, list[dict]]]:
    articles, answers = request.param
    lines = articles.read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines], json.loads(answers.read_text(encoding="utf-8"))


@pytest.fixture
def articles(both) -> list[dict]:
    return both[0]


@pytest.fixture
def answers(both) -> dict[str, list[dict]]:
    return both[1]


def test_the_articles_abroad_are_among_them():
    assert {"samples", "tune", "second", "third", "blind", "late"} <= set(SETS)


def test_answers_belong_to_articles_and_stand_in_order(articles, answers):
    assert set(answers) == {a["id"] for a in articles}
    for said in answers.values():
        assert all(one["end"] <= two["start"] for one, two in pairwise(said))


def test_answers_fall_on_the_printed_words(articles, answers):
    for article in articles:
        for answer in answers[article["id"]]:
            printed = article["body"][answer["start"] : answer["end"]]
            assert printed.startswith(answer["quote"])
            assert len(answer["quote"]) == min(len(printed), 60)
            assert printed[0] in OPENING


def test_an_answer_names_its_speaker_or_says_that_there_is_none(answers):
    for said in answers.values():
        for answer in said:
            assert answer["kind"] in KINDS
            assert (answer["speaker"] is None) == (answer["kind"] in {"not-a-quote", None})
            assert answer["speaker"] not in answer["aliases"]


def test_no_double_mark_is_left_without_an_answer(articles, answers):
    for article in articles:
        covered = [(a["start"], a["end"]) for a in answers[article["id"]]]
        loose = [i for i, mark in enumerate(article["body"]) if mark in '“”"']
        assert [i for i in loose if not any(start <= i < end for start, end in covered)] == []
