"""What the ranker looks at, as short names: of a cue near a segment, and of a (cue, mention) pair.

No feature holds a word that could be part of a name.
"""

from .grammar import chain_start, main_subject, subject_of
from .lexicon import FINITE_TAGS
from .mentions import Mention, MentionKind
from .situation import PARAGRAPH_END, PARAGRAPH_START, CueSite, Situation, bucket, coarse, plain, verbs
from .tokens import Token

NEAR = (0, 1, 2, 4, 8)
LIKELY = (0.1, 0.3, 0.6, 0.85)
BEFORE_CUE = frozenset((",", "and", "to", "who", "which", "as", "was", "were", "is", "has", "had", "but", "by", "not"))
AFTER_CUE = frozenset((",", ":", "that", "to", "of", "on", "for", "as", "in", ".", "by", "a", "the"))


def neighbour(token: Token | None, kept: frozenset[str], outside: str) -> str:
    """A neighbour of the cue: a kept word, Q for a quotation, otherwise the tag."""
    if token is None:
        return outside
    if token.segment >= 0:
        return "Q"
    return token.lower if token.lower in kept else token.tag


def side(site: CueSite) -> str:
    return "<" if site.before else ">"


def cue_features(here: Situation, site: CueSite) -> list[str]:
    """Of the cue alone, shared by all its pairs."""
    token, likelihood = site.cue.token, site.cue.likelihood
    place, at, gap = here.place(site.sentence), side(site), len(site.gap)
    word = token.lower
    beside = plain(here.left, PARAGRAPH_START) if site.before else plain(here.right, PARAGRAPH_END)
    names = [
        f"w={place}{at}",
        f"wp={place}{at}{bucket(likelihood, (0.03, 0.1, 0.3, 0.6, 0.85))}",
        f"cue={word}",
        f"ct={token.tag}",
        f"gap={place}{at}{bucket(gap, (0, 1, 2, 3, 5, 8, 14, 25))}",
        f"gp={at}{bucket(gap, NEAR)}{here.ending}{here.beginning}",
        f"nseg={place}{min(site.crossed, 3)}",
        f"cuegap={bucket(likelihood, LIKELY)}{bucket(gap, (0, 1, 2, 4, 8, 14))}{at}",
        f"end={place}{at}{here.ending}",
        f"pw={bucket(gap, (0, 2, 6))}{beside}",
        f"len={place}{bucket(here.words, (1, 2, 3, 5, 8, 15))}",
        f"cl={place}{at}{here.clause}{here.beginning}{here.ending}",
    ]
    return names + _rivals(here, site) + _around_cue(site) + _gap(site)


def _rivals(here: Situation, site: CueSite) -> list[str]:
    """Strong cues nearer on this side, or as near on the other."""
    gap = len(site.gap)
    others = [other for other in here.strong if other.cue.token is not site.cue.token]
    nearer = min(2, sum(other.before == site.before and len(other.gap) < gap for other in others))
    opposite = min(
        2, sum(other.before != site.before and len(other.gap) <= max(gap, 4) and not other.crossed for other in others)
    )
    outer = min(
        2,
        sum(
            other.sentence is site.sentence and other.cue.token.index < site.cue.token.index and other.before
            for other in others
        ),
    )
    at = side(site)
    return [
        f"ns{nearer}{opposite}",
        f"ns{at}{nearer}{opposite}{bucket(site.cue.likelihood, (0.1, 0.3, 0.6))}",
        f"outer{at}{outer}{bucket(site.cue.likelihood, (0.1, 0.3, 0.6))}",
    ]


def _around_cue(site: CueSite) -> list[str]:
    tokens, token = site.sentence.tokens, site.cue.token
    before = tokens[token.position - 1] if token.position else None
    after = tokens[token.position + 1] if token.position + 1 < len(tokens) else None
    left, right = neighbour(before, BEFORE_CUE, "<S>"), neighbour(after, AFTER_CUE, "</S>")
    return [f"cp={left}{token.tag}", f"cn={right}{side(site)}{token.tag}", f"cnl={token.lower}{right}"]


def _gap(site: CueSite) -> list[str]:
    at = side(site)
    names = [
        f"gv={at}{min(3, verbs(site.gap))}",
        f"gcl={at}{int(any(token.text in ('.', ';') for token in site.gap))}",
        f"gthat={at}{int(any(token.lower == 'that' for token in site.gap[:3]))}",
    ]
    if len(site.gap) <= 3:
        names.append(f"gt={at}{'_'.join(coarse(token) for token in site.gap)}")
    return names


