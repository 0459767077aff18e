"""An article's body cut into paragraphs and nested stretches, ready to be escaped and joined.

Offsets are half-open and count characters of the body, as everywhere in `articles.text`. Nothing
here knows HTML: a face gets strings and `Stretch`es and draws them as it likes.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_LINE_END = re.compile(r"\s*\n\s*")


@dataclass(frozen=True, slots=True)
class Mark:
    """Something to show over `start…end` of the body; `label` is whatever the face wants back.

    Marks of equal (hashable) labels are one thing in several places, as a broken quotation is.
    """

    start: int
    end: int
    label: object = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """A marked piece of one paragraph, with what is marked inside it.

    One label may need several stretches: where it has several marks, crosses a paragraph's end, or
    overlaps a mark that began outside it. `opening` is true of the first alone.
    """

    label: object
    parts: tuple["str | Stretch", ...]
    opening: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of the body from `start` to `end`; its parts joined are its text."""

    start: int
    end: int
    parts: tuple[str | Stretch, ...]


def paragraphs(body: str) -> Iterator[tuple[int, int]]:
    """Where each paragraph stands: parted by blank lines or, in a body without any, by lines."""
    breaks = _BLANK_LINE if _BLANK_LINE.search(body.strip()) else _LINE_END
    at = 0
    for gap in breaks.finditer(body):
        yield from _trimmed(body, at, gap.start())
        at = gap.end()
    yield from _trimmed(body, at, len(body))


def marked(body: str, marks: Sequence[Mark]) -> Iterator[Paragraph]:
    """The paragraphs of the body with every mark in its place; longer marks hold shorter ones."""
    begun: set[object] = set()
    claims = [_Claim(mark.start, mark.end, mark, n) for n, mark in enumerate(marks) if mark.start < mark.end]
    for start, end in paragraphs(body):
        here = [claim for claim in claims if claim.start < end and claim.end > start]
        yield Paragraph(start, end, _nested(body, start, end, here, begun))


def window(body: str, start: int, end: int, around: int = 1) -> tuple[int, int]:
    """Where the paragraphs that hold `start…end` begin and end, with `around` more on either side."""
    places = list(paragraphs(body))
    held = [n for n, (first, last) in enumerate(places) if first < end and last > start]
    if not held:
        return 0, len(body)
    return places[max(held[0] - around, 0)][0], places[min(held[-1] + around, len(places) - 1)][1]


def _trimmed(body: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = body[start:end]
    if piece.strip():
        yield start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


class _Claim(NamedTuple):
    """What is left to draw of the mark with number `n`."""

    start: int
    end: int
    mark: Mark
    n: int

    def within(self, start: int, end: int) -> "_Claim":
        return self._replace(start=max(self.start, start), end=min(self.end, end))


def _nested(body: str, start: int, end: int, claims: list[_Claim], begun: set[object]) -> tuple[str | Stretch, ...]:
    """The parts of `body[start:end]`; a claim that outlasts the one around it is drawn in two."""
    parts: list[str | Stretch] = []
    rest = [claim.within(start, end) for claim in claims]
    at = start
    while rest:
        outer = min(rest, key=lambda claim: (claim.start, -claim.end, claim.n))
        others = [claim for claim in rest if claim is not outer]
        if body[at : outer.start]:
            parts.append(body[at : outer.start])
        opening = outer.mark.label not in begun
        begun.add(outer.mark.label)
        held = [claim for claim in others if claim.start < outer.end]
        inside = _nested(body, outer.start, outer.end, held, begun)
        parts.append(Stretch(outer.mark.label, inside, opening))
        at = outer.end
        rest = [claim.within(at, end) for claim in others if claim.end > at]
    if body[at:end]:
        parts.append(body[at:end])
    return tuple(parts)
