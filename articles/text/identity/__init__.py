"""Who is who among the sources of one article: every source mention brought to one entity."""

from collections.abc import Sequence

from ..attributions import Attribution
from ..document import Source, SourceKind, Span
from ..reading import Reading
from .entity import Entity
from .identification import Identification
from .mending import mended
from .runs import Named

__all__ = ["who_is_who"]


def who_is_who(reading: Reading, attributions: Sequence[Attribution]) -> tuple[list[Source], list[int | None]]:
    """The sources in order of their first quote, and for each attribution the index of its own, None if untold."""
    found = Identification(reading, attributions)
    numbers: dict[int, int] = {}
    entities: list[Entity] = []
    given: list[int | None] = []
    for attribution in attributions:
        entity = found.found.get(id(attribution.mention)) if attribution.mention is not None else None
        if entity is None:
            given.append(None)
            continue
        if id(entity) not in numbers:
            numbers[id(entity)] = len(entities)
            entities.append(entity)
        if id(attribution.mention) not in found.passing:
            entity.mentions.add(attribution.mention.span)
        given.append(numbers[id(entity)])
    return [_source(reading, entity) for entity in entities], given


def _source(reading: Reading, entity: Entity) -> Source:
    """What the caller gets of an entity."""
    tokens = reading.tokens
    spans = {Span(tokens[run.first].start, tokens[run.after - 1].end) for run in entity.runs}
    names = {_printed(reading, span) for span in spans}
    return Source(
        name=_name(reading, entity),
        kind=_kind(entity),
        names=tuple(sorted(names, key=lambda name: (-len(name), name))),
        mentions=tuple(sorted(entity.mentions | spans)),
        roles=tuple(sorted(entity.roles, key=lambda role: role.span)),
        note=entity.note,
    )


def _kind(entity: Entity) -> SourceKind:
    if entity.phrase and entity.kind is Named.ORGANISATION:
        return SourceKind.ORGANISATION
    return entity.source_kind


def _name(reading: Reading, entity: Entity) -> str:
    if entity.phrase:
        return entity.phrase
    longest = entity.longest
    run = next((run for run in entity.runs if run.words == longest), None)
    if run is None:
        return " ".join(longest)
    tokens = reading.tokens
    return mended(_printed(reading, Span(tokens[run.first].start, tokens[run.after - 1].end)))


def _printed(reading: Reading, span: Span) -> str:
    return " ".join(span.of(reading.text).split())
