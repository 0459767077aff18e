import pytest
from django.urls import reverse

from articles import reviewing, sources
from articles.attribution import attribute
from articles.models import Merge, NotTheSame, Quote, Role, Source, SourceName
from articles.sources.likeness import Likeness, body_likeness, person_likeness
from articles.sources.merging import BuiltUpon, Itself, MergedAway, OfTwoArticles
from tests import make

BODY = "“It opens in May,” Edda Halloran said.\n\n“It is late,” Ms Halloran said."


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("mike pompeo", "pompeo", Likeness.SURNAME),
        ("kim jong un", "jong un kim", Likeness.ORDER),
        ("kim jong-un", "kim jong un", Likeness.SAME),
        ("j. aske", "jorunn aske", Likeness.INITIALS),
        ("dr. edda halloran", "edda halloran", Likeness.SAME),
        ("edda halloran", "edda haloran", Likeness.SPELLING),
        ("george w. bush", "george bush", Likeness.INITIALS),
        ("george w. bush", "george h. w. bush", None),
        ("george bush jr", "george bush sr", None),
        ("martin luther king jr", "martin luther king", Likeness.GENERATION),
        ("kim jong un", "kim yong chol", None),
        ("edda halloran", "jorunn halloran", None),
        ("john smith", "john smyth", None),
        ("mara voss", "voss mara", Likeness.ORDER),
    ],
)
def test_names_that_can_be_one_persons(one, other, why):
    assert person_likeness(one, other) == person_likeness(other, one) == why


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [("the harbour board", "harbour board", Likeness.SAME), ("harbour board", "harbour authority", None)],
)
def test_names_that_can_be_one_bodys(one, other, why):
    assert body_likeness(one, other) == why


@pytest.fixture
def by(db):
    return make.editor()


@pytest.fixture
def article(db):
    return make.article(BODY)


@pytest.fixture
def kept(article):
    source = make.source()
    make.quote(article, "“It opens in May,”", source)
    return source


@pytest.fixture
def gone(article):
    source = make.source("Halloran")
    make.quote(article, "“It is late,”", source)
    Role.objects.create(source=source, article=article, text="a harbour master", start=3, end=9)
    return source


def rows():
    return (
        list(Quote.objects.order_by("pk").values_list("pk", "source")),
        list(SourceName.objects.order_by("pk").values_list("pk", "source")),
        list(Role.objects.order_by("pk").values_list("pk", "source")),
        list(Source.objects.order_by("pk").values_list("pk", "merged_into")),
    )


def test_a_merge_moves_everything_and_leaves_the_way(kept, gone, by):
    merge = sources.merge(gone, into=kept, by=by)
    gone.refresh_from_db()
    assert gone.merged_into == kept == gone.final
    assert kept.quotes.count() == 2
    assert set(kept.forms.values_list("form", flat=True)) == {"Edda Halloran", "Halloran"}
    assert kept.roles.count() == 1
    assert {name: len(ids) for name, ids in merge.moved.items()} == {"quotes": 1, "forms": 1, "roles": 1}


def test_a_merge_taken_back_leaves_everything_as_it_was(kept, gone, by):
    before = rows()
    sources.unmerge(sources.merge(gone, into=kept, by=by), by=by)
    assert rows() == before


def test_every_moved_quote_has_the_merge_in_its_history(kept, gone, by):
    quote = gone.quotes.get()
    sources.merge(gone, into=kept, by=by)
    assert (quote.history.first().history_change_reason, quote.history.first().history_user) == ("merge", by)


def test_a_merge_on_which_somebody_decided_is_not_taken_back(kept, gone, by):
    quote = gone.quotes.get()
    merge = sources.merge(gone, into=kept, by=by)
    quote.refresh_from_db()
    reviewing.confirm(quote, by=by)
    with pytest.raises(BuiltUpon, match="reviewed"):
        sources.unmerge(merge, by=by)


def test_a_merge_is_taken_back_once(kept, gone, by):
    merge = sources.merge(gone, into=kept, by=by)
    sources.unmerge(merge, by=by)
    with pytest.raises(BuiltUpon):
        sources.unmerge(merge, by=by)


