"""What machines read in a page, read by somebody else's machine."""

from datetime import UTC, datetime

import extruct
import pytest

from articles.models import Article, Publication
from tests import make
from tests.pages import one_of_each

pytestmark = pytest.mark.django_db
SITE = "http://testserver"


def linked(client, address):
    (data,) = extruct.extract(client.get(address).content.decode(), syntaxes=["json-ld"])["json-ld"]
    return data


def tags(client, address):
    return extruct.extract(client.get(address).content.decode(), syntaxes=["opengraph"])["opengraph"][0]["properties"]


def test_an_article_is_a_news_article(client):
    article, edda, _quote = one_of_each()
    data = linked(client, article.get_absolute_url())
    assert data["@type"] == "NewsArticle"
    assert data["headline"] == article.headline
    assert data["datePublished"] == "2024-03-05"
    assert data["author"] == [{"@type": "Person", "name": "Ines Calloway"}]
    assert data["publisher"]["name"] == "The Ansel Courier"
    assert [person["name"] for person in data["mentions"]] == ["Edda Halloran"]
    assert data["mainEntityOfPage"] == SITE + article.get_absolute_url()


def test_an_exact_time_bears_the_zone_of_the_publication(client):
    article, _edda, _quote = one_of_each()
    Publication.objects.update(time_zone="Pacific/Auckland")
    Article.objects.update(published_at=datetime(2024, 3, 4, 18, 0, tzinfo=UTC))
    assert linked(client, article.get_absolute_url())["datePublished"] == "2024-03-05T07:00:00+13:00"


def test_a_quote_is_a_quotation_of_its_speaker(client):
    article, edda, quote = one_of_each()
    data = linked(client, quote.get_absolute_url())
    assert data["@type"] == "Quotation"
    assert data["text"] == quote.text
    assert data["creator"]["name"] == "Edda Halloran"
    assert data["isPartOf"]["@id"] == SITE + article.get_absolute_url()
    assert data["citation"].endswith(f"#quote-{quote.pk}")


def test_a_source_is_a_person_with_other_names_and_role(client):
    _article, edda, _quote = one_of_each()
    data = linked(client, edda.get_absolute_url())
    assert data["@type"] == "Person"
    assert data["alternateName"] == ["Halloran"]
    assert data["jobTitle"] == "the chief executive"


def test_nothing_is_claimed_of_an_unnamed_source(client):
    article, _edda, _quote = one_of_each()
    page = client.get(article.unnamed_sources.get().get_absolute_url()).content.decode()
    assert "ld+json" not in page


def test_text_cannot_leave_the_json(client):
    article = make.article("“x</script><b>y” she said", headline="</script><script>alert(1)</script>&amp;“\u2028")
    quote = make.quote(article, "“x</script><b>y”", make.source("</script>"))
    for row in (article, quote):
        assert "<script>alert" not in client.get(row.get_absolute_url()).content.decode()
    assert linked(client, article.get_absolute_url())["headline"] == article.headline


def test_the_front_page_says_how_it_is_searched(client):
    data = linked(client, "/")
    assert data["potentialAction"]["target"]["urlTemplate"] == f"{SITE}/quotes/?q={{search_term_string}}"


def test_opengraph_names_article_quote_and_source(client):
    article, edda, quote = one_of_each()
    assert ("og:type", "article") in tags(client, article.get_absolute_url())
    assert ("article:published_time", "2024-03-05") in tags(client, article.get_absolute_url())
    assert dict(tags(client, quote.get_absolute_url()))["og:title"].startswith("Edda Halloran: “The harbour")
    assert dict(tags(client, edda.get_absolute_url()))["og:type"] == "profile"


def test_zotero_finds_citation_tags(client):
    article, _edda, _quote = one_of_each()
    page = client.get(article.get_absolute_url()).content.decode()
    for name, content in (
        ("citation_title", article.headline),
        ("citation_author", "Ines Calloway"),
        ("citation_publication_date", "2024/03/05"),
        ("citation_journal_title", "The Ansel Courier"),
    ):
        assert f'<meta name="{name}" content="{content}">' in page


def test_every_page_has_one_canonical_address_without_its_query(client, settings):
    settings.PUBLIC_URL = "https://record.example"
    article, edda, quote = one_of_each()
    for address in ("/", "/sources/", article.get_absolute_url(), quote.get_absolute_url(), edda.get_absolute_url()):
        page = client.get(address, {"page": "1"}).content.decode()
        assert f'<link rel="canonical" href="https://record.example{address}">' in page
