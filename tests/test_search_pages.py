"""The search pages, feeds and suggestions, over a real index."""

import feedparser
import pytest

from articles.search import store
from tests import make
from tests.pages import one_of_each, valid

pytestmark = pytest.mark.django_db


def test_quotes_are_found_with_their_words_marked_and_lead_to_the_article(client):
    article, _edda, quote = one_of_each()
    page = client.get("/quotes/", {"q": "harbour"}).content.decode()
    assert "<mark>harbour</mark>" in page
    assert quote.get_absolute_url() in page
    assert f"{article.get_absolute_url()}?q=harbour#quote-{quote.pk}" in page


def test_found_words_stay_marked_in_the_article(client):
    article, _edda, _quote = one_of_each()
    page = client.get(article.get_absolute_url(), {"q": "harbour"}).content.decode()
    assert "<mark>harbour</mark>" in page
    assert "<mark>" not in client.get(article.get_absolute_url()).content.decode()
    assert client.get(article.get_absolute_url(), {"q": 'harbour AND ("'}).status_code == 200


def test_articles_are_found_with_a_snippet(client):
    article, _edda, _quote = one_of_each()
    page = client.get("/search/", {"q": "reporters"}).content.decode()
    assert article.get_absolute_url() in page
    assert "<mark>reporters</mark>" in page


def test_filters_show_as_chips_that_can_be_taken_off(client):
    _article, edda, _quote = one_of_each()
    page = client.get("/quotes/", {"q": "harbour", "source": str(edda.pk), "kind": "direct"})
    valid(page)
    assert page.content.decode().count('class="chip"') >= 2


def test_nothing_found_offers_ways_on(client):
    _article, edda, _quote = one_of_each()
    response = client.get("/quotes/", {"q": "harbour", "source": str(edda.pk), "date": "1999"})
    assert response.status_code == 200
    page = valid(response)
    assert page.find(".//h1").text.startswith("No quote found")
    assert "Take one filter away" in response.content.decode()


@pytest.mark.parametrize("address", ["/quotes/", "/search/"])
@pytest.mark.parametrize("query", ["q=(harbour", "date=2024-13", "source=x", "page=0", "kind=loud", "q=%22"])
def test_a_question_that_cannot_be_read_is_answered_with_a_sentence(client, address, query):
    response = client.get(f"{address}?{query}")
    assert response.status_code in (200, 400)
    page = valid(response)
    if response.status_code == 400:
        assert page.find(".//*[@role='alert']").text.strip()


def test_markup_in_a_question_is_shown_as_text(client):
    one_of_each()
    for address in ("/quotes/", "/search/"):
        page = valid(client.get(address, {"q": "<b>harbour</b>", "from": '"><script>x</script>'}))
        assert not page.findall(".//main//script")


def test_names_are_suggested(client):
    _article, edda, _quote = one_of_each()
    (suggestion,) = client.get("/search/suggest", {"q": "hall"}).json()["suggestions"]
    assert suggestion["name"] == "Edda Halloran"
    assert suggestion["url"] == edda.get_absolute_url()


FEEDS = ["/feeds/latest", "/quotes/feed", "/search/feed"]


@pytest.mark.parametrize("ending", ["atom", "rss"])
def test_feeds_are_read_by_a_reader(client, ending):
    article, edda, _quote = one_of_each()
    own = [f"{row.get_absolute_url()}feed" for row in (edda, article.publication)]
    for address in FEEDS + own:
        response = client.get(f"{address}.{ending}")
        feed = feedparser.parse(response.content)
        assert not feed.bozo, address
        assert feed.entries, address
        assert len({entry.id for entry in feed.entries}) == len(feed.entries)
        assert all(entry.link.startswith("http://testserver/") for entry in feed.entries)
        assert all(entry.published_parsed[:3] == (2024, 3, 5) for entry in feed.entries)
        assert response["Last-Modified"]


def test_a_feed_of_a_search_holds_what_the_search_finds(client):
    _article, _edda, _quote = one_of_each()
    make.article("Nothing like it.", headline="Other")
    feed = feedparser.parse(client.get("/search/feed.atom", {"q": "harbour"}).content)
    assert [entry.title for entry in feed.entries] == ["Harbour to open 1"]


def test_a_feed_of_a_bad_search_says_so(client):
    response = client.get("/quotes/feed.atom", {"date": "yesterday"})
    assert response.status_code == 400
    assert response["Content-Type"].startswith("text/plain")
    assert response.content.strip()


def test_control_characters_do_not_break_a_feed(client):
    make.article("Bad \x0b body.", headline="A \x01 headline")
    assert not feedparser.parse(client.get("/feeds/latest.rss").content).bozo


def test_pages_lead_to_their_feeds(client):
    _article, edda, _quote = one_of_each()
    for address in ("/", edda.get_absolute_url(), "/quotes/?q=harbour"):
        page = client.get(address).content.decode()
        assert 'type="application/atom+xml"' in page
        assert 'type="application/rss+xml"' in page


def test_while_the_index_is_made_searches_say_so_and_everything_else_is_there(client, monkeypatch):
    article, edda, quote = one_of_each()
    monkeypatch.setattr(store, "AT_ONCE", 0)
    with store._rebuilding:
        for address in ("/quotes/?q=harbour", "/search/"):
            response = client.get(address)
            assert response.status_code == 503
            assert response["Retry-After"]
            assert valid(response).find(".//*[@role='alert']").text.strip()
        for address in ("/quotes/feed.atom", "/search/export.csv", "/search/suggest?q=hall", "/api/v1/quotes"):
            assert client.get(address).status_code == 503
        for address in ("/", article.get_absolute_url(), quote.get_absolute_url(), edda.get_absolute_url()):
            assert client.get(address).status_code == 200


@pytest.mark.parametrize(
    ("query", "heading", "reading"),
    [
        ("harbour", "1 quote, “harbour”", None),
        ('"harbour will"', "1 quote, &quot;harbour will&quot;", None),
        ("harb* NOT tunnel", "1 quote, “harb* NOT tunnel”", "Read as: "),
    ],
)
def test_the_query_is_repeated_once_and_explained_where_that_says_more(client, query, heading, reading):
    one_of_each()
    page = client.get("/quotes/", {"q": query}).content.decode()
    assert f"<h1>{heading}</h1>" in page
    assert ("Read as: " in page) == bool(reading)
