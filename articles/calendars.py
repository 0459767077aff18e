"""Months and days of the archive, with what was printed in each."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count as CountOf
from django.db.models import Max, Min, QuerySet
from django.db.models.functions import Length

from articles import listing, sourcing
from articles.models import Article, Quote
from articles.search.keeping import kept
from articles.tally import Tally

LEAP_YEAR = 2024
MOST = 500
"""Quotes looked at for one day of all years."""
READABLE = (30, 300)
"""Characters of a quote that can stand alone."""


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A square of the calendar; `articles` is None outside the month."""

    day: date
    articles: int | None
    quotes: int = 0
    share: float = 0


@dataclass(frozen=True, slots=True)
class Month:
    """A month as a calendar, with the months of its year and who spoke most in it."""

    day: date
    weeks: list[list[CalendarDay]]
    articles: int
    quotes: int
    before: date | None
    after: date | None
    year: Tally
    speakers: Tally
    publications: Tally
    latest: list[Article]


@dataclass(frozen=True, slots=True)
class Day:
    """All that was printed on a day, and the nearest days with anything."""

    day: date
    articles: list[Article]
    quotes: int
    before: date | None
    after: date | None
    speakers: Tally


def month(first: date) -> Month:
    """The month that begins on `first`."""
    last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
    published = Article.objects.published()
    printed = published.filter(published_on__range=(first, last))
    quotes = Quote.objects.shown().filter(article__published_on__range=(first, last))
    counts = _counts(printed, "published_on")
    quoted = _counts(quotes, "article__published_on")
    return Month(
        day=first,
        weeks=_weeks(first, counts, quoted),
        articles=sum(counts.values()),
        quotes=sum(quoted.values()),
        before=_nearest_before(published, first),
        after=_nearest_after(published, last),
        year=sourcing.months(published, year=first.year),
        speakers=sourcing.most_quoted(quotes, limit=8),
        publications=sourcing.publications(printed, limit=10),
        latest=list(printed.with_rows().with_counts().newest()[:8]),
    )


def day(when: date) -> Day:
    """All that was printed on that day."""
    published = Article.objects.published()
    quotes = Quote.objects.shown().filter(article__published_on=when)
    return Day(
        day=when,
        articles=list(
            published.filter(published_on=when).with_rows().with_counts().order_by("publication__name", "pk")
        ),
        quotes=quotes.count(),
        before=_nearest_before(published, when),
        after=_nearest_after(published, when),
        speakers=sourcing.most_quoted(quotes, limit=8),
    )


@dataclass(frozen=True, slots=True)
class DayOfYear:
    """A day of any year, with the days before and after it."""

    month: int
    day: int

    @property
    def date(self) -> date:
        """In a leap year, to be written without the year."""
        return date(LEAP_YEAR, self.month, self.day)

    @property
    def before(self) -> date:
        return (self.date - timedelta(days=1)).replace(year=LEAP_YEAR)

    @property
    def after(self) -> date:
        return (self.date + timedelta(days=1)).replace(year=LEAP_YEAR)


def day_of_year(asked: str, today: date) -> DayOfYear:
    """The day written "07-22"; today's where it is none."""
    month, _dash, day = asked.partition("-")
    try:
        there = date(LEAP_YEAR, int(month), int(day))
    except ValueError:
        there = today
    return DayOfYear(there.month, there.day)


def on_this_day(day: DayOfYear, *, limit: int | None = None) -> list[Quote]:
    """Quotes printed on this day of any year, latest first: the longest certain direct one of each article."""
    return listing.Listed(Quote, _said_on(day))[:limit]


@kept(size=8)
def _said_on(day: DayOfYear) -> list[int]:
    quotes = (
        Quote.objects.shown()
        .attributed(Quote.Attribution.NAMED)
        .filter(kind=Quote.Kind.DIRECT, article__published_on__in=_days(day))
        .annotate(length=Length("text"))
        .filter(length__range=READABLE)
        .order_by("-article__published_on", "article_id", "-length", "pk")
    )
    chosen: dict[int, int] = {}
    for article, key in quotes.values_list("article", "pk")[:MOST]:
        chosen.setdefault(article, key)
    return list(chosen.values())


def _days(day: DayOfYear) -> list[date]:
    """This day of every year in which something may have been printed."""
    span = Article.objects.published().aggregate(first=Min("published_on"), last=Max("published_on"))
    if span["first"] is None:
        return []
    years = range(span["first"].year, span["last"].year + 1)
    return [
        date(year, day.month, day.day) for year in years if (day.month, day.day) != (2, 29) or calendar.isleap(year)
    ]


def _counts(rows: QuerySet, field: str) -> dict[date, int]:
    return dict(rows.order_by().values_list(field).annotate(CountOf("pk")))


def _weeks(first: date, counts: dict[date, int], quoted: dict[date, int]) -> list[list[CalendarDay]]:
    most = max(quoted.values(), default=0) or 1
    return [
        [
            CalendarDay(day, counts.get(day, 0), quoted.get(day, 0), round(100 * quoted.get(day, 0) / most, 1))
            if day.month == first.month
            else CalendarDay(day, None)
            for day in week
        ]
        for week in calendar.Calendar().monthdatescalendar(first.year, first.month)
    ]


def _nearest_before(articles: QuerySet[Article], when: date) -> date | None:
    rows = articles.filter(published_on__lt=when).order_by("-published_on")
    return rows.values_list("published_on", flat=True).first()


def _nearest_after(articles: QuerySet[Article], when: date) -> date | None:
    rows = articles.filter(published_on__gt=when).order_by("published_on")
    return rows.values_list("published_on", flat=True).first()
