"""Where the reported words begin and end, given the cue and its subject; within one sentence."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from .lexicon import FINITE_TAGS, VERB_TAGS, words
from .mentions import Mention
from .reading import Sentence
from .situation import bucket
from .tokens import Token
from .weights import linear

DASHES = frozenset(("—", "–", "--"))
BREAKS = frozenset((",", ";")) | DASHES
BOUNDS = words(
    """: and but while although though who which as when after because before if where since in on during at"""
)
CLOSED_TAGS = frozenset(("IN", "TO", "DT", "WP", "WRB", "PRP", "MD"))
MOST_ENDS = 14
LIKELIEST = 12
"""Stretches weighed against each other."""
EXACTLY = 0.3
"""What hitting both ends is worth, where sharing the larger half is worth 1."""


@dataclass(slots=True)
class Content:
    """Tokens `first` … `after`-1 of a sentence as the reported words."""

    first: int
    after: int
    features: list[str]
    sure: float = 0.0
    """The probability, 0…1, that it shares the larger half with the words really reported."""


class Frame:
    """The cue and its subject in a sentence, and the quoted segments known to belong to them."""

    def __init__(self, sentence: Sentence, cue: Token, mention: Mention | None, segments: frozenset[int]) -> None:
        self.sentence, self.tokens, self.cue, self.mention = sentence, sentence.tokens, cue, mention
        self.segments = segments
        self.low = min(mention.first, cue.position) if mention else cue.position
        """The first token of cue and subject."""
        self.high = max(mention.after - 1, cue.position) if mention else cue.position
        """The last token of cue and subject."""
        self.inverted = int(mention is not None and mention.first > cue.position)
        self.seams = dict(reversed(_seams(sentence)))
        """Positions at which a clause may end, each with its word, the tag after it and whether a verb follows."""
        self.finite = _counted([token.segment < 0 and token.tag in FINITE_TAGS for token in self.tokens])
        """How many finite verbs outside quotation marks stand before each position."""
        self.known = _counted([token.segment in segments for token in self.tokens]) if segments else []
        """How many tokens of the known segments stand before each position."""


def _counted(each: Sequence[bool]) -> list[int]:
    return list(accumulate(each, initial=0))


def _seams(sentence: Sentence) -> list[tuple[int, str]]:
    """The seams of a sentence, the last first."""
    tokens, found = sentence.tokens, []
    finite, likely = 0, 0
    for at in range(len(tokens) - 1, -1, -1):
        token = tokens[at]
        if token.segment >= 0:
            continue
        if token.text in BREAKS or token.lower in BOUNDS:
            following = tokens[at + 1].tag if at + 1 < len(tokens) else "-"
            word = "-" if token.text in DASHES else token.lower
            found.append((at, f"{word}{following}{finite}{likely}"))
            finite = likely = 0
        elif token.tag in FINITE_TAGS:
            finite = 1
        likely = likely or int(at in sentence.strong)
    return found


def best_content(frame: Frame) -> Content | None:
    """The stretch that agrees best with all likely ones, by the trained weights.

    The single likeliest stretch may be an outlier: where most of the probability lies on longer ones, a longer one is
    the better answer.
    """
    found = options(frame)
    if not found:
        return None
    model, tokens = linear("contents"), frame.tokens
    scores = [model.score(content.features) for content in found]
    most = max(scores)
    weights = [math.exp(score - most) for score in scores]
    total = sum(weights)
    likely = sorted(zip(weights, found, strict=True), key=lambda pair: -pair[0])[:LIKELIEST]
    spans = [(tokens[each.first].start, tokens[each.after - 1].end, weight / total) for weight, each in likely]
    for (start, end, _), (_, content) in zip(spans, likely, strict=True):
        content.sure = sum(_agreeing(start, end, spans))
    return max(likely, key=lambda pair: pair[1].sure + EXACTLY * pair[0] / total)[1]


def _agreeing(start: int, end: int, spans: Sequence[tuple[int, int, float]]) -> Iterator[float]:
    """The shares of the stretches that have half of the longer of the two in common with `start` … `end`."""
    for low, high, share in spans:
        common = 2 * ((end if end < high else high) - (start if start > low else low))
        if common >= end - start and common >= high - low:
            yield share


def options(frame: Frame) -> list[Content]:
    """Every stretch that may be the content."""
    last = _sentence_end(frame.tokens)
    ends, found = _ends(frame, last), []
    for first, opening in _starts(frame):
        for after, closing in ends:
            if after > first:
                found.append(_content(frame, first, after, "post", (opening, closing), last))
    return found + list(_before(frame, last))


def _sentence_end(tokens: Sequence[Token]) -> int:
    last = len(tokens)
    while last and tokens[last - 1].text in ".?!":
        last -= 1
    return len(tokens) if last < len(tokens) and tokens[-1].text in '"”' else last


def _starts(frame: Frame) -> list[tuple[int, str]]:
    """Tokens after cue and subject at which the content may begin, and why."""
    tokens, first = frame.tokens, frame.high + 1
    found = [(first, "0")]
    for at in range(first, min(len(tokens), first + 9)):
        token, before = tokens[at], tokens[at - 1]
        if token.lower == "that":
            found.append((at + 1, "that"))
            break
        if token.segment >= 0 and before.segment != token.segment:
            found.append((at, "q"))
            break
        if token.text in (",", ":"):
            found.append((at + 1, token.text))
        elif at > first and token.tag in ("IN", "TO"):
            found.append((at, "IN"))
        elif (
            at > first
            and token.tag in ("DT", "PRP", "NNP", "NNS", "PRP$")
            and before.tag not in ("DT", "JJ", "NN", "NNP", "PRP$", "CD")
        ):
            found.append((at, "NP"))
    return found


def _ends(frame: Frame, last: int) -> list[tuple[int, str]]:
    tokens = frame.tokens
    found = [(last, "</S>")]
    for at in range(frame.high + 2, last):
        token = tokens[at]
        if token.segment >= 0:
            continue
        if token.text in BREAKS or (token.lower in BOUNDS and tokens[at - 1].text != ","):
            found.append((at, "-" if token.text in DASHES else token.lower))
            if len(found) == MOST_ENDS:
                break
    return found


def _before(frame: Frame, last: int) -> list[Content]:
    """Stretches that stand before cue and subject ("…, she said")."""
    tokens, low = frame.tokens, frame.low
    after = low
    while after and tokens[after - 1].text == ",":
        after -= 1
    if not after:
        return []
    starts = [(0, "<S>")]
    for at in range(after - 1):
        if tokens[at].text in BREAKS and tokens[at].segment < 0:
            starts.append((at + 1, tokens[at].text))
    starts = starts[:1] + starts[-6:] if len(starts) > 7 else starts
    if len(tokens) > 1 and tokens[0].tag in ("CC", "IN", "RB"):
        starts.append((1, "CC"))
    joint = "c" if tokens[low - 1].text == "," else ("q" if tokens[low - 1].segment >= 0 else "x")
    return [
        _content(frame, first, after, "pre" + joint, (opening, "lo"), last)
        for first, opening in dict.fromkeys(starts)
        if first < after
    ]


def _content(frame: Frame, first: int, after: int, kind: str, edges: tuple[str, str], last: int) -> Content:
    tokens, cue = frame.tokens, frame.cue
    opening, closing = edges
    stretch = tokens[first:after]
    length = len(stretch)
    begin, word = stretch[0], cue.lower
    finite = min(2, frame.finite[after] - frame.finite[first])
    quoted = _quoted(stretch) if frame.sentence.quotes else "n"
    lead = begin.lower if begin.tag in CLOSED_TAGS else begin.tag
    following = tokens[after + 1] if after + 1 < len(tokens) and closing != "</S>" else None
    close2 = f"{closing}_{following.tag}" if following else closing
    names = [
        f"k={kind}{opening}",
        f"e={kind}{closing}",
        f"e2={kind}{close2}",
        f"ke={kind}{opening}{closing}",
        f"len={kind}{bucket(length, (1, 2, 4, 7, 12, 20, 30))}",
        f"f={kind}{opening}{lead}",
        f"fl={kind}{begin.tag}{stretch[-1].tag}",
        f"v={kind}{closing}{finite}",
        f"ck={word}{kind}{opening}",
        f"cf={word}{begin.tag}",
        f"q={kind}{quoted}",
        f"ct={cue.tag}{kind}",
        f"cfirst={kind}{cue.position < 3}",
        f"inv={kind}{frame.inverted}",
        f"se={kind}{_word_before(tokens, first)}{opening}",
        f"nv={close2}{finite}",
        f"rest={closing}{bucket(last - after, (0, 3, 8, 15))}",
        f"lk={bool(frame.segments)}{kind}{quoted}",
        f"cl={word}{bucket(length, (1, 4, 12))}{kind}",
    ]
    if frame.segments:
        inside = frame.known[after] - frame.known[first]
        names.append(f"cov={kind}{inside == frame.known[-1]}{inside > 0}")
    passed = [seam for at, seam in frame.seams.items() if first < at < after]
    names += [f"x={kind[:3]}{seam}" for seam in passed[:4]]
    if after < last and after in frame.seams:
        names.append(f"z={kind}{frame.seams[after]}")
    return Content(first, after, names)


def _quoted(stretch: Sequence[Token]) -> str:
    """Q where it begins with quoted words, q where it only holds some, n where it doesn't."""
    if stretch[0].segment >= 0:
        return "Q"
    return "q" if any(token.segment >= 0 for token in stretch) else "n"


def _word_before(tokens: Sequence[Token], first: int) -> str:
    if not first:
        return "<S>"
    token = tokens[first - 1]
    return token.tag if token.tag in ("NN", "NNP", "JJ", "NNS") or token.tag in VERB_TAGS else token.lower
