"""An editor at work in a real browser."""

import csv
import html
import io
import json
import re
import shutil

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect

from articles import importing, reviewing
from articles.models import Article, Quote, Role, Source
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


BODY = (
    "“It opens in May,” Edda Halloran said. “Not before.”\n\n“It is late,” Jorunn Aske said. She 🙂 was “sure of it”."
)


@pytest.fixture
def article():
    article = make.article(BODY)
    make.quote(article, "“It opens in May,”", make.source())
    make.quote(article, "“It is late,”", make.source("Jorunn Aske"), confidence=0.4)
    return article


@pytest.fixture
def sheet(desk, live_server, article) -> Page:
    desk.goto(f"{live_server.url}/admin/articles/article/{article.pk}/review/")
    expect(desk.locator(".card--now")).to_be_focused()
    return desk


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def told(page: Page, words: str) -> None:
    expect(page.locator("#told")).to_contain_text(words)


def choose_words(page: Page, words: str) -> None:
    """Select words of one text node with the pointer's means: a range of the document's selection."""
    page.evaluate(
        """words => {
            const walker = document.createTreeWalker(document.querySelector(".desk-story"), NodeFilter.SHOW_TEXT);
            for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                const at = node.data.indexOf(words);
                if (at >= 0) getSelection().setBaseAndExtent(node, at, node, at + words.length);
            }
        }""",
        words,
    )
    expect(page.locator("[data-words]")).to_have_text(words)


def test_a_pasted_article_is_reviewed_with_the_keyboard_alone(desk, live_server, shared):
    seed = (shared / "news" / "seed-article.txt").read_text(encoding="utf-8")
    article = paste(desk, live_server, headline="Talks falter", body=seed)
    desk.goto(f"{live_server.url}/admin/articles/article/{article.pk}/review/")
    expect(desk.locator(".card--now")).to_be_focused()
    total = article.quotes.count()
    press(desk, "x", "z", "c")
    expect(desk.locator(".slug b")).to_contain_text(f"1 of {total} reviewed")
    press(desk, "e")
    expect(desk.locator("#who-name")).to_be_focused()
    desk.keyboard.type("Nikki Haley")
    press(desk, "Enter")
    told(desk, "You changed the speaker")
    press(desk, "u")
    expect(desk.locator("#who-unnamed")).to_be_focused()
    press(desk, "Control+A")
    desk.keyboard.type("a diplomat")
    press(desk, "Enter")
    expect(desk.locator(".slug b")).to_contain_text(f"3 of {total} reviewed")
    press(desk, "y", *("c" for _quote in range(total)))
    expect(desk.locator(".slug b")).to_contain_text(f"{total} of {total} reviewed", timeout=20_000)
    assert not article.quotes.unreviewed().exists()
    assert {"Nikki Haley", "a diplomat"} <= set(article.quotes.values_list("source__name", flat=True))


def test_a_known_name_is_completed(sheet, article):
    aske = Source.objects.get(name="Jorunn Aske")
    press(sheet, "e")
    sheet.keyboard.type("ask")
    expect(sheet.locator("#who-list li")).to_have_text(["Jorunn Aske · 1"])
    press(sheet, "ArrowDown", "Enter")
    expect(sheet.locator("#who-name")).to_have_value("Jorunn Aske")
    press(sheet, "Enter")
    told(sheet, "You changed")
    assert article.quotes.order_by("start").first().source == aske


def test_words_chosen_in_the_text_mend_extend_and_add(sheet, article):
    first = article.quotes.order_by("start").first()
    choose_words(sheet, "It opens")
    press(sheet, "m")
    told(sheet, "You mended")
    first.refresh_from_db()
    assert first.text == "It opens"
    choose_words(sheet, "“Not before.”")
    press(sheet, "p")
    expect(sheet.locator(".card--now .words")).to_contain_text("Not before")
    first.refresh_from_db()
    assert first.text == "It opens … “Not before.”"
    choose_words(sheet, "sure of it")
    press(sheet, "a")
    told(sheet, "You added")
    assert article.quotes.filter(text="“sure of it”", standing="confirmed").exists()
    press(sheet, "z")
    told(sheet, "Taken back")
    assert not article.quotes.filter(text="“sure of it”").exists()


