"""The review page: by forms without a script here, by keys and mouse in test_admin_browser."""

import html5lib
import pytest
from django.contrib.auth.models import Permission, User
from django.urls import reverse

from articles import reviewing
from articles.models import Article, Source
from tests import make

pytestmark = pytest.mark.django_db

BODY = "“It opens in May,” Edda Halloran said. “Not before.”\n\n“It is late,” Jorunn Aske said."


@pytest.fixture
def article():
    article = make.article(BODY)
    make.quote(article, "“It opens in May,”", make.source())
    make.quote(article, "“It is late,”", make.source("Jorunn Aske"), confidence=0.4)
    return article


@pytest.fixture
def desk(client):
    client.force_login(make.editor())
    return client


def address(article):
    return reverse("admin:articles_review", args=[article.pk])


def quotes(article):
    return list(article.quotes.order_by("start"))


def act(client, article, do, quote=None, **fields):
    sent = {"do": do, **({"quote": quote.pk} if quote else {}), **fields}
    return client.post(address(article), sent, follow=True)


def test_the_page_is_valid_and_shows_text_and_quotes(desk, article):
    answer = desk.get(address(article))
    html5lib.HTMLParser(strict=True).parse(answer.content.decode())
    assert answer.content.decode().count("<h1>") == 1
    assert "0 of 2 reviewed" in answer.content.decode()


def test_the_queue_leads_to_the_article(desk, article):
    answer = desk.get(reverse("admin:articles_queue"))
    html5lib.HTMLParser(strict=True).parse(answer.content.decode())
    assert address(article) in answer.content.decode()


@pytest.mark.parametrize("sent", ["publication=99", "since=yesterday", "publication=x&page=-1", "until=2024-01-01"])
def test_a_queue_narrowed_by_nonsense_is_a_queue(desk, article, sent):
    assert desk.get(f"{reverse('admin:articles_queue')}?{sent}").status_code == 200


def test_the_queue_costs_the_same_however_long(desk, article, django_assert_max_num_queries):
    for n in range(6):
        make.quote(make.article(BODY, headline=f"Story {n}"), "“Not before.”")
    with django_assert_max_num_queries(12):
        desk.get(reverse("admin:articles_queue"))


def test_the_review_costs_the_same_however_many_quotes(desk, django_assert_max_num_queries):
    body = "\n\n".join(f"“Part {n},” Person Number{n} said." for n in range(20))
    article = make.article(body)
    for n in range(20):
        make.quote(article, f"“Part {n},”", make.source(f"Person Number{n}"))
    with django_assert_max_num_queries(18):
        desk.get(address(article))


def test_confirming_shows_the_next_open_quote(desk, article):
    first, second = quotes(article)
    answer = act(desk, article, "confirm", first, who=first.source.pk, seen=reviewing.revision(first))
    assert f"quote={second.pk}" in answer.redirect_chain[0][0]
    first.refresh_from_db()
    assert first.standing == "confirmed"


@pytest.mark.parametrize(
    ("fields", "name", "kind"),
    [
        ({"who": "named", "name": "Mara Voss"}, "Mara Voss", "person"),
        ({"who": "named", "name": "Harbour Board", "kind": "organisation"}, "Harbour Board", "organisation"),
        ({"who": "named", "name": "jorunn aske"}, "Jorunn Aske", "person"),
        ({"who": "unnamed", "unnamed": "a senior official"}, "a senior official", "unnamed"),
    ],
)
def test_another_speaker_is_typed(desk, article, fields, name, kind):
    first, _second = quotes(article)
    act(desk, article, "confirm", first, **fields)
    first.refresh_from_db()
    assert (first.source.name, first.source.kind, first.standing) == (name, kind, "confirmed")


def test_a_name_that_several_bear_is_asked_about(desk, article):
    make.source("Kim Jong Un")
    make.source("Kim Jong-un")
    answer = act(desk, article, "confirm", quotes(article)[0], who="named", name="Kim Jong Un")
    assert "Several sources" in answer.content.decode()


def test_nobody_typed_is_asked_about(desk, article):
    assert "Say who it was" in act(desk, article, "confirm", quotes(article)[0], who="named").content.decode()


def test_a_missed_quote_is_added_by_its_words(desk, article):
    act(desk, article, "add", words="“Not before.”", who="none")
    assert article.quotes.filter(text="“Not before.”", standing="confirmed").exists()


def test_words_chosen_in_a_text_that_changed_meanwhile_are_refused(desk, article):
    first = quotes(article)[0]
    answer = act(desk, article, "mend", first, spans="[[0, 5]]", version=article.version + 1)
    assert "Somebody changed" in answer.content.decode()


