"""Overlaps of annotated and found spans."""

from collections.abc import Sequence

from ..document import Span


def covered(segment: Span, spans: Sequence[Span]) -> int:
    """How many characters of the segment lie in the spans."""
    return sum(max(0, min(segment.end, end) - max(segment.start, start)) for start, end in spans)


def owner(segment: Span, items: Sequence[Sequence[Span]]) -> int | None:
    """Index of the item that covers most of the segment, if at least half of it."""
    best = max(range(len(items)), key=lambda k: covered(segment, items[k]), default=None)
    if best is None or 2 * covered(segment, items[best]) < segment.end - segment.start:
        return None
    return best


def overlap(some: Sequence[Span], others: Sequence[Span]) -> bool:
    """Whether any span of one overlaps any of the other."""
    return any(a[0] < b[1] and b[0] < a[1] for a in some for b in others)
