"""Examples for the ranker of (cue, source) pairs, made from annotated articles.

They are judged in two ways: as the annotators did, by cue and first mention, and as readers will, by the source alone.
The first keeps cues right, on which the words of a partial quotation depend, the second is what the choice is for.
"""

from collections.abc import Iterator, Mapping

from articles.text.candidates import Candidate, CandidateKind, Given, candidates
from articles.text.document import Span
from articles.text.evaluation.corpus import Annotated, Attribution
from articles.text.evaluation.score import overlap, owner
from articles.text.phrases import source_span
from articles.text.reading import Reading, read
from articles.text.situation import Situation

from .softmax import Example


def examples(article: Annotated, likely: Mapping[str, float]) -> Iterator[Example]:
    """One example for every quoted segment that has a right candidate."""
    reading = read(article.text, likely=likely)
    contents = [attribution.content for attribution in article.attributions]
    previous: Given | None = None
    for number, tokens in enumerate(reading.inside):
        if not tokens:
            continue
        segment = reading.segments[number]
        options = candidates(Situation(reading, number), previous)
        k = owner(segment.span, contents)
        attribution = article.attributions[k] if k is not None else None
        right = _right(options, attribution)
        named = [n for n, option in enumerate(options) if _names_source(reading, option, attribution)]
        if right or named:
            yield [option.names for option in options], (right or named, named or right)
        previous = _given(reading, number, options, right, previous)


def _given(reading: Reading, number: int, options: list[Candidate], right: list[int], previous: Given | None) -> Given:
    """What the next segment is told of this one: the annotators' answer."""
    last = previous.candidate if previous else None
    answers = [options[k] for k in right]
    if not answers:
        return Given(number, last, False)
    answer = next((option for option in answers if option.kind is CandidateKind.PAIR), answers[0])
    if answer.kind is CandidateKind.NONE:
        return Given(number, last, False)
    return Given(number, answer.root, True)


def _right(options: list[Candidate], attribution: Attribution | None) -> list[int]:
    """Indexes of the candidates that agree with the annotation."""
    if attribution is None:
        return [k for k, option in enumerate(options) if option.kind is CandidateKind.NONE]
    if not attribution.source:
        return [k for k, option in enumerate(options) if _unsourced(option, attribution)]
    fits = [k for k, option in enumerate(options) if _in_source(option, attribution)]
    by_cue = [k for k in fits if _by_cue(options[k], attribution)]
    pairs = [k for k in by_cue if options[k].kind is not CandidateKind.PREVIOUS]
    right = _earliest(options, pairs) + [k for k in by_cue if options[k].kind is CandidateKind.PREVIOUS]
    if right or not fits:
        return right
    first = _earliest(options, fits)
    return first + [k for k in fits if options[k].kind is CandidateKind.PREVIOUS and k not in first]


def _names_source(reading: Reading, option: Candidate, attribution: Attribution | None) -> bool:
    """Whether the candidate gives the segment to the annotated source, by whatever cue."""
    if attribution is None or option.kind is CandidateKind.NONE:
        return attribution is None and option.kind is CandidateKind.NONE
    if option.mention is None or not attribution.source:
        return option.mention is None and not attribution.source
    printed = [source_span(reading, option.mention, option.cue)]
    return overlap(attribution.source, printed) and not overlap(printed, attribution.cue + attribution.content)


def _unsourced(option: Candidate, attribution: Attribution) -> bool:
    if option.kind is CandidateKind.UNSOURCED:
        return _by_cue(option, attribution)
    return option.kind is CandidateKind.PREVIOUS and option.mention is None


def _in_source(option: Candidate, attribution: Attribution) -> bool:
    return option.mention is not None and overlap([option.mention.span], attribution.source)


def _by_cue(option: Candidate, attribution: Attribution) -> bool:
    return option.cue is not None and overlap([Span(option.cue.start, option.cue.end)], attribution.cue)


def _earliest(options: list[Candidate], of: list[int]) -> list[int]:
    """Those whose mention begins first: the head of a long source phrase."""
    if not of:
        return []
    first = min(options[k].mention.start for k in of)
    return [k for k in of if options[k].mention.start == first]
