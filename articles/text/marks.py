"""Quotation marks paired into quoted segments: by kind, paragraph by paragraph.

A segment never crosses a paragraph; a quotation that runs over several is one segment each,
joined later. Nested marks belong to the segment around them.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .document import Span

MARK = r"[“”\"„«»‹›'‘’‚`]"
"""Any mark. What is sought begins with it, so that a search passes over words quickly; five more make a run, no quotation."""
DOUBLE = re.compile(rf"{MARK}(?:{MARK}{{5,}}|(?<=[“”\"„«»‹›])|(?<=`)`|(?<=')')")
SINGLE = re.compile(rf"{MARK}(?:{MARK}{{5,}}|(?<=['‘’‚]))")
WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
ELISION = re.compile(
    r"['‘’](?:n['’]|(?:em|till?|tis|twas|cause|bout|round|n|cos|im|er|neath|ow|ello|ere|(?-i:is)|e|ard|\d0s|\d\d)\b(?!['’]))",
    re.I,
)
CLIPPED = re.compile(r"\b(?:an|o|th|wi|i|t|[a-z]{2,12}in)['’]$", re.I)
"""Words of dialect that end in an apostrophe: "an' all", "goin' home"."""
NO_POSSESSION = re.compile(
    r"\s(?:was|were|is|are|has|had|have|and|or|but|to|in|on|at|of|for|from|with|by|as|the|a|an|that|who|which)\b", re.I
)
"""What never follows the owner of something: "‘Cowards’ was his word"."""
LONGEST = 20_000
"""Characters a pair of single marks may hold; an apostrophe must not swallow a page."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch between an opening and its closing mark, marks included, inside one paragraph."""

    start: int
    end: int
    paragraph: int
    single: bool = False
    closed: bool = True
    """False where the paragraph ended, or another quotation began, before a closing mark."""

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


def segments(text: str, paragraphs: Sequence[Span], *, single: bool = False) -> list[Segment]:
    """All quoted segments of the text in order; they never overlap. `single` says that single marks are the main ones."""
    found: list[Segment] = []
    running = False
    for number, paragraph in enumerate(paragraphs):
        if single:
            singles = list(_singles(text, paragraphs, number, running=running, main=True))
            running = bool(singles) and not singles[-1].closed
            doubles = _outside(_doubles(text, paragraph, number), singles)
        else:
            doubles = list(_doubles(text, paragraph, number))
            singles = _outside(_singles(text, paragraphs, number), doubles)
        found += sorted([*doubles, *singles], key=lambda segment: segment.start)
    return found


def _outside(inner: Iterator[Segment], outer: Sequence[Segment]) -> list[Segment]:
    """The segments of `inner` that touch none of `outer` (both in order)."""
    starts = [segment.start for segment in outer]
    kept = []
    for segment in inner:
        k = bisect_right(starts, segment.start) - 1
        touches = k >= 0 and segment.start < outer[k].end
        touches |= k + 1 < len(outer) and outer[k + 1].start < segment.end
        if not touches:
            kept.append(segment)
    return kept


def single_marks_are_main(text: str, paragraphs: Sequence[Span]) -> bool:
    """Whether the article quotes with single marks (British style) and nests double ones."""
    single = double = 0
    for paragraph in paragraphs:
        doubles = sum(1 for _ in DOUBLE.finditer(text, *paragraph))
        opened = sum(1 for mark in SINGLE.finditer(text, *paragraph) if _opens(text, mark.start(), paragraph))
        double += doubles / 2
        single += opened
    return single >= 2 and single > 1.5 * double


def _doubles(text: str, paragraph: Span, number: int) -> Iterator[Segment]:
    """Double marks of a paragraph in pairs.

    A mark opens when nothing is open and closes otherwise, except that curly and low marks say
    themselves which they are (a ” after a blank with nothing open was meant to open), and a
    straight one cannot open before a blank nor close after one.
    """
    opened = -1
    for mark in DOUBLE.finditer(text, *paragraph):
        at, to = mark.span()
        if to - at > 2:
            continue
        role = _double_role(text, at, to, paragraph, opened >= 0)
        if role == "open":
            if opened >= 0 and _has_words(text, opened, at):
                yield Segment(opened, at, number, closed=False)
            opened = at
        elif role == "close" and opened >= 0:
            if _has_words(text, opened, to):
                yield Segment(opened, to, number)
            opened = -1
    if opened >= 0 and _has_words(text, opened, paragraph.end):
        yield Segment(opened, paragraph.end, number, closed=False)


def _has_words(text: str, start: int, end: int) -> bool:
    return WORD.search(text, start, end) is not None


