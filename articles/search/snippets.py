"""Texts with the words that a query has found marked, and the part of an article where they stand."""

from html import escape

from django.utils.safestring import SafeString

from articles.text.document import Span

from .marks import Marker

SNIPPET = 260
"""About so many characters of an article under its headline."""
_LEAD = 70
"""So many of them before the first word that matched."""


def marked(text: str, spans: list[Span]) -> SafeString:
    """The text as HTML, the spans in `<mark>`; they are in order and don't overlap."""
    pieces, end = [], 0
    for span in spans:
        pieces += escape(text[end : span.start]), "<mark>", escape(text[span.start : span.end]), "</mark>"
        end = span.end
    return SafeString("".join((*pieces, escape(text[end:]))))


def snippet(text: str, found: Marker) -> SafeString:
    """The part of an article where a match stands, whole words, marked; its beginning if nothing matches."""
    start, end = _window(text, found.first(text) or 0)
    window = " ".join(text[start:end].split())
    before, after = "… " if start else "", " …" if end < len(text.rstrip()) else ""
    return SafeString(f"{before}{marked(window, found.spans(window))}{after}")


def _window(text: str, at: int) -> tuple[int, int]:
    """A stretch of about SNIPPET characters around `at`, of whole words."""
    start = max(0, at - _LEAD)
    if start:
        blank = text.find(" ", start, at)
        start = blank + 1 if blank >= 0 else at
    end = start + SNIPPET
    if end >= len(text):
        return start, len(text)
    blank = text.rfind(" ", at, end)
    return start, blank if blank > at else end
