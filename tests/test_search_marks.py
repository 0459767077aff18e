"""What a query has found in a text is marked the same whether it is read closely or only where a match may be."""

import random

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from articles.models import Article, Quote
from articles.query import QueryError, parse, words
from articles.search.marks import Marker, _beginning, _merged, _near, _parts, _phrases, marker
from articles.search.snippets import snippet
from articles.search.statement import Statement
from tests import make

QUERIES = [
    "run",
    "sky",
    "die",
    "obrien",
    "us",
    "cooperate",
    "operate",
    "3.5",
    "1000",
    "kim",
    "sanchez",
    "cafe",
    "北京",
    "ß",
]
QUERIES += [
    "run*",
    "*ing",
    "co*ate",
    "runing~",
    "skies~",
    "dyings~2",
    '"o\'brien said"',
    '"the u.s. said"',
    '"kim\'s sky"',
]
QUERIES += ['"sky run"~3', '"co-operate"', "co-operate", '"\'s"', '"3.5 sky"', "run sky -die", "a", "sánchez", '"é a"']
PIECES = [
    "run",
    "Running",
    "ran",
    "sky",
    "skies",
    "dying",
    "die",
    "O'Brien",
    "O’Brien",
    "obrien",
    "U.S.",
    "us",
    "US,",
    "the",
]
PIECES += ["co-operate", "cooperates", "co‐operating", "3.5", "3.50", "1,000", "1000", "Kim's", "Kim’s", "kims", "said"]
PIECES += [
    "Sánchez",
    "Sa\u0301nchez",
    "café",
    "CAFÉ",
    "北京",
    "ß",
    "İ",
    "“sky",
    "sky”",
    "(run)",
    "_run_",
    "pre-run",
    "a\u00adrun",
]
PIECES += ["3.50run", "1,000run", "U.S.run"]
PIECES += [" ", "\n", "\n\n", "\t", "\u00a0", ".", "—", "-", "a", "é", "x'run", "7run", "runé", "'s", "’s"]


def closely(found: Marker, text: str) -> list:
    """The marks of a text read word by word."""
    tokens = words.tokens(text)
    spans = [token[:2] for token in tokens if found.matches(token.surface)]
    row = _parts(tokens)
    for parts, near in found._runs:
        spans.extend(_near(row, parts, near) if near else _phrases(row, parts))
    return _merged(spans)


@given(st.lists(st.sampled_from(PIECES), max_size=12), st.sampled_from([" ", "", "\n"]), st.sampled_from(QUERIES))
def test_nothing_is_missed_for_not_being_read(pieces, between, query):
    text = between.join(pieces)
    found = marker(parse(query))
    assert found.spans(text) == closely(found, text)
    first = found.first(text)
    assert (first is None) == (not closely(found, text))
    assert first is None or any(span.start == first for span in closely(found, text))


@pytest.mark.parametrize(
    ("text", "query", "place"),
    [
        ("İzmir lay there and the sea said nothing", '"the sea"', "the sea"),
        ("The season was long, the seaside near; then the sea came", '"the sea"', "the sea came"),
        ("The season was long, and the séa came", '"the sea"', "the séa"),
        ("The season was long, and the s\u00adea came", '"the sea"', "the s\u00adea"),
        ("The season was long, and the s-e-a is none", '"the sea"', None),
        ("On and onward, on and on, so it went", '"on and on"', "on and on,"),
    ],
)
def test_a_phrase_is_found_behind_what_only_looks_like_it(text, query, place):
    found = marker(parse(query))
    assert found.first(text) == (None if place is None else text.index(place))


@pytest.mark.parametrize("before", [*range(940, 1010), 1990])
def test_a_phrase_is_found_wherever_it_stands_in_a_long_text(before):
    found, text = marker(parse('"the sea"')), "a" * before + " bathe sea the seal " + "a" * 60
    assert found.first(text) is None
    text += " ‘The\nSea’, the sea"
    assert found.first(text) == text.index("The\nSea")
    assert [span.of(text) for span in found.spans(text)] == ["The\nSea", "the sea"]


def test_words_of_real_articles_begin_as_their_stems_tell(shared):
    text = (shared / "news" / "polnear-articles.jsonl").read_text(encoding="utf-8")
    surfaces = set(words.parts(text.replace("\\n", " ").replace("\\u", " ")))
    assert len(surfaces) > 20_000
    assert [surface for surface in surfaces if not surface.startswith(_beginning(words.stem(surface)))] == []


def test_real_articles_are_marked_as_if_read_closely(shared):
    lines = (shared / "news" / "polnear-articles.jsonl").read_text(encoding="utf-8").splitlines()
    chance = random.Random(4)
    for line in chance.sample(lines, 60):
        heard = words.parts(line)
        at = chance.randrange(len(heard) - 4)
        for query in (
            heard[at],
            f'"{" ".join(heard[at : at + 3])}"',
            f"{heard[at][:3]}*",
            f"{heard[at]} {heard[at + 2]}",
        ):
            try:
                found = marker(parse(query))
            except QueryError:
                continue
            assert found.spans(line) == closely(found, line), query


def test_a_phrase_that_stands_late_is_where_the_snippet_is():
    text = "The board met. " * 300 + "Then the harbour, board and all, closed. " + "The board met. " * 300
    assert "<mark>harbour, board</mark>" in snippet(text, marker(parse('"harbour board"')))


@pytest.mark.django_db
def test_rows_of_a_statement_are_those_of_its_queryset():
    article = make.article("“Nothing is closed,” Edda Halloran said.")
    source = make.source("Edda Halloran")
    quotes = [make.quote(article, "“Nothing is closed,”", source), make.quote(article, "closed")]
    queryset = Quote.objects.shown().with_rows()
    rows, wanted = Statement(queryset).rows([0, *(quote.pk for quote in quotes)]), queryset.in_bulk()
    assert rows == wanted
    for pk, row in rows.items():
        for one, other in ((row, wanted[pk]), (row.article, wanted[pk].article)):
            assert {**vars(one), "_state": None} == {**vars(other), "_state": None}
        assert (row.source, row.article.publication) == (wanted[pk].source, wanted[pk].article.publication)
    Article.objects.update(visibility="withheld", withheld_reason="A court said so.")
    assert Statement(queryset).rows(wanted) == {}


@pytest.mark.django_db
def test_addresses_are_those_of_the_site():
    article, source = make.article("Words.", headline="Zürich & co"), make.source("Edda Halloran")
    quote = make.quote(article, "Words.", source)
    assert article.get_absolute_url() == reverse("articles:article", args=[article.pk, article.slug])
    assert source.get_absolute_url() == reverse("articles:source", args=[source.pk, source.slug])
    assert quote.get_absolute_url() == reverse("articles:quote", args=[quote.pk])
