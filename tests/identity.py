"""Whom the quotations of a text are given to, for the tables of who is who."""

from articles.text.document import Kind
from articles.text.extraction import extract


def speakers(text: str) -> list[str | None]:
    """The names of the sources of all quotations of a text, in order."""
    found = extract(text)
    return [
        found.sources[quote.source].name if quote.source is not None else None
        for quote in found.quotes
        if quote.kind is not Kind.INDIRECT
    ]
