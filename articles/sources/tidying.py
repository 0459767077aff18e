"""Names that only an earlier version of the extractor read, dropped after the whole archive was read again."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from articles import text
from articles.models import Merge, NotTheSame, Quote, Source, SourceName
from articles.sources.resolving import name_key, sort_key


@dataclass(slots=True)
class Heard:
    """What articles call one source: its full names as often as they do, and every printed form."""

    names: Counter[str] = field(default_factory=Counter)
    forms: set[str] = field(default_factory=set)


class Hearing:
    """By number of source, what the articles read so far call it."""

    def __init__(self) -> None:
        self.of: dict[int, Heard] = defaultdict(Heard)

    def __call__(self, source: Source, found: text.Source) -> None:
        heard = self.of[source.pk]
        heard.names[found.name[:300]] += 1
        heard.forms.update(form[:300] for form in (found.name, *found.names) if form)

    def unheard(self) -> list[Source]:
        """Sources that bear a name or a form which no article read so far has, and that no person has touched."""
        told = _untouched().filter(pk__in=list(self.of)).prefetch_related("forms")
        return [source for source in told.iterator(chunk_size=500) if self._lost(source) or self._misnamed(source)]

    def tidy(self, sources: Iterable[Source]) -> int:
        """Take the lost forms from these sources, and name by its usual full name whoever has lost the name; how
        many sources that changed."""
        changed = 0
        for source in sources:
            with transaction.atomic():
                lost = self._lost(source)
                SourceName.objects.filter(pk__in=[form.pk for form in lost]).delete()
                renamed = self._misnamed(source) and self._rename(source)
            changed += bool(lost or renamed)
        return changed

    def _lost(self, source: Source) -> list[SourceName]:
        forms = self.of[source.pk].forms
        return [form for form in source.forms.all() if forms and form.form not in forms]

    def _misnamed(self, source: Source) -> bool:
        names = self.of[source.pk].names
        return bool(names) and source.name not in self.of[source.pk].forms

    def _rename(self, source: Source) -> bool:
        """A name that another bears is not taken: those two are for an editor to merge."""
        names = self.of[source.pk].names
        name = max(names, key=lambda name: (len(name_key(name).split()), names[name], name))
        bearers = SourceName.objects.filter(folded=name_key(name)[:300], source__merged_into=None)
        if bearers.exclude(source=source).exists():
            return False
        source.name, source.sort_key = name, sort_key(name, source.kind)
        source._change_reason = "read anew"
        source.save(update_fields=["name", "sort_key"])
        return True


def _untouched() -> QuerySet[Source]:
    """Living, named sources that no person named, merged, pinned, told from another or decided a quote of."""
    mine = OuterRef("pk")
    hands = (
        Source.history.filter(id=mine).exclude(history_user=None),
        Quote.objects.filter(source=mine).exclude(reviewed_at=None),
        SourceName.objects.filter(source=mine, pinned=True),
        Merge.objects.filter(Q(kept=mine) | Q(gone=mine)),
        NotTheSame.objects.filter(Q(one=mine) | Q(other=mine)),
    )
    untouched = Source.objects.living().named()
    for hand in hands:
        untouched = untouched.exclude(Exists(hand))
    return untouched
