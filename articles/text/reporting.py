"""Cues outside the quotation marks' reach: whether a word reports what somebody said, and whose words it reports."""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from .cues import DASHES, Cue
from .document import Span
from .features import neighbour
from .grammar import Subject, chain_start, main_subject, subject_of
from .lexicon import FINITE_TAGS
from .mentions import NAME, Mention, standing_between
from .reading import Reading, Sentence
from .situation import COARSE, OPEN_CLASS, bucket, verbs
from .tokens import Token
from .weights import linear

LEAST = 0.06
"""Words less likely than this to be a cue are not looked at."""
WEAKEST = -3.0
"""The score below which a cue is not looked at any further."""
NEAR = (0, 1, 3, 8)
LIKELY = (0.03, 0.1, 0.2, 0.3, 0.45, 0.6, 0.75, 0.9)
SECOND_AFTER = frozenset(("that", "to", "of", "as"))
MOST_KEPT = 10_000
"""Names of features that are kept, for each way to make them."""
CLAUSE_ENDS = frozenset((",", ";", ":")) | DASHES


@dataclass(slots=True, eq=False)
class Report:
    """A cue and who reports by it, or that it is no cue at all (`features` of "NU" alone)."""

    cue: Cue
    mention: Mention | None
    features: list[str]
    score: float = 0.0
    margin: float = 0.0
    """How much better it is than "no cue at all"."""


def reporting_cues(reading: Reading) -> Iterator[tuple[Sentence, Cue]]:
    """The words that may report, in order."""
    for sentence in reading.sentences:
        for cue in sentence.cues:
            if cue.likelihood >= LEAST and cue.token.text not in DASHES:
                yield sentence, cue


@dataclass(frozen=True, slots=True)
class Weighed:
    """All ways to take a cue, with the probability of each."""

    best: Report
    nothing: float
    """The probability, 0…1, that it is no cue at all."""
    shares: dict[Span | None, float]
    """The probability, 0…1, that each mention is its subject; under None that nobody named is."""

    @property
    def most(self) -> float:
        """The probability of the likeliest subject."""
        return max(self.shares.values())


def best_report(sentence: Sentence, cue: Cue) -> Report | None:
    """The likeliest way to take the cue as a report; its `margin` is against not taking it at all.

    None where the cue itself is so weak that no subject could help it.
    """
    found = weighed(sentence, cue)
    return found.best if found is not None else None


def weighed(sentence: Sentence, cue: Cue) -> Weighed | None:
    """All ways to take the cue, weighed once; None where it is too weak to be one."""
    at = cue.token.position
    if at not in sentence.reports:
        sentence.reports[at] = _weigh(sentence, cue)
    return sentence.reports[at]


def _weigh(sentence: Sentence, cue: Cue) -> Weighed | None:
    model = linear("subjects")
    here = CuePlace(sentence, cue)
    shared = cue_features(here)
    base = model.score(shared)
    if base < WEAKEST:
        return None
    *reports, nothing = options(here, shared)
    nothing.score = model.score(nothing.features)
    for option in reports:
        option.score = model.score(option.features) + (base if option.mention is not None else 0.0)
    best = max(reports, key=lambda option: option.score)
    best.margin = best.score - nothing.score
    most = max(best.score, nothing.score)
    odds = [math.exp(option.score - most) for option in reports]
    none = math.exp(nothing.score - most)
    total = sum(odds) + none
    spans = [option.mention.span if option.mention is not None else None for option in reports]
    return Weighed(best, none / total, {span: odd / total for span, odd in zip(spans, odds, strict=True)})


class CuePlace:
    """A cue in its sentence, and what its neighbours look like."""

    def __init__(self, sentence: Sentence, cue: Cue) -> None:
        self.sentence, self.cue, self.token = sentence, cue, cue.token
        tokens, at = sentence.tokens, cue.token.position
        self.left = _word(tokens[at - 1] if at else None, "<S>")
        self.right = _word(tokens[at + 1] if at + 1 < len(tokens) else None, "</S>")
        self.likely = bucket(cue.likelihood, LIKELY)
        self.place = "f" if at < 3 else ("e" if len(tokens) - at <= 4 else "m")
        """In the sentence's first words, in its last, or in between."""


def options(here: CuePlace, shared: list[str]) -> list[Report]:
    """Every subject the cue may have, "said by nobody named", and last "no cue at all"."""
    cue, at, speaking = here.cue, here.token.position, here.sentence.speaking
    left = [mention for mention in speaking if mention.after <= at]
    right = [mention for mention in speaking if mention.first > at]
    chosen = {(mention.first, mention.after): mention for mention in left[-4:] + left[:2] + right[:2]}
    subject, main = subject_of(here.sentence, cue.token), main_subject(here.sentence, cue.token)
    found = [Report(cue, mention, mention_features(here, mention, subject, main)) for mention in chosen.values()]
    found.append(Report(cue, None, ["NS", *["z" + name for name in shared]]))
    found.append(Report(cue, None, ["NU"]))
    return found


def _word(token: Token | None, outside: str) -> str:
    if token is None:
        return outside
    if token.segment >= 0:
        return "Q"
    return token.tag if token.tag in OPEN_CLASS else token.lower


