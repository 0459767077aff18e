"""From a text to its quotes and sources: the rooms one after the other."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from .attributions import Attribution
from .blocks import Block
from .choice import choose
from .circumstances import addressee, medium
from .composing import compose
from .confidence import confidence
from .dates import said_on
from .document import Extraction, Quote
from .echoes import with_echoes
from .explain import reason
from .identity import who_is_who
from .phrases import cue_span, source_span
from .reading import Reading, read

VERSION = "1.25"


def extract(text: str, *, published: date | None = None) -> Extraction:
    """All quotes of an article's plain text and who said them.

    Offsets count characters of `text` as given. `published` resolves "last Wednesday". Never raises on any text.
    """
    with _uncollected():
        return _extract(text, published)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the search for cycles of garbage, a sixth of the time: an extraction makes many objects and no cycle."""
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            gc.enable()


def _extract(text: str, published: date | None) -> Extraction:
    reading = read(text)
    attributions = compose(reading, with_echoes(reading, choose(reading)))
    sources, given = who_is_who(reading, attributions)
    quotes = tuple(
        _quote(reading, attribution, source, published) for attribution, source in zip(attributions, given, strict=True)
    )
    captions = tuple(paragraph.span for paragraph in reading.paragraphs if paragraph.block is Block.CAPTION)
    return Extraction(quotes, tuple(sources), VERSION, captions)


def _quote(reading: Reading, attribution: Attribution, source: int | None, published: date | None) -> Quote:
    cue, mention = attribution.cue, attribution.mention
    listener = addressee(reading, attribution)
    return Quote(
        spans=attribution.spans,
        kind=attribution.kind,
        cue=cue_span(reading, cue) if cue else None,
        mention=source_span(reading, mention, cue) if mention else None,
        source=source,
        confidence=confidence(attribution),
        medium=medium(reading, attribution),
        addressee=reading.printed(listener) if listener else "",
        said_on=said_on(reading, attribution, published),
        reason=reason(reading, attribution),
    )
