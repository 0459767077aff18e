"""An editor at work in a real browser."""

import re
import shutil

import pytest
from playwright.sync_api import Page, expect

from articles.models import Article, Quote
from tests import make

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ATTACK = "<script>alert(1)</script>"


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    return browser_type_launch_args | {"executable_path": shutil.which("chromium")}


@pytest.fixture
def desk(page: Page, live_server) -> Page:
    """The browser of an editor who has signed in; a script that opens a dialog fails the test."""
    make.editor()
    page.on("dialog", lambda dialog: pytest.fail(f"a script ran: {dialog.message}"))
    page.set_default_timeout(10_000)
    page.goto(f"{live_server.url}/admin/")
    page.get_by_label("Username").fill("editor")
    page.get_by_label("Password").fill("x")
    page.get_by_role("button", name="Log in").click()
    return page


def paste(page: Page, live_server, *, headline: str, body: str) -> Article:
    page.goto(f"{live_server.url}/admin/articles/article/add/")
    page.get_by_label("Headline:").fill(headline)
    page.get_by_label("Text:").fill(body)
    page.get_by_role("button", name="Save and continue editing").click()
    expect(page.locator(".success")).to_be_visible(timeout=30_000)
    return Article.objects.get(headline=headline)


def test_a_pasted_article_shows_its_quotes_each_to_confirm_or_change(desk, live_server, shared):
    seed = (shared / "news" / "seed-article.txt").read_text(encoding="utf-8")
    article = paste(desk, live_server, headline="Talks falter", body=seed)
    expect(desk.locator(".inline-related.has_original")).to_have_count(article.quotes.count())
    assert article.quotes.count() > 15
    assert article.quotes.filter(source__name="Bruce Klingner").exists()
    assert article.caption
    assert article.caption not in article.body


def test_a_confirmed_and_a_changed_quote_stay_so_through_another_save(desk, live_server):
    make.source("Jorunn Aske")
    body = "“The harbour will open in May,” Edda Halloran said.\n\n“It will not,” Edda Halloran said later."
    article = paste(desk, live_server, headline="Harbour to open", body=body)
    first, second = article.quotes.order_by("start")
    desk.locator("#id_quotes-0-standing").select_option("confirmed")
    desk.locator("#select2-id_quotes-1-source-container").click()
    desk.locator(".select2-search__field").fill("Aske")
    desk.get_by_role("option", name="Jorunn Aske").click()
    desk.get_by_role("button", name="Save and continue editing").click()
    expect(desk.locator(".success")).to_be_visible()
    desk.get_by_label("Headline:").fill("Harbour to open late")
    desk.get_by_role("button", name="Save and continue editing").click()
    expect(desk.locator(".success")).to_be_visible()
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.standing, first.source.name) == (Quote.Standing.CONFIRMED, "Edda Halloran")
    assert (second.standing, second.source.name) == (Quote.Standing.CONFIRMED, "Jorunn Aske")
    assert article.quotes.count() == 2


def test_script_in_an_article_is_shown_as_text_everywhere(desk, live_server):
    body = f"“The harbour {ATTACK} will open,” Edda {ATTACK} Halloran said.\n\n{ATTACK}"
    article = paste(desk, live_server, headline=f"{ATTACK} Harbour", body=body)
    quote = article.quotes.first() or make.quote(article, f"The harbour {ATTACK} will open")
    quote.source = make.source(f"Edda {ATTACK}")
    quote.save()
    for path in (
        f"/admin/articles/article/{article.pk}/change/",
        "/admin/articles/article/",
        f"/admin/articles/quote/{quote.pk}/change/",
        f"/admin/articles/source/{quote.source.pk}/change/",
        article.get_absolute_url(),
        quote.get_absolute_url(),
        quote.source.get_absolute_url(),
    ):
        answer = desk.goto(f"{live_server.url}{path}")
        assert answer.status == 200, path
        expect(desk.locator("body")).to_contain_text(re.compile(r"<script>alert\(1\)</script>"))
