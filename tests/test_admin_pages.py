"""Every page of the desk, for every role: who may open it, and whether everybody can read it."""

import io
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from axes.models import AccessAttempt, AccessFailureLog, AccessLog
from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import NoReverseMatch, reverse
from playwright.sync_api import Page

from articles import importing, roles, sources
from articles.models import Article, Quote, Role, Source
from tests import make

GUEST, LOADER, EDITOR, KEEPER, SUPERUSER, NOBODY = "Guest", roles.LOADER, roles.EDITOR, roles.KEEPER, "Superuser", "-"
RANKS = [GUEST, LOADER, EDITOR, KEEPER, SUPERUSER, NOBODY]
"""Each may open what those before may."""

OPENED_FROM = {
    "index": GUEST,
    "login": GUEST,
    "password_change": GUEST,
    "password_change_done": GUEST,
    "jsi18n": GUEST,
    "autocomplete": LOADER,
    "view_on_site": GUEST,
    "app_list": LOADER,
    "articles_queue": LOADER,
    "articles_next": LOADER,
    "articles_versions": LOADER,
    "articles_review": LOADER,
    "articles_article_changelist": LOADER,
    "articles_article_add": LOADER,
    "articles_article_history": LOADER,
    "articles_article_delete": KEEPER,
    "articles_article_change": LOADER,
    "articles_import_changelist": LOADER,
    "articles_import_add": LOADER,
    "articles_import_history": KEEPER,
    "articles_import_delete": NOBODY,
    "articles_import_change": LOADER,
    "articles_publication_changelist": LOADER,
    "articles_publication_add": LOADER,
    "articles_publication_history": LOADER,
    "articles_publication_delete": KEEPER,
    "articles_publication_change": LOADER,
    "articles_quote_simple_history": LOADER,
    "articles_quote_changelist": LOADER,
    "articles_quote_add": NOBODY,
    "articles_quote_history": LOADER,
    "articles_quote_delete": KEEPER,
    "articles_quote_change": LOADER,
    "articles_source_find": EDITOR,
    "articles_source_duplicates": LOADER,
    "articles_source_desk": LOADER,
    "articles_source_simple_history": LOADER,
    "articles_source_changelist": LOADER,
    "articles_source_add": EDITOR,
    "articles_source_history": LOADER,
    "articles_source_delete": KEEPER,
    "articles_source_change": LOADER,
    "auth_group_changelist": KEEPER,
    "auth_group_add": KEEPER,
    "auth_group_history": KEEPER,
    "auth_group_delete": KEEPER,
    "auth_group_change": KEEPER,
    "auth_user_password_change": KEEPER,
    "auth_user_changelist": KEEPER,
    "auth_user_add": KEEPER,
    "auth_user_history": KEEPER,
    "auth_user_delete": KEEPER,
    "auth_user_change": KEEPER,
    **{
        f"axes_{model}_{page}": NOBODY if page == "add" else SUPERUSER
        for model in ("accessattempt", "accesslog", "accessfailurelog")
        for page in ("changelist", "add", "history", "delete", "change")
    },
}
"""The lowest role that may open each page of the admin; what is posted there has tests of its own."""


QUERIES = {"autocomplete": "?app_label=articles&model_name=quote&field_name=source&term=e"}


def named(patterns=None):
    """The names of all addresses under /admin/, signing out left out."""
    for pattern in admin.site.get_urls() if patterns is None else patterns:
        if hasattr(pattern, "url_patterns"):
            yield from named(pattern.url_patterns)
        elif pattern.name and pattern.name != "logout":
            yield pattern.name


def member(role: str) -> User:
    """Somebody of that role; the password is "x"."""
    roles.set_up()
    if role == SUPERUSER:
        return make.editor("superuser")
    user = User.objects.create_user(role.lower(), password="x", is_staff=True)
    if role != GUEST:
        user.groups.add(Group.objects.get(name=role))
    return user


@pytest.fixture
def rows() -> dict[str, int]:
    """One of everything the desk shows, by the name of its model in addresses."""
    roles.set_up()
    article, edda = make.ingested(), Source.objects.get(name="Edda Halloran")
    quote = article.quotes.get()
    make.decide(quote, standing="confirmed")
    Role.objects.create(source=edda, article=article, text="the chief executive", start=1, end=3)
    sources.merge(make.source("Eda Halloran"), into=edda, by=None)
    make.quote(
        article, "Nobody else spoke", make.source("Halloran"), kind="indirect", confidence=0.3, reason="A guess."
    )
    data = b"Titel;Inhalt\nFerry returns;It came.\n"
    made = importing.submit([importing.Upload("ferry.csv", len(data), io.BytesIO(data))])
    importing.work()
    attempt = {"username": "editor", "ip_address": "192.0.2.1", "path_info": "/admin/login/"}
    return {
        "accessattempt": AccessAttempt.objects.create(failures_since_start=1, **attempt).pk,
        "accesslog": AccessLog.objects.create(**attempt).pk,
        "accessfailurelog": AccessFailureLog.objects.create(**attempt).pk,
        "article": article.pk,
        "source": edda.pk,
        "quote": quote.pk,
        "import": made.pk,
        "publication": article.publication_id,
        "user": User.objects.create_user("plain", password="x").pk,
        "group": Group.objects.get(name=EDITOR).pk,
    }


