import pytest

from articles import reviewing
from articles.attribution import attribute
from articles.ingest import store
from articles.models import Decision, Quote, SourceName
from articles.reviewing import queue
from articles.reviewing.errors import (
    Adrift,
    AlreadyQuoted,
    BuiltUpon,
    Indivisible,
    NothingToJoin,
    NothingToUndo,
    NotInText,
    NoWords,
    Outdated,
)
from articles.reviewing.spans import chosen, kind_of, written
from tests import make

pytestmark = pytest.mark.django_db

BODY = "“It opens in May,” Edda Halloran said. “Not before.”\n\n“It is late,” Jorunn Aske said."


@pytest.fixture
def by():
    return make.editor()


@pytest.fixture
def article():
    return make.article(BODY)


@pytest.fixture
def first(article):
    return make.quote(article, "“It opens in May,”", make.source())


@pytest.fixture
def second(article):
    return make.quote(article, "“It is late,”", make.source("Jorunn Aske"), confidence=0.4)


def test_a_confirmed_quote_tells_by_whom_and_keeps_its_history(first, by):
    reviewing.confirm(first, by=by)
    first.refresh_from_db()
    assert (first.standing, first.reviewed_by) == ("confirmed", by)
    assert [(entry.standing, entry.history_user) for entry in first.history.all()] == [
        ("confirmed", by),
        ("proposed", None),
    ]


def test_another_speaker_is_a_decision(first, by):
    other = make.source("Somebody Else")
    reviewing.attribute_to(first, other, by=by)
    first.refresh_from_db()
    assert (first.source, first.standing) == (other, "confirmed")


def test_it_may_be_decided_that_nobody_can_tell(first, by):
    reviewing.attribute_to(first, None, by=by)
    first.refresh_from_db()
    assert (first.source, first.standing) == (None, "confirmed")


def test_mended_words_are_what_the_text_says_there(article, first, by):
    start = BODY.index("in May")
    reviewing.mend(first, [[start, start + 6]], by=by)
    first.refresh_from_db()
    assert (first.text, first.kind, article.body[first.start : first.end]) == ("in May", "indirect", "in May")


def test_a_missed_quote_is_added_and_not_proposed_again(article, by):
    reviewing.add(article, written(BODY, "“Not before.”"), source=make.source(), by=by)
    attribute(article)
    assert [q.standing for q in article.quotes.filter(text="“Not before.”")] == ["confirmed"]


def test_the_same_words_are_not_added_twice(article, first, by):
    with pytest.raises(AlreadyQuoted):
        reviewing.add(article, first.spans, source=None, by=by)


def test_a_broken_quotation_splits_into_its_parts_and_joins_again(article, first, by):
    rest = BODY.index("“Not before.”")
    reviewing.mend(first, [*first.spans, [rest, rest + 13]], by=by)
    reviewing.split(first, by=by)
    assert [q.text for q in article.quotes.order_by("start")] == ["“It opens in May,”", "“Not before.”"]
    reviewing.join(first, by=by)
    first.refresh_from_db()
    assert first.text == "“It opens in May,” … “Not before.”"
    assert article.quotes.standing().count() == 1


def test_a_quote_splits_where_the_cursor_is(article, first, by):
    reviewing.split(first, at=BODY.index("in May"), by=by)
    assert [q.text for q in article.quotes.order_by("start")] == ["“It opens", "in May,”"]


def test_what_is_in_one_piece_can_not_be_split_without_saying_where(first, by):
    with pytest.raises(Indivisible):
        reviewing.split(first, by=by)


def test_the_last_quote_joins_with_none(second, by):
    with pytest.raises(NothingToJoin):
        reviewing.join(second, by=by)


def test_all_certain_ones_are_confirmed_and_no_other(article, first, second, by):
    decision = reviewing.confirm_certain(article, by=by)
    assert [kept["id"] for kept in decision.after] == [first.pk]
    assert list(article.quotes.unreviewed()) == [second]


@pytest.mark.parametrize("verb", ["confirm", "reject", "attribute", "mend", "split", "join", "certain"])
def test_every_decision_can_be_taken_back(verb, article, first, second, by):
    def states():
        return list(
            Quote.objects.order_by("pk").values("pk", "text", "spans", "kind", "source", "standing", "reviewed_at")
        )

    before = states()
    match verb:
        case "confirm":
            reviewing.confirm(first, by=by)
        case "reject":
            reviewing.reject(first, by=by)
        case "attribute":
            reviewing.attribute_to(first, second.source, by=by)
        case "mend":
            reviewing.mend(first, [[1, 9]], by=by)
        case "split":
            reviewing.split(first, at=5, by=by)
        case "join":
            reviewing.join(first, by=by)
        case "certain":
            reviewing.confirm_certain(article, by=by)
    assert states() != before
    reviewing.undo(article, by=by)
    assert states() == before


