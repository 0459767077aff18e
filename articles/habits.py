"""How a set of articles uses its sources: the figures of the sourcing page."""

from dataclasses import dataclass
from statistics import median

from django.db.models import Count as CountOf
from django.db.models import QuerySet
from django.db.models.functions import ExtractYear
from django.urls import reverse

from articles import sourcing
from articles.models import Article, Publication, Quote, Source
from articles.search.keeping import kept
from articles.tally import Tally

REASONS = 12
FEW = 10


@dataclass(frozen=True, slots=True)
class Year(sourcing.Shares):
    """Shares of one year's quotes in whole per cent."""

    year: int
    quotes: int
    named: int
    uncertain: int
    unnamed: int
    unknown: int


@dataclass(frozen=True, slots=True)
class Habits:
    """Middle values are medians over all the articles, those without quotes included; shares are per cent."""

    articles: int
    quotes: int
    quotes_each: float
    speakers_each: float
    one_speaker: int
    unnamed: int
    with_reason: int
    unnamed_sources: int
    few: int
    by_publication: list[sourcing.Openness]
    by_year: list[Year]
    most_quoted: Tally
    naming: Tally
    reasons: list[Source]


@kept(size=100)
def habits(*, year: int | None = None, publication: Publication | None = None) -> Habits:
    """The figures of the archive, of a year, of a publication, or of its year."""
    articles, quotes = Article.objects.published(), Quote.objects.shown()
    if year:
        articles, quotes = articles.printed_in(year), quotes.filter(article__published_on__year=year)
    if publication:
        articles, quotes = articles.filter(publication=publication), quotes.filter(article__publication=publication)
    naming = sourcing.naming(quotes)
    counted = {choice.value: choice.count for choice in naming.choices}
    each = list(quotes.order_by().values_list("article").annotate(CountOf("pk"), CountOf("source", distinct=True)))
    total, silent = naming.total, articles.count() - len(each)
    most = sourcing.most_quoted(quotes, limit=20)
    unnamed = Source.objects.filter(kind=Source.Kind.UNNAMED, pk__in=quotes.order_by().values("source"))
    reasoned = unnamed.exclude(note="")
    return Habits(
        articles=articles.count(),
        quotes=total,
        quotes_each=_middle([row[1] for row in each], silent),
        speakers_each=_middle([row[2] for row in each], silent),
        one_speaker=_share(sum(row[2] == 1 for row in each), len(each) + silent),
        unnamed=_share(counted.get("unnamed", 0), total),
        with_reason=_share(reasoned.count(), unnamed.count()),
        unnamed_sources=unnamed.count(),
        few=_share(sum(choice.count for choice in most.choices[:FEW]), total),
        by_publication=sourcing.by_publication(articles, quotes),
        by_year=_by_year(quotes),
        most_quoted=most,
        naming=naming,
        reasons=list(
            reasoned.select_related("article__publication")
            .defer("article__body")
            .order_by("-article__published_on", "pk")[:REASONS]
        ),
    )


def _middle(counts: list[int], silent: int) -> float:
    return median([*counts, *[0] * silent]) if counts or silent else 0


def _share(part: int, whole: int) -> int:
    return round(100 * part / whole) if whole else 0


def _by_year(quotes: QuerySet[Quote]) -> list[Year]:
    counted: dict[int, dict[str, int]] = {}
    dated = quotes.exclude(article__published_on=None).with_attribution().order_by()
    for year, how, count in dated.values_list(ExtractYear("article__published_on"), "attributed").annotate(
        CountOf("pk")
    ):
        counted.setdefault(year, {})[how] = count
    return [
        Year(year, total, **{how: _share(row.get(how, 0), total) for how in Quote.Attribution.values})
        for year, row in sorted(counted.items(), reverse=True)
        if (total := sum(row.values()))
    ]


def evidence(*, year: int | None, publication: Publication | None) -> str:
    """The address of the quotes behind the figures, to which "&attribution=…" may be added."""
    parts = [f"date={year}"] * bool(year) + ([f"publication={publication.slug}"] if publication else [])
    return f"{reverse('articles:quotes')}?{'&'.join(parts)}"