def address(name: str, rows: dict[str, int]) -> str:
    """The address of that name, for the row of its model."""
    model = next((model for model in rows if f"_{model}_" in f"_{name}_"), "article")
    special = {
        "app_list": ["articles"],
        "view_on_site": [ContentType.objects.get_for_model(Article).pk, rows["article"]],
        "articles_source_simple_history": [rows["source"], Source.history.filter(id=rows["source"]).latest().pk],
        "articles_quote_simple_history": [rows["quote"], Quote.history.filter(id=rows["quote"]).latest().pk],
    }
    if name in special:
        return reverse(f"admin:{name}", args=special[name])
    try:
        return reverse(f"admin:{name}")
    except NoReverseMatch:
        return reverse(f"admin:{name}", args=[rows[model]])


@pytest.mark.django_db
def test_each_page_opens_for_whom_it_should_and_for_nobody_else(client, rows):
    """Every address of the admin is in the table; a page that is added must be."""
    assert set(named()) == set(OPENED_FROM)
    told = {name: f"{address(name, rows)}{QUERIES.get(name, '')}" for name in OPENED_FROM}
    wrong = []
    for rank, role in enumerate(RANKS[:-1]):
        client.force_login(member(role))
        for name, lowest in OPENED_FROM.items():
            status = client.get(told[name], follow=True).status_code
            if status not in ((200,) if rank >= RANKS.index(lowest) else (403, 404)):
                wrong.append((role, name, status))
    assert not wrong, "\n".join(map(str, wrong))


@pytest.mark.django_db
def test_nobody_who_is_not_signed_in_opens_anything_but_the_page_to_sign_in_at(client, rows):
    for name in set(OPENED_FROM) - {"login", "jsi18n"}:
        answer = client.get(address(name, rows))
        assert (name, answer.status_code) == (name, 302)
        assert urlsplit(answer["Location"]).path == reverse("admin:login")


PAGES = [name for name, lowest in OPENED_FROM.items() if lowest != NOBODY and not name.startswith("axes_")]
NOT_PAGES = {"login", "jsi18n", "autocomplete", "view_on_site", "articles_source_find", "articles_next"}


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("role", [LOADER, KEEPER])
def test_everybody_can_read_every_page_that_opens_for_them(page: Page, live_server, rows, role):
    """axe finds nothing, in the light and in the dark, and no page is wider than a phone.

    An editor's pages are a keeper's; a loader sees them without their fields.
    """
    member(role)
    page.goto(f"{live_server.url}/admin/")
    page.fill("#id_username", role.lower())
    page.fill("#id_password", "x")
    page.click("[type=submit]")
    opened = [n for n in PAGES if n not in NOT_PAGES and RANKS.index(OPENED_FROM[n]) <= RANKS.index(role)]
    wrong = []
    for name in opened:
        for scheme, width in (("light", 1440), ("dark", 390)):
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size({"width": width, "height": 900})
            page.goto(f"{live_server.url}{address(name, rows)}")
            found = Axe().run(page).response["violations"]
            wrong += [(name, scheme, width, v["id"], v["nodes"][0]["target"]) for v in found]
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wrong.append((name, "is wider than a phone"))
    assert not wrong, "\n".join(map(str, wrong))


LISTS = ["", "articles/article/", "articles/article/queue/", "articles/source/", "articles/quote/", "articles/import/"]
LISTS += ["articles/publication/", "auth/user/"]


def more(number: int) -> None:
    """So many more of everything that lists show."""
    for n in range(number):
        word = f"{chr(97 + n % 26)}{number}"
        body = f"“The harbour {word} will open in May,” Ann {word.title()} said."
        make.ingested(body, headline=f"Harbour {word}", publication=f"Paper {word}")
        importing.submit([importing.Upload("a.txt", 3, io.BytesIO(b"A\\n\\nB"))])
        User.objects.create_user(f"user {word}").groups.add(Group.objects.first())


@pytest.mark.django_db
@pytest.mark.parametrize("path", LISTS)
def test_a_longer_list_asks_the_database_no_more_often(client, rows, path):
    client.force_login(member(SUPERUSER))
    asked = []
    for _length in range(2):
        more(3 + 4 * len(asked))
        client.get(f"/admin/{path}")
        with CaptureQueriesContext(connection) as queries:
            assert client.get(f"/admin/{path}").status_code == 200
        asked.append(len(queries))
    assert asked[1] <= asked[0]
