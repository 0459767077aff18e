"""Quotations in news text: what was said, by whom, by which words."""

from datetime import date

from .document import Extraction, Kind, Medium, Quote, Role, Source, SourceKind, Span

VERSION = "0"
__all__ = ["VERSION", "Extraction", "Kind", "Medium", "Quote", "Role", "Source", "SourceKind", "Span", "extract"]


def extract(text: str, *, published: date | None = None) -> Extraction:
    """All quotes and sources of `text`."""
    return Extraction(version=VERSION)