def test_decisions_are_taken_back_one_after_the_other_and_only_ones_own(article, first, second, by):
    reviewing.confirm(first, by=make.editor("other"))
    reviewing.reject(second, by=by)
    reviewing.undo(article, by=by)
    with pytest.raises(NothingToUndo):
        reviewing.undo(article, by=by)
    assert Decision.objects.standing().count() == 1


def test_what_somebody_changed_since_is_not_taken_back(article, first, by):
    reviewing.confirm(first, by=by)
    reviewing.reject(first, by=make.editor("other"))
    with pytest.raises(BuiltUpon):
        reviewing.undo(article, by=by)


def test_of_two_editors_the_slower_is_told(first, by):
    seen = reviewing.revision(first)
    reviewing.reject(first, by=make.editor("other"), seen=seen)
    with pytest.raises(Outdated):
        reviewing.confirm(first, by=by, seen=seen)


def test_a_quote_whose_words_are_gone_can_not_be_confirmed_but_mended(article, first, by):
    reviewing.confirm(first, by=by)
    article.body = article.body.replace("opens in May", "opens in June")
    store(article, before=BODY)
    first.refresh_from_db()
    assert first.adrift
    with pytest.raises(Adrift):
        reviewing.confirm(first, by=by)
    reviewing.mend(first, written(article.body, "“It opens in June,”"), by=by)
    first.refresh_from_db()
    assert (first.adrift, first.text) == (False, "“It opens in June,”")


def test_the_archive_learns_the_surname_an_editor_explained(article, by):
    mike = make.source("Mike Pompeo")
    quote = make.quote(article, "“It is late,”", make.source("Pompeo"))
    reviewing.attribute_to(quote, mike, by=by)
    assert SourceName.objects.filter(source=mike, form="Pompeo").exists()


@pytest.mark.parametrize(
    ("body", "span", "expected"),
    [
        ("She said “we knew” then", (10, 17), "“we knew”"),
        ("She said “we knew” then", (8, 18), "“we knew”"),
        ("She said “we knew” then", (9, 18), "“we knew”"),
        ("She said we knew then", (9, 16), "we knew"),
    ],
)
def test_chosen_words_take_their_marks_and_leave_blanks(body, span, expected):
    assert [body[start:end] for start, end in chosen(body, [span])] == [expected]


@pytest.mark.parametrize("spans", [[], [(3, 3)], [(5, 2)], [(0, 99)], [(0, 5), (4, 8)], [(3, 4)]])
def test_nothing_chosen_is_nothing(spans):
    with pytest.raises(NoWords):
        chosen("She said it", spans)


@pytest.mark.parametrize("words", ["knew", "She … it", "we\n knew", "then"])
def test_typed_words_are_found_in_the_text(words):
    body = "She said we knew then, knew it"
    assert " … ".join(body[start:end] for start, end in written(body, words)).split() == words.split()


def test_of_words_that_stand_twice_the_nearest_are_meant():
    assert written("We knew. We knew.", "knew", near=10) == [[12, 16]]


def test_words_that_are_not_in_the_text_are_refused():
    with pytest.raises(NotInText, match="letter for letter"):
        written("She said it", "she says it")


@pytest.mark.parametrize(
    ("text", "kind"), [("“All of it”", "direct"), ("that it was “late”", "partial"), ("that it was late", "indirect")]
)
def test_the_marks_tell_the_kind(text, kind):
    assert kind_of(text, [[0, len(text)]]) == kind


def test_the_queue_begins_with_the_least_certain(article, first, second):
    other = make.article(BODY, headline="Other", publication="Other Paper")
    make.quote(other, "“It is late,”", confidence=0.1)
    sure = make.article(BODY, headline="Sure")
    make.confirmed(sure, "“It is late,”")
    assert list(queue.queue(queue.Choice())) == [other, article]
    assert list(queue.queue(queue.Choice(publication=article.publication_id))) == [article]
    assert queue.after(other, queue.Choice()) == article
    assert queue.progress(queue.Choice()) == queue.Progress(done=1, of=3)


def test_joined_quotes_split_into_the_very_quotes_they_were(article, first, second, by):
    reviewing.join(first, by=by)
    reviewing.split(first, by=by)
    first.refresh_from_db()
    second.refresh_from_db()
    assert [(q.text, q.standing) for q in (first, second)] == [
        ("“It opens in May,”", "confirmed"),
        ("“It is late,”", "confirmed"),
    ]
    assert article.quotes.count() == 2


def test_a_quote_rejected_by_mistake_can_be_added_again(article, first, by):
    reviewing.reject(first, by=by)
    reviewing.add(article, first.spans, source=first.source, by=by)
    first.refresh_from_db()
    assert first.standing == "confirmed"
