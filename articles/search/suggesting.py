"""Speakers suggested as a name is typed."""

from articles.models import Role, Source
from articles.query import words
from articles.query.tree import Wildcard, Word, all_of

from .backend import backend
from .draining import catch_up
from .params import QUOTES
from .question import Question

LONGEST = 100


def suggest(text: str, *, limit: int = 8) -> list[dict[str, object]]:
    """People and organisations with a word of each known form of their name beginning so, most quoted first.

    Each is {"id", "name", "note" (latest role, "" if none), "quotes", "url"}. Raises Unavailable.
    """
    typed = [part for part in words.parts(text[:LONGEST]) if part.isalnum()]
    if not typed:
        return []
    tree = all_of([*(Word(part, "speaker") for part in typed[:-1]), Wildcard(f"{typed[-1]}*", "speaker")])
    catch_up()
    counts = backend(QUOTES).ask(Question(tree, rows=0, facets=(("speaker_id", limit),))).facets["speaker_id"][:limit]
    sources = Source.objects.in_bulk([int(value) for value, _ in counts])
    notes = _latest_roles(sources)
    return [
        {
            "id": source.pk,
            "name": source.name,
            "note": notes.get(source.pk, ""),
            "quotes": count,
            "url": source.get_absolute_url(),
        }
        for source, count in ((sources[int(value)], count) for value, count in counts if int(value) in sources)
    ]


def _latest_roles(sources: dict[int, Source]) -> dict[int, str]:
    roles = Role.objects.filter(source__in=sources, article__visibility="published")
    latest = roles.order_by("source", "-article__published_on", "start").distinct("source")
    return dict(latest.values_list("source", "text"))
