"""Who a source is, as the articles tell it, and the directory of all of them."""

from calendar import monthrange
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from string import ascii_uppercase

from django.db.models import Count as CountOf
from django.db.models import Func, Max, Min, Q, QuerySet, TextField, Value
from django.db.models.functions import ExtractMonth, ExtractYear, Lower
from django.utils.dates import MONTHS
from django.utils.translation import gettext as _

from articles import listing
from articles.models import Quote, Role, Source
from articles.narrowing import Narrowing, cue_words
from articles.search.keeping import at_once, kept
from articles.tally import Count, Tally, tally

ALSO_QUOTED = 8
CUES_SHOWN = 10
LETTERS = {*ascii_uppercase, "#"}
MONTHS_SHOWN = 24
"""A source heard over more months than this gets its quotes counted by year."""


@dataclass(frozen=True, slots=True)
class Directory:
    """Sources of one kind, by name or by number of quotes."""

    rows: Sequence[Source]
    letter: str
    kind: str
    sort: str


@dataclass(frozen=True, slots=True)
class RoleSpan:
    """One role, from the first article that states it to the last; `left` and `width` in per cent of the years."""

    text: str
    evidence: Role
    times: int
    first: date | None
    last: date | None
    left: float = 0
    width: float = 0


@dataclass(frozen=True, slots=True)
class Profile:
    """A source's page: counts, roles with their evidence, where and how it speaks, and with whom."""

    quotes: Sequence[Quote]
    narrowing: Narrowing
    total: int
    articles: int
    first: date | None
    last: date | None
    uncertain: int
    papers: int
    names: list[str]
    roles: list[RoleSpan]
    time: Tally
    publications: Tally
    cues: Tally
    alongside: Tally
    attribution: Tally
    kinds: Tally

    @property
    def chips(self) -> list[Count]:
        """The filters in force, each a link that takes it off."""
        tallies = (self.time, self.publications, self.kinds, self.cues, self.attribution)
        shown = [choice for tally in tallies for choice in tally.choices if choice.chosen]
        missing = {*self.narrowing.in_force} - {choice.value for choice in shown}
        return shown + [self.narrowing.choice(self.narrowing.in_force[value], value, value, 0) for value in missing]


def directory(*, letter: str = "", kind: str = "", sort: str = "") -> Directory:
    """Sources with quotes; unknown values of the arguments are passed over."""
    kind = kind if kind in Source.Kind.values else Source.Kind.PERSON
    letter = letter.upper() if letter.upper() in LETTERS and kind != Source.Kind.UNNAMED else ""
    sort = "quotes" if sort == "quotes" or kind == Source.Kind.UNNAMED else "name"
    rows = listing.sources(kind=str(kind), letter=letter, most_quoted=sort == "quotes")
    return Directory(rows, letter, kind, sort)


