"""What is counted over the whole archive is kept, and never outlives a change."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from django.db import connection
from django.utils import timezone

from articles import front, habits, indexing, listing, profiles, sourcing
from articles.models import Article, Publication, Quote, Role, Source
from articles.narrowing import Narrowing
from articles.search.keeping import kept
from articles.sources import merge
from tests import make
from tests.pages import one_of_each

pytestmark = pytest.mark.django_db


def kept_values() -> list:
    """Everything that is kept: as it is given, beside the same counted anew."""
    source, paper = Source.objects.order_by("pk").first(), Publication.objects.order_by("pk").first()
    asked = [
        (front._counted, ()),
        (front.holdings, ()),
        (front.leads, (tuple(Article.objects.values_list("pk", flat=True)),)),
        (habits.habits, ()),
        (sourcing.printed, ()),
        (sourcing.papers, ()),
        (sourcing.paper, (paper.pk,)),
        (profiles._counted, (source,)),
        (listing._articles, (None, None)),
        (listing._quotes, (source.pk, Narrowing())),
        (listing.quote_counts, ()),
        (listing.letters, ()),
        (listing._sources, ("person", "", True)),
        (listing._named, ()),
    ]
    return [(function(*given), function.__wrapped__(*given)) for function, given in asked]


def agree() -> bool:
    return all(repr(given) == repr(anew) for given, anew in kept_values())


def add(article, edda, quote):
    make.quote(make.article("“Never,” she said.", published_on=date(2019, 5, 6)), "“Never,”", edda)


def change_day(article, edda, quote):
    Article.objects.filter(pk=article.pk).update(published_on=date(1999, 1, 1))


def withhold(article, edda, quote):
    Article.objects.filter(pk=article.pk).update(visibility="withheld", withheld_reason="A court said so.")


def remove(article, edda, quote):
    article.delete()


def reject_quote(article, edda, quote):
    Quote.objects.filter(pk=quote.pk).update(standing="rejected", reviewed_at=timezone.now())


def rename_source(article, edda, quote):
    Source.objects.filter(pk=edda.pk).update(name="Zita Halloran", sort_key="zita")


def become_unnamed(article, edda, quote):
    Quote.objects.filter(source=edda).update(source=None)


def rename_publication(article, edda, quote):
    Publication.objects.update(name="Another Gazette")


def merge_sources(article, edda, quote):
    other = make.source("Edda Halloran-Voss")
    make.quote(make.article("“Yes,” she said."), "“Yes,”", other)
    merge(other, into=edda, by=make.editor())


CHANGES = [
    add,
    change_day,
    withhold,
    remove,
    reject_quote,
    rename_source,
    become_unnamed,
    rename_publication,
    merge_sources,
]


@pytest.mark.parametrize("change", CHANGES)
def test_no_count_outlives_a_change(change):
    rows = one_of_each()
    one_of_each(2)
    indexing.rebuild()
    indexing.drain()
    before = repr([given for given, _ in kept_values()])
    assert agree()
    change(*rows)
    assert repr([anew for _, anew in kept_values()]) != before
    assert agree()
    indexing.drain()
    assert agree()


def test_what_is_kept_is_not_counted_again(django_assert_num_queries):
    one_of_each()
    indexing.rebuild()
    indexing.drain()
    habits.habits()
    with django_assert_num_queries(1):
        habits.habits()


def test_nothing_is_kept_without_an_index(django_assert_max_num_queries):
    one_of_each()
    assert front.holdings().articles == 1
    Article.objects.all().delete()
    assert front.holdings().articles == 0


def test_roles_are_told_as_the_articles_tell_them():
    article, edda, _quote = one_of_each()
    Role.objects.all().delete()
    later = make.article("Later.", published_on=date(2025, 1, 1))
    for where, text, start in (
        (later, "Mayor", 1),
        (article, "the mayor", 5),
        (article, "mayor", 9),
        (later, "a lawyer", 2),
    ):
        Role.objects.create(source=edda, article=where, text=text, start=start, end=start + 1)
    roles = profiles.profile(edda, {}).roles
    assert [(role.text, role.times, role.evidence.article) for role in roles] == [
        ("the mayor", 2, article),
        ("a lawyer", 1, later),
    ]
    assert (roles[0].first, roles[0].last) == (article.published_on, date(2025, 1, 1))


@pytest.mark.django_db(transaction=True)
def test_what_is_counted_together_is_of_one_moment():
    one_of_each()
    indexing.drain()

    @kept(size=1)
    def counts() -> tuple[int, int]:
        before = Article.objects.count()
        with ThreadPoolExecutor(1) as elsewhere:
            elsewhere.submit(one_more).result()
        return before, Article.objects.count()

    def one_more() -> None:
        make.article("One more.")
        connection.close()

    assert counts() == (1, 1)
    assert counts() == (2, 2)