def said(page: Page, words: str) -> None:
    """What those hear who do not see the text."""
    expect(page.locator("[data-said]")).to_have_text(words)


def test_the_ends_of_a_quote_are_moved_by_keys(sheet, article):
    """By a word and by a sentence; what is chosen is told at each step, and nothing is stored before Enter."""
    first = article.quotes.order_by("start").first()
    press(sheet, "m")
    expect(sheet.locator("[data-choosing]")).to_be_focused()
    said(sheet, "ends: “It opens in May,”")
    press(sheet, "ArrowLeft")
    said(sheet, "ends: “It opens in")
    press(sheet, "Home", "ArrowRight")
    said(sheet, "begins: opens in")
    expect(sheet.locator("[data-chosen-words]")).to_have_text("opens in")
    press(sheet, "ArrowRight", "ArrowRight", "ArrowRight")
    expect(sheet.locator("[data-chosen-words]")).to_have_text("in")
    press(sheet, "ArrowUp", "End", "ArrowDown")
    said(sheet, "ends: May,” Edda Halloran said.")
    press(sheet, "Escape")
    expect(sheet.locator(".card--now")).to_be_focused()
    assert not article.decisions.exists()
    press(sheet, "m", "ArrowLeft", "ArrowLeft", "Enter")
    told(sheet, "You mended")
    first.refresh_from_db()
    assert (first.text, first.standing) == ("“It opens", "confirmed")


def test_a_missed_quote_is_found_by_keys(sheet, article):
    press(sheet, "a", "ArrowRight", "ArrowRight")
    said(sheet, "at said.")
    press(sheet, "ArrowDown")
    said(sheet, "at “Not")
    press(sheet, "Shift+ArrowRight")
    said(sheet, "ends: “Not before.”")
    press(sheet, "Enter")
    told(sheet, "You added “Not before.”")
    assert article.quotes.get(text="“Not before.”").standing == "confirmed"
    press(sheet, "z", "k", "p", "ArrowDown", " ", "ArrowDown", "Enter")
    told(sheet, "You mended")
    broken = article.quotes.order_by("start").first()
    assert broken.text == "“It opens in May,” … “Not before.”"
    press(sheet, "m", "Delete", "Enter")
    expect(sheet.locator(".card--now .words")).to_have_text("“It opens in May,”")