def profile(source: Source, wanted: Mapping[str, str]) -> Profile:
    """All that the articles tell about a source, its quotes narrowed down as the reader wants."""
    narrowing = Narrowing.read(wanted)
    with at_once():
        counted, quotes = _counted(source), listing.quotes(source, narrowing)
    first, last = counted.totals["first"], counted.totals["last"]
    choice = narrowing.choice
    return Profile(
        quotes=quotes,
        narrowing=narrowing,
        names=_other_names(source),
        roles=_roles(source, _axis(first, last)),
        time=_over_time(counted.months, narrowing, first, last),
        publications=tally(_("Publications"), [choice("publication", *row) for row in counted.publications], limit=12),
        cues=tally(_("How quoted"), [choice("cue", cue, cue, count) for cue, count in counted.cues]),
        alongside=counted.alongside,
        attribution=_attribution(counted.manners, narrowing),
        kinds=_kinds(counted.manners, narrowing),
        **counted.totals,
    )


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted over all quotes of a source that readers may see."""

    totals: dict[str, object]
    months: dict[tuple[int, int], int]
    publications: list[tuple[str, str, int]]
    cues: list[tuple[str, int]]
    manners: list[tuple[str, str, int]]
    """(attribution, kind, quotes)."""
    alongside: Tally


@kept(size=300)
def _counted(source: Source) -> Counted:
    quotes = Quote.objects.shown().by(source)
    months = (ExtractYear("article__published_on"), ExtractMonth("article__published_on"))
    dated = quotes.exclude(article__published_on=None).order_by()
    manners = quotes.with_attribution().order_by().values_list("attributed", "kind")
    return Counted(
        totals=quotes.with_attribution().aggregate(
            total=CountOf("pk"),
            articles=CountOf("article", distinct=True),
            papers=CountOf("article__publication", distinct=True),
            first=Min("article__published_on"),
            last=Max("article__published_on"),
            uncertain=CountOf("pk", filter=Q(attributed=Quote.Attribution.UNCERTAIN)),
        ),
        months={(year, month): n for year, month, n in dated.values_list(*months).annotate(CountOf("pk"))},
        publications=_publications(quotes),
        cues=_cues(quotes),
        manners=list(manners.annotate(CountOf("pk"))),
        alongside=_alongside(source, quotes),
    )


def _other_names(source: Source) -> list[str]:
    """Printed forms of the name but the one in the headline, longest first."""
    forms = source.forms.exclude(form=source.name).values_list("form", flat=True)
    return sorted(forms, key=lambda form: (-len(form), form))


@kept(size=300)
def _roles(source: Source, axis: tuple[date, date] | None) -> list[RoleSpan]:
    """Each role once, most often stated first, with the article that first gives it."""
    stated = Role.objects.filter(source=source, article__visibility="published").annotate(plain=_PLAIN)
    firsts = stated.select_related("article__publication").defer("article__body")
    first = {
        role.plain: role
        for role in firsts.order_by("plain", "article__published_on", "article_id", "start").distinct("plain")
    }
    counted = (
        stated.order_by()
        .values_list("plain")
        .annotate(CountOf("article", distinct=True), Min("article__published_on"), Max("article__published_on"))
    )
    spans = [_role_span(first[plain], *figures, axis) for plain, *figures in counted]
    return sorted(spans, key=lambda span: (-span.times, span.first or date.max, span.text))


_PLAIN = Func(
    Lower("text"), Value(r"^\s*(?:the|an?)\s+(?=\S)"), Value(""), function="regexp_replace", output_field=TextField()
)
"""A role in small letters without its article."""


def _role_span(
    role: Role, times: int, first: date | None, last: date | None, axis: tuple[date, date] | None
) -> RoleSpan:
    span = RoleSpan(role.text, role, times, first, last)
    if first is None or axis is None:
        return span
    whole = (axis[1] - axis[0]).days or 1
    left = 100 * max((first - axis[0]).days, 0) / whole
    width = max(100 * (last - first).days / whole, 1)
    return replace(span, left=round(left, 1), width=round(width, 1))


def _axis(first: date | None, last: date | None) -> tuple[date, date] | None:
    """First and last day of what is counted: whole months where they are few, whole years otherwise."""
    if first is None or last is None:
        return None
    if _by_month(first, last):
        return first.replace(day=1), last.replace(day=monthrange(last.year, last.month)[1])
    return date(first.year, 1, 1), date(last.year, 12, 31)


def _by_month(first: date, last: date) -> bool:
    return (last.year - first.year) * 12 + last.month - first.month < MONTHS_SHOWN


def _over_time(
    counted: dict[tuple[int, int], int], narrowing: Narrowing, first: date | None, last: date | None
) -> Tally:
    """Quotes by month where they are few, by year otherwise; nothing left out between."""
    if first is None or last is None:
        return tally(_("Quotes by year"), [])
    if not _by_month(first, last):
        years: Counter[int] = Counter()
        for (year, _month), count in counted.items():
            years[year] += count
        values = [(str(year), str(year), years[year]) for year in range(first.year, last.year + 1)]
        return tally(_("Quotes by year"), [narrowing.choice("date", *value) for value in values])
    span = (divmod(number, 12) for number in range(first.year * 12 + first.month - 1, last.year * 12 + last.month))
    values = [
        (f"{year:04}-{month + 1:02}", f"{MONTHS[month + 1]} {year}", counted.get((year, month + 1), 0))
        for year, month in span
    ]
    return tally(_("Quotes by month"), [narrowing.choice("date", *value) for value in values])


def _attribution(manners: list[tuple[str, str, int]], narrowing: Narrowing) -> Tally:
    counted = {how: sum(count for one, _kind, count in manners if one == how) for how in Quote.Attribution}
    choices = [narrowing.choice("attribution", how.value, how.label, n) for how, n in counted.items() if n]
    return tally(_("Attribution"), choices, name="attribution")


def _kinds(manners: list[tuple[str, str, int]], narrowing: Narrowing) -> Tally:
    counted = {kind: sum(count for _how, one, count in manners if one == kind) for kind in Quote.Kind}
    return tally(
        _("Kind of quote"), [narrowing.choice("kind", kind.value, kind.label, n) for kind, n in counted.items() if n]
    )


def _publications(quotes: QuerySet[Quote]) -> list[tuple[str, str, int]]:
    rows = (
        quotes.exclude(article__publication=None)
        .order_by()
        .values_list("article__publication__slug", "article__publication__name")
        .annotate(count=CountOf("pk"))
    )
    return list(rows.order_by("-count", "article__publication__name"))


def _cues(quotes: QuerySet[Quote]) -> list[tuple[str, int]]:
    """How the source is quoted: the cues as printed, in small letters."""
    rows = quotes.exclude(cue_start=None).order_by().annotate(verb=cue_words()).values_list("verb")
    counted = rows.annotate(count=CountOf("pk")).order_by("-count", "verb")
    return [(cue, count) for cue, count in counted[: 3 * CUES_SHOWN] if cue[:1].isalpha()][:CUES_SHOWN]


def _alongside(source: Source, quotes: QuerySet[Quote]) -> Tally:
    """Other named sources quoted in the same articles, by the number of those articles."""
    rows = (
        Quote.objects.shown()
        .filter(article__in=quotes.order_by().values("article"), source__isnull=False)
        .exclude(source=source)
        .exclude(source__kind=Source.Kind.UNNAMED)
        .order_by()
        .values_list("source", "source__name")
        .annotate(articles=CountOf("article", distinct=True))
        .order_by("-articles", "source__name")[:ALSO_QUOTED]
    )
    counts = [Count(name, articles, Source(pk=pk, name=name).get_absolute_url()) for pk, name, articles in rows]
    return tally(_("Quoted alongside, in articles"), counts)
