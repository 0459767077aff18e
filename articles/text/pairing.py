"""What the ranker looks at, as short names: of a mention as the source of a cue."""

from .features import BEFORE_CUE, LIKELY, NEAR, Features, neighbour, once, side, that_follows
from .grammar import chain_start, main_subject, subject_of
from .lexicon import FINITE_TAGS, NOUN_TAGS
from .mentions import NAME, POSSESSIVE, Mention, MentionKind, standing_between
from .reading import Reading
from .reporting import weighed
from .situation import CueSite, Situation, bucket, coarse, plain, verbs
from .tokens import Token

SOMEBODY = frozenset((MentionKind.NAME, MentionKind.HUMAN, MentionKind.HE_SHE))
SHARES = (0.01, 0.03, 0.07, 0.15, 0.3, 0.5, 0.7, 0.85, 0.95)


def pair_features(here: Situation, site: CueSite, mention: Mention) -> tuple[Features, Features]:
    """Of a mention as the source of the cue: in their sentence, and near the segment."""
    order = _order(here, site, mention)
    key = site.cue.token.position, mention.first, mention.after, order
    own = once(site.sentence, key, lambda: _in_sentence(here.reading, site, mention, order))
    apart = (
        mention.first - site.cue.token.position
        if mention.first > site.cue.token.position
        else site.cue.token.position - mention.after
    )
    near = f"{order}{bucket(len(site.gap), NEAR)}{bucket(apart, NEAR)}"
    reported = f"{site.place}{side(site)}{_reported(site, mention)}"
    return own, Features([f"o={order}{site.place}", f"os={near}", f"rpp={reported}"])


def _in_sentence(reading: Reading, site: CueSite, mention: Mention, order: str) -> list[str]:
    tokens, token = site.sentence.tokens, site.cue.token
    after_cue = mention.first > token.position
    middle = tokens[token.position + 1 : mention.first] if after_cue else tokens[mention.after : token.position]
    quoted = len({word.segment for word in middle if word.segment >= 0}) if site.sentence.quotes else 0
    middle = [word for word in middle if word.segment < 0]
    between = min(3, verbs(middle)) if middle else 0
    skipped = _skipped(site, mention)
    turn, kind = "i" if after_cue else "", str(mention.kind)
    path = _path(middle, between)
    before = tokens[mention.first - 1] if mention.first else None
    lead = _lead(before)
    names = [
        f"mk={kind}",
        f"om={order}{kind}",
        f"path={turn}{path}",
        f"pt={turn}{lead}",
        f"ptk={lead}{kind}",
        f"nn={turn}{min(skipped, 4)}",
        f"first={int(mention.first == 0)}{order}",
        f"mq={min(quoted, 2)}",
        f"mv={turn}{between}",
        f"cv={token.tag}{turn}{bucket(len(middle), (0, 1, 3))}",
        f"opath={order}{path}",
        f"ctpt={token.tag}{turn}{bucket(skipped, (0, 1, 2))}",
        f"cord={token.lower}{order}",
        f"kp={kind}{bucket(site.cue.likelihood, LIKELY)}",
        f"ckn={token.lower}{kind}",
    ]
    if mention.kind in SOMEBODY:
        names.append(f"hum{order}{bucket(len(middle), (0, 2, 6))}")
    if token.tag in NOUN_TAGS and not after_cue:
        names.append(
            f"possn={_owns(tokens, mention, token)}{that_follows(site)}{len(middle) if len(middle) < 4 else 4}"
        )
    if mention.kind is NAME:
        names.append(f"sal={bucket(reading.frequency[mention.head], (1, 2, 4, 8))}")
    return names + _subject(site, mention, order, turn, skipped, lead)


def _owns(tokens: list[Token], mention: Mention, cue: Token) -> int:
    """Whether the cue is a noun that belongs to the mention: "Lee's claim", "his claim"."""
    if mention.kind is POSSESSIVE:
        return 2
    return int(mention.after < cue.position and tokens[mention.after].tag == "POS")


def _order(here: Situation, site: CueSite, mention: Mention) -> str:
    """The order of subject, verb and quotation."""
    after_cue = mention.first > site.cue.token.position
    if site.before:
        return (
            "VQS"
            if after_cue and site.sentence.tokens[mention.first].index > here.last.index
            else ("VSQ" if after_cue else "SVQ")
        )
    if after_cue:
        return "QVS"
    return "SQV" if site.sentence.tokens[mention.first].index < here.first.index else "QSV"


def _skipped(site: CueSite, mention: Mention) -> int:
    """How many other mentions stand between cue and mention."""
    at = site.cue.token.position
    first, after = (at + 1, mention.first) if mention.first > at else (mention.after, at)
    return standing_between(site.sentence.outside, first, after)


def _path(middle: list[Token], between: int) -> str:
    """The tags between cue and mention; of many only how many verbs they are, up to three."""
    if len(middle) > 4:
        return f"far{between}"
    return "_".join(["," if word.text == "," else coarse(word) for word in middle])


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


def _subject(site: CueSite, mention: Mention, order: str, turn: str, skipped: int, lead: str) -> list[str]:
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
    names += _by_report(site, mention, order)
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


def _by_report(site: CueSite, mention: Mention, order: str) -> list[str]:
    """What the model of reported speech, which learned from far more cues, makes of the two."""
    found = weighed(site.sentence, site.cue)
    if found is None:
        return ["rp=-"]
    share = found.shares.get(mention.span, 0.0)
    likely = bucket(share, SHARES)
    return [
        f"rp={likely}",
        f"rpo={likely}{order}",
        f"rpn={bucket(share / (1.0001 - found.nothing), SHARES)}",
        f"rpb={int(share == found.most)}{likely}{mention.kind}",
    ]


def _reported(site: CueSite, mention: Mention) -> str:
    """How likely the cue is none, and how likely the mention its subject, in a word."""
    found = weighed(site.sentence, site.cue)
    if found is None:
        return "-"
    return f"{bucket(found.nothing, SHARES)}{bucket(found.shares.get(mention.span, 0.0), (0.1, 0.5))}"
