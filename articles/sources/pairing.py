"""Which sources have names that can be one's: pairs of numbers, found over all sources in well under a second."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from django.db.models import Max, Q

from articles.models import NotTheSame, Source
from articles.sources.likeness import Likeness, body_likeness, person_likeness, words_of
from articles.text.folding import fold

CROWD = 60
"""Bearers of one word above which it tells nothing and is left out."""


@dataclass(frozen=True, slots=True)
class Named:
    """A living source with a name of its own; `name` is folded."""

    pk: int
    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Pair:
    """The numbers of two sources, the smaller first, and why they may be one."""

    one: int
    other: int
    why: Likeness


_kept: tuple[object, list[Pair]] = (None, [])


def pairs(*, of: Source | None = None) -> list[Pair]:
    """Pairs of living, named sources whose names can be one's; those of whom somebody said that they are two left out.

    All of them are remembered until a source changes; `of` asks for those of one source.
    """
    global _kept
    if of:
        return _found(of)
    state = _state()
    if _kept[0] != state:
        _kept = (state, _found(None))
    return _kept[1]


def _state() -> object:
    """What differs as soon as a source or what was said of two does."""
    told = NotTheSame.objects.aggregate(Max("pk"))["pk__max"], NotTheSame.objects.count()
    return Source.history.aggregate(Max("history_id"), Max("history_date")), told


def _found(of: Source | None) -> list[Pair]:
    told = set(NotTheSame.objects.values_list("one", "other"))
    met: dict[tuple[int, int], Likeness | None] = {}
    for one, other in _neighbours(_named(of)):
        pair = (min(one.pk, other.pk), max(one.pk, other.pk))
        if pair not in met and (of is None or of.pk in pair):
            met[pair] = likeness(one, other)
    return [Pair(*pair, why) for pair, why in met.items() if why and pair not in told]


def likeness(one: Named, other: Named) -> Likeness | None:
    """Why the two may be one; a person is never an organisation."""
    if one.kind != other.kind:
        return None
    compare = person_likeness if one.kind == Source.Kind.PERSON else body_likeness
    return compare(one.name, other.name)


def _named(of: Source | None) -> Iterable[Named]:
    """All, or those that may share a key with one."""
    rows = Source.objects.living().named().order_by("pk")
    if of:
        shared = Q()
        for key in _keys(fold(of.name)):
            shared |= Q(sort_key__contains=key.rstrip("…"))
        rows = rows.filter(shared)
    return [Named(pk, kind, fold(name)) for pk, kind, name in rows.values_list("pk", "kind", "name")]


def _keys(name: str) -> set[str]:
    """The first and the last word of a folded name, and how a long last word begins."""
    words = words_of(name)
    return {words[0], words[-1], *(f"{word[:4]}…" for word in words[-1:] if len(word) > 6)}


def _neighbours(rows: Iterable[Named]) -> Iterator[tuple[Named, Named]]:
    """Pairs that share a key which few have."""
    blocks: dict[str, list[Named]] = defaultdict(list)
    for source in rows:
        for key in _keys(source.name):
            blocks[key].append(source)
    for block in blocks.values():
        if len(block) <= CROWD:
            yield from combinations(block, 2)
