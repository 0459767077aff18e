"""The sources an editor may mean while she types."""

from dataclasses import dataclass

from django.db.models import Count, Q

from articles.models import Role, Source, SourceName
from articles.text.folding import fold


@dataclass(frozen=True, slots=True)
class Found:
    """A source with what tells it from others of its name."""

    source: Source
    role: str
    quotes: int


def find(typed: str, *, limit: int = 8) -> list[Found]:
    """Living, named sources every word of whose name begins so, most quoted first."""
    words = fold(typed).replace(".", " ").replace("-", " ").split()
    if not words:
        return []
    rows = Source.objects.living().named()
    for word in words:
        forms = SourceName.objects.filter(Q(folded__startswith=word) | Q(folded__contains=f" {word}"))
        rows = rows.filter(Q(pk__in=forms.values("source")) | Q(sort_key__contains=word))
    counted = rows.annotate(quote_count=Count("quotes", filter=~Q(quotes__standing="rejected")))
    sources = list(counted.order_by("-quote_count", "sort_key")[:limit])
    roles = latest_roles(sources)
    return [Found(source, roles.get(source.pk, ""), source.quote_count) for source in sources]


def latest_roles(sources: list[Source]) -> dict[int, str]:
    """What the newest article that tells says each of them is."""
    rows = Role.objects.filter(source__in=sources).order_by("article__published_on", "-start")
    return dict(rows.values_list("source_id", "text"))
