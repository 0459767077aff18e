"""Cues outside the quotation marks' reach: whether a word reports what somebody said, and whose words it reports."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from .cues import DASHES, Cue
from .document import Span
from .features import neighbour
from .grammar import chain_start, main_subject, subject_of
from .lexicon import FINITE_TAGS
from .mentions import Mention, MentionKind, standing_between
from .reading import Reading, Sentence
from .situation import OPEN_CLASS, bucket, coarse, verbs
from .tokens import Token
from .weights import linear

LEAST = 0.06
"""Words less likely than this to be a cue are not looked at."""
WEAKEST = -3.0
"""The score below which a cue is not looked at any further."""
NEAR = (0, 1, 3, 8)
STRONG = 0.5
"""The likelihood from which a word rivals others as the cue of its sentence."""
CLAUSE_ENDS = frozenset((",", ";", ":")) | DASHES


@dataclass(slots=True, eq=False)
class Report:
    """A cue and who reports by it, or that it is no cue at all (`features` of "NU" alone)."""

    cue: Cue
    sentence: Sentence
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
    shared = cue_features(sentence, cue)
    base = model.score(shared)
    if base < WEAKEST:
        return None
    *reports, nothing = options(sentence, cue, shared)
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


def options(sentence: Sentence, cue: Cue, shared: list[str]) -> list[Report]:
    """Every subject the cue may have, "said by nobody named", and last "no cue at all"."""
    at, tokens = cue.token.position, sentence.tokens
    outside = [mention for mention in sentence.mentions if mention.speaks and tokens[mention.first].segment < 0]
    left = [mention for mention in outside if mention.after <= at]
    right = [mention for mention in outside if mention.first > at]
    chosen = {(mention.first, mention.after): mention for mention in left[-4:] + left[:2] + right[:2]}
    main = main_subject(sentence, cue.token)
    found = [
        Report(cue, sentence, mention, mention_features(sentence, cue, mention, outside, main))
        for mention in chosen.values()
    ]
    found.append(Report(cue, sentence, None, ["NS", *("z" + name for name in shared)]))
    found.append(Report(cue, sentence, None, ["NU"]))
    return found


def _word(token: Token | None, outside: str) -> str:
    if token is None:
        return outside
    if token.segment >= 0:
        return "Q"
    return token.tag if token.tag in OPEN_CLASS else token.lower


def cue_features(sentence: Sentence, cue: Cue) -> list[str]:
    """Of the cue in its sentence."""
    tokens, token = sentence.tokens, cue.token
    at, word = token.position, token.lower
    left = _word(tokens[at - 1] if at else None, "<S>")
    left2 = _word(tokens[at - 2] if at > 1 else None, "-")
    right = _word(tokens[at + 1] if at + 1 < len(tokens) else None, "</S>")
    right2 = neighbour(tokens[at + 2] if at + 2 < len(tokens) else None, frozenset(("that", "to", "of", "as")), "-")
    likely = bucket(cue.likelihood, (0.03, 0.1, 0.2, 0.3, 0.45, 0.6, 0.75, 0.9))
    place = "f" if at < 3 else ("e" if len(tokens) - at <= 4 else "m")
    quoted = "Q" if any(other.segment >= 0 for other in tokens) else "n"
    that = int(any(other.lower == "that" for other in tokens[at + 1 : at + 6]))
    return [
        "B",
        f"c={word}",
        f"c={word}{right}",
        f"c={word}|{left}",
        f"p={likely}",
        f"pn={likely}{right}",
        f"pp={likely}{left}",
        f"ct={token.tag}{right}",
        f"n2={right}_{right2}",
        f"cp={token.tag}{left}",
        f"pos={token.tag}{place}",
        f"cpos={word}{place}",
        f"hq={quoted}{likely}",
        f"p2={left2}{left}",
        f"that={that}{likely}{token.tag}",
        f"ctag={word}{token.tag}",
        *_clause_features(sentence, cue, likely),
    ]


def _clause_features(sentence: Sentence, cue: Cue, likely: str) -> list[str]:
    """Of the clause after the cue and of the other cues of the sentence: the outermost report counts."""
    tokens, token = sentence.tokens, cue.token
    at, word = token.position, token.lower
    after = list(takewhile(lambda other: other.text not in CLAUSE_ENDS, tokens[at + 1 : at + 30]))
    finite = min(2, sum(other.tag in FINITE_TAGS and other.segment < 0 for other in after))
    length = bucket(len(after), (0, 1, 3, 8))
    strong = [other.token.position for other in sentence.cues if other.likelihood >= STRONG]
    before = min(2, sum(position < at for position in strong))
    later = min(2, sum(position > at for position in strong))
    start = chain_start(tokens, token)
    chain = tokens[start].lower if start < at else "-"
    return [
        f"fva={word}{finite}",
        f"fvp={likely}{finite}{length}",
        f"fvt={token.tag}{finite}{length}",
        f"oc={before}{later}{likely}",
        f"och={word}{min(1, before)}{min(1, later)}",
        f"chain={chain}{token.tag}",
        f"chp={chain}{likely}",
    ]


def mention_features(
    sentence: Sentence, cue: Cue, mention: Mention, outside: list[Mention], main: Mention | None
) -> list[str]:
    """Of the mention as the subject of the cue; `main` is the subject of the sentence's main verb."""
    tokens, token = sentence.tokens, cue.token
    at, inverted = token.position, mention.first > token.position
    middle = tokens[at + 1 : mention.first] if inverted else tokens[mention.after : at]
    middle = [word for word in middle if word.segment < 0]
    path = _path(middle)
    before = tokens[mention.first - 1] if mention.first else None
    lead = "<S>" if before is None else ("Q" if before.segment >= 0 else ("," if before.text == "," else before.tag))
    skipped = (
        standing_between(outside, at + 1, mention.first) if inverted else standing_between(outside, mention.after, at)
    )
    follow = _follow(tokens, mention, token)
    object_ = int(before is not None and before.tag in ("IN", "TO"))
    turn, kind = "i" if inverted else "", str(mention.kind)
    left = _word(tokens[at - 1] if at else None, "<S>")
    right = _word(tokens[at + 1] if at + 1 < len(tokens) else None, "</S>")
    likely = bucket(cue.likelihood, (0.03, 0.1, 0.2, 0.3, 0.45, 0.6, 0.75, 0.9))
    place = "f" if at < 3 else ("e" if len(tokens) - at <= 4 else "m")
    names = [
        f"mk={turn}{kind}",
        f"path={turn}{path}",
        f"pt={turn}{lead}",
        f"nn={turn}{min(skipped, 4)}",
        f"fin={turn}{follow}",
        f"subj={follow}{object_}{token.tag}{turn}",
        f"subn={follow}{object_}{min(skipped, 3)}{turn}",
        f"mv={turn}{min(3, verbs(middle))}",
        f"mkp={turn}{kind}{likely}",
        f"cm={turn}{token.lower}{kind}",
        f"cpf={left}{token.tag}{follow}",
        f"mf={turn}{int(mention.first == 0)}",
        f"ivp={turn}{place}{bucket(len(middle), NEAR)}",
        f"iq={turn}{lead}{right}",
        f"ctf={turn}{token.lower}{follow}",
        *_by_rule(sentence, cue, mention, main, likely),
    ]
    if mention.kind is not MentionKind.NAME:
        names.append(f"head={mention.head}")
    return names


def _by_rule(sentence: Sentence, cue: Cue, mention: Mention, main: Mention | None, likely: str) -> list[str]:
    """Whether the rules of grammar take the mention for the cue's subject."""
    found = subject_of(sentence, cue.token)
    same = "0" if found.mention is None else ("=" if found.mention.span == mention.span else "x")
    first = int(main is not None and main.span == mention.span)
    return [
        f"rs={same}{found.rule}{cue.token.tag}",
        f"rsp={same}{found.rule}{likely}",
        f"rsk={same}{mention.kind}{first}",
        f"rsm={same}{first}{found.rule}",
    ]


def _path(middle: list[Token]) -> str:
    if len(middle) > 5:
        return f"far{min(3, verbs(middle))}"
    return "_".join("," if word.text == "," else coarse(word) for word in middle)


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
