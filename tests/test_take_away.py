"""What is taken away from a search, and what machines are told of the whole archive."""

import csv
import json
from io import StringIO
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree

import pytest

from articles import indexing
from tests import make
from tests.pages import one_of_each

pytestmark = pytest.mark.django_db


def text(response):
    return b"".join(response.streaming_content).decode("utf-8-sig")


def test_quotes_found_are_taken_away_as_a_table(client):
    _article, edda, quote = one_of_each()
    rows = list(csv.DictReader(StringIO(text(client.get("/quotes/export.csv", {"q": "harbour"})))))
    assert [row["words"] for row in rows] == [quote.text]
    assert rows[0]["speaker"] == "Edda Halloran"
    assert rows[0]["published"] == "2024-03-05"
    assert rows[0]["url"] == f"http://testserver{quote.get_absolute_url()}"


def test_quotes_found_are_taken_away_as_json_lines(client):
    _article, _edda, quote = one_of_each()
    lines = text(client.get("/quotes/export.jsonl")).splitlines()
    assert len(lines) == 3
    (row,) = [json.loads(line) for line in lines if json.loads(line)["id"] == quote.pk]
    assert row["spans"] == quote.spans
    assert row["source"]["name"] == "Edda Halloran"
    assert row["article"]["published_on"] == "2024-03-05"


def test_articles_found_are_taken_away(client):
    article, _edda, _quote = one_of_each()
    assert article.headline in text(client.get("/search/export.csv"))
    assert json.loads(text(client.get("/search/export.jsonl")))["headline"] == article.headline


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t"])
def test_no_cell_is_a_formula(client, sign):
    make.article(headline=f"{sign}HYPERLINK(1)", body="Text of it.")
    (row,) = csv.DictReader(StringIO(text(client.get("/search/export.csv"))))
    assert row["headline"] == f"'{sign}HYPERLINK(1)"


def test_a_bad_search_is_not_exported(client):
    for address in ("/quotes/export.csv", "/search/export.jsonl"):
        response = client.get(address, {"date": "never"})
        assert response.status_code == 400
        assert response.content.decode().strip()
    assert client.get("/quotes/export.doc").status_code == 404


def test_an_export_asks_little_of_the_database(client, django_assert_max_num_queries):
    for n in range(1, 12):
        one_of_each(n)
    indexing.drain()
    with django_assert_max_num_queries(6):
        assert len(text(client.get("/quotes/export.jsonl")).splitlines()) == 33


def test_the_sitemap_lists_what_readers_may_see(client):
    article, edda, _quote = one_of_each()
    draft = make.article("Not yet out.", headline="A draft", visibility="draft")
    space = {"": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    index = ElementTree.fromstring(client.get("/sitemap.xml").content)
    found = {}
    for place in index.findall(".//loc", space):
        for url in ElementTree.fromstring(client.get(place.text).content).findall("url", space):
            found[url.find("loc", space).text] = url.findtext("lastmod", namespaces=space)
    assert found[f"http://testserver{article.get_absolute_url()}"].startswith(f"{article.changed_at:%Y-%m-%d}")
    assert f"http://testserver{edda.get_absolute_url()}" in found
    assert f"http://testserver{draft.get_absolute_url()}" not in found


def test_robots_stay_out_of_searches_and_find_the_sitemap(client):
    robots = RobotFileParser()
    robots.parse(client.get("/robots.txt").content.decode().splitlines())
    assert robots.can_fetch("any", "/articles/1/x/")
    assert not robots.can_fetch("any", "/admin/")
    assert robots.site_maps() == ["http://testserver/sitemap.xml"]


def test_a_browser_can_take_the_archive_as_its_search_engine(client):
    response = client.get("/opensearch.xml")
    assert response["Content-Type"].startswith("application/opensearchdescription+xml")
    space = "{http://a9.com/-/spec/opensearch/1.1/}"
    description = ElementTree.fromstring(response.content)
    assert len(description.find(f"{space}ShortName").text) <= 16
    (html,) = [url for url in description.findall(f"{space}Url") if url.get("type") == "text/html"]
    assert html.get("template") == "http://testserver/quotes/?q={searchTerms}"
    assert "opensearch.xml" in client.get("/").content.decode()


def test_a_page_that_has_not_changed_is_not_sent_again(client):
    article, edda, quote = one_of_each()
    for address in ("/", article.get_absolute_url(), quote.get_absolute_url(), edda.get_absolute_url()):
        first = client.get(address)
        again = client.get(address, headers={"If-None-Match": first["ETag"]})
        assert again.status_code == 304, address