def pair_features(here: Situation, site: CueSite, mention: Mention) -> list[str]:
    """Of a mention as the source of the cue."""
    tokens, token = site.sentence.tokens, site.cue.token
    after_cue = mention.first > token.position
    middle = tokens[token.position + 1 : mention.first] if after_cue else tokens[mention.after : token.position]
    quoted = len({word.segment for word in middle if word.segment >= 0})
    middle = [word for word in middle if word.segment < 0]
    order = _order(here, site, mention, after_cue)
    skipped = _skipped(here, site, mention)
    turn, kind, near = "i" if after_cue else "", str(mention.kind), bucket(len(middle), NEAR)
    path = _path(middle)
    before = tokens[mention.first - 1] if mention.first else None
    lead = _lead(before)
    place = here.place(site.sentence)
    names = [
        f"o={order}{place}",
        f"mk={kind}",
        f"om={order}{kind}",
        f"path={turn}{path}",
        f"pt={turn}{lead}",
        f"ptk={lead}{kind}",
        f"nn={turn}{min(skipped, 4)}",
        f"first={int(mention.first == 0)}{order}",
        f"mq={min(quoted, 2)}",
        f"mv={turn}{min(3, verbs(middle))}",
        f"os={order}{bucket(len(site.gap), NEAR)}{near}",
        f"cv={token.tag}{turn}{bucket(len(middle), (0, 1, 3))}",
        f"opath={order}{path}",
        f"ctpt={token.tag}{turn}{bucket(skipped, (0, 1, 2))}",
        f"cord={token.lower}{order}",
        f"kp={kind}{bucket(site.cue.likelihood, LIKELY)}",
        f"ckn={token.lower}{kind}",
    ]
    if mention.kind in (MentionKind.NAME, MentionKind.HUMAN, MentionKind.HE_SHE):
        names.append(f"hum{order}{bucket(len(middle), (0, 2, 6))}")
    if mention.kind is MentionKind.NAME:
        names.append(f"sal={bucket(here.reading.frequency[mention.head], (1, 2, 4, 8))}")
    return names + _subject(here, site, mention, order, turn, skipped, lead)


def _order(here: Situation, site: CueSite, mention: Mention, after_cue: bool) -> str:
    """The order of subject, verb and quotation."""
    if site.before:
        return (
            "VQS"
            if after_cue and site.sentence.tokens[mention.first].index > here.last.index
            else ("VSQ" if after_cue else "SVQ")
        )
    if after_cue:
        return "QVS"
    return "SQV" if site.sentence.tokens[mention.first].index < here.first.index else "QSV"


def _skipped(here: Situation, site: CueSite, mention: Mention) -> int:
    """How many other mentions stand between cue and mention."""
    at, tokens = site.cue.token.position, site.sentence.tokens
    return sum(
        tokens[other.first].segment < 0
        and (
            (other.first >= mention.after and other.after <= at) or (other.first > at and other.after <= mention.first)
        )
        for other in site.sentence.mentions
    )


def _path(middle: list[Token]) -> str:
    if len(middle) > 4:
        return f"far{min(3, verbs(middle))}"
    return "_".join("," if word.text == "," else coarse(word) for word in middle)


def _lead(before: Token | None) -> str:
    """What stands before the mention."""
    if before is None:
        return "<S>"
    if before.segment >= 0 or before.tag == "Q":
        return "Q"
    return "," if before.text == "," else before.tag


def _follow(site: CueSite, mention: Mention) -> str:
    """What stands after the mention, adverbs skipped: c the cue itself, V a finite verb."""
    tokens, at = site.sentence.tokens, mention.after
    while at < len(tokens) and tokens[at].tag == "RB":
        at += 1
    if at == len(tokens):
        return "</S>"
    token = tokens[at]
    if token is site.cue.token:
        return "c"
    if token.tag in FINITE_TAGS:
        return "V"
    if token.segment >= 0:
        return "q"
    return token.text if token.text in (",", "(", ":") else token.tag


def _subject(
    here: Situation, site: CueSite, mention: Mention, order: str, turn: str, skipped: int, lead: str
) -> list[str]:
    """How much the mention looks like the subject of the cue."""
    tokens, token = site.sentence.tokens, site.cue.token
    before = tokens[mention.first - 1] if mention.first else None
    follow = _follow(site, mention)
    object_ = int(before is not None and before.tag in ("IN", "TO"))
    left = neighbour(tokens[token.position - 1] if token.position else None, BEFORE_CUE, "<S>")
    names = [
        f"fin={turn}{follow}",
        f"subj={follow}{object_}{token.tag}{turn}",
        f"subn={follow}{object_}{min(skipped, 3)}{order}",
        f"ptl={turn}{plain(before, '-') if before is not None and before.segment < 0 else '-'}",
        f"cpk={left}{token.tag}{follow}",
        f"cpo={left}{order}{bucket(skipped, (0, 1, 2))}",
    ]
    names += _by_rule(site, mention, order)
    if mention.after < len(tokens) and tokens[mention.after].tag == "POS":
        names.append(f"poss{token.tag}")
    if token.tag == "VBG":
        names.append(f"gsub={follow}{object_}{bucket(skipped, (0, 1, 2))}")
    return names


def _by_rule(site: CueSite, mention: Mention, order: str) -> list[str]:
    """Whether the rules of grammar take the mention for the cue's subject."""
    token = site.cue.token
    found = subject_of(site.sentence, token)
    same = "0" if found.mention is None else ("=" if found.mention.span == mention.span else "x")
    likely, main = bucket(site.cue.likelihood, LIKELY), main_subject(site.sentence, token)
    chain = chain_start(site.sentence.tokens, token)
    before = site.sentence.tokens[chain - 1] if chain else None
    return [
        f"rs={same}{found.rule}",
        f"rst={same}{found.rule}{token.tag}",
        f"rso={same}{order}{likely}",
        f"rsk={same}{mention.kind}",
        f"rsm={same}{int(main is not None and main.span == mention.span)}{token.tag}{found.rule}",
        f"ch={same}{neighbour(before, BEFORE_CUE, '<S>')}{token.tag}",
    ]


def unsourced_features(shared: list[str]) -> list[str]:
    """Of a cue whose source the text doesn't name, from the features of the cue."""
    return [
        "NOSRC",
        *("z" + name for name in shared[:4]),
        *("z" + name for name in shared if name.startswith(("cp=", "cn="))),
    ]
