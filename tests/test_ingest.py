from datetime import date

import pytest
from django.db import IntegrityError, transaction

from articles.ingest import TwoArticles, What, ingest, store
from articles.models import Article, Publication, Quote
from articles.readers.data import article_data
from tests import make

pytestmark = pytest.mark.django_db


def data(**fields):
    return article_data(**{"headline": "Harbour to open", "body": make.BODY, "publication": "The Courier", **fields})


def test_an_article_goes_in_once():
    first = ingest(data(external_id="a1"))
    again = ingest(data(external_id="a1"))
    assert (first.what, again.what) == (What.CREATED, What.UNCHANGED)
    assert Article.objects.count() == 1


def test_new_data_for_a_known_identifier_updates_the_article_and_keeps_its_number():
    first = ingest(data(external_id="a1")).article
    again = ingest(data(external_id="a1", headline="Harbour to open late"))
    assert again.what == What.UPDATED
    assert again.article.pk == first.pk
    assert again.article.version == first.version + 1


def test_an_address_in_another_spelling_is_the_same_article():
    first = ingest(data(url="https://www.courier.example/harbour/?utm_source=x")).article
    again = ingest(data(url="http://courier.example/harbour", headline="Harbour opens"))
    assert again.article.pk == first.pk


def test_identifier_and_address_of_two_articles_are_refused():
    ingest(data(external_id="a1"))
    ingest(data(url="https://courier.example/2", headline="Another"))
    with pytest.raises(TwoArticles):
        ingest(data(external_id="a1", url="https://courier.example/2"))


def test_publications_are_one_whatever_their_letters():
    ingest(data())
    ingest(data(publication="THE COURIER", headline="Second"))
    assert Publication.objects.get().name == "The Courier"


def test_publications_with_the_same_slug_get_different_ones():
    ingest(data(publication="Le Jour"))
    ingest(data(publication="Le-Jour", headline="Second"))
    assert set(Publication.objects.values_list("slug", flat=True)) == {"le-jour", "le-jour-2"}


def test_the_day_is_the_day_where_it_was_printed():
    article = ingest(data(published="2018-07-22T23:30:00+12:00")).article
    assert article.published_on == date(2018, 7, 22)
    assert article.published_at.isoformat() == "2018-07-22T11:30:00+00:00"


def test_a_confirmed_quote_follows_its_words_through_an_edit():
    article = make.article("First.\n\n“It will open,” Halloran said.\n\nLast.")
    quote = make.confirmed(article, "“It will open,”")
    before, article.body = article.body, "A new opening paragraph.\n\n" + article.body
    store(article, before=before)
    quote.refresh_from_db()
    assert article.body[quote.start : quote.end] == "“It will open,”"
    assert not quote.adrift


def test_a_confirmed_quote_whose_words_are_gone_is_set_adrift_and_kept():
    article = make.article("First.\n\n“It will open,” Halloran said.")
    quote = make.confirmed(article, "“It will open,”")
    before, article.body = article.body, "First.\n\nNothing was said."
    store(article, before=before)
    quote.refresh_from_db()
    assert quote.adrift
    assert quote.text == "“It will open,”"


def test_an_article_withheld_without_a_reason_cannot_be_stored():
    article = make.article()
    with pytest.raises(IntegrityError, match="article_withheld_with_reason"), transaction.atomic():
        Article.objects.filter(pk=article.pk).update(visibility="withheld")


def test_a_decision_without_a_date_cannot_be_stored():
    quote = make.quote(make.article(), "The harbour")
    with pytest.raises(IntegrityError, match="quote_decided_when_reviewed"), transaction.atomic():
        Quote.objects.filter(pk=quote.pk).update(standing="confirmed")


def test_reported_speech_without_a_source_or_a_clause_is_not_stored():
    article = make.ingested(
        "It was said that the harbour was closed. Ann Lee denied it. Ann Lee said the quay was full of eels."
    )
    assert [quote.text for quote in article.quotes.all()] == ["the quay was full of eels"]
