"""Every page in a real browser: nothing for axe to complain of, nothing wider than the screen, no error in the console."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests import make
from tests.pages import addresses, one_of_each

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SIGHTS = {
    "desk": {"viewport": {"width": 1440, "height": 900}, "color_scheme": "light"},
    "dark": {"viewport": {"width": 1440, "height": 900}, "color_scheme": "dark"},
    "phone": {"viewport": {"width": 360, "height": 740}, "color_scheme": "light"},
}
RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
}


@pytest.fixture
def rows():
    one_of_each(2)
    return one_of_each()


@pytest.fixture
def opened(browser, live_server):
    """Opens an address in a given sight; fails at the end if the console had anything to say."""
    said, contexts = [], []

    def visit(address, sight):
        context = browser.new_context(base_url=live_server.url, **SIGHTS[sight])
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(address)
        return page

    yield visit
    for context in contexts:
        context.close()
    assert not [text for text in said if "404" not in text and "400" not in text]


def complaints(page):
    found = Axe().run(page, options=RULES).response["violations"]
    return [(rule["id"], [node["html"][:120] for node in rule["nodes"][:3]]) for rule in found]


@pytest.mark.parametrize("sight", SIGHTS)
def test_axe_has_nothing_to_say_and_nothing_is_wider_than_the_screen(rows, opened, sight):
    searches = ["/quotes/?q=harbour&kind=direct", "/search/?q=harbour", "/quotes/?q=nowhere&date=1999", "/quotes/?q=(x"]
    page = opened("/", sight)
    wrong = {}
    for address in [*addresses(*rows), *searches, "/nothing-here/"]:
        page.goto(address)
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        wrong[address] = complaints(page) + [("overflow", wide)] * (wide > 0)
    assert {address: told for address, told in wrong.items() if told} == {}


def test_long_names_and_words_stay_on_the_page(opened):
    endless = "Donaudampfschifffahrtsgesellschaft" * 5
    article = make.article(f"“{endless}” said {endless}.", headline=endless, byline=endless, publication=endless[:190])
    quote = make.quote(article, f"“{endless}”", make.source(endless, kind="organisation"))
    somebody = make.source("a person familiar with the talks " * 8, kind="unnamed", article=article, note=endless)
    make.quote(article, f"said {endless}", somebody, kind="indirect")
    for address in (
        "/",
        "/articles/",
        article.get_absolute_url(),
        quote.get_absolute_url(),
        "/sources/?kind=organisation",
    ):
        page = opened(address, "phone")
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, address


def test_a_reader_finds_cites_and_follows_a_quote(rows, opened):
    page = opened("/", "desk")
    page.get_by_role("combobox", name="Search quotes, people and articles").fill("harbour")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("link", name="“The harbour will open in May,”").first.click()
    assert page.get_by_role("heading", name="Cite this quote").is_visible()
    assert "quoted in Ines Calloway" in page.locator(".cite--prose").first.text_content()
    page.get_by_role("link", name="Read the whole article at this quote").click()
    assert "#quote-" in page.url
    page.locator(".said", has_text="“The harbour").first.click()
    page.wait_for_url("**/quotes/*/")


def test_a_name_is_offered_while_typing_and_opened_by_keyboard(rows, opened):
    page = opened("/quotes/", "desk")
    field = page.get_by_role("combobox")
    field.press_sequentially("edda")
    page.get_by_role("option", name="Edda Halloran").first.wait_for()
    field.press("ArrowDown")
    field.press("Enter")
    page.wait_for_url("**/sources/*/edda-halloran*/")


def test_the_same_words_hidden_marks_and_copying_work(rows, opened):
    article, _edda, _quote = rows
    page = opened(article.get_absolute_url(), "desk")
    page.get_by_role("button", name="Hide marks").click()
    assert page.locator(".story .cue").first.is_hidden()


def test_without_scripts_a_search_works(rows, browser, live_server):
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/")
    page.locator("#q").fill("harbour")
    page.locator("main .btn").click()
    assert "harbour" in page.locator("main mark").first.text_content()
    context.close()
