"""Every public page answers, is valid HTML and costs the same however much is archived."""

import gzip
from datetime import date
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.db import OperationalError
from django.urls import reverse
from django.utils import timezone

from articles import indexing
from articles.models import Article, Role, Story
from articles.views.errors import server_error
from tests import make
from tests.pages import BODY, addresses, one_of_each, valid

pytestmark = pytest.mark.django_db


def test_every_page_is_valid_html_with_one_headline_of_its_own(client):
    titles = set()
    for address in addresses(*one_of_each()):
        response = client.get(address)
        assert response.status_code == 200, address
        page = valid(response)
        assert len(page.findall(".//h1")) == 1, address
        assert len(page.findall(".//main")) == 1, address
        titles.add(page.find(".//title").text)
    assert len(titles) > 15


def test_every_page_of_an_empty_archive_answers(client):
    for name in ("home", "articles", "undated", "quotes", "sources", "publications", "sourcing", "on_this_day"):
        response = client.get(reverse(f"articles:{name}"))
        assert response.status_code == 200
        valid(response)


def test_pages_cost_the_same_whatever_they_hold(client, django_assert_max_num_queries):
    rows = one_of_each()
    one_of_each(2)
    indexing.drain()
    spent = {}
    for address in addresses(*rows):
        with django_assert_max_num_queries(16) as queries:
            client.get(address)
        spent[address] = len(queries)
    for n in range(3, 6):
        one_of_each(n)
    indexing.drain()
    for address, before in spent.items():
        with django_assert_max_num_queries(before):
            client.get(address)


def test_readers_get_no_cookie(client):
    for address in addresses(*one_of_each()):
        assert not client.get(address).cookies


def test_nothing_in_a_page_is_inline(client):
    for address in addresses(*one_of_each()):
        page = valid(client.get(address))
        assert not page.findall(".//style")
        assert not [element for element in page.iter() if element.get("style") or element.get("onclick")]
        assert all(script.get("src") or script.get("type") for script in page.iter("script"))


def test_quotes_are_marked_in_place(client):
    article, edda, broken = one_of_each()
    page = valid(client.get(article.get_absolute_url()))
    marked = page.find(f".//*[@id='quote-{broken.pk}']")
    assert "".join(marked.itertext()).endswith("“The harbour will open in May,”")
    assert marked.find("a").get("href") == broken.get_absolute_url()
    pieces = page.findall(f".//*[@data-quote='{broken.pk}']")
    assert [piece.get("class") for piece in pieces] == ["said", "said said--more"]
    assert [quote.get("class") for quote in page.findall(".//span[@data-quote]")] == ["said said--told said--uncertain"]


def test_an_article_says_who_speaks_and_why_somebody_is_not_named(client):
    article, edda, _broken = one_of_each()
    page = client.get(article.get_absolute_url()).content.decode()
    assert "the chief executive" in page
    assert "not allowed to speak" in page
    assert edda.get_absolute_url() in page


def test_markup_in_an_article_is_shown_as_text(client):
    names = {"headline": "<i>x</i>", "byline": "<u>y</u>", "publication": "<u>paper</u>", "section": "<u>section</u>"}
    article = make.article("<script>alert(1)</script> “<b>so</b>,” she said.", **names)
    quote = make.quote(article, "“<b>so</b>,”", make.source("<img src=x>"))
    Role.objects.create(source=quote.source, article=article, text="<u>role</u>", start=0, end=1)
    make.quote(make.article("“So,” he said.", section="Sea", publication="Courier"), "“So,”", make.source("Bo Ek"))
    rows = (article.get_absolute_url(), quote.get_absolute_url(), quote.source.get_absolute_url())
    for address in ("/", "/quotes/", "/quotes/?q=so", "/search/?q=so", "/sources/", *rows):
        page = valid(client.get(address))
        assert not page.findall(".//main//script")
        assert not page.findall(".//main//img")
        assert not page.findall(".//main//u")


def test_a_wrong_slug_leads_to_the_right_one(client):
    article, edda, _quote = one_of_each()
    for row, wrong in ((article, f"/articles/{article.pk}/old/"), (edda, f"/sources/{edda.pk}/old/")):
        response = client.get(wrong)
        assert response.status_code == 301
        assert response.url == row.get_absolute_url()


def test_a_merged_source_leads_to_the_one_it_is_now(client):
    _article, edda, _quote = one_of_each()
    other = make.source("E. Halloran", merged_into=edda)
    assert client.get(other.get_absolute_url()).url == edda.get_absolute_url()