def test_what_makes_no_sense_is_not_merged(article, kept, gone, by):
    with pytest.raises(Itself):
        sources.merge(kept, into=kept, by=by)
    official = Source.objects.create(kind="unnamed", name="an official", sort_key="an official", article=article)
    with pytest.raises(OfTwoArticles):
        sources.merge(kept, into=official, by=by)
    sources.merge(gone, into=kept, by=by)
    with pytest.raises(MergedAway):
        sources.merge(gone, into=kept, by=by)


def test_whom_a_name_means_after_a_merge(kept, gone, by):
    sources.merge(gone, into=kept, by=by)
    assert sources.known("Halloran", kind="person") == kept


def test_an_unnamed_source_that_was_merged_stays_so_when_the_article_is_read_again(article, kept, by):
    official = sources.unnamed("an official", article=article)
    sources.merge(official, into=kept, by=by)
    assert sources.unnamed("an official", article=article) == kept


def test_alike_names_are_suggested_until_somebody_says_that_they_are_two(kept, gone, by):
    suggestion = sources.suggestions()[0]
    assert (suggestion.one, suggestion.other, suggestion.why) == (kept, gone, Likeness.SURNAME)
    assert suggestion.together == 1
    sources.not_the_same(gone, kept, by=by)
    assert sources.suggestions() == []
    assert NotTheSame.objects.get().one_id < NotTheSame.objects.get().other_id


def test_suggestions_are_remembered_until_a_source_changes(kept, gone, by, django_assert_num_queries):
    assert len(sources.pairs()) == 1
    with django_assert_num_queries(3):
        assert len(sources.pairs()) == 1
    third = make.source("Edda Haloran")
    assert third.pk in {pk for pair in sources.pairs() for pk in (pair.one, pair.other)}
    third.name = "Bo Lindqvist"
    third.save()
    assert len(sources.pairs()) == 1
    assert sources.pairs(of=gone) == sources.pairs(of=kept) == sources.pairs()
    assert sources.pairs(of=third) == []


def test_a_pinned_form_means_its_source_in_its_paper(article):
    make.source("Kim Jong Un", forms=("Kim",))
    chol = make.source("Kim Yong Chol", forms=("Kim",))
    assert sources.known("Kim", kind="person", article=article) is None
    chol.forms.filter(form="Kim").update(pinned=True, publication=article.publication)
    assert sources.known("Kim", kind="person", article=article) == chol
    elsewhere = make.article(BODY, publication="Another Paper", headline="Elsewhere")
    assert sources.known("Kim", kind="person", article=elsewhere) is None


def test_reading_an_article_again_makes_no_further_namesakes(article):
    make.source("Edda Halloran")
    make.source("Edda Halloran")
    attribute(article)
    count = Source.objects.count()
    attribute(article)
    assert Source.objects.count() == count


def test_the_desk_merges_remembers_and_takes_back(client, kept, gone, by):
    client.force_login(by)
    address = reverse("admin:articles_source_duplicates")
    assert "a surname alone" in client.get(address).content.decode()
    answer = client.post(address, {"do": "merge", "kept": kept.pk, "gone": gone.pk}, follow=True)
    assert "1 quotes, 1 names and 1 roles moved" in answer.content.decode()
    answer = client.post(address, {"do": "unmerge", "merge": Merge.objects.get().pk}, follow=True)
    assert "are two again" in answer.content.decode()
    client.post(address, {"do": "two", "one": kept.pk, "other": gone.pk})
    assert NotTheSame.objects.exists()


def test_the_desk_moves_chosen_quotes_to_somebody_else(client, kept, gone, by):
    client.force_login(by)
    address = reverse("admin:articles_source_desk", args=[kept.pk])
    assert client.get(address, {"sought": "hallo"}).status_code == 200
    answer = client.post(address, {"do": "move", "quote": kept.quotes.get().pk, "name": "Edda Halloran"}, follow=True)
    assert "1 quote is now by" in answer.content.decode()
    quote = Quote.objects.order_by("start").first()
    assert (quote.source.name, quote.standing) == ("Edda Halloran", "confirmed")
    assert quote.source != kept


@pytest.mark.parametrize(
    "sent", [{"do": "x"}, {"do": "move"}, {"do": "move", "quote": "1", "to": "x"}, {"do": "merge"}]
)
def test_nonsense_changes_nothing(client, kept, by, sent):
    client.force_login(by)
    before = rows()
    assert client.post(reverse("admin:articles_source_desk", args=[kept.pk]), sent).status_code in (302, 404)
    assert rows() == before
