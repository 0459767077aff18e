"""Quotes follow their words when the text of an article changes."""

from bisect import bisect_right
from collections.abc import Sequence
from difflib import SequenceMatcher

Spans = Sequence[Sequence[int]]


class Follower:
    """Moves offsets of one text into another version of it.

    Unchanged paragraphs carry their offsets over; inside changed ones the words themselves are sought,
    nearest to where they stood.
    """

    def __init__(self, before: str, after: str) -> None:
        self.before, self.after = before, after
        old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
        starts_old, starts_new = _starts(old), _starts(new)
        self._blocks = [
            (starts_old[a], starts_old[a + size], starts_new[b])
            for a, b, size in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
            if size
        ]
        self._block_starts = [block[0] for block in self._blocks]

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """Where `before[start:end]` stands in `after`, or None where it no longer does."""
        at = bisect_right(self._block_starts, start) - 1
        if at >= 0 and end <= self._blocks[at][1]:
            move = self._blocks[at][2] - self._blocks[at][0]
            return start + move, end + move
        return self._nearest(self.before[start:end], around=self._guess(start))

    def spans(self, spans: Spans) -> list[list[int]] | None:
        """All of a quote's spans, or None where one of them is gone or their order is lost."""
        moved = [self.span(start, end) for start, end in spans]
        if None in moved or any(a[1] > b[0] for a, b in zip(moved, moved[1:], strict=False)):
            return None
        return [list(span) for span in moved]

    def _guess(self, start: int) -> int:
        at = bisect_right(self._block_starts, start) - 1
        if at < 0:
            return start
        return start + self._blocks[at][2] - self._blocks[at][0]

    def _nearest(self, words: str, *, around: int) -> tuple[int, int] | None:
        behind = self.after.rfind(words, 0, max(0, around) + len(words))
        ahead = self.after.find(words, max(0, around))
        places = [place for place in (behind, ahead) if place >= 0]
        if not places or not words.strip():
            return None
        start = min(places, key=lambda place: abs(place - around))
        return start, start + len(words)


def _starts(lines: list[str]) -> list[int]:
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    return starts
