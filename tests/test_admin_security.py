"""What a stranger, another site or a hostile file tries at the desk."""

import io
import json

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from articles import importing
from articles.models import Article, ImportedItem, Source
from tests import make

pytestmark = pytest.mark.django_db

ELSEWHERE = [
    "https://elsewhere.example/", "//elsewhere.example/", "///elsewhere.example/", "/\\elsewhere.example/",
    "http:elsewhere.example", "javascript:alert(1)", "\thttps://elsewhere.example/", "https:elsewhere.example",
    "//user@elsewhere.example/", "data:text/html,<script>alert(1)</script>",
]  # fmt: skip


@pytest.mark.parametrize("address", ELSEWHERE)
def test_signing_in_leads_nowhere_else(client, address):
    make.editor()
    answer = client.post(f"{reverse('admin:login')}", {"username": "editor", "password": "x", "next": address})
    assert (answer.status_code, answer["Location"]) == (302, reverse("admin:index"))


def test_no_page_of_the_desk_can_be_framed(client):
    article = make.ingested()
    pages = [reverse("admin:login")]
    client.force_login(make.editor())
    pages += [reverse("admin:index"), reverse("admin:articles_review", args=[article.pk])]
    for page in pages:
        answer = client.get(page, follow=True)
        assert answer["X-Frame-Options"] == "DENY"
        assert "frame-ancestors 'none'" in answer["Content-Security-Policy"]
        assert "unsafe-inline" not in answer["Content-Security-Policy"]


def test_another_site_can_do_nothing_with_an_editors_session():
    """Every address that changes something refuses a form without the page's own token."""
    article, source = make.ingested(), Source.objects.get()
    quote, gone = article.quotes.get(), make.source("E. Halloran")
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(make.editor())
    sent = {
        reverse("admin:articles_review", args=[article.pk]): {"do": "reject", "quote": quote.pk},
        reverse("admin:articles_versions", args=[article.pk]): {"do": "withhold", "reason": "none"},
        reverse("admin:articles_article_delete", args=[article.pk]): {"post": "yes", "sure": "yes"},
        reverse("admin:articles_source_duplicates"): {"do": "merge", "kept": source.pk, "gone": gone.pk},
        reverse("admin:articles_source_desk", args=[source.pk]): {"do": "move", "quote": quote.pk, "name": "X"},
        reverse("admin:articles_import_changelist"): {"addresses": "http://example.org/"},
        reverse("admin:articles_quote_changelist"): {"action": "reject", "_selected_action": quote.pk},
        reverse("admin:auth_user_add"): {"username": "thief"},
        reverse("admin:logout"): {},
    }
    for address, fields in sent.items():
        assert (address, browser.post(address, fields).status_code) == (address, 403)
    quote.refresh_from_db()
    assert quote.standing == "proposed"
    assert not ImportedItem.objects.exists()


def test_the_session_cookie_is_for_this_site_alone(client):
    make.editor()
    cookie = client.post(reverse("admin:login"), {"username": "editor", "password": "x"}).cookies["sessionid"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"


def test_too_many_files_and_too_large_ones_are_sentences(client, monkeypatch):
    client.force_login(make.editor())
    page = reverse("admin:articles_import_changelist")
    monkeypatch.setattr("articles.importing.submitting.LARGEST_FILE", 10)
    large = SimpleUploadedFile("large.txt", b"x" * 11)
    assert "is larger than 10 bytes" in client.post(page, {"files": [large]}).content.decode()
    many = [SimpleUploadedFile(f"{n}.txt", b"x") for n in range(settings.DATA_UPLOAD_MAX_NUMBER_FILES + 1)]
    assert client.post(page, {"files": many}).status_code == 400
    assert not ImportedItem.objects.exists()


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "vbscript:x", " javascript:alert(1)"])
def test_an_address_that_is_a_script_is_refused_in_forms_and_files(client, address):
    client.force_login(make.editor())
    sent = {"headline": "Ferry", "body": "It came.", "language": "en", "visibility": "published", "url": address}
    answer = client.post(reverse("admin:articles_article_add"), sent)
    assert answer.status_code == 200
    assert not Article.objects.exists()
    data = json.dumps({"headline": "Ferry", "body": "It came.", "url": address}).encode()
    made = importing.submit([importing.Upload("a.jsonl", len(data), io.BytesIO(data))])
    importing.work()
    importing.run(made)
    importing.work()
    assert not Article.objects.exclude(url="").exists()
