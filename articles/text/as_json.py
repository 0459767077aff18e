"""An extraction as plain lists and dictionaries, for JSON."""

from typing import Any

from .document import Extraction, Quote


def extraction_as_json(extraction: Extraction) -> dict[str, Any]:
    """The quotes with their offsets and speakers' names."""
    return {"quotes": [quote_as_json(extraction, quote) for quote in extraction.quotes]}


def quote_as_json(extraction: Extraction, quote: Quote) -> dict[str, Any]:
    """One quote; spans, source and cue are half-open character offsets."""
    source = extraction.sources[quote.source] if quote.source is not None else None
    return {
        "spans": [list(span) for span in quote.spans],
        "source": list(quote.mention) if quote.mention else None,
        "cue": list(quote.cue) if quote.cue else None,
        "kind": str(quote.kind),
        "speaker": source.name if source else None,
        "speaker_kind": str(source.kind) if source else None,
        "confidence": round(quote.confidence, 3),
    }
