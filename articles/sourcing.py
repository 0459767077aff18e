"""Who is quoted, how much and how openly: the figures of any set of quotes or articles."""

from dataclasses import dataclass
from datetime import date
from string import ascii_uppercase
from urllib.parse import quote

from django.db.models import Count as CountOf
from django.db.models import Max, Min, QuerySet
from django.db.models.functions import ExtractMonth, ExtractYear
from django.urls import reverse
from django.utils.dates import MONTHS
from django.utils.translation import gettext as _

from articles import listing
from articles.models import Article, Publication, Quote, Source
from articles.search.keeping import kept
from articles.tally import Count, Tally, tally


def most_quoted(quotes: QuerySet[Quote], *, limit: int, label: str = "") -> Tally:
    """The named sources with most quotes among these."""
    rows = (
        quotes.filter(source__isnull=False)
        .exclude(source__kind=Source.Kind.UNNAMED)
        .values("source", "source__name")
        .annotate(quotes=CountOf("pk"))
        .order_by("-quotes", "source__name")
    )
    counts = [
        Count(row["source__name"], row["quotes"], Source(pk=row["source"], name=row["source__name"]).get_absolute_url())
        for row in rows[:limit]
    ]
    return tally(label or _("Quoted most"), counts)


def naming(quotes: QuerySet[Quote]) -> Tally:
    """How many of these are named for certain, uncertain, unnamed or of no clear speaker."""
    counted = dict(quotes.with_attribution().order_by().values_list("attributed").annotate(CountOf("pk")))
    counts = [
        Count(
            how.label,
            counted.get(how.value, 0),
            f"{reverse('articles:quotes')}?attribution={how.value}",
            value=how.value,
        )
        for how in Quote.Attribution
        if counted.get(how.value)
    ]
    return tally(_("Who is named"), counts, name="attribution")


def years(articles: QuerySet[Article]) -> Tally:
    """Articles a year, from the first year to the last with none left out."""
    counted = dict(
        articles.exclude(published_on=None).order_by().values_list(ExtractYear("published_on")).annotate(CountOf("pk"))
    )
    span = range(min(counted), max(counted) + 1) if counted else ()
    counts = [
        Count(str(year), counted.get(year, 0), reverse("articles:year", args=[year]), value=str(year)) for year in span
    ]
    return tally(_("By year"), counts)


def months(articles: QuerySet[Article], *, year: int) -> Tally:
    """Articles a month of the year, all twelve."""
    counted = dict(
        articles.printed_in(year).order_by().values_list(ExtractMonth("published_on")).annotate(CountOf("pk"))
    )
    counts = [
        Count(
            f"{MONTHS[month]} {year}",
            counted.get(month, 0),
            reverse("articles:month", args=[date(year, month, 1)]),
            value=f"{year}-{month:02}",
        )
        for month in range(1, 13)
    ]
    return tally(_("By month"), counts)


def publications(articles: QuerySet[Article], *, limit: int = 0) -> Tally:
    """Articles by publication, most first."""
    rows = (
        articles.exclude(publication=None)
        .order_by()
        .values_list("publication__name", "publication__slug")
        .annotate(count=CountOf("pk"))
        .order_by("-count", "publication__name")
    )
    counts = [Count(name, count, Publication(slug=slug).get_absolute_url(), value=slug) for name, slug, count in rows]
    return tally(_("By publication"), counts, limit=limit, more_url=reverse("articles:publications"))


def letters() -> Tally:
    """Named sources by first letter of the sort key, A to Z and "#" for the others."""
    counted = listing.letters()
    address = reverse("articles:sources")
    counts = [
        Count(letter, counted.get(letter, 0), f"{address}?letter={quote(letter)}", value=letter)
        for letter in f"{ascii_uppercase}#"
        if letter != "#" or "#" in counted
    ]
    return tally(_("By name"), counts)


@dataclass(frozen=True, slots=True)
class Printed:
    """When articles were printed, in which publications, and how many of them without a date."""

    years: Tally
    publications: Tally
    months: Tally | None
    undated: int


@kept(size=200)
def printed(*, year: int | None = None) -> Printed:
    """The articles of the archive, or of a year with its months; years are always those of the archive."""
    published = Article.objects.published()
    return Printed(
        years(published),
        publications(published.printed_in(year) if year else published, limit=0 if year else 12),
        months(published, year=year) if year else None,
        published.filter(published_on=None).count(),
    )


@dataclass(frozen=True, slots=True)
class Paper:
    """A publication's years, and whom it quotes how."""

    years: Tally
    speakers: Tally
    naming: Tally


@kept(size=200)
def paper(publication: int) -> Paper:
    """The figures of the publication with this id."""
    quotes = Quote.objects.shown().filter(article__publication=publication)
    articles = Article.objects.published().filter(publication=publication)
    return Paper(years(articles), most_quoted(quotes, limit=12), naming(quotes))


class Shares:
    """Per cent of some quotes by how they are attributed, for a bar."""

    __slots__ = ()
    named: int
    uncertain: int

    @property
    def told(self) -> int:
        """Per cent named, certain or not: where the bar turns hollow."""
        return self.named + self.uncertain

    @property
    def rest(self) -> int:
        return max(0, 100 - self.told)


@dataclass(frozen=True, slots=True)
class Openness(Shares):
    """How openly a publication names whom it quotes; shares in whole per cent of its quotes."""

    publication: Publication
    articles: int
    quotes: int
    first: int | None
    last: int | None
    named: int
    uncertain: int
    unnamed: int
    unknown: int

    @property
    def quotes_each(self) -> float:
        return self.quotes / self.articles if self.articles else 0


@kept(size=1)
def papers() -> list["Openness"]:
    """Every publication of the archive, most articles first."""
    return by_publication(Article.objects.published(), Quote.objects.shown())


def by_publication(articles: QuerySet[Article], quotes: QuerySet[Quote]) -> list[Openness]:
    """Every publication of the articles, most articles first; three queries."""
    counted: dict[int, dict[str, int]] = {}
    rows = quotes.with_attribution().order_by()
    for paper, how, count in rows.values_list("article__publication", "attributed").annotate(CountOf("pk")):
        counted.setdefault(paper, {})[how] = count
    printed = (
        articles.exclude(publication=None)
        .order_by()
        .values("publication")
        .annotate(count=CountOf("pk"), first=Min("published_on"), last=Max("published_on"))
        .order_by("-count", "publication__name")
    )
    papers = Publication.objects.in_bulk([row["publication"] for row in printed])
    return [_openness(papers[row["publication"]], row, counted.get(row["publication"], {})) for row in printed]


def _openness(paper: Publication, row: dict, counted: dict[str, int]) -> Openness:
    total = sum(counted.values())
    shares = {how: round(100 * counted.get(how, 0) / total) if total else 0 for how in Quote.Attribution.values}
    years = [row[end].year if row[end] else None for end in ("first", "last")]
    return Openness(paper, row["count"], total, *years, **shares)
