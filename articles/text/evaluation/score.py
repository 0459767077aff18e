"""Found quotes against annotated attributions.

The unit is the quoted segment: a stretch between quotation marks within a paragraph, found by its own simple pairing
and not by the extractor's. It counts as annotated (found) if at least half of it lies in one attribution's content (one
quote's spans). Its source is right if the mention overlaps the annotated source and touches neither cue nor content;
where none is annotated, none is right. Names and titles inside a longer content count neither way.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from ..document import Extraction, Kind, Quote, Span
from .corpus import Annotated, Attribution

PARAGRAPH = re.compile(r"[^\n]+")
DOUBLE = re.compile(r"[“”\"„«»]|``|''")
SINGLE = re.compile(
    r"(?:(?<=[\s:(—–-])|^)['‘](?=[A-Za-z0-9])([^\n]{1,2000}?)(?<!\s)['’](?=[\s.,;:!?)—–]|$)", re.MULTILINE
)
WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")


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


@dataclass(slots=True)
class Tally:
    """How many were annotated, found, and right."""

    annotated: int = 0
    found: int = 0
    right: int = 0

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.annotated if self.annotated else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(slots=True)
class Table:
    """The figures of a whole corpus."""

    detection: Tally = field(default_factory=Tally)
    attribution: Tally = field(default_factory=Tally)
    relation: Tally = field(default_factory=Tally)
    speaker: Tally = field(default_factory=Tally)
    judged: list[tuple[float, bool]] = field(default_factory=list)
    """Confidence of each found segment's quote, and whether its source was right."""

    def add(self, article: Annotated, extraction: Extraction, units: Sequence[Span] | None = None) -> None:
        """Count one article; `units` are its quoted segments where they are known better than by pairing marks."""
        units = list(segments(article.text)) if units is None else units
        self._segments(article, extraction.quotes, units)
        self._relations(article.attributions, extraction.quotes)

    def _segments(self, article: Annotated, quotes: Sequence[Quote], units: Sequence[Span]) -> None:
        contents = [attribution.content for attribution in article.attributions]
        spans = [quote.spans for quote in quotes]
        used = set()
        for segment in units:
            k, q = owner(segment, contents), owner(segment, spans)
            used.add(q)
            if k is not None and _is_aside(article.text, segment, contents[k]):
                continue
            right = k is not None and q is not None
            source_right = right and _source_right(article.attributions[k], quotes[q])
            for tally, hit in ((self.detection, right), (self.attribution, source_right)):
                tally.annotated += k is not None
                tally.found += q is not None
                tally.right += hit
            if q is not None:
                self.judged.append((quotes[q].confidence, source_right))
        beside = sum(
            quote.kind is not Kind.INDIRECT and k not in used and not any(covered(unit, quote.spans) for unit in units)
            for k, quote in enumerate(quotes)
        )
        self.detection.found += beside
        self.attribution.found += beside

    def _relations(self, attributions: Sequence[Attribution], quotes: Sequence[Quote]) -> None:
        """Pairs of quote and attribution that share half of the longer content, one to one, with the right source."""
        self.relation.annotated += len(attributions)
        self.relation.found += len(quotes)
        pairs = sorted(
            (
                (_shared(quote.spans, attribution.content), q, k)
                for q, quote in enumerate(quotes)
                for k, attribution in enumerate(attributions)
                if overlap(quote.spans, attribution.content)
            ),
            reverse=True,
        )
        done_q, done_k = set(), set()
        for shared, q, k in pairs:
            if q in done_q or k in done_k:
                continue
            done_q.add(q)
            done_k.add(k)
            longer = max(_length(quotes[q].spans), _length(attributions[k].content))
            self.relation.right += 2 * shared >= longer and _source_right(attributions[k], quotes[q])


@dataclass(frozen=True, slots=True)
class Bin:
    """Quotes that were about equally sure: how sure on average, and what share of them was right."""

    size: int
    sure: float
    right: float


def calibration(judged: Sequence[tuple[float, bool]], *, edges: Sequence[float]) -> Iterator[Bin]:
    """One bin between every two edges, empty ones left out."""
    for low, high in zip(edges, edges[1:], strict=False):
        rows = [(sure, right) for sure, right in judged if low <= sure < high]
        if rows:
            yield Bin(len(rows), sum(sure for sure, _ in rows) / len(rows), sum(right for _, right in rows) / len(rows))


def brier(judged: Sequence[tuple[float, bool]]) -> float:
    """The mean squared distance between confidence and truth: 0 is clairvoyant, always saying 0.5 gives 0.25."""
    return sum((sure - right) ** 2 for sure, right in judged) / len(judged) if judged else 0.0


def segments(text: str) -> Iterator[Span]:
    """Stretches between quotation marks, each within its paragraph, in order."""
    for match in PARAGRAPH.finditer(text):
        doubles = list(_doubles(text, Span(*match.span())))
        singles = [
            Span(single.start(), single.end())
            for single in SINGLE.finditer(text, *match.span())
            if len(WORD.findall(single.group(1))) >= 2 and not overlap([Span(*single.span())], doubles)
        ]
        yield from (span for span in sorted([*doubles, *singles]) if WORD.search(text, *span))


def _doubles(text: str, paragraph: Span) -> Iterator[Span]:
    opened = None
    for match in DOUBLE.finditer(text, *paragraph):
        at, to = match.span()
        before = text[at - 1] if at > paragraph.start else " "
        after = text[to] if to < paragraph.end else " "
        if _opens(match.group(), before, after, opened is not None):
            if opened is not None and at > opened + 1:
                yield Span(opened, at)
            opened = at
        elif opened is not None:
            yield Span(opened, to)
            opened = None
    if opened is not None:
        yield Span(opened, paragraph.end)


def _opens(mark: str, before: str, after: str, is_open: bool) -> bool:
    if mark in ("“", "„", "«", "``"):
        return True
    if mark in ("”", "»", "''"):
        return not is_open and before.isspace()
    if (before.isspace() or before in "([—–-/:") and not (after.isspace() or after in ".,;"):
        return True
    return (before.isspace() or before in "([") and not is_open


def _is_aside(text: str, segment: Span, content: Sequence[Span]) -> bool:
    """Whether the segment is a title or a name inside a longer content."""
    words = WORD.findall(segment.of(text))
    named = len(words) <= 8 and words[0][0].isupper()
    named = named and all(word[0].isupper() or word[0].isdigit() or len(word) <= 3 for word in words)
    return named and _length(content) > 1.5 * (segment.end - segment.start)


def _source_right(attribution: Attribution, quote: Quote) -> bool:
    if not attribution.source or quote.mention is None:
        return not attribution.source and quote.mention is None
    mention = [quote.mention]
    return overlap(attribution.source, mention) and not overlap(mention, attribution.cue + attribution.content)


def _length(spans: Iterable[Span]) -> int:
    return sum(end - start for start, end in spans)


def _shared(some: Sequence[Span], others: Sequence[Span]) -> int:
    return sum(covered(Span(*span), others) for span in some)
