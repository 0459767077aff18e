"""Fit what a share of the ranker is worth, on articles that the weights had not learned from."""

import math
from collections.abc import Iterable, Iterator

from articles.text.choice import choose
from articles.text.composing import compose
from articles.text.confidence import log_odds
from articles.text.document import Kind
from articles.text.echoes import with_echoes
from articles.text.evaluation.corpus import Annotated, Attribution
from articles.text.evaluation.score import covered, overlap, owner
from articles.text.phrases import source_span
from articles.text.reading import Reading, read

Judged = tuple[str, float, bool]
"""Kind of quote ("quoted" or "indirect"), its share, and whether it was right."""
STEPS = 4000
RATE = 0.05


def judged(article: Annotated, likely: dict[str, float]) -> Iterator[Judged]:
    """Every quote found in an article, and whether it was right."""
    reading = read(article.text, likely=likely)
    for attribution in compose(reading, with_echoes(reading, choose(reading))):
        mention = source_span(reading, attribution.mention, attribution.cue) if attribution.mention else None
        if attribution.kind is Kind.INDIRECT:
            yield "indirect", attribution.probability, _reported(article, attribution.spans, mention)
        else:
            for segment in attribution.segments:
                yield "quoted", attribution.probability, _quoted(article, reading, segment, mention)


def fitted(found: Iterable[Judged]) -> dict[str, list[float]]:
    """Slope and offset of the log-odds, by kind of quote."""
    rows = list(found)
    return {kind: _fit([row[1:] for row in rows if row[0] == kind]) for kind in ("quoted", "indirect")}


def _quoted(article: Annotated, reading: Reading, segment: int, mention) -> bool:
    k = owner(reading.segments[segment].span, [attribution.content for attribution in article.attributions])
    return k is not None and _source_right(article.attributions[k], mention)


def _reported(article: Annotated, spans, mention) -> bool:
    for attribution in article.attributions:
        shared = sum(covered(span, attribution.content) for span in spans)
        longer = max(sum(end - start for start, end in each) for each in (spans, attribution.content))
        if 2 * shared >= longer and _source_right(attribution, mention):
            return True
    return False


def _source_right(attribution: Attribution, mention) -> bool:
    if not attribution.source or mention is None:
        return not attribution.source and mention is None
    return overlap(attribution.source, [mention]) and not overlap([mention], attribution.cue + attribution.content)


def _fit(rows: list[tuple[float, bool]]) -> list[float]:
    """Logistic regression on the log-odds by plain gradient descent."""
    slope, offset = 1.0, 0.0
    points = [(log_odds(share), float(right)) for share, right in rows]
    for _ in range(STEPS):
        by_slope = by_offset = 0.0
        for x, right in points:
            off = right - 1 / (1 + math.exp(-(slope * x + offset)))
            by_slope += off * x
            by_offset += off
        slope += RATE * by_slope / len(points)
        offset += RATE * by_offset / len(points)
    return [round(slope, 3), round(offset, 3)]
