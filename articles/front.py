"""What stands on the front page."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.db.models import Count as CountOf
from django.db.models import Max, Min
from django.db.models.functions import Length
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from articles import calendars, listing, sourcing
from articles.models import Article, Quote
from articles.search.keeping import at_once, kept
from articles.tally import Count, Tally

LEADS = 3
LATEST = 8
LOOKED_AT = 40
"""Articles among which the leads are sought."""


@dataclass(frozen=True, slots=True)
class Holdings:
    """What the archive holds, as readers see it."""

    quotes: int
    sources: int
    articles: int
    publications: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class FrontPage:
    holdings: Holdings
    leads: list[Quote]
    latest: list[Article]
    month: date | None
    of_month: Tally
    of_all_time: Tally
    naming: Tally
    this_day: Quote | None
    years: Tally
    publications: Tally
    letters: Tally

    @property
    def examples(self) -> list[Count]:
        """Questions that find something here: a word of a headline, a speaker, the unnamed of a year."""
        asked = [max((_telling(article.headline) for article in self.latest), key=len, default="")]
        asked += [f'speaker:"{choice.label}"' for choice in self.of_month.choices[:1]]
        asked += [f"is:unnamed date:{self.holdings.last.year}"] if self.holdings.last else []
        address = reverse("articles:quotes")
        return [Count(words, 0, f"{address}?{urlencode({'q': words})}") for words in asked if words]


def page() -> FrontPage:
    """Everything on the front page; the month is that of the latest article."""
    with at_once():
        counted, newest = _counted(), listing.articles()
    return FrontPage(
        leads=listing.Listed(Quote, leads(tuple(newest.keys[:LOOKED_AT])))[:],
        latest=newest[:LATEST],
        this_day=next(iter(calendars.on_this_day(calendars.day_of_year("", timezone.localdate()), limit=1)), None),
        **counted,
    )


@kept(size=1)
def _counted() -> dict[str, object]:
    """What the front page counts over the whole archive."""
    naming, letters = sourcing.naming(Quote.objects.shown()), sourcing.letters()
    held = _held(quotes=naming.total, sources=letters.total)
    month = held.last.replace(day=1) if held.last else None
    in_month = Quote.objects.shown().filter(article__published_on__gte=month) if month else Quote.objects.none()
    return {
        "holdings": held,
        "month": month,
        "of_month": sourcing.most_quoted(in_month, limit=6, label=_month_label(month)),
        "of_all_time": sourcing.most_quoted(Quote.objects.shown(), limit=6, label=_("Quoted most of all")),
        "naming": naming,
        "years": sourcing.years(Article.objects.published()),
        "publications": sourcing.publications(Article.objects.published(), limit=10),
        "letters": letters,
    }


@kept(size=1)
def holdings() -> Holdings:
    """Counts of what readers may see."""
    return _held(quotes=Quote.objects.shown().count(), sources=sum(listing.letters().values()))


def _held(*, quotes: int, sources: int) -> Holdings:
    articles = Article.objects.published().aggregate(
        articles=CountOf("pk"),
        first=Min("published_on"),
        last=Max("published_on"),
        publications=CountOf("publication", distinct=True),
    )
    return Holdings(quotes=quotes, sources=sources, **articles)


@kept(size=1)
def leads(articles: tuple[int, ...]) -> list[int]:
    """The newest quotes of these articles worth setting large: direct, certain, neither short nor long, one an article
    and a source."""
    fitting = (
        Quote.objects.shown()
        .filter(article__in=articles)
        .attributed(Quote.Attribution.NAMED)
        .filter(kind=Quote.Kind.DIRECT)
        .annotate(length=Length("text"))
        .filter(length__range=(60, 260))
    )
    chosen: dict[int, tuple[int, int]] = {}
    for key, article, source in fitting.newest().values_list("pk", "article", "source"):
        if all(article != other and source != another for other, another in chosen.values()):
            chosen[key] = article, source
        if len(chosen) == LEADS:
            break
    return list(chosen)


def _telling(headline: str) -> str:
    """The longest word of a headline."""
    words = [word.strip(".,:;!?“”‘’'\"()").removesuffix("’s") for word in headline.split()]
    return max((word for word in words if word.isalpha()), key=len, default="").lower()


def _month_label(month: date | None) -> str:
    return _("Quoted most in %(month)s") % {"month": date_format(month, "F Y")} if month else _("Quoted most")