@pytest.mark.parametrize("spans", ['"x"', "[]", "[[1]]", '[["a", 2]]', "[[0, 9999]]", "[[5, 2]]", "{", "[[-3, 4]]"])
def test_nonsense_for_words_is_refused_with_a_sentence(desk, article, spans):
    first = quotes(article)[0]
    answer = act(desk, article, "mend", first, spans=spans, version=article.version)
    assert answer.status_code == 200
    first.refresh_from_db()
    assert first.standing == "proposed"


def test_what_the_script_sends_is_answered_with_the_page_part(desk, article):
    first = quotes(article)[0]
    sent = {"do": "reject", "quote": first.pk, "seen": "somethingold"}
    answer = desk.post(address(article), sent, headers={"Accept": "application/json"})
    assert answer.status_code == 409
    assert "Somebody changed" in answer.json()["said"]
    assert '<div class="desk">' in answer.json()["html"]


def test_undo_says_what_was_taken_back(desk, article):
    act(desk, article, "reject", quotes(article)[0])
    assert "Taken back" in act(desk, article, "undo").content.decode()
    assert quotes(article)[0].standing == "proposed"


def test_names_are_completed_with_roles(desk, article):
    answer = desk.get(reverse("admin:articles_source_find"), {"q": "jor as"})
    assert [row["name"] for row in answer.json()["sources"]] == ["Jorunn Aske"]


def test_who_may_only_look_can_not_decide(client, article):
    reader = User.objects.create_user("reader", password="x", is_staff=True)
    reader.user_permissions.add(Permission.objects.get(codename="view_quote"))
    client.force_login(reader)
    assert client.get(address(article)).status_code == 200
    assert client.post(address(article), {"do": "confirm", "quote": quotes(article)[0].pk}).status_code == 403
    assert client.get(reverse("admin:articles_source_find"), {"q": "a"}).status_code == 403


def test_strangers_are_asked_to_sign_in(client, article):
    assert client.get(address(article)).status_code == 302
    client.force_login(User.objects.create_user("clerk", password="x", is_staff=True))
    assert client.get(address(article)).status_code == 403
    assert client.get(reverse("admin:articles_queue")).status_code == 403


def test_an_article_without_quotes_can_be_reviewed(desk):
    article = make.article("Nobody said a word.")
    assert "No quotes were found" in desk.get(address(article)).content.decode()
    act(desk, article, "add", words="Nobody", who="none")
    assert Article.objects.get().quotes.count() == 1


def test_unnamed_sources_are_not_completed(desk, article):
    Source.objects.create(kind="unnamed", name="an official", sort_key="an official", article=article)
    assert desk.get(reverse("admin:articles_source_find"), {"q": "official"}).json() == {"sources": []}


def test_the_way_leads_on_to_the_next_article_and_back_to_the_queue(desk, article):
    other = make.article(BODY, headline="Other")
    make.quote(other, "“It is late,”", confidence=0.1)
    onward = reverse("admin:articles_next", args=[article.pk])
    assert desk.get(onward).url.startswith(address(other))
    other.quotes.all().delete()
    assert desk.get(onward).url.startswith(reverse("admin:articles_queue"))


def test_an_edit_that_takes_confirmed_words_away_is_told(desk, article):
    reviewing.confirm(quotes(article)[0], by=make.editor("other"))
    change = reverse("admin:articles_article_change", args=[article.pk])
    sent = {"headline": "Late", "body": BODY.replace("opens in May", "opens in June"), "language": "en"}
    sent |= {"visibility": "published", "quotes-TOTAL_FORMS": 0, "quotes-INITIAL_FORMS": 0}
    assert "1 confirmed quote has lost its words" in desk.post(change, sent, follow=True).content.decode()


def test_the_history_of_a_quote_and_of_a_source_can_be_read(desk, article):
    first = quotes(article)[0]
    act(desk, article, "reject", first)
    source = first.source
    change = reverse("admin:articles_source_change", args=[source.pk])
    assert desk.get(change).status_code == 200
    quote_history = desk.get(reverse("admin:articles_quote_history", args=[first.pk])).content.decode()
    assert "proposed" in quote_history
    assert "reject" in quote_history
    assert desk.get(reverse("admin:articles_source_history", args=[source.pk])).status_code == 200


def test_an_earlier_name_of_a_source_is_brought_back(desk, article):
    source = quotes(article)[0].source
    source.name = "Ida Halloran"
    source.save()
    earlier = source.history.last()
    page = reverse("admin:articles_source_simple_history", args=[source.pk, earlier.history_id])
    form = desk.get(page).context["adminform"].form
    assert form["name"].value() == "Edda Halloran"
