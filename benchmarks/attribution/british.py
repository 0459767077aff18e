"""American articles rewritten as a British paper prints them: single marks outside, double inside, titles without points.

There is no annotated corpus of such papers; this one has the annotations of the original, moved along.
"""

import random
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from articles.text.blocks import paragraphs
from articles.text.document import Span
from articles.text.evaluation.corpus import Annotated, Attribution
from articles.text.marks import Segment, segments

TITLE = re.compile(r"\b(Mr|Mrs|Ms|Dr|Prof|St|Lt|Col|Gen|Sgt|Capt|Rev)\.(?=\s)")
SURNAMED = re.compile(
    r"(?<=[a-z,] )(?=[A-Z][a-z]{3,}(?:,? (?:said|says|added|told|asked|wrote|insisted|argued|claimed)\b))"
)
NESTED = re.compile(r"(?<=[\s(“])['‘](?=\w)|(?<=[\w.,!?])['’](?=[\s,.;:!?)”]|$)")
STYLES = (("‘", "’", "“", "”"), ("'", "'", '"', '"'))


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters `start` … `end`-1 replaced by `text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Rewritten:
    """The rewritten article, and where the original's offsets went."""

    article: Annotated
    edits: tuple[Edit, ...]

    def moved(self, span: Span) -> Span:
        """The span in the rewritten text."""
        return Span(self._at(span.start), self._at(span.end))

    def _at(self, offset: int) -> int:
        k = bisect_right([edit.start for edit in self.edits], offset - 1)
        shift = sum(len(edit.text) - (edit.end - edit.start) for edit in self.edits[:k])
        return offset + shift


def rewrite(article: Annotated, *, seed: int = 0) -> Rewritten:
    """The article in British marks; the same for the same name and seed."""
    chance = random.Random(f"{seed} {article.name}")
    style = STYLES[chance.random() < 0.4]
    quoted = segments(article.text, [paragraph.span for paragraph in paragraphs(article.text)])
    edits = [edit for segment in quoted if not segment.single for edit in _marks(article.text, segment, style, chance)]
    edits += [Edit(match.end() - 1, match.end(), "") for match in TITLE.finditer(article.text)]
    edits += [Edit(at.start(), at.start(), chance.choice(("Mr ", "Ms ", ""))) for at in SURNAMED.finditer(article.text)]
    ordered = tuple(_apart(sorted(edits, key=lambda edit: (edit.start, edit.end))))
    text = _applied(article.text, ordered)
    rewritten = Rewritten(Annotated(article.name, text, []), ordered)
    moved = [
        Attribution(*([rewritten.moved(span) for span in spans] for spans in (each.content, each.source, each.cue)))
        for each in article.attributions
    ]
    return Rewritten(Annotated(article.name, text, moved), ordered)


def _marks(text: str, segment: Segment, style: tuple[str, ...], chance: random.Random) -> Iterator[Edit]:
    """The segment's own marks made single, those inside made double."""
    opening, closing, inner_open, inner_close = style
    width = 2 if text[segment.start : segment.start + 2] in ("''", "``") else 1
    yield Edit(segment.start, segment.start + width, opening)
    for match in NESTED.finditer(text, segment.start + width, segment.end - width):
        before = text[match.start() - 1]
        yield Edit(match.start(), match.end(), inner_open if before.isspace() or before in "(“" else inner_close)
    if not segment.closed:
        return
    width = 2 if text[segment.end - 2 : segment.end] in ("''", "``") else 1
    end = segment.end - width
    words = len(text[segment.start : end].split())
    if text[end - 1] in ",." and words < 6 and chance.random() < 0.8:
        yield Edit(end - 1, segment.end, closing + text[end - 1])
    else:
        yield Edit(end, segment.end, closing)


def _apart(edits: Iterable[Edit]) -> Iterator[Edit]:
    last = 0
    for edit in edits:
        if edit.start >= last:
            yield edit
            last = edit.end


def _applied(text: str, edits: Iterable[Edit]) -> str:
    parts, at = [], 0
    for edit in edits:
        parts += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join([*parts, text[at:]])