def _double_role(text: str, at: int, to: int, paragraph: Span, is_open: bool) -> str:
    mark = text[at:to]
    before = text[at - 1] if at > paragraph.start else " "
    after = text[to] if to < paragraph.end else " "
    if mark in "“„«‹" or mark == "``":
        return "open"
    if mark in "”»›" or mark == "''":
        return "open" if not is_open and before.isspace() else "close"
    if (before.isspace() or before in "([—–-/:") and not (after.isspace() or after in ".,;"):
        return "open"
    if not (before.isspace() or before in "(["):
        return "close"
    return "close" if is_open else "open"


def _opens(text: str, at: int, paragraph: Span) -> bool:
    """Whether the single mark at `at` may open a quotation."""
    before = text[at - 1] if at > paragraph.start else " "
    after = text[at + 1] if at + 1 < paragraph.end else " "
    if text[at] == "’" or not (before.isspace() or before in '([—–-/:“"„'):
        return False
    return (after.isalnum() or after in '[(“"…£$€.') and not ELISION.match(text, at)


def _closes(text: str, at: int, paragraph: Span) -> bool:
    """Whether the single mark at `at` may close one."""
    before = text[at - 1] if at > paragraph.start else " "
    after = text[at + 1] if at + 1 < paragraph.end else " "
    return text[at] in "'’" and not before.isspace() and not after.isalnum()


def _apostrophe(text: str, at: int, paragraph: Span) -> bool:
    """Whether a mark that may close looks like an apostrophe: "the workers' pay", "an' all"."""
    after = text[at + 1 : min(at + 3, paragraph.end)]
    if len(after) < 2 or after[0] != " " or not after[1].isalnum():
        return False
    return text[at - 1] in "sSzx" or CLIPPED.search(text, max(paragraph.start, at - 16), at + 1) is not None


def _singles(
    text: str, paragraphs: Sequence[Span], number: int, *, running: bool = False, main: bool = False
) -> Iterator[Segment]:
    """Single marks of a paragraph in pairs, apostrophes left alone.

    `running` says that the paragraph before ended inside a quotation: one that closes here
    without opening again lost its opening mark. `main` says that these are the article's main marks.
    """
    paragraph = paragraphs[number]
    marks = [mark.start() for mark in SINGLE.finditer(text, *paragraph) if mark.end() - mark.start() == 1]
    at = 0
    while at < len(marks):
        if not _opens(text, marks[at], paragraph):
            at += 1
            continue
        close, sure = _closing(text, marks, at, paragraph)
        speech = main and _begins_speech(text, marks[at], paragraph)
        sure |= close is not None and NO_POSSESSION.match(text, marks[close] + 1) is not None
        if close is not None and (sure or not (speech and _reopened(text, paragraphs, number, running))):
            yield Segment(marks[at], marks[close] + 1, number, single=True)
            at = close + 1
        elif _reopened(text, paragraphs, number, running) or (speech and not _opens_later(text, marks, at, paragraph)):
            yield Segment(marks[at], paragraph.end, number, single=True, closed=False)
            return
        else:
            at += 1


def _begins_speech(text: str, at: int, paragraph: Span) -> bool:
    """Whether a sentence of somebody's begins at the mark: "he said. ‘We were all there."."""
    before = text[max(paragraph.start, at - 3) : at].rstrip()
    return (
        (at == paragraph.start or before[-1:] in (".", "?", "!", ":"))
        and text[at + 1 : at + 2].isupper()
        and text[at] in "'‘"
    )


def _opens_later(text: str, marks: Sequence[int], opened: int, paragraph: Span) -> bool:
    """Whether another quotation opens after the mark at `marks[opened]`."""
    return any(_opens(text, marks[k], paragraph) for k in range(opened + 1, len(marks)))


def _closing(text: str, marks: Sequence[int], opened: int, paragraph: Span) -> tuple[int | None, bool]:
    """Index of the mark closing the one at `marks[opened]` and whether it surely does; else the last possible one."""
    depth, doubtful = 0, None
    for k in range(opened + 1, len(marks)):
        at = marks[k]
        if at - marks[opened] > LONGEST:
            break
        if _opens(text, at, paragraph) and not _inside_double(text, marks[opened], at, paragraph):
            if doubtful is not None or depth:
                break
            depth += 1
        elif _closes(text, at, paragraph):
            if _apostrophe(text, at, paragraph):
                doubtful = k
            elif depth:
                depth -= 1
            else:
                return k, True
    return doubtful, False


def _inside_double(text: str, start: int, at: int, paragraph: Span) -> bool:
    """Whether a double mark stands right before `at` (a nested quotation begins there)."""
    return at > start and text[at - 1] in '“"„'


def _reopened(text: str, paragraphs: Sequence[Span], number: int, running: bool) -> bool:
    """Whether the next paragraph goes on with the quotation left open in this one."""
    if number + 1 >= len(paragraphs):
        return running
    following = paragraphs[number + 1]
    return (
        following.end > following.start and text[following.start] in "'‘" and _opens(text, following.start, following)
    )
