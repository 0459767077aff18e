"""Chosen segments and reported clauses put together into attributions, the quotes of the result."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from .candidates import Candidate, CandidateKind
from .choice import Choice, Way
from .cues import COLON, likelihoods
from .document import Kind, Span
from .lexicon import FINITE_TAGS
from .mentions import Mention, MentionKind
from .reading import Reading
from .tokens import Token


@dataclass(slots=True, eq=False)
class Attribution:
    """One source saying one thing by one cue."""

    spans: tuple[Span, ...]
    kind: Kind
    cue: Token | None
    mention: Mention | None
    segments: tuple[int, ...] = ()
    """The quoted segments in it."""
    probability: float = 0.0
    """How sure the choice of cue and mention is, 0…1, before calibration."""
    way: Way = Way.RANKER
    """What decided for the least sure of its segments."""
    choice: Choice | None = field(default=None)

    @property
    def start(self) -> int:
        return self.spans[0].start

    @property
    def end(self) -> int:
        return self.spans[-1].end


def joined(reading: Reading, choices: Sequence[Choice]) -> list[Attribution]:
    """One attribution for all segments given to the same cue and mention."""
    groups: dict[tuple[int, ...], list[Choice]] = {}
    for choice in choices:
        if choice.quoted:
            groups.setdefault(_key(choice.chosen.root), []).append(choice)
    return [_attribution(reading, group) for group in groups.values()]


def _key(root: Candidate) -> tuple[int, ...]:
    if root.cue is None or root.kind is CandidateKind.ECHO:
        return (id(root),)
    return (root.cue.index, *(root.mention.span if root.mention else ()))


def _attribution(reading: Reading, group: list[Choice]) -> Attribution:
    root = group[0].chosen.root
    mention, cue = _without_verb(reading, root.mention, root.cue)
    segments = tuple(choice.segment for choice in group)
    least = min(group, key=lambda choice: (choice.way is Way.RANKER, choice.probability))
    return Attribution(
        spans=tuple(reading.segments[k].span for k in segments),
        kind=_kind(reading, segments),
        cue=cue,
        mention=mention,
        segments=segments,
        probability=least.probability,
        way=least.way,
        choice=group[0],
    )


def _without_verb(reading: Reading, mention: Mention | None, cue: Token | None) -> tuple[Mention | None, Token | None]:
    """ "The Harwick Times reports:" was read as one phrase: its last word is the cue."""
    if mention is None or cue is None or cue.text != COLON or mention.after - mention.first < 2:
        return mention, cue
    tokens = reading.sentences[mention.sentence].tokens
    verb, before = tokens[mention.after - 1], tokens[mention.after - 2]
    likely = likelihoods().get(verb.lower, 0.0)
    if verb.tag != "NNS" or before.tag != "NNP" or likely < 0.2 or verb.index + 1 != cue.index:
        return mention, cue
    return replace(mention, after=mention.after - 1, end=before.end, kind=MentionKind.NAME, head=before.lower), verb


def _kind(reading: Reading, segments: Sequence[int]) -> Kind:
    """Partial where all that is quoted are some words that make no sentence."""
    for k in segments:
        tokens = reading.inside[k]
        first = next((token for token in tokens if token.text[0].isalnum() or token.text[0] == "["), None)
        if first is None or not first.text[0].islower() or any(token.tag in FINITE_TAGS for token in tokens):
            return Kind.DIRECT
    return Kind.PARTIAL


def merged(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """The spans in order, those that touch or have only blanks between them made one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and (span.start <= found[-1].end or not text[found[-1].end : span.start].strip(" ")):
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)
