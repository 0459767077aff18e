"""Long lists in their order, kept until the archive changes: their last page costs what their first does."""

from array import array
from collections import Counter
from collections.abc import Sequence
from functools import cache
from string import ascii_uppercase

from django.db.models import Count as CountOf
from django.db.models import F, Model, OuterRef, Subquery
from django.db.models.functions import Left, Upper

from articles.models import Article, Publication, Quote, Role, Source
from articles.narrowing import Narrowing
from articles.search.keeping import at_once, kept
from articles.search.statement import Statement


@cache
def _rows(of: type[Model]) -> Statement:
    """What lists show of articles, quotes or sources that readers may see."""
    if of is Quote:
        return Statement(Quote.objects.shown().with_rows())
    return Statement(
        Article.objects.published().with_rows().with_counts() if of is Article else Source.objects.living()
    )


class Listed(Sequence):
    """Rows of which the keys are known: `len` reads none, a slice reads those in it."""

    def __init__(self, of: type[Model], keys: Sequence[int]) -> None:
        self.of, self.keys = of, keys

    def __len__(self) -> int:
        return len(self.keys)

    def __getitem__(self, where: slice) -> list[Model]:
        keys = list(self.keys[where])
        found = _rows(self.of).rows(keys)
        return [found[key] for key in keys if key in found]


def articles(*, year: int | None = None, publication: Publication | None = None) -> Listed:
    """What readers may see, newest first: all of it, of a year, or of a publication."""
    return Listed(Article, _articles(year, publication and publication.pk))


def quotes(source: Source, narrowing: Narrowing) -> Listed:
    """A source's quotes as a reader wants them."""
    return Listed(Quote, _quotes(source.pk, narrowing))


class Quoted(Listed):
    """Sources, each with `quote_count` and `latest_role`, the one last printed."""

    def __getitem__(self, where: slice) -> list[Source]:
        with at_once():
            counts, roles = quote_counts(), _latest_roles(tuple(self.keys[where]))
        found = super().__getitem__(where)
        for source in found:
            source.quote_count, source.latest_role = counts.get(source.pk, 0), roles.get(source.pk)
        return found


def sources(*, kind: str, letter: str = "", most_quoted: bool = False) -> Quoted:
    """Sources of one kind with a quote that readers may see, by name or the most quoted first.

    `letter` is the first of the name they are filed under, "#" for all that are none of A to Z.
    """
    return Quoted(Source, _sources(kind, letter, most_quoted))


def named() -> Listed:
    """All people and organisations with a quote that readers may see."""
    return Listed(Source, _named())


@kept(size=1)
def quote_counts() -> dict[int, int]:
    """How many quotes readers may see of each source that has any, merged and unnamed ones included."""
    rows = Quote.objects.shown().exclude(source=None).order_by()
    return dict(rows.values_list("source").annotate(CountOf("pk")))


@kept(size=1)
def letters() -> dict[str, int]:
    """How many named sources with quotes are filed under each letter, capital; others count as "#"."""
    counts = quote_counts()
    named = Source.objects.living().named().order_by().values_list("pk", Upper(Left("sort_key", 1)))
    return dict(
        Counter(letter if letter in ascii_uppercase else "#" for pk, letter in named.iterator() if pk in counts)
    )


@kept(size=64)
def _articles(year: int | None, publication: int | None) -> array:
    rows = Article.objects.published().newest()
    if year:
        rows = rows.printed_in(year)
    if publication:
        rows = rows.filter(publication=publication)
    return array("q", rows.values_list("pk", flat=True))


@kept(size=64)
def _quotes(source: int, narrowing: Narrowing) -> array:
    rows = narrowing.of(Quote.objects.shown().filter(source=source))
    rows = rows.oldest() if narrowing.sort == "oldest" else rows.newest()
    return array("q", rows.values_list("pk", flat=True))


@kept(size=64)
def _sources(kind: str, letter: str, most_quoted: bool) -> array:
    counts = quote_counts()
    rows = Source.objects.living().filter(kind=kind).order_by("sort_key", "pk")
    if letter == "#":
        rows = rows.exclude(sort_key__iregex=r"^[a-z]")
    elif letter:
        rows = rows.filter(sort_key__istartswith=letter)
    keys = [pk for pk in rows.values_list("pk", flat=True) if pk in counts]
    return array("q", sorted(keys, key=lambda pk: -counts[pk]) if most_quoted else keys)


@kept(size=1)
def _named() -> array:
    counts = quote_counts()
    keys = Source.objects.living().named().order_by("pk").values_list("pk", flat=True)
    return array("q", (pk for pk in keys if pk in counts))


@kept(size=200)
def _latest_roles(sources: tuple[int, ...]) -> dict[int, str]:
    """What the newest article that tells it calls each of these."""
    stated = Role.objects.filter(source=OuterRef("pk"), article__visibility="published")
    latest = stated.order_by(F("article__published_on").desc(nulls_last=True), "start").values("text")
    rows = Source.objects.filter(pk__in=sources).annotate(latest=Subquery(latest[:1])).exclude(latest=None)
    return dict(rows.order_by().values_list("pk", "latest"))
