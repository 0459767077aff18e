"""Quotations of a news article and who said them: `extract(text) -> Extraction`. Pure Python."""

from .document import Extraction, Kind, Medium, Quote, Role, Source, SourceKind, Span
from .extraction import VERSION, extract

__all__ = ["VERSION", "Extraction", "Kind", "Medium", "Quote", "Role", "Source", "SourceKind", "Span", "extract"]
