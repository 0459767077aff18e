"""Quoted segments and reported clauses composed into attributions that do not overlap."""

import math
import re
from collections.abc import Iterator, Sequence
from heapq import heapify, heappop, heappush

from . import contents, reporting
from .attributions import Attribution, joined, merged
from .choice import Choice
from .circumstances import TOLD
from .contents import Frame
from .cues import Cue
from .document import Kind, Span
from .lexicon import DAYS
from .reading import UNREAD, Reading, Sentence
from .reporting import Report

BEFORE_CONTENT = DAYS | {"on", "last", "late", "early"}
FREE = re.compile(rb"\0+")
LEAST = 0.32
"""How likely a report and its words must be right; F1 gains from all that are right one time in three."""
MARKED = 0.5
"""A reported clause is dropped of which more stands in marks that are no quotation's."""
SHARED = 0.3
"""A reported clause that shares more than this with one already taken is dropped."""


def compose(reading: Reading, choices: Sequence[Choice]) -> list[Attribution]:
    """All attributions of the text in order: quotations widened to their clauses, then the reported clauses."""
    quoted = joined(reading, choices)
    owners: dict[int, list[Attribution]] = {}
    taken = _Taken(len(reading.text))
    for attribution in quoted:
        taken.add(attribution.spans)
        if attribution.cue is not None:
            owners.setdefault(attribution.cue.index, []).append(attribution)
    others: list[tuple[Sentence, Cue]] = []
    for sentence, cue in reporting.reporting_cues(reading):
        if reading.paragraphs[sentence.paragraph].block in UNREAD:
            continue
        if cue.token.index in owners:
            for attribution in owners[cue.token.index]:
                _widen(reading, sentence, cue, attribution, taken)
        else:
            others.append((sentence, cue))
    found = (reporting.best_report(*other) for other in others if not taken.mask[other[1].token.start])
    reports = [report for report in found if report]
    nobodys = _Taken(len(reading.text))
    nobodys.add([reading.segments[choice.segment].span for choice in choices if not choice.quoted])
    indirect = list(_indirect(reading, reports, taken, nobodys))
    return sorted([*quoted, *indirect], key=lambda attribution: attribution.spans)


class _Taken:
    """Which characters already belong to an attribution."""

    def __init__(self, length: int) -> None:
        self.mask = bytearray(length)

    def add(self, spans: Sequence[Span]) -> None:
        """Take the spans."""
        for start, end in spans:
            self.mask[start:end] = b"\1" * (end - start)

    def release(self, spans: Sequence[Span]) -> None:
        """Give the spans back."""
        for start, end in spans:
            self.mask[start:end] = bytes(end - start)

    def free(self, span: Span) -> bool:
        """Whether nothing of the span is taken."""
        return self.mask.find(1, span.start, span.end) < 0

    def rest(self, span: Span) -> Span:
        """The longest stretch of the span that is free."""
        stretches = [match.span() for match in FREE.finditer(self.mask, span.start, span.end)]
        return Span(*max(stretches, key=lambda stretch: stretch[1] - stretch[0], default=span))

    def share(self, span: Span) -> float:
        """The share of a span that is taken."""
        return self.mask.count(1, span.start, span.end) / (span.end - span.start)


def _widen(reading: Reading, sentence: Sentence, cue: Cue, attribution: Attribution, taken: "_Taken") -> None:
    """Take the words around the quoted ones into a partial quotation, unless others have them."""
    mention = attribution.mention
    here = mention if mention is not None and mention.sentence == sentence.number else None
    segments = frozenset(attribution.segments)
    content = contents.best_content(Frame(sentence, cue.token, here, segments))
    if content is None:
        return
    stretch = sentence.tokens[content.first : content.after]
    if not any(token.segment in segments for token in stretch):
        return
    content.first = _past_listener(sentence, cue, content)
    quoted, span = attribution.spans, _span(sentence, content)
    taken.release(quoted)
    if taken.free(span):
        attribution.spans = merged(reading.text, [*quoted, span])
        if any(token.segment not in segments and token.text[0].isalnum() for token in stretch):
            attribution.kind = Kind.PARTIAL
    taken.add(attribution.spans)


def _past_listener(sentence: Sentence, cue: Cue, content: contents.Content) -> int:
    """Where the content begins without whom it was told: "told the court | he had “lost everything”"."""
    position = cue.token.position
    if cue.token.lower not in TOLD or content.first != position + 1:
        return content.first
    listener = next((mention for mention in sentence.mentions if mention.first == content.first), None)
    if listener is None or listener.after >= content.after or sentence.tokens[listener.after].segment >= 0:
        return content.first
    return listener.after


def _indirect(reading: Reading, reports: Sequence[Report], taken: _Taken, nobodys: _Taken) -> Iterator[Attribution]:
    """Reported clauses, the surest first; none inside another, and none that is but a name or term in marks."""
    for share, report, content in _clauses(reading, reports, taken):
        span = _span(_sentence(reading, report), content)
        if taken.share(span) > SHARED or nobodys.share(span) > MARKED:
            continue
        span = taken.rest(span)
        if span.start <= report.mention.start < span.end:
            continue
        taken.add([span])
        yield Attribution((span,), Kind.INDIRECT, report.cue.token, report.mention, probability=share)


def _sentence(reading: Reading, report: Report) -> Sentence:
    return reading.sentences[report.cue.token.sentence]


def _clauses(
    reading: Reading, reports: Sequence[Report], taken: _Taken
) -> Iterator[tuple[float, Report, contents.Content]]:
    """Every report that may be one, with its words and how likely both are right, the surest first.

    Words are sought only when no other clause can be surer, and not where the cue has been taken by then.
    """
    waiting: list[tuple[float, int, contents.Content | None]] = []
    for number, report in enumerate(reports):
        certainty = 1 / (1 + math.exp(-max(-50.0, min(report.margin, 50.0))))
        if report.mention is None or certainty < LEAST:
            continue
        if not report.mention.head[0].isdigit() and not _is_anonymity(_sentence(reading, report), report):
            waiting.append((-certainty, number, None))
    heapify(waiting)
    while waiting:
        least, number, content = heappop(waiting)
        report = reports[number]
        if taken.mask[report.cue.token.start]:
            continue
        if content is not None:
            yield -least, report, content
            continue
        frame = Frame(_sentence(reading, report), report.cue.token, report.mention, frozenset())
        content = contents.best_content(frame)
        if content is not None and -least * content.sure >= LEAST:
            heappush(waiting, (least * content.sure, number, content))


def _is_anonymity(sentence: Sentence, report: Report) -> bool:
    """ "who asked not to be named", "spoke on condition of anonymity": how somebody spoke, not what they said."""
    tokens, at = sentence.tokens, report.cue.token.position
    after = {token.lower for token in tokens[at + 1 : at + 8]}
    return "anonymity" in after or ("not" in after and bool(after & {"named", "identified", "quoted"}))


def _span(sentence: Sentence, content: contents.Content) -> Span:
    """The characters of a content, without the day that may stand before it ("said on Monday | it would shut")."""
    tokens, first = sentence.tokens, content.first
    while first < content.after - 1 and tokens[first].lower in BEFORE_CONTENT and tokens[first].segment < 0:
        first += 1
    if first == content.first or tokens[first - 1].lower not in DAYS:
        first = content.first
    return Span(tokens[first].start, tokens[content.after - 1].end)