def test_words_chosen_by_keys_are_counted_in_characters_over_faces_and_paragraphs(sheet, article):
    press(sheet, "j", "m", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight")
    press(sheet, "ArrowRight", "Enter")
    told(sheet, "You mended")
    assert article.quotes.order_by("start").last().text == "“It is late,” Jorunn Aske said. She 🙂 was “sure"


def test_choosing_by_keys_is_accessible(sheet):
    press(sheet, "m")
    expect(sheet.locator("[data-choosing]")).to_be_focused()
    for scheme in ("light", "dark"):
        sheet.emulate_media(color_scheme=scheme)
        assert [v["id"] for v in Axe().run(sheet).response["violations"]] == []


def test_quotes_split_where_the_cursor_is_and_join(sheet, article):
    press(sheet, "l")
    told(sheet, "You joined")
    assert article.quotes.standing().count() == 1
    press(sheet, "s")
    told(sheet, "You split")
    assert article.quotes.standing().count() == 2


def test_a_number_chooses_a_speaker_of_the_article(sheet, article):
    press(sheet, "2", "c")
    told(sheet, "You changed")
    assert article.quotes.order_by("start").first().source.name == "Jorunn Aske"


def test_keys_can_be_turned_off(sheet, article):
    sheet.get_by_role("button", name="Keys are on").click()
    press(sheet, "x", "c")
    sheet.wait_for_timeout(300)
    assert article.quotes.unreviewed().count() == 2


def test_the_review_is_accessible(sheet):
    for width in (1440, 390):
        sheet.set_viewport_size({"width": width, "height": 900})
        assert [v["id"] for v in Axe().run(sheet).response["violations"]] == []
        assert sheet.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_scripts_in_names_and_reasons_do_not_run_in_the_review(desk, live_server):
    article = make.article(f"“It {ATTACK} opens,” she said.", headline=ATTACK)
    make.quote(article, f"“It {ATTACK} opens,”", make.source(f"Edda {ATTACK}"), reason=ATTACK)
    desk.goto(f"{live_server.url}/admin/articles/article/{article.pk}/review/")
    press(desk, "e")
    desk.keyboard.type("Edda")
    expect(desk.locator("#who-list li")).to_contain_text(ATTACK)
    expect(desk.locator(".desk-story")).to_contain_text(ATTACK)


def test_two_sources_are_merged_and_parted_again(desk, live_server, article):
    quote = make.quote(article, "“Not before.”", make.source("Halloran"))
    desk.goto(f"{live_server.url}/admin/articles/source/duplicates/")
    desk.get_by_role("button", name="One source: Edda Halloran").click()
    expect(desk.locator(".said-so")).to_contain_text("1 quotes")
    quote.refresh_from_db()
    assert quote.source.name == "Edda Halloran"
    desk.get_by_role("button", name="Take back").click()
    expect(desk.locator(".said-so")).to_contain_text("are two again")
    quote.refresh_from_db()
    assert quote.source.name == "Halloran"


def test_a_corrected_paragraph_leaves_confirmed_quotes_where_their_words_are(desk, live_server, article):
    quote = article.quotes.order_by("start").first()
    reviewing.confirm(quote, by=User.objects.get())
    desk.goto(f"{live_server.url}/admin/articles/article/{article.pk}/change/")
    desk.get_by_label("Text:").fill("A new first paragraph.\n\n" + BODY.replace("sure of it", "certain"))
    desk.get_by_role("button", name="Save and continue editing").click()
    expect(desk.locator(".success")).to_be_visible()
    quote.refresh_from_db()
    article.refresh_from_db()
    assert (quote.standing, quote.adrift) == ("confirmed", False)
    assert article.body[quote.start : quote.end] == quote.text
    desk.get_by_role("link", name="History").click()
    expect(desk.locator(".changes ins").first).to_contain_text("A new first paragraph.")


def test_the_desks_pages_are_accessible(desk, live_server, article):
    make.quote(article, "“Not before.”", make.source("Halloran"))
    queue, duplicates = "articles/article/queue/", "articles/source/duplicates/"
    for path in ("", queue, duplicates, f"articles/article/{article.pk}/versions/"):
        for width in (1440, 390):
            desk.set_viewport_size({"width": width, "height": 900})
            desk.goto(f"{live_server.url}/admin/{path}")
            assert [(path, v["id"]) for v in Axe().run(desk).response["violations"]] == []


PAYLOADS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'\"><svg onload=alert(1)>",
    "</title></textarea><script>alert(1)</script>",
    "{{constructor.constructor('alert(1)')()}}",
    "javascript:alert(1)",
]


