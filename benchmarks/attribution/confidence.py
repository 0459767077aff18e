"""Fit what a share of the ranker and a rule's answer are worth, on articles that the weights had not learned from."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from articles.text.attributions import Attribution as Found
from articles.text.choice import Way, choose
from articles.text.composing import compose
from articles.text.confidence import log_odds
from articles.text.document import Kind
from articles.text.echoes import with_echoes
from articles.text.evaluation.corpus import Annotated, Attribution
from articles.text.evaluation.score import covered, overlap, owner
from articles.text.phrases import source_span
from articles.text.reading import Reading, read

from .lessons import Lesson

DOUBT = 1
"""So many right and wrong answers a rule is credited with before any is seen."""
STEPS = 4000
RATE = 0.05


@dataclass(frozen=True, slots=True)
class Judged:
    """A quote that was found: what decided for it, how sure, and whether that was right."""

    indirect: bool
    way: Way
    share: float
    right: bool


def judged(lesson: Lesson) -> list[Judged]:
    """Every quote found in an article; a quotation counts as often as it has segments."""
    return list(_judged(lesson))


def _judged(lesson: Lesson) -> Iterator[Judged]:
    article = lesson.article
    reading = read(article.text, likely=lesson.likely)
    for attribution in compose(reading, with_echoes(reading, choose(reading))):
        mention = source_span(reading, attribution.mention, attribution.cue) if attribution.mention else None
        if attribution.kind is Kind.INDIRECT:
            yield _judge(attribution, _reported(article, attribution.spans, mention))
        else:
            for segment in attribution.segments:
                yield _judge(attribution, _quoted(article, reading, segment, mention))


def _judge(found: Found, right: bool) -> Judged:
    return Judged(found.kind is Kind.INDIRECT, found.way, found.probability, right)


def fitted(found: Iterable[Judged]) -> dict[str, Any]:
    """Slope and offset of the log-odds for what the ranker decides and for indirect speech; shares of the rules."""
    rows = list(found)
    by_way = {way: [row for row in rows if row.way is way] for way in Way}
    ranked = by_way.pop(Way.RANKER)
    return {
        "quoted": _fit([row for row in ranked if not row.indirect]),
        "indirect": _fit([row for row in ranked if row.indirect]),
        "rules": {way: _share(answers) for way, answers in by_way.items()},
    }


def _share(answers: list[Judged]) -> float:
    right = sum(answer.right for answer in answers)
    return round((right + DOUBT) / (len(answers) + 2 * DOUBT), 3)


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


def _fit(rows: list[Judged]) -> list[float]:
    """Logistic regression on the log-odds by plain gradient descent."""
    slope, offset = 1.0, 0.0
    points = [(log_odds(row.share), float(row.right)) for row in rows]
    for _ in range(STEPS):
        by_slope = by_offset = 0.0
        for x, right in points:
            off = right - 1 / (1 + math.exp(-(slope * x + offset)))
            by_slope += off * x
            by_offset += off
        slope += RATE * by_slope / len(points)
        offset += RATE * by_offset / len(points)
    return [round(slope, 3), round(offset, 3)]
