"""Which of a source's quotes a reader wants to see: filters that are links, on or off."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from urllib.parse import urlencode

from django.db.models import F, QuerySet
from django.db.models.functions import Lower, Substr

from articles.models import Quote
from articles.tally import Count

_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Filters in force, "" for none; what makes no sense has been left out on reading."""

    date: str = ""
    publication: str = ""
    kind: str = ""
    attribution: str = ""
    cue: str = ""
    sort: str = ""

    @classmethod
    def read(cls, wanted: Mapping[str, str]) -> "Narrowing":
        """The filters of a query string; unknown ones and unknown values are passed over."""
        given = {field.name: wanted.get(field.name, "")[:200].replace("\0", "") for field in fields(cls)}
        known = {
            "date": _is_date(given["date"]),
            "kind": given["kind"] in Quote.Kind.values,
            "attribution": given["attribution"] in Quote.Attribution.values,
            "sort": given["sort"] == "oldest",
        }
        return cls(**{name: value for name, value in given.items() if known.get(name, True)})

    def of(self, quotes: QuerySet[Quote]) -> QuerySet[Quote]:
        """Those of the quotes that pass."""
        if self.date:
            parts = zip(("year", "month", "day"), _DATE.fullmatch(self.date).groups(), strict=True)
            quotes = quotes.filter(**{f"article__published_on__{part}": int(n) for part, n in parts if n})
        if self.publication:
            quotes = quotes.filter(article__publication__slug=self.publication)
        if self.kind:
            quotes = quotes.filter(kind=self.kind)
        if self.attribution:
            quotes = quotes.attributed(self.attribution)
        if self.cue:
            quotes = quotes.annotate(verb=cue_words()).filter(verb=self.cue)
        return quotes

    def query(self, **changes: str) -> str:
        """The query string with some filters changed, without "?"."""
        changed = replace(self, **changes)
        return urlencode({field.name: value for field in fields(self) if (value := getattr(changed, field.name))})

    def choice(self, name: str, value: str, label: str, count: int) -> Count:
        """A link that puts one filter on, or takes it off where it is on."""
        chosen = getattr(self, name) == value
        query = self.query(**{name: "" if chosen else value})
        return Count(label, count, f"?{query}#quotes", value=value, chosen=chosen)

    @property
    def in_force(self) -> dict[str, str]:
        """Which filters are on: their names by their values."""
        return {
            value: field.name for field in fields(self) if field.name != "sort" and (value := getattr(self, field.name))
        }

    @property
    def newest(self) -> str:
        return f"?{self.query(sort='')}#quotes"

    @property
    def oldest(self) -> str:
        return f"?{self.query(sort='oldest')}#quotes"


def _is_date(text: str) -> bool:
    """Whether it is a year, a month or a day of the calendar."""
    parts = _DATE.fullmatch(text)
    if parts is None:
        return False
    year, month, day = (int(part) if part else 1 for part in parts.groups())
    try:
        return bool(date(year, month, day))
    except ValueError:
        return False


def cue_words() -> Lower:
    """A quote's cue as printed, in small letters; offsets count characters, as PostgreSQL does."""
    return Lower(Substr("article__body", F("cue_start") + 1, F("cue_end") - F("cue_start")))
