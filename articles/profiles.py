"""Who a source is, as the articles tell it, and the directory of all of them."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count as CountOf
from django.db.models import Max, Min, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import ExtractYear
from django.utils.translation import gettext as _

from articles.models import Publication, Quote, Role, Source
from articles.tally import Count, Tally, tally

ALSO_QUOTED = 8


@dataclass(frozen=True, slots=True)
class Directory:
    """Sources of one kind, by name or by number of quotes."""

    rows: QuerySet[Source]
    letter: str
    kind: str
    sort: str


@dataclass(frozen=True, slots=True)
class Profile:
    """A source's page: counts, roles with their evidence, where and how it speaks, and with whom."""

    quotes: QuerySet[Quote]
    total: int
    articles: int
    first: date | None
    last: date | None
    uncertain: int
    papers: int
    names: list[str]
    roles: list[Role]
    years: Tally
    publications: Tally
    alongside: Tally


def directory(*, letter: str = "", kind: str = "", sort: str = "") -> Directory:
    """Sources with quotes; unknown values of the arguments are passed over."""
    kind = kind if kind in Source.Kind.values else Source.Kind.PERSON
    rows = Source.objects.living().filter(kind=kind).quoted()
    role = Role.objects.filter(source=OuterRef("pk")).order_by("-article__published_on", "start").values("text")
    rows = rows.annotate(latest_role=Subquery(role[:1]))
    letter = letter.upper()[:1] if kind != Source.Kind.UNNAMED else ""
    if letter == "#":
        rows = rows.exclude(sort_key__iregex=r"^[a-z]")
    elif letter:
        rows = rows.filter(sort_key__istartswith=letter)
    if sort == "quotes" or kind == Source.Kind.UNNAMED:
        return Directory(rows.order_by("-quote_count", "sort_key", "pk"), letter, kind, "quotes")
    return Directory(rows.order_by("sort_key", "pk"), letter, kind, "name")


def profile(source: Source) -> Profile:
    """All that the articles tell about a source."""
    quotes = Quote.objects.shown().by(source)
    counted = quotes.aggregate(
        total=CountOf("pk"),
        articles=CountOf("article", distinct=True),
        papers=CountOf("article__publication", distinct=True),
        first=Min("article__published_on"),
        last=Max("article__published_on"),
        uncertain=CountOf("pk", filter=~Q(standing=Quote.Standing.CONFIRMED) & Q(confidence__lt=0.8)),
    )
    return Profile(
        quotes=quotes.with_rows().newest(),
        names=_other_names(source),
        roles=_roles(source),
        years=_years(quotes),
        publications=_publications(quotes),
        alongside=_alongside(source, quotes),
        **counted,
    )


def _other_names(source: Source) -> list[str]:
    """Printed forms of the name but the one in the headline, longest first."""
    forms = source.forms.exclude(form=source.name).values_list("form", flat=True)
    return sorted(forms, key=lambda form: (-len(form), form))


def _roles(source: Source) -> list[Role]:
    """Each role once, with the article that first gives it, latest first."""
    stated = Role.objects.filter(source=source, article__visibility="published").select_related("article__publication")
    first: dict[str, Role] = {}
    for role in stated.defer("article__body").order_by("article__published_on", "start"):
        first.setdefault(role.text.casefold().removeprefix("the ").removeprefix("a "), role)
    return list(first.values())[::-1]


def _years(quotes: QuerySet[Quote]) -> Tally:
    dated = quotes.exclude(article__published_on=None).order_by()
    counted = dict(dated.values_list(ExtractYear("article__published_on")).annotate(CountOf("pk")))
    span = range(min(counted), max(counted) + 1) if counted else ()
    return tally(_("Quotes per year"), [Count(str(y), counted.get(y, 0), f"?date={y}", value=str(y)) for y in span])


def _publications(quotes: QuerySet[Quote]) -> Tally:
    rows = (
        quotes.exclude(article__publication=None)
        .order_by()
        .values_list("article__publication__name", "article__publication__slug")
        .annotate(count=CountOf("pk"))
        .order_by("-count", "article__publication__name")
    )
    counts = [Count(name, count, Publication(slug=slug).get_absolute_url(), value=slug) for name, slug, count in rows]
    return tally(_("Publications"), counts)


def _alongside(source: Source, quotes: QuerySet[Quote]) -> Tally:
    """Other named sources quoted in the same articles, by the number of those articles."""
    rows = (
        Quote.objects.shown()
        .filter(article__in=quotes.order_by().values("article"), source__isnull=False)
        .exclude(source=source)
        .exclude(source__kind=Source.Kind.UNNAMED)
        .order_by()
        .values("source", "source__name")
        .annotate(articles=CountOf("article", distinct=True))
        .order_by("-articles", "source__name")[:ALSO_QUOTED]
    )
    counts = [
        Count(
            row["source__name"], row["articles"], Source(pk=row["source"], name=row["source__name"]).get_absolute_url()
        )
        for row in rows
    ]
    return tally(_("Quoted alongside"), counts)