def test_a_withheld_article_is_gone_with_its_reason_and_its_quotes(client):
    article, edda, quote = one_of_each()
    Article.objects.update(visibility="withheld", withheld_reason="By order of the court.")
    for address in (article.get_absolute_url(), quote.get_absolute_url()):
        response = client.get(address)
        assert response.status_code == 410
        assert "By order of the court." in response.content.decode()
        assert "harbour will open" not in response.content.decode()
    for address in ("/", "/articles/", "/quotes/", "/articles/2024/", edda.get_absolute_url()):
        assert "Harbour to open" not in client.get(address).content.decode()


def test_a_draft_is_not_there(client):
    article, _edda, quote = one_of_each()
    Article.objects.update(visibility="draft")
    assert client.get(article.get_absolute_url()).status_code == 404
    assert client.get(quote.get_absolute_url()).status_code == 404


def test_an_undated_article_says_so(client):
    article = make.article(published_on=None)
    assert "undated" in client.get(article.get_absolute_url()).content.decode()
    assert article.get_absolute_url() in client.get("/articles/undated/").content.decode()


@pytest.mark.parametrize(
    "address",
    [
        "/articles/2024/13/",
        "/articles/2024/02/30/",
        "/articles/0000/",
        "/quotes/99999999/",
        "/sources/1/x/",
        "/nothing/",
    ],
)
def test_what_is_not_there_is_404_with_ways_on(client, address):
    response = client.get(address)
    assert response.status_code == 404
    assert "/articles/" in response.content.decode()


def test_a_page_number_that_makes_no_sense_is_the_nearest_that_does(client):
    one_of_each()
    for number in ("0", "-1", "x", "99999999999999999999"):
        assert client.get(f"/articles/?page={number}").status_code == 200


def test_a_source_page_shows_one_filter_at_work(client):
    article, edda, broken = one_of_each()
    for query, seen in (
        ("date=2024-03", True),
        ("date=2023", False),
        (f"publication={article.publication.slug}", True),
        ("publication=none", False),
        ("attribution=named", True),
        ("attribution=uncertain", False),
        ("kind=direct", True),
        ("kind=indirect", False),
        ("kind=nonsense&date=9999-99-99x&attribution=%00", True),
    ):
        response = client.get(f"{edda.get_absolute_url()}?{query}")
        assert response.status_code == 200
        assert ("The harbour will open" in response.content.decode()) is seen, query


def test_dates_that_are_none_find_nothing_and_break_nothing(client):
    _article, edda, _quote = one_of_each()
    for wanted in ("0000", "2024-00", "2024-13", "2024-02-31", "٢٠٢٤"):
        assert client.get(edda.get_absolute_url(), {"date": wanted}).status_code == 200


def test_cues_are_filters(client):
    article, edda, broken = one_of_each()
    at = BODY.index("told")
    broken.cue_start, broken.cue_end = at, at + 4
    broken.save()
    page = client.get(edda.get_absolute_url(), {"cue": "told"}).content.decode()
    assert "The harbour will open" in page
    assert "it was late" not in page.partition('id="quotes"')[2]


def test_an_unnamed_source_stays_with_its_article(client):
    article, _edda, _quote = one_of_each()
    page = client.get(article.unnamed_sources.get().get_absolute_url()).content.decode()
    assert article.get_absolute_url() in page
    assert "not allowed to speak" in page


@pytest.mark.parametrize("ending", ["bib", "ris", "json"])
def test_citations_are_files(client, ending):
    article, _edda, quote = one_of_each()
    for row in (article, quote):
        response = client.get(f"{row.get_absolute_url()}cite.{ending}")
        assert response.status_code == 200
        assert response["Content-Disposition"].endswith(f'.{ending}"')
        assert "Calloway" in response.content.decode()
        assert f"cite.{ending}" in client.get(row.get_absolute_url()).content.decode()
    assert client.get(f"{article.get_absolute_url()}cite.doc").status_code == 404


def test_the_quote_page_says_how_sure_it_is_and_where_the_words_stand(client):
    article, edda, broken = one_of_each()
    page = client.get(broken.get_absolute_url()).content.decode()
    assert "Named, certain" in page
    assert f"{article.get_absolute_url()}#quote-{broken.pk}" in page
    assert "Quote 1 of 3" in page
    assert "Also quoted in this article" in page
    assert article.unnamed_sources.get().get_absolute_url() in page


def test_an_article_of_3000_words_weighs_less_than_60_kilobytes_in_all(client):
    words = " ".join(f"“Number {n} is told here by nobody else,” Edda Halloran said." for n in range(270))
    article = make.article(words.replace("said. ", "said.\n\n"))
    edda = make.source()
    for n in range(0, 270, 4):
        make.quote(article, f"“Number {n} is told here by nobody else,”", edda)
    page = client.get(article.get_absolute_url(), headers={"Accept-Encoding": "gzip"})
    assert page["Content-Encoding"] == "gzip"
    files = [gzip.compress(Path(finders.find(name)).read_bytes()) for name in ("archive.css", "archive.js", "icon.svg")]
    assert len(page.content) + sum(map(len, files)) < 60_000


