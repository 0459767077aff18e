"""Sources that may be one, with what speaks for and against it."""

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from django.db.models import Count, Max, Min
from django.utils.translation import gettext_lazy as _

from articles.models import NotTheSame, Quote, Source
from articles.sources.likeness import Likeness, body_likeness, person_likeness, words_of
from articles.text.folding import fold

WHY = {
    Likeness.SAME: _("the same name"),
    Likeness.ORDER: _("the same names in another order"),
    Likeness.SURNAME: _("a surname alone"),
    Likeness.INITIALS: _("the same surname; given names agree, initials or left-out ones counted so"),
    Likeness.PART: _("the same surname and agreeing given names"),
    Likeness.SPELLING: _("one letter apart"),
}
CROWD = 60
"""Bearers of one word above which it tells nothing and is left out."""


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
    told = set(NotTheSame.objects.values_list("one_id", "other_id"))
    alike = [
        (one, other, why)
        for one, other in _neighbours(list(Source.objects.living().named()), of)
        if (min(one.pk, other.pk), max(one.pk, other.pk)) not in told and (why := likeness(one, other))
    ]
    counts = _counts({source.pk for one, other, _why in alike for source in (one, other)})
    found = []
    for one, other, why in alike:
        first, second = sorted((one, other), key=lambda s: (-counts.get(s.pk, 0), -len(s.name), s.pk))
        found.append(Suggestion(first, second, why))
    rank = list(WHY).index
    return sorted(found, key=lambda s: (s.why == Likeness.SURNAME, rank(s.why), -counts.get(s.one.pk, 0), s.one.pk))


def _counts(sources: set[int]) -> dict[int, int]:
    quotes = Quote.objects.standing().filter(source__in=sources).order_by()
    return dict(quotes.values_list("source").annotate(Count("pk")))


def likeness(one: Source, other: Source) -> Likeness | None:
    """Why the two may be one; a person is never an organisation."""
    if one.kind != other.kind:
        return None
    compare = person_likeness if one.kind == Source.Kind.PERSON else body_likeness
    return compare(_folded(one.name), _folded(other.name))


_folded = lru_cache(maxsize=20_000)(fold)


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


def _neighbours(rows: list[Source], of: Source | None):
    """Pairs that share a word, or its first letters and length nearly, each once."""
    blocks: dict[str, list[Source]] = defaultdict(list)
    for source in rows:
        words = words_of(_folded(source.name))
        for key in {words[-1], words[0], *(f"{word[:4]}…" for word in words[-1:] if len(word) > 6)}:
            blocks[key].append(source)
    seen = set()
    for block in blocks.values():
        if len(block) > CROWD:
            continue
        for one, other in combinations(block, 2):
            pair = (one.pk, other.pk)
            if pair in seen or (of and of.pk not in pair):
                continue
            seen.add(pair)
            yield one, other
