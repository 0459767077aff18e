"""The sample articles every visitor reads first."""

import importlib.util
import json
from collections import Counter
from datetime import date, datetime
from pathlib import Path
from urllib.parse import urlsplit

import pytest

ROOT = Path(__file__).resolve().parent.parent
KEYS = {
    *("id", "headline", "publication", "byline", "published", "url"),
    *("section", "language", "body", "caption", "credit"),
}


@pytest.fixture(scope="module")
def articles() -> list[dict]:
    lines = (ROOT / "fixtures" / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


@pytest.fixture(scope="module")
def answers() -> dict[str, list[dict]]:
    return json.loads((ROOT / "tests" / "data" / "sample-speakers.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def speakers(answers) -> Counter:
    return Counter(a["speaker"] for said in answers.values() for a in said if a["kind"] == "person")


def test_every_line_is_an_article_with_only_known_keys(articles):
    for article in articles:
        assert set(article) <= KEYS
        assert {"id", "headline", "publication", "body", "url"} <= set(article)
        assert all(isinstance(value, str) and value == value.strip() for value in article.values())


def test_there_is_enough_to_look_around_in(articles, speakers):
    assert len(articles) >= 30
    assert len({a["publication"] for a in articles}) >= 5
    assert len({a["published"][:4] for a in articles if "published" in a}) >= 8
    assert len(speakers) >= 40


def test_articles_are_as_long_as_news_is_but_for_the_brief_the_front_page_and_the_long_read(articles):
    words = sorted(len(a["body"].split()) for a in articles)
    assert words[0] < 100
    assert words[-1] >= 2000
    assert all(300 <= n <= 900 for n in words[1:-2])


def test_some_people_are_quoted_in_several_papers(articles, answers):
    paper = {a["id"]: a["publication"] for a in articles}
    papers = Counter(name for name, _ in {(a["speaker"], paper[i]) for i, said in answers.items() for a in said})
    assert sum(count >= 2 for name, count in papers.items() if name) >= 10


def test_one_day_and_some_bylines_are_missing(articles):
    assert sum("published" not in a for a in articles) == 1
    assert sum("byline" not in a for a in articles) >= 1


def test_ids_and_addresses_are_unique(articles):
    for key in ("id", "url"):
        assert [n for n, count in Counter(a[key] for a in articles).items() if count > 1] == []


def test_addresses_can_never_be_real(articles):
    assert all(urlsplit(a["url"]).hostname.endswith(".example") for a in articles)


def test_dates_are_days_or_exact_times_with_their_zone(articles):
    for article in articles:
        printed = article.get("published")
        if printed is None:
            continue
        day = date.fromisoformat(printed[:10])
        assert date(2016, 1, 1) <= day <= date(2026, 12, 31)
        assert len(printed) == 10 or datetime.fromisoformat(printed).tzinfo


def test_paragraphs_are_parted_the_same_way_throughout_an_article(articles):
    for article in articles:
        body = article["body"]
        assert "\r" not in body
        assert "\n\n\n" not in body
        assert "\n\n" not in body or "\n" not in body.replace("\n\n", "")


def test_nothing_is_taken_from_the_real_news(articles, shared):
    spec = importlib.util.spec_from_file_location("third_party", shared / "tools" / "check_third_party_text.py")
    third_party = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(third_party)
    ours = {h: a["id"] for a in articles for h, _ in third_party.shingles(" ".join(a.values()))}
    taken = {
        ours[h]
        for path in (shared / "news").glob("**/*.txt")
        for h, _ in third_party.shingles(path.read_text(encoding="utf-8", errors="replace"))
        if h in ours
    }
    assert taken == set()
