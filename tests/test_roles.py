import pytest
from axes.models import AccessAttempt
from django.contrib.auth.models import Group, User
from django.urls import reverse

from articles import roles
from articles.models import Article
from tests import make

pytestmark = pytest.mark.django_db


def member(role: str) -> User:
    user = User.objects.create_user(role.lower(), password="x", is_staff=True)
    roles.set_up()
    user.groups.add(Group.objects.get(name=role))
    return user


def addresses(article, source):
    return {
        "add": reverse("admin:articles_article_add"),
        "read": reverse("admin:articles_article_change", args=[article.pk]),
        "delete": reverse("admin:articles_article_delete", args=[article.pk]),
        "queue": reverse("admin:articles_queue"),
        "review": reverse("admin:articles_review", args=[article.pk]),
        "find": reverse("admin:articles_source_find"),
        "alike": reverse("admin:articles_source_duplicates"),
        "source": reverse("admin:articles_source_desk", args=[source.pk]),
        "users": reverse("admin:auth_user_changelist"),
    }


@pytest.mark.parametrize(
    ("role", "refused"),
    [
        (roles.LOADER, {"delete", "find", "users"}),
        (roles.EDITOR, {"delete", "users"}),
        (roles.KEEPER, set()),
    ],
)
def test_what_a_role_may_open(client, role, refused):
    article, source = make.article(), make.source()
    client.force_login(member(role))
    opened = {name: client.get(address).status_code for name, address in addresses(article, source).items()}
    assert {name for name, status in opened.items() if status == 403} == refused
    assert set(opened.values()) <= {200, 403}


def test_nobody_who_is_not_signed_in_opens_anything(client):
    for address in addresses(make.article(), make.source()).values():
        assert client.get(address).status_code == 302


def test_a_loader_neither_decides_nor_merges_nor_publishes(client):
    article, source = make.article(), make.source()
    quote = make.quote(article, "“The harbour will open in May,”", source)
    client.force_login(member(roles.LOADER))
    review = reverse("admin:articles_review", args=[article.pk])
    assert client.post(review, {"do": "confirm", "quote": quote.pk}).status_code == 403
    merge = {"do": "merge", "kept": source.pk, "gone": make.source("Halloran").pk}
    assert client.post(reverse("admin:articles_source_duplicates"), merge).status_code == 403
    sent = {"headline": "Second", "body": make.BODY, "language": "en", "visibility": "published"}
    assert client.post(reverse("admin:articles_article_add"), sent).status_code == 302
    assert Article.objects.get(headline="Second").visibility == Article.Visibility.DRAFT


def test_rights_that_a_role_lost_come_back(db):
    roles.set_up()
    group = Group.objects.get(name=roles.EDITOR)
    count = group.permissions.count()
    group.permissions.clear()
    roles.set_up()
    assert group.permissions.count() == count


def test_the_desk_opens_with_what_needs_doing(client):
    article = make.article()
    make.quote(article, "“The harbour will open in May,”", make.source())
    client.force_login(member(roles.EDITOR))
    page = client.get(reverse("admin:index")).content.decode()
    assert "1 article to review" in page
    assert reverse("admin:articles_review", args=[article.pk]) in page


def test_the_archive_comes_before_accounts_and_logs(client):
    client.force_login(make.editor())
    page = client.get(reverse("admin:index")).content.decode()
    places = [page.index(f'class="app-{app} module"') for app in ("articles", "auth", "axes")]
    assert places == sorted(places)


def test_guessing_a_password_is_stopped(client, settings):
    settings.AXES_ENABLED = True
    make.editor()
    address = reverse("admin:login")
    for _guess in range(settings.AXES_FAILURE_LIMIT):
        answer = client.post(address, {"username": "editor", "password": "wrong"})
    assert answer.status_code == 429
    assert client.post(address, {"username": "editor", "password": "x"}).status_code == 429
    assert AccessAttempt.objects.exists()


def test_behind_a_proxy_one_guesser_locks_out_nobody_else(client, settings):
    """Nor does an invented address before the one that the proxy saw help the guesser."""
    settings.AXES_ENABLED = settings.HTTPS = True
    make.editor()
    address = reverse("admin:login")

    def tried(password, seen):
        sent = {"username": "editor", "password": password}
        return client.post(address, sent, headers={"X-Forwarded-For": seen}).status_code

    guesses = [tried("wrong", f"198.51.100.{n}, 203.0.113.9") for n in range(settings.AXES_FAILURE_LIMIT)]
    assert guesses[-1] == 429
    assert tried("x", "198.51.100.77, 203.0.113.9") == 429
    assert tried("x", "203.0.113.10") == 302