def test_on_this_day_shows_one_quote_an_article_whatever_the_year(client):
    _article, _edda, quote = one_of_each()
    page = client.get("/on-this-day/?day=03-05").content.decode()
    assert page.count(quote.get_absolute_url()) >= 1
    assert "02-29" in client.get("/on-this-day/?day=03-01").content.decode()
    for nonsense in ("13-40", "x", "", "02-30", "-"):
        assert client.get("/on-this-day/", {"day": nonsense}).status_code == 200


def test_the_figures_of_sourcing_count_what_is_shown(client):
    one_of_each()
    page = client.get("/sourcing/").content.decode()
    assert "Of 1 unnamed source, 100% come with a reason" in page
    assert "not allowed to speak" in page
    assert "date=2024&amp;attribution=unnamed" in page
    for nonsense in ("x", "0", "99999", "-1", "²"):
        assert client.get("/sourcing/", {"year": nonsense}).status_code == 200
    assert client.get("/sourcing/?publication=none").status_code == 404


def test_the_quote_page_leads_to_the_words_where_they_were_published(client):
    _article, _edda, quote = one_of_each()
    Article.objects.update(url="https://ansel.example/1")
    page = client.get(quote.get_absolute_url()).content.decode()
    assert "https://ansel.example/1#:~:text=The%20harbour%20will%20open%20in%20May&amp;text=Not%20before" in page


def test_status_says_whether_readers_can_search(client):
    one_of_each()
    client.get("/quotes/")
    response = client.get("/status/")
    assert response.status_code == 200
    assert "up to date" in response.content.decode()


def test_the_database_out_of_reach_is_503_and_a_fault_of_ours_500(rf):
    for error, status in ((OperationalError, 503), (ValueError, 500)):
        try:
            raise error
        except error:
            assert server_error(rf.get("/")).status_code == status


def test_an_article_that_was_changed_shows_when_and_what(client):
    article, _edda, _quote = one_of_each()
    assert "Versions" not in client.get(article.get_absolute_url()).content.decode()
    article.headline, article.version = "Harbour to open late", 2
    article.correction, article.corrected_at = "The month was wrong.", timezone.now()
    article.save()
    page = client.get(article.get_absolute_url()).content.decode()
    assert "changed: headline, correction" in page
    assert "as first archived" in page
    assert "The month was wrong." in page


def test_the_same_words_in_another_paper_are_named_with_the_first(client):
    _article, _edda, quote = one_of_each()
    _later, _other, echo = one_of_each(2)
    Article.objects.filter(pk=echo.article_id).update(published_on=date(2024, 3, 9))
    indexing.drain()
    assert "First printed here." in client.get(quote.get_absolute_url()).content.decode()
    page = client.get(echo.get_absolute_url()).content.decode()
    assert "First printed in" in page
    assert quote.get_absolute_url() in page


def test_words_that_left_the_article_keep_their_page_and_are_marked_nowhere(client):
    article, _edda, quote = one_of_each()
    quote.adrift = True
    quote.save()
    page = client.get(quote.get_absolute_url())
    valid(page)
    assert "These words stood in an earlier version of the article." in page.content.decode()
    assert f"quote-{quote.pk}" not in client.get(article.get_absolute_url()).content.decode().partition("story")[2]
    assert client.get(f"/api/v1/quotes/{quote.pk}").json()["annotation"]["target"] == []


def test_the_part_of_the_archive_one_is_in_is_marked(client):
    article, edda, quote = one_of_each()
    for address, label in (
        ("/articles/2024/03/", "Articles"),
        (article.get_absolute_url(), "Articles"),
        (quote.get_absolute_url(), "Quotes"),
        (edda.get_absolute_url(), "Sources"),
        ("/sourcing/", "Sourcing"),
    ):
        (here,) = [link for link in valid(client.get(address)).findall(".//nav//a") if link.get("aria-current")][:1]
        assert here.text == label


def test_the_same_text_in_another_paper_is_named_once(client):
    article, _edda, _quote = one_of_each()
    other = make.article(BODY, publication="The Vale Post", headline="Harbour news")
    story = Story.objects.create()
    Article.objects.update(story=story)
    page = client.get(article.get_absolute_url()).content.decode()
    assert "The same text elsewhere" in page
    assert page.count(other.get_absolute_url()) == 1