def cue_features(here: CuePlace) -> list[str]:
    """Of the cue in its sentence."""
    tokens, at, word, tag = here.sentence.tokens, here.token.position, here.token.lower, here.token.tag
    left, right, likely, place = here.left, here.right, here.likely, here.place
    left2 = _word(tokens[at - 2] if at > 1 else None, "-")
    right2 = neighbour(tokens[at + 2] if at + 2 < len(tokens) else None, SECOND_AFTER, "-")
    quoted = "Q" if here.sentence.quotes else "n"
    that = int("that" in [other.lower for other in tokens[at + 1 : at + 6]])
    return [
        "B",
        f"c={word}",
        f"c={word}{right}",
        f"c={word}|{left}",
        f"p={likely}",
        f"pn={likely}{right}",
        f"pp={likely}{left}",
        f"ct={tag}{right}",
        f"n2={right}_{right2}",
        f"cp={tag}{left}",
        f"pos={tag}{place}",
        f"cpos={word}{place}",
        f"hq={quoted}{likely}",
        f"p2={left2}{left}",
        f"that={that}{likely}{tag}",
        f"ctag={word}{tag}",
        *_clause_features(here),
    ]


def _clause_features(here: CuePlace) -> list[str]:
    """Of the clause after the cue and of the other cues of the sentence: the outermost report counts."""
    tokens, token, likely = here.sentence.tokens, here.token, here.likely
    at, word, tag = token.position, token.lower, token.tag
    finite = length = 0
    for other in tokens[at + 1 : at + 30]:
        if other.text in CLAUSE_ENDS:
            break
        length += 1
        if other.tag in FINITE_TAGS and other.segment < 0:
            finite += 1
    finite, far = min(2, finite), bucket(length, NEAR)
    strong = here.sentence.strong
    before = min(2, bisect_left(strong, at))
    later = min(2, len(strong) - bisect_right(strong, at))
    start = chain_start(tokens, token)
    chain = tokens[start].lower if start < at else "-"
    return [
        f"fva={word}{finite}",
        f"fvp={likely}{finite}{far}",
        f"fvt={tag}{finite}{far}",
        f"oc={before}{later}{likely}",
        f"och={word}{min(1, before)}{min(1, later)}",
        f"chain={chain}{tag}",
        f"chp={chain}{likely}",
    ]


def mention_features(here: CuePlace, mention: Mention, subject: Subject, main: Mention | None) -> list[str]:
    """Of the mention as the subject of the cue; `subject` is the one by rule, `main` that of the sentence's main verb."""
    tokens, word, tag, likely = here.sentence.tokens, here.token.lower, here.token.tag, here.likely
    at, inverted = here.token.position, mention.first > here.token.position
    first, after = (at + 1, mention.first) if inverted else (mention.after, at)
    middle = [each for each in tokens[first:after] if each.segment < 0]
    between = min(3, verbs(middle)) if middle else 0
    before = tokens[mention.first - 1] if mention.first else None
    lead = "<S>" if before is None else ("Q" if before.segment >= 0 else ("," if before.text == "," else before.tag))
    skipped = min(4, standing_between(here.sentence.speaking, first, after))
    follow = _follow(tokens, mention, here.token)
    object_ = int(before is not None and before.tag in ("IN", "TO"))
    turn, kind = "i" if inverted else "", str(mention.kind)
    same = "0" if subject.mention is None else ("=" if subject.mention.span == mention.span else "x")
    names = [
        f"mk={turn}{kind}",
        f"path={turn}{_path(middle, between)}",
        f"pt={turn}{lead}",
        *_stands(turn, skipped, follow, object_, tag),
        f"mv={turn}{between}",
        f"mkp={turn}{kind}{likely}",
        f"cm={turn}{word}{kind}",
        f"cpf={here.left}{tag}{follow}",
        f"mf={turn}{int(mention.first == 0)}",
        f"ivp={turn}{here.place}{bucket(len(middle), NEAR)}",
        f"iq={turn}{lead}{here.right}",
        f"ctf={turn}{word}{follow}",
        *_by_rule(same + subject.rule, tag, likely, kind, main is not None and main.span == mention.span),
    ]
    if mention.kind is not NAME:
        names.append(f"head={mention.head}")
    return names


@lru_cache(MOST_KEPT)
def _stands(turn: str, skipped: int, follow: str, object_: int, tag: str) -> tuple[str, ...]:
    """How the mention stands to the cue."""
    return (
        f"nn={turn}{skipped}",
        f"fin={turn}{follow}",
        f"subj={follow}{object_}{tag}{turn}",
        f"subn={follow}{object_}{min(skipped, 3)}{turn}",
    )


@lru_cache(MOST_KEPT)
def _by_rule(rule: str, tag: str, likely: str, kind: str, leads: bool) -> tuple[str, ...]:
    """Whether the rules of grammar take the mention for the cue's subject (=), and by which rule."""
    same, main = rule[0], int(leads)
    return f"rs={rule}{tag}", f"rsp={rule}{likely}", f"rsk={same}{kind}{main}", f"rsm={same}{main}{rule[1:]}"


def _path(middle: list[Token], between: int) -> str:
    """The tags between cue and mention; of many only how many verbs they are, up to three."""
    if len(middle) > 5:
        return f"far{between}"
    return "_".join(["," if word.text == "," else COARSE.get(word.tag, word.tag) for word in middle])


def _follow(tokens: list[Token], mention: Mention, cue: Token) -> str:
    at = mention.after
    while at < len(tokens) and tokens[at].tag == "RB":
        at += 1
    if at == len(tokens):
        return "</S>"
    token = tokens[at]
    if token is cue:
        return "c"
    if token.tag in FINITE_TAGS:
        return "V"
    if token.segment >= 0:
        return "q"
    return token.text if token.text in (",", "(", ":") else token.tag
