"""Who a source is, as the articles tell it, and the directory of all of them."""

from calendar import monthrange
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Count as CountOf
from django.db.models import F, Max, Min, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import ExtractMonth, ExtractYear
from django.utils.dates import MONTHS
from django.utils.translation import gettext as _

from articles.models import Article, Quote, Role, Source
from articles.narrowing import Narrowing
from articles.tally import Count, Tally, tally

ALSO_QUOTED = 8
CUES_SHOWN = 10
MONTHS_SHOWN = 24
"""A source heard over more months than this gets its quotes counted by year."""


@dataclass(frozen=True, slots=True)
class Directory:
    """Sources of one kind, by name or by number of quotes."""

    rows: QuerySet[Source]
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

    quotes: QuerySet[Quote]
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
    rows = Source.objects.living().filter(kind=kind).quoted()
    role = Role.objects.filter(source=OuterRef("pk"), article__visibility="published")
    latest = role.order_by(F("article__published_on").desc(nulls_last=True), "start").values("text")
    rows = rows.annotate(latest_role=Subquery(latest[:1]))
    letter = letter.upper()[:1] if kind != Source.Kind.UNNAMED else ""
    if letter == "#":
        rows = rows.exclude(sort_key__iregex=r"^[a-z]")
    elif letter:
        rows = rows.filter(sort_key__istartswith=letter)
    if sort == "quotes" or kind == Source.Kind.UNNAMED:
        return Directory(rows.order_by("-quote_count", "sort_key", "pk"), letter, kind, "quotes")
    return Directory(rows.order_by("sort_key", "pk"), letter, kind, "name")


def profile(source: Source, wanted: Mapping[str, str]) -> Profile:
    """All that the articles tell about a source, its quotes narrowed down as the reader wants."""
    quotes = Quote.objects.shown().by(source)
    narrowing = Narrowing.read(wanted)
    counted = quotes.with_attribution().aggregate(
        total=CountOf("pk"),
        articles=CountOf("article", distinct=True),
        papers=CountOf("article__publication", distinct=True),
        first=Min("article__published_on"),
        last=Max("article__published_on"),
        uncertain=CountOf("pk", filter=Q(attributed=Quote.Attribution.UNCERTAIN)),
    )
    return Profile(
        quotes=_in_order(narrowing.of(quotes).with_rows(), narrowing),
        narrowing=narrowing,
        names=_other_names(source),
        roles=_roles(source, _axis(counted["first"], counted["last"])),
        time=_over_time(quotes, narrowing, counted["first"], counted["last"]),
        publications=_publications(quotes, narrowing),
        cues=_cues(quotes, narrowing),
        alongside=_alongside(source, quotes),
        attribution=_attribution(quotes, narrowing),
        kinds=_kinds(quotes, narrowing),
        **counted,
    )


def _in_order(quotes: QuerySet[Quote], narrowing: Narrowing) -> QuerySet[Quote]:
    return quotes.oldest() if narrowing.sort == "oldest" else quotes.newest()


def _other_names(source: Source) -> list[str]:
    """Printed forms of the name but the one in the headline, longest first."""
    forms = source.forms.exclude(form=source.name).values_list("form", flat=True)
    return sorted(forms, key=lambda form: (-len(form), form))


def _roles(source: Source, axis: tuple[date, date] | None) -> list[RoleSpan]:
    """Each role once, most often stated first, with the article that first gives it."""
    stated = Role.objects.filter(source=source, article__visibility="published").select_related("article__publication")
    gathered: dict[str, list[Role]] = {}
    for role in stated.defer("article__body").order_by("article__published_on", "article_id", "start"):
        gathered.setdefault(_plain_role(role.text), []).append(role)
    spans = [_role_span(roles, axis) for roles in gathered.values()]
    return sorted(spans, key=lambda span: (-span.times, span.first or date.max, span.text))


def _plain_role(text: str) -> str:
    words = text.casefold().split()
    return " ".join(words[1:] if words[:1] in (["the"], ["a"], ["an"]) else words)


