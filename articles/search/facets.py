"""From the engine's counts to choices with names and links."""

from functools import lru_cache

from django.utils import dates
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from articles.models import Publication, Quote, Source

from .params import Params
from .question import Answer
from .results import Choice, Facet

TOP = 10
"""So many values of a facet are shown."""
COUNTED = (
    ("speaker_id", TOP),
    ("publication", TOP),
    ("section", TOP),
    ("kind", 3),
    ("attribution", 4),
)
"""(field of the index, values wanted); years and months are counted apart."""
_YEARS, _MONTHS = ("year", 1000), ("month", 12 * 200)

LABELS = {
    "source": gettext_lazy("Speaker"),
    "publication": gettext_lazy("Publication"),
    "section": gettext_lazy("Section"),
    "kind": gettext_lazy("Kind of quote"),
    "attribution": gettext_lazy("Attribution"),
    "year": gettext_lazy("Year"),
    "month": gettext_lazy("Month"),
    "q": gettext_lazy("Words"),
    "date": gettext_lazy("Date"),
    "since": gettext_lazy("From"),
    "until": gettext_lazy("To"),
}
ATTRIBUTIONS = {
    "named": gettext_lazy("Named, certain"),
    "uncertain": gettext_lazy("Named, uncertain"),
    "unnamed": gettext_lazy("Unnamed"),
    "unknown": gettext_lazy("Not known"),
}
KINDS = {
    Quote.Kind.DIRECT.value: gettext_lazy("Direct"),
    Quote.Kind.PARTIAL.value: gettext_lazy("Partial"),
    Quote.Kind.INDIRECT.value: gettext_lazy("Reported speech"),
}

Counts = list[tuple[str, int]]


def periods(params: Params) -> tuple[tuple[str, int], ...]:
    """What is counted of dates; months only where one year is asked for, whose months are shown."""
    return (_YEARS, _MONTHS) if _year(params) else (_YEARS,)


def _year(params: Params) -> int | None:
    """The year in which all of the period asked for lies."""
    since, until = params.period
    return since.year if since and until and since.year == until.year else None


def facets(params: Params, answer: Answer, dated: dict[str, Counts]) -> dict[str, Facet]:
    """Every facet in which there is something to choose, or something chosen.

    `answer` has the counts of this question, `dated` are those of the question without its dates.
    """
    counted = answer.facets
    sources, publications = _names(answer)
    labels, kinds, attributions = translated(get_language())
    named = {
        "source": ("speaker_id", sources),
        "publication": (
            "publication",
            {pk: publications[pk][0] for pk, _ in counted["publication"] if pk in publications},
        ),
        "section": ("section", {value: value for value, _ in counted["section"]}),
        "kind": ("kind", kinds),
        "attribution": ("attribution", attributions),
    }
    chosen = {name: str(getattr(params, name) or "") for name in named}
    if params.publication:
        chosen["publication"] = next(
            (pk for pk, name in publications.items() if params.publication in (pk, name[1])), ""
        )
    found = {
        name: Facet(
            name,
            labels[name],
            _choices(params, name, counted[field], names, chosen[name]),
            more=max(0, answer.values[field] - TOP),
        )
        for name, (field, names) in named.items()
    }
    found["year"] = Facet("year", labels["year"], _years(params, dict(dated["year"])))
    found["month"] = Facet("month", labels["month"], _months(params, dict(dated.get("month", ()))))
    return {
        name: facet
        for name, facet in found.items()
        if len(facet.choices) > 1 or any(choice.chosen for choice in facet.choices)
    }


@lru_cache(maxsize=8)
def translated(language: str) -> tuple[dict[str, str], ...]:
    """Labels, kinds and attributions in this language."""
    return tuple({name: str(label) for name, label in of.items()} for of in (LABELS, KINDS, ATTRIBUTIONS))


@lru_cache(maxsize=4)
def _known(generation: str) -> tuple[dict[str, str], dict[str, tuple[str, str]]]:
    """What `_names` has looked up so far. A source or publication that is renamed has its quotes and articles indexed
    again, so names hold for a generation of the index."""
    return {}, {}


def _names(answer: Answer) -> tuple[dict[str, str], dict[str, tuple[str, str]]]:
    """By id, the names of the sources, and name and slug of the publications, that will be shown."""
    sources, publications = _known(answer.generation)
    if new := _unknown(answer.facets["speaker_id"], sources):
        sources.update((str(pk), name) for pk, name in Source.objects.filter(pk__in=new).values_list("pk", "name"))
    if new := _unknown(answer.facets["publication"], publications):
        found = Publication.objects.filter(pk__in=new).values_list("pk", "name", "slug")
        publications.update((str(pk), (name, slug)) for pk, name, slug in found)
    return sources, publications


def _unknown(counts: Counts, known: dict) -> list[int]:
    return [int(value) for value, _ in counts[:TOP] if value not in known]


def _choices(params: Params, name: str, counts: Counts, names: dict[str, str], chosen: str) -> tuple[Choice, ...]:
    known = [(value, count, names[value]) for value, count in counts if value in names]
    known.sort(key=lambda choice: (-choice[1], choice[2]))
    most = max((count for _, count, _ in known), default=1)
    query = params.queries(name)
    return tuple(
        Choice(value, label, query("" if value == chosen else value), count, value == chosen, round(100 * count / most))
        for value, count, label in known
    )


def _years(params: Params, counts: dict[str, int]) -> tuple[Choice, ...]:
    """Every year from the first to the last with a hit, those without one too."""
    if not counts:
        return ()
    years = [f"{year:04}" for year in range(int(min(counts)), int(max(counts)) + 1)]
    return _bars(params, [(year, year, counts.get(year, 0)) for year in years])


def _months(params: Params, counts: dict[str, int]) -> tuple[Choice, ...]:
    """The twelve months of the year asked for."""
    year = _year(params)
    months = [(f"{year:04}-{month:02}", str(dates.MONTHS[month])) for month in range(1, 13)] if year else ()
    return _bars(params, [(value, label, counts.get(value, 0)) for value, label in months])


def _bars(params: Params, rows: list[tuple[str, str, int]]) -> tuple[Choice, ...]:
    most = max((count for _, _, count in rows), default=0) or 1
    since, until = params.period

    def is_chosen(value: str) -> bool:
        if not since and not until:
            return False
        first = f"{since}"[: len(value)] if since else ""
        return first <= value <= (f"{until}"[: len(value)] if until else "9999")

    to_date = params.queries("date", since=None, until=None)

    def query(value: str) -> str:
        """Chosen again, a month gives way to its year, and a year to all."""
        wider = value[:4] if len(value) > 4 else ""
        return to_date(wider if params.date == value else value)

    return tuple(
        Choice(value, label, query(value), count, is_chosen(value), round(100 * count / most))
        for value, label, count in rows
    )


def period_label(text: str) -> str:
    """A date parameter for people: "July 2018"."""
    parts = [int(part) for part in text.replace("/", "-").replace(".", "-").split("-")]
    if len(parts) == 1:
        return str(parts[0])
    month = str(dates.MONTHS[parts[1]])
    if len(parts) == 2:
        return _("%(month)s %(year)s") % {"month": month, "year": parts[0]}
    return _("%(day)s %(month)s %(year)s") % {"day": parts[2], "month": month, "year": parts[0]}
