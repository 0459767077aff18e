import pytest
from django.urls import reverse

from articles import reviewing, versions
from articles.ingest import store
from articles.models import Article
from articles.versions import How
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def by():
    return make.editor()


@pytest.fixture
def article():
    return make.ingested()


def edit(article, old, new):
    before, article.body = article.body, article.body.replace(old, new)
    store(article, before=before)


@pytest.fixture
def desk(client, by):
    client.force_login(by)
    return client


def address(article):
    return reverse("admin:articles_versions", args=[article.pk])


def test_a_difference_names_the_words_that_changed():
    before, after = "One.\n\nThe harbour opens in May.", "One.\n\nThe harbour opens in June.\n\nLast."
    told = [[(piece.how, piece.words) for piece in paragraph] for paragraph in versions.difference(before, after)]
    assert told == [
        [(How.KEPT, "The harbour opens in"), (How.GONE, "May."), (How.NEW, "June.")],
        [(How.NEW, "Last.")],
    ]


def test_every_change_is_a_version(article):
    edit(article, "Nobody else", "No one else")
    assert [version.changed for version in versions.versions(article)][0] == ["body"]
    assert len(versions.versions(article)) == 2


def test_a_confirmed_quote_follows_its_words_through_an_edit_and_back(article, by):
    quote = article.quotes.get()
    reviewing.confirm(quote, by=by)
    first = versions.versions(article)[0].number
    edit(article, "“The harbour", "Good news.\n\n“The harbour")
    versions.revert(Article.objects.get(), first, by=by)
    article.refresh_from_db()
    quote.refresh_from_db()
    assert article.body == make.BODY
    assert (quote.standing, quote.adrift, article.body[quote.start : quote.end]) == ("confirmed", False, quote.text)
    assert versions.versions(article)[0].by == by


def test_a_withheld_article_says_why_and_comes_back(desk, article):
    public = article.get_absolute_url()
    desk.post(address(article), {"do": "withhold", "reason": ""})
    assert desk.get(public).status_code == 200
    desk.post(address(article), {"do": "withhold", "reason": "A court order"})
    assert desk.get(public).status_code in (404, 410)
    assert "A court order" in desk.get(address(article)).content.decode()
    desk.post(address(article), {"do": "restore"})
    assert desk.get(public).status_code == 200


def test_readers_are_told_of_a_correction(desk, article):
    desk.post(address(article), {"do": "correct", "note": "The month was wrong."})
    assert "The month was wrong." in desk.get(article.get_absolute_url()).content.decode()


def test_the_page_shows_the_difference_and_the_decisions(desk, article, by):
    reviewing.confirm(article.quotes.get(), by=by)
    edit(article, "Nobody else", "No one else")
    page = desk.get(reverse("admin:articles_article_history", args=[article.pk]), follow=True).content.decode()
    assert "<del>Nobody</del>" in page
    assert "<ins>No one</ins>" in page
    assert "editor confirmed" in page


@pytest.mark.parametrize(
    "sent", [{"do": "revert", "version": "999999"}, {"do": "revert", "version": "x"}, {"do": "burn"}, {}]
)
def test_nonsense_is_not_found(desk, article, sent):
    assert desk.post(address(article), sent).status_code == 404


def test_deleting_asks_twice_and_says_what_goes(desk, article):
    page = reverse("admin:articles_article_delete", args=[article.pk])
    assert "With the article goes 1 quote" in desk.get(page).content.decode()
    desk.post(page, {"post": "yes"})
    assert Article.objects.exists()
    desk.post(page, {"post": "yes", "sure": "yes"})
    assert not Article.objects.exists()


def test_of_two_editors_of_a_text_the_slower_is_told(desk, article):
    change = reverse("admin:articles_article_change", args=[article.pk])
    form = desk.get(change).context["adminform"].form
    sent = {name: form[name].value() or "" for name in form.fields}
    inlines = {"quotes-TOTAL_FORMS": 0, "quotes-INITIAL_FORMS": 0}
    edit(article, "Nobody else", "No one else")
    answer = desk.post(change, {**sent, **inlines, "headline": "Mine"})
    assert "Somebody changed this article" in answer.content.decode()
    article.refresh_from_db()
    assert article.headline != "Mine"
