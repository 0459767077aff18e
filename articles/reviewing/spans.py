"""Where the words that an editor chose stand in a text. Offsets count its characters, half-open."""

import re
from collections.abc import Sequence

from articles.models import Quote
from articles.reviewing.errors import NotInText, NoWords

OPENING, CLOSING = "“\"„«‘'", "”\"“»’'"
Spans = list[list[int]]


def chosen(body: str, spans: Sequence[Sequence[int]]) -> Spans:
    """The spans in order, without white space at their ends, with the quotation marks that enclose them.

    Raises `NoWords` where nothing is left, or a span lies outside the text or on another one.
    """
    tidy = sorted(_enclosed(body, *_trimmed(body, start, end)) for start, end in spans)
    if not tidy or any(start >= end for start, end in tidy):
        raise NoWords
    if any(one[1] > other[0] for one, other in zip(tidy, tidy[1:], strict=False)):
        raise NoWords
    return tidy


def written(body: str, words: str, *, near: int = 0) -> Spans:
    """The spans of words typed or pasted, parts joined by " … ", nearest to offset `near`; raises `NotInText`."""
    words = words.strip()
    if not words:
        raise NoWords
    whole = _nearest(body, words, near)
    if whole:
        return chosen(body, [whole])
    spans, at = [], None
    for part in re.split(r"\s+…\s+", words):
        place = _nearest(body, part, near) if at is None else _nearest(body, part, at, after=at)
        if not place:
            raise NotInText(part)
        spans.append(place)
        at = place[1]
    return chosen(body, spans)


def kind_of(body: str, spans: Sequence[Sequence[int]], *, before: str = "") -> str:
    """Direct where every span stands in quotation marks (or partial, if it was so), partial where marks are inside."""
    if all(body[start] in OPENING for start, end in spans):
        return before if before == Quote.Kind.PARTIAL else Quote.Kind.DIRECT
    printed = any(mark in body[start:end] for start, end in spans for mark in '“”"„«»')
    return Quote.Kind.PARTIAL if printed else Quote.Kind.INDIRECT


def cut(spans: Sequence[Sequence[int]], at: int | None) -> tuple[Spans, ...]:
    """The spans in parts: each span its own, or those before and after `at` where that lies inside."""
    if at is None:
        return tuple([list(span)] for span in spans)
    before = [[start, min(end, at)] for start, end in spans if start < at]
    after = [[max(start, at), end] for start, end in spans if end > at]
    return tuple(part for part in (before, after) if part)


def _trimmed(body: str, start: int, end: int) -> tuple[int, int]:
    if not 0 <= start < end <= len(body):
        raise NoWords
    piece = body[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _enclosed(body: str, start: int, end: int) -> list[int]:
    if start and end < len(body) and body[start - 1] in OPENING and body[end] in CLOSING:
        return [start - 1, end + 1]
    return [start, end]


def _nearest(body: str, words: str, near: int, *, after: int = 0) -> tuple[int, int] | None:
    """Where the words stand nearest to `near`, whatever the white space between them."""
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    if not pattern:
        return None
    places = [match.span() for match in re.finditer(pattern, body) if match.start() >= after]
    return min(places, key=lambda place: abs(place[0] - near), default=None)
