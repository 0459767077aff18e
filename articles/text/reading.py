"""A text read once: paragraphs, sentences, tokens, quoted segments and mentions, all with offsets.

Everything after this — cues, choice of source, who is who — asks a `Reading` and never the raw text.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any

from . import marks, tagger
from .blocks import Block, Paragraph, paragraphs
from .cues import Cue, cues, likelihoods
from .marks import Segment
from .mentions import POSSESSIVE, Mention, mentions
from .sentences import sentences
from .tokens import Token, tokenize

UNREAD = frozenset((Block.CAPTION, Block.EMBED, Block.NOTICE))
"""Blocks in which nobody is quoted."""


LONGEST = 400_000
"""Characters that are read; no article is longer, and what follows is left alone."""
STRONG = 0.5
"""The likelihood from which a word is a cue more often than not."""
START = attrgetter("start")
MOST_SEGMENTS = 2_000
"""Quoted segments that are read, for the same reason."""


@dataclass(slots=True)
class Sentence:
    """One sentence of a paragraph."""

    number: int
    paragraph: int
    tokens: list[Token]
    mentions: list[Mention] = field(default_factory=list)
    cues: list[Cue] = field(default_factory=list)
    strong: list[int] = field(default_factory=list)
    """Positions of the cues that are one more often than not."""
    outside: list[Mention] = field(default_factory=list)
    """The mentions outside quotation marks."""
    speaking: list[Mention] = field(default_factory=list)
    """Those of them that may speak."""
    quotes: bool = False
    """Whether part of it is quoted."""
    subjects: dict[int, Any] = field(default_factory=dict)
    """Worked out by `grammar.subject_of`, by position of the verb."""
    ends: dict[int, Mention] = field(default_factory=dict)
    """The last of the mentions that end before a position, possessors left out."""
    begins: dict[int, Mention] = field(default_factory=dict)
    """The first of the mentions that begin at a position."""
    mains: dict[int, Mention | None] = field(default_factory=dict)
    """Worked out by `grammar.main_subject`, by position of the verb."""
    reports: dict[int, Any] = field(default_factory=dict)
    """Worked out by `reporting.weighed`, by position of the cue."""
    reaches: dict[int, Any] = field(default_factory=dict)
    """Worked out by `reach.reach`, by position of the cue."""
    features: dict[Any, Any] = field(default_factory=dict)
    """Kept by `features.once` and `reach`."""


@dataclass(slots=True)
class Reading:
    """The text and all that was seen in it; lists are in order of the text."""

    text: str
    paragraphs: list[Paragraph]
    segments: list[Segment]
    tokens: list[Token]
    sentences: list[Sentence]
    inside: list[list[Token]]
    """The tokens of each quoted segment, by its index."""
    single_marks: bool
    """Whether the article quotes with single marks and nests double ones."""
    frequency: Counter[str]
    """How often each capitalised word (lower-cased) occurs as part of a name."""

    def printed(self, mention: Mention) -> str:
        """The characters of a mention."""
        return self.text[mention.start : mention.end]

    def block(self, token: Token) -> Block:
        """What the paragraph of a token is."""
        return self.paragraphs[token.paragraph].block


def read(text: str, *, likely: Mapping[str, float] | None = None) -> Reading:
    """Read a text; time and memory grow linearly with its length.

    `likely` says how likely each word is a cue, as `cues.likelihoods` where it is not given.
    """
    likely = likelihoods() if likely is None else likely
    found = paragraphs(text[:LONGEST])
    lines = [paragraph.span for paragraph in found]
    single = marks.single_marks_are_main(text, lines)
    quoted = [
        segment
        for segment in marks.segments(text, lines, single=single)
        if found[segment.paragraph].block not in UNREAD
    ]
    quoted = quoted[:MOST_SEGMENTS]
    reading = Reading(text, found, quoted, [], [], [[] for _ in quoted], single, Counter())
    within: dict[int, list[int]] = {}
    for k, segment in enumerate(quoted):
        within.setdefault(segment.paragraph, []).append(k)
    for number, paragraph in enumerate(found):
        tokens = list(tokenize(text, paragraph.start, paragraph.end, number))
        _place(reading, tokens, within.get(number, ()))
        for part in sentences(text, tokens):
            _add(reading, number, part, likely)
    return reading


def _place(reading: Reading, tokens: list[Token], segments: Sequence[int]) -> None:
    """Tell the tokens of a paragraph in which of its segments they lie."""
    after = 0
    for k in segments:
        first = bisect_left(tokens, reading.segments[k].start, after, key=START)
        after = bisect_left(tokens, reading.segments[k].end, first, key=START)
        reading.inside[k] = tokens[first:after]
        for token in reading.inside[k]:
            token.segment = k


def _add(reading: Reading, paragraph: int, tokens: list[Token], likely: Mapping[str, float]) -> None:
    sentence = Sentence(len(reading.sentences), paragraph, tokens)
    for position, token in enumerate(tokens):
        token.index = len(reading.tokens)
        token.sentence = sentence.number
        token.position = position
        reading.tokens.append(token)
    tagger.tag(tokens)
    sentence.mentions = mentions(tokens)
    sentence.ends = {each.after: each for each in sentence.mentions if each.kind is not POSSESSIVE}
    sentence.begins = {each.first: each for each in reversed(sentence.mentions)}
    sentence.cues = cues(tokens, likely)
    sentence.strong = [cue.token.position for cue in sentence.cues if cue.likelihood >= STRONG]
    sentence.outside = [each for each in sentence.mentions if tokens[each.first].segment < 0]
    sentence.speaking = [each for each in sentence.outside if each.speaks]
    sentence.quotes = any(token.segment >= 0 for token in tokens)
    reading.frequency.update(token.lower for token in tokens if token.tag == "NNP")
    reading.sentences.append(sentence)