def test_no_stored_script_runs_at_the_desk_or_on_the_site(desk, live_server):
    """All payloads in every field an editor or a file can fill; the `desk` fixture fails on any dialog."""
    payload = " ".join(PAYLOADS)
    fields = dict.fromkeys(("headline", "byline", "caption", "credit", "correction"), payload)
    article = make.article(f"“It {payload} opens,” she said.", publication=payload[:199], section=PAYLOADS[1], **fields)
    source = make.source(f"Edda {payload}", forms=(payload,), note=payload)
    official = Source.objects.create(kind="unnamed", name=payload, sort_key="x", note=payload, article=article)
    quote = make.quote(article, f"“It {payload} opens,”", source, reason=payload, addressee=payload[:199])
    make.quote(article, "she said", official, kind="indirect")
    make.quote(article, "said", make.source(f"E. {payload}"), kind="indirect")
    Role.objects.create(source=source, article=article, text=payload, start=1, end=3)
    desks = [f"/admin/articles/article/{article.pk}/{page}/" for page in ("review", "versions", "change", "delete")]
    desks += [f"/admin/articles/source/{page}/" for page in (f"{source.pk}/desk", f"{source.pk}/change", "duplicates")]
    public = [article.get_absolute_url(), quote.get_absolute_url(), source.get_absolute_url(), "/"]
    for path in (*desks, "/admin/", "/admin/articles/article/queue/", "/admin/articles/quote/", *public):
        assert desk.goto(f"{live_server.url}{path}").status == 200, path


def hostile_files(payload: str) -> dict[str, str]:
    """A file of each format with the payload in every field it has."""
    safe, said = html.escape(payload), f"“It {payload} opens,” Edda {payload} Halloran said."
    row = {
        **dict.fromkeys(("headline", "byline", "publication", "section", "caption", "credit"), payload[:90]),
        "id": payload[:90],
        "body": said,
        "url": "javascript:alert(1)",
    }
    table = io.StringIO()
    csv.writer(table).writerows([[payload, "headline", "body"], [payload, payload, said]])
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": payload,
        "items": [
            {
                "id": payload,
                "title": payload,
                "content_text": said,
                "content_html": payload,
                "authors": [{"name": payload}],
                "url": "javascript:alert(1)",
            }
        ],
    }
    ninjs = {
        "uri": payload,
        "headline": payload,
        "byline": payload,
        "body_text": said,
        "body_xhtml": f"<p>{payload}</p>",
        "language": "en",
        "type": "text",
    }
    return {
        "a.txt": f"{payload}\n\n{said}",
        "b.jsonl": json.dumps(row),
        "c.csv": table.getvalue(),
        "d.html": f"<html><head><title>{safe}</title><meta name=author content='{html.escape(payload)}'></head><body><article><h1>{safe}</h1><p>{html.escape(said)} {payload}</p><p>{html.escape(said)}</p></article></body></html>",
        "e.rss": f"<rss version='2.0'><channel><title>{safe}</title><item><title>{safe}</title><author>{safe}</author><link>javascript:alert(1)</link><guid>{safe}</guid><description>{html.escape(said)}</description></item></channel></rss>",
        "f.json": json.dumps(feed),
        "g.json": json.dumps(ninjs),
        "h.nitf": f"<nitf><head><title>{safe}</title></head><body><body.head><hedline><hl1>{safe}</hl1></hedline><byline>{safe}</byline></body.head><body.content><p>{html.escape(said)}</p></body.content></body></nitf>",
        f"{payload}.txt": f"{payload} again\n\n{said} Twice.",
    }


def test_no_script_in_an_imported_file_runs(desk, live_server):
    files = [(name, text.encode()) for name, text in hostile_files(" ".join(PAYLOADS[:4])).items()]
    made = importing.submit([importing.Upload(name, len(data), io.BytesIO(data)) for name, data in files])
    importing.work()
    pages = [made.get_absolute_url()]
    desk.goto(f"{live_server.url}{pages[0]}")
    expect(desk.locator("#import")).to_contain_text("<script>alert(1)</script>")
    importing.run(made)
    importing.work()
    stored = list(Article.objects.all())
    assert len(stored) >= 6
    pages += [
        "/admin/articles/article/",
        "/admin/articles/publication/",
        "/admin/articles/source/duplicates/",
        "/publications/",
    ]
    for article in stored:
        pages += [f"/admin/articles/article/{article.pk}/{page}/" for page in ("review", "change")]
        pages.append(article.get_absolute_url())
    for path in pages:
        assert desk.goto(f"{live_server.url}{path}").status == 200, path
        assert desk.locator('a[href^="javascript:" i], a[href^="data:" i]').count() == 0
