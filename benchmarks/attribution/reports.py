"""Examples for the two models of reported speech: whose words a cue reports, and which words."""

from collections.abc import Mapping

from articles.text import contents, reporting
from articles.text.contents import Frame
from articles.text.cues import Cue
from articles.text.document import Span
from articles.text.evaluation.corpus import Annotated, Attribution
from articles.text.evaluation.score import overlap
from articles.text.reading import Reading, Sentence, read
from articles.text.reporting import CuePlace

from .softmax import Example

CLOSE_ENOUGH = 0.7
"""A stretch that shares less than this (Dice, in words) with the annotated content is no example."""


def examples(article: Annotated, likely: Mapping[str, float]) -> tuple[list[Example], list[Example]]:
    """Examples of subjects and of contents."""
    reading = read(article.text, likely=likely)
    found = list(reporting.reporting_cues(reading))
    mains = [_main(found, attribution) for attribution in article.attributions]
    by_cue = {id(cue): attribution for cue, attribution in zip(mains, article.attributions, strict=True) if cue}
    subjects, stretches = [], []
    for sentence, cue in found:
        attribution = by_cue.get(id(cue))
        here = CuePlace(sentence, cue)
        shared = reporting.cue_features(here)
        offered = reporting.options(here, shared)
        right = _right(offered, attribution)
        if not right:
            continue
        subjects.append(([o.features + (shared if o.mention is not None else []) for o in offered], (right,)))
        if attribution is not None:
            example = _stretch(reading, sentence, cue, offered[right[0]], attribution)
            stretches += [example] if example else []
    return subjects, stretches


def _main(found: list[tuple[Sentence, Cue]], attribution: Attribution) -> Cue | None:
    """The word of the annotated cue that is likeliest one."""
    inside = [cue for _, cue in found if overlap([Span(cue.token.start, cue.token.end)], attribution.cue)]
    return max(inside, key=lambda cue: cue.likelihood, default=None)


def _right(offered: list[reporting.Report], attribution: Attribution | None) -> list[int]:
    if attribution is None:
        return [len(offered) - 1]
    if not attribution.source:
        return [len(offered) - 2]
    fits = [
        k
        for k, option in enumerate(offered)
        if option.mention is not None and overlap([option.mention.span], attribution.source)
    ]
    if not fits:
        return []
    first = min(offered[k].mention.start for k in fits)
    return [k for k in fits if offered[k].mention.start == first]


def _stretch(
    reading: Reading, sentence: Sentence, cue: Cue, report: reporting.Report, attribution: Attribution
) -> Example | None:
    inside = {
        token.position
        for token in sentence.tokens
        if any(span.start <= token.start < span.end for span in attribution.content)
    }
    if not inside:
        return None
    segments = frozenset(
        k for k, segment in enumerate(reading.segments) if overlap([segment.span], attribution.content)
    )
    offered = contents.options(Frame(sentence, cue.token, report.mention, segments))
    shares = [
        2 * len(inside & set(range(option.first, option.after))) / (len(inside) + option.after - option.first)
        for option in offered
    ]
    best = max(shares, default=0.0)
    if best < CLOSE_ENOUGH:
        return None
    return [option.features for option in offered], ([k for k, share in enumerate(shares) if share == best],)
