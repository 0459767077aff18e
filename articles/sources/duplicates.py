"""Sources that may be one, with what speaks for and against it."""

from dataclasses import dataclass

from django.db.models import Count, Max, Min
from django.utils.translation import gettext_lazy as _

from articles.models import Quote, Source
from articles.sources.likeness import Likeness
from articles.sources.pairing import pairs

WHY = {
    Likeness.SAME: _("the same name"),
    Likeness.ORDER: _("the same names in another order"),
    Likeness.SURNAME: _("a surname alone"),
    Likeness.INITIALS: _("the same surname; given names agree, initials or left-out ones counted so"),
    Likeness.PART: _("the same surname and agreeing given names"),
    Likeness.SPELLING: _("one letter apart"),
    Likeness.GENERATION: _("the same name, one of them with Jr., Sr. or a number: father and son, perhaps"),
}
DOUBTFUL = {Likeness.SURNAME, Likeness.GENERATION}
"""What may be anybody's, or speaks for two: proposed last."""


@dataclass(frozen=True, slots=True)
class Side:
    """What is known of one of the two."""

    source: Source
    quotes: int
    forms: list[str]
    roles: list
    said: list[Quote]
    first: object
    last: object


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two sources that may be one: `one` is quoted at least as much as `other`."""

    one: Source
    other: Source
    why: Likeness

    @property
    def reason(self) -> str:
        return WHY[self.why]

    @property
    def together(self) -> int:
        """Articles that quote both, which speaks for two people."""
        both = Quote.objects.standing().filter(source=self.one).values("article")
        return Quote.objects.standing().filter(source=self.other, article__in=both).values("article").distinct().count()

    @property
    def sides(self) -> list[Side]:
        return [side(self.one), side(self.other)]


def suggestions(*, of: Source | None = None) -> list[Suggestion]:
    """Pairs of living, named sources whose names can be one's and of whom nobody said that they are two.

    The likeliest first: same name, then order, spelling, initials; surnames alone last, as they may be anybody's.
    """
    alike = pairs(of=of)
    numbers = {pk for pair in alike for pk in (pair.one, pair.other)}
    rows, counts = Source.objects.in_bulk(numbers), _counts(numbers)
    found = []
    for pair in alike:
        if pair.one not in rows or pair.other not in rows:
            continue  # gone since the pairs were found
        both = rows[pair.one], rows[pair.other]
        first, second = sorted(both, key=lambda s: (-counts.get(s.pk, 0), -len(s.name), s.pk))
        found.append(Suggestion(first, second, pair.why))
    rank = list(WHY).index
    return sorted(found, key=lambda s: (s.why in DOUBTFUL, rank(s.why), -counts.get(s.one.pk, 0), s.one.pk))


def _counts(sources: set[int]) -> dict[int, int]:
    quotes = Quote.objects.standing().filter(source__in=sources).order_by()
    return dict(quotes.values_list("source").annotate(Count("pk")))


def side(source: Source) -> Side:
    """The evidence on one source: names, roles, latest words, years."""
    quotes = Quote.objects.standing().filter(source=source)
    span = quotes.aggregate(first=Min("article__published_on"), last=Max("article__published_on"), quotes=Count("pk"))
    return Side(
        source=source,
        quotes=span["quotes"],
        forms=[str(form) for form in source.forms.all()[:8]],
        roles=list(source.roles.select_related("article__publication")[:4]),
        said=list(quotes.with_rows().newest()[:3]),
        first=span["first"],
        last=span["last"],
    )
