"""Questions to the archive, answered from its index."""

from datetime import date

import pytest

from articles import search
from articles.models import Article, Source
from tests import make

pytestmark = pytest.mark.django_db


def found(of: str = "articles", **asked) -> list:
    return [hit.object for hit in search.run(search.read(asked, of=of)).hits]


def total(of: str = "articles", **asked) -> int:
    return search.run(search.read(asked, of=of)).total


@pytest.fixture
def harbour() -> Article:
    halloran = make.source("Edda Halloran", forms=("Halloran",))
    aske = make.source("Jorunn Aske")
    article = make.article(
        "“The barrier will be closed by winter,” Edda Halloran said.\n\n"
        "“We were never asked about the barrier,” Jorunn Aske told reporters.",
        headline="Barrier to close in Sánchez street",
        published_on=date(2018, 7, 22),
        section="Politics",
        byline="Marta Lind",
    )
    make.quote(article, "“The barrier will be closed by winter,”", halloran)
    make.quote(article, "“We were never asked about the barrier,”", aske, kind="partial", confidence=0.5)
    other = make.article(
        "The U.S. envoy co-operates. “Nothing is closed,” Halloran said at the port.",
        headline="Envoy visits port",
        published_on=date(2019, 1, 2),
        publication="Eastmere Ledger",
    )
    make.quote(other, "“Nothing is closed,”", halloran)
    return article


def test_words_are_all_found_in_any_order(harbour):
    assert found(q="winter barrier") == [harbour]
    assert total(q="winter envoy") == 0
    assert total(q="winter OR envoy") == 2


def test_quotes_are_found_by_their_words_and_speaker(harbour):
    assert [quote.source.name for quote in found("quotes", q="barrier asked")] == ["Jorunn Aske"]
    assert total("quotes", q="speaker:halloran closed") == 2
    assert total("quotes", q="closed", source=str(Source.objects.get(name="Jorunn Aske").pk)) == 0


def test_facets_count_all_hits(harbour):
    facets = search.run(search.read({"q": "closed"}, of="quotes")).facets
    assert [(c.label, c.count) for c in facets["publication"].choices] == [
        ("Eastmere Ledger", 1),
        ("The Ansel Courier", 1),
    ]
    assert [(c.label, c.count) for c in facets["year"].choices] == [("2018", 1), ("2019", 1)]


def test_what_is_saved_is_found_and_what_is_withheld_is_gone(harbour):
    assert total(q="barrier") == 1
    harbour.visibility, harbour.withheld_reason = "withheld", "asked to"
    harbour.save()
    assert total(q="barrier") == 0
    assert total("quotes", q="barrier") == 0


def test_haystack_answers_too(harbour):
    from haystack.query import SearchQuerySet

    results = SearchQuerySet().using("quotes").filter(content="barrier")
    assert results.count() == 2
    assert {result.object.source.name for result in results} == {"Edda Halloran", "Jorunn Aske"}
