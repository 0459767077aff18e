"""Who is who among the sources of one article."""

from collections.abc import Sequence

from ..attributions import Attribution
from ..document import Source, SourceKind
from ..reading import Reading


def who_is_who(reading: Reading, attributions: Sequence[Attribution]) -> tuple[list[Source], list[int | None]]:
    """The sources, and for each attribution the index of its own."""
    sources: list[Source] = []
    numbers: dict[str, int] = {}
    given: list[int | None] = []
    for attribution in attributions:
        if attribution.mention is None:
            given.append(None)
            continue
        name = reading.printed(attribution.mention)
        if name not in numbers:
            numbers[name] = len(sources)
            sources.append(Source(name, SourceKind.PERSON, (name,), (attribution.mention.span,)))
        given.append(numbers[name])
    return sources, given
