"""Extraction on real news, which stays beside the project."""

import json

import pytest

from articles.text import Kind, extract
from articles.text.document import Span
from articles.text.evaluation.corpus import read_corpus
from articles.text.evaluation.score import Table, owner


@pytest.fixture(scope="module")
def seed(shared):
    text = (shared / "news" / "seed-article.txt").read_bytes().decode("utf-8")
    gold = json.loads((shared / "news" / "seed-gold.json").read_text(encoding="utf-8"))
    return text, gold, extract(text)


def test_every_quotation_of_the_seed_article_has_its_cue_and_no_other_is_found(seed):
    text, gold, extraction = seed
    spans = [quote.spans for quote in extraction.quotes]
    found = [owner(Span(*entry["spans"][0]), spans) for entry in gold["quotations"]]
    assert None not in found
    marked = {k for k, quote in enumerate(extraction.quotes) if quote.kind is not Kind.INDIRECT}
    assert marked == set(found)


def test_speakers_of_the_seed_article_are_named(seed):
    text, gold, extraction = seed
    spans = [quote.spans for quote in extraction.quotes]
    wrong = []
    for entry in gold["quotations"]:
        quote = extraction.quotes[owner(Span(*entry["spans"][0]), spans)]
        name = extraction.sources[quote.source].name if quote.source is not None else None
        if name is None or name.lower() != entry["speaker"].lower():
            wrong.append((entry["id"], name))
    assert wrong == []


def test_most_reported_clauses_of_the_seed_article_are_found(seed):
    text, gold, extraction = seed
    spans = [quote.spans for quote in extraction.quotes]
    found = [entry for entry in gold["indirect"] if owner(Span(*entry["spans"][0]), spans) is not None]
    assert len(found) >= 13


def test_caption_and_stray_post_of_the_seed_article_are_not_read(seed):
    text, gold, extraction = seed
    post = Span(*gold["stray_tweet"]["span"])
    assert extraction.captions[0].start == 0
    assert not any(post.start <= span.start < post.end for quote in extraction.quotes for span in quote.spans)


def test_scores_on_a_part_of_the_tuning_split_stay_where_they_were(shared):
    table = Table()
    for number, article in enumerate(read_corpus(shared / "news" / "polnear" / "dev")):
        if number % 4 == 0:
            table.add(article, extract(article.text))
    assert table.detection.f1 > 0.96
    assert table.attribution.f1 > 0.91
    assert table.relation.f1 > 0.64
