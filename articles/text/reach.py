"""How far reports reach: which words of its sentence a cue reports, before anybody knows who said what.

"Lee said that Ray had called it “gold”": the words of "said" hold both "called" and the quotation, those of "called"
only the quotation. The weights of reported speech tell how likely each is; the ranker learns what to make of it.
"""

import math
from bisect import bisect_left
from dataclasses import dataclass

from .contents import Frame, options
from .cues import Cue
from .features import LIKELY, side
from .reading import Sentence
from .reporting import LEAST, weighed
from .situation import CueSite, Situation, bucket
from .weights import linear

SHARES = (0.02, 0.1, 0.3, 0.5, 0.7, 0.9)
UNLIKELY = 0.05
"""Whatever reports less likely than this reaches nothing."""
FAINT = 0.01
"""Stretches less likely than this are left out."""
NEIGHBOURS = 12
"""Cues on either side of a cue that may report it or be reported by it."""


@dataclass(slots=True)
class Reach:
    """How likely a cue reports, and the stretches that may be its content, each with its probability."""

    reports: float
    stretches: list[tuple[int, int, float]]

    def covers(self, position: int) -> float:
        """How likely the token at that position is part of the content, if the cue reports."""
        return sum([share for first, after, share in self.stretches if first <= position < after])


def reach(sentence: Sentence, cue: Cue) -> Reach:
    """The reach of a cue with its likeliest subject; worked out once."""
    at = cue.token.position
    found = sentence.reaches.get(at)
    if found is None:
        found = sentence.reaches[at] = _reach(sentence, cue)
    return found


def _reach(sentence: Sentence, cue: Cue) -> Reach:
    how = weighed(sentence, cue) if cue.likelihood >= LEAST else None
    if how is None or 1 - how.nothing < UNLIKELY:
        return Reach(0.0, [])
    offered = options(Frame(sentence, cue.token, how.best.mention, frozenset()))
    model = linear("contents")
    scores = [model.score(each.features) for each in offered]
    most = max(scores, default=0.0)
    odds = [math.exp(score - most) for score in scores]
    total = sum(odds)
    likely = [(each.first, each.after, odd / total) for each, odd in zip(offered, odds, strict=True)]
    return Reach(1 - how.nothing, [each for each in likely if each[2] > FAINT])


def pair_reach(here: Situation, site: CueSite) -> list[str]:
    """Of a cue in the segment's sentence: does it reach the segment, does another, and is it in another's reach?"""
    at = _middle(here, site.sentence) if site.place == "same" else None
    if at is None:
        return []
    own = reach(site.sentence, site.cue)
    covers, reports = own.covers(at), _bucket(own.reports)
    nested, nesting = _nested(site.sentence, site.cue, own)
    inside, both, rival = (
        _bucket(nested),
        _bucket(own.reports * covers),
        _bucket(_reaching(site.sentence, at, site.cue)),
    )
    where = side(site)
    return [
        f"rch={_bucket(covers)}{where}{min(site.crossed, 1)}",
        f"rchr={_bucket(covers)}{reports}{where}",
        f"nst={inside}{reports}",
        f"nstl={inside}{bucket(site.cue.likelihood, LIKELY)}{where}",
        f"nsto={inside}{_bucket(nesting)}",
        f"riv={both}{rival}",
        f"rivn={both}{inside}{rival}",
    ]


def segment_reach(here: Situation) -> str:
    """How likely any cue of the segment's sentences reaches it."""
    sentences = here.reading.sentences[here.first.sentence : here.last.sentence + 1]
    found = [_reaching(sentence, _middle(here, sentence)) for sentence in sentences]
    return _bucket(max(found, default=0.0))


def _bucket(share: float) -> str:
    return bucket(share, SHARES)


def _middle(here: Situation, sentence: Sentence) -> int | None:
    """The position of the middle one of the segment's tokens in a sentence."""
    inside = [token.position for token in here.tokens if token.sentence == sentence.number]
    return inside[len(inside) // 2] if inside else None


def _reaching(sentence: Sentence, at: int | None, but: Cue | None = None) -> float:
    """How likely a cue, another than `but`, reports the token at that position, at best."""
    if at is None:
        return 0.0
    key = "reaching", at
    found = sentence.features.get(key)
    if found is None:
        each = [(far.reports * far.covers(at), cue.token.position) for cue, far in _reaches(sentence, at)]
        found = sentence.features[key] = sorted(each, reverse=True)[:2]
    return next((share for share, position in found if but is None or position != but.token.position), 0.0)


def _nested(sentence: Sentence, cue: Cue, own: Reach) -> tuple[float, float]:
    """How likely another report holds the cue, and how likely its own holds another report, at best."""
    key = "nested", cue.token.position
    found = sentence.features.get(key)
    if found is None:
        held = holding = 0.0
        for other, far in _reaches(sentence, cue.token.position):
            if other.token is not cue.token:
                held = max(held, far.reports * far.covers(cue.token.position))
                holding = max(holding, far.reports * own.covers(other.token.position))
        found = sentence.features[key] = held, holding
    return found


def _reaches(sentence: Sentence, at: int) -> list[tuple[Cue, Reach]]:
    """The cues next to a position that may report, each with its reach."""
    before = bisect_left(sentence.cues, at, key=lambda cue: cue.token.position)
    near = sentence.cues[max(0, before - NEIGHBOURS) : before + NEIGHBOURS + 1]
    return [(cue, far) for cue in near if (far := reach(sentence, cue)).stretches]