def _role_span(roles: list[Role], axis: tuple[date, date] | None) -> RoleSpan:
    days = [role.article.published_on for role in roles if role.article.published_on]
    span = RoleSpan(roles[0].text, roles[0], len({role.article_id for role in roles}), *_ends(days))
    if not days or axis is None:
        return span
    whole = (axis[1] - axis[0]).days or 1
    left = 100 * max((span.first - axis[0]).days, 0) / whole
    width = max(100 * (span.last - span.first).days / whole, 1)
    return replace(span, left=round(left, 1), width=round(width, 1))


def _ends(days: list[date]) -> tuple[date | None, date | None]:
    return (min(days), max(days)) if days else (None, None)


def _axis(first: date | None, last: date | None) -> tuple[date, date] | None:
    """First and last day of what is counted: whole months where they are few, whole years otherwise."""
    if first is None or last is None:
        return None
    if _by_month(first, last):
        return first.replace(day=1), last.replace(day=monthrange(last.year, last.month)[1])
    return date(first.year, 1, 1), date(last.year, 12, 31)


def _by_month(first: date, last: date) -> bool:
    return (last.year - first.year) * 12 + last.month - first.month < MONTHS_SHOWN


def _over_time(quotes: QuerySet[Quote], narrowing: Narrowing, first: date | None, last: date | None) -> Tally:
    """Quotes by month where they are few, by year otherwise; nothing left out between."""
    if first is None or last is None:
        return tally(_("Quotes by year"), [])
    dated = quotes.exclude(article__published_on=None).order_by()
    if not _by_month(first, last):
        years = dict(dated.values_list(ExtractYear("article__published_on")).annotate(CountOf("pk")))
        values = [(str(year), str(year), years.get(year, 0)) for year in range(first.year, last.year + 1)]
        return tally(_("Quotes by year"), [narrowing.choice("date", *value) for value in values])
    parts = (ExtractYear("article__published_on"), ExtractMonth("article__published_on"))
    months = {(year, month): count for year, month, count in dated.values_list(*parts).annotate(CountOf("pk"))}
    span = (divmod(number, 12) for number in range(first.year * 12 + first.month - 1, last.year * 12 + last.month))
    values = [
        (f"{year:04}-{month + 1:02}", f"{MONTHS[month + 1]} {year}", months.get((year, month + 1), 0))
        for year, month in span
    ]
    return tally(_("Quotes by month"), [narrowing.choice("date", *value) for value in values])


def _publications(quotes: QuerySet[Quote], narrowing: Narrowing) -> Tally:
    rows = (
        quotes.exclude(article__publication=None)
        .order_by()
        .values_list("article__publication__slug", "article__publication__name")
        .annotate(count=CountOf("pk"))
        .order_by("-count", "article__publication__name")
    )
    return tally(_("Publications"), [narrowing.choice("publication", *row) for row in rows], limit=12)


def _cues(quotes: QuerySet[Quote], narrowing: Narrowing) -> Tally:
    """How the source is quoted: the cues as printed, in small letters; every article is read once."""
    places: dict[int, list[tuple[int, int]]] = {}
    for article, *place in quotes.exclude(cue_start=None).values_list("article", "cue_start", "cue_end"):
        places.setdefault(article, []).append(place)
    counted = Counter(
        cue
        for article, body in Article.objects.filter(pk__in=places).values_list("pk", "body").iterator()
        for start, end in places[article]
        if (cue := body[start:end].lower())[:1].isalpha()
    )
    rows = sorted(counted.items(), key=lambda row: (-row[1], row[0]))[:CUES_SHOWN]
    return tally(_("How quoted"), [narrowing.choice("cue", verb, verb, count) for verb, count in rows])


def _attribution(quotes: QuerySet[Quote], narrowing: Narrowing) -> Tally:
    counted = dict(quotes.with_attribution().order_by().values_list("attributed").annotate(CountOf("pk")))
    choices = [
        narrowing.choice("attribution", how.value, how.label, counted[how.value])
        for how in Quote.Attribution
        if how.value in counted
    ]
    return tally(_("Attribution"), choices, name="attribution")


def _kinds(quotes: QuerySet[Quote], narrowing: Narrowing) -> Tally:
    counted = dict(quotes.order_by().values_list("kind").annotate(CountOf("pk")))
    choices = [
        narrowing.choice("kind", kind.value, kind.label, counted[kind.value])
        for kind in Quote.Kind
        if kind.value in counted
    ]
    return tally(_("Kind of quote"), choices)


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
