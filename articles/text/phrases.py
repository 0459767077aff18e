"""The printed words of a source and of a cue, from the mention and the token that were chosen."""

from .document import Span
from .lexicon import words
from .mentions import Mention, MentionKind
from .reading import Reading
from .tokens import Token

AUXILIARY_TAGS = frozenset(("MD", "VBD", "VBZ", "VBP", "VB", "VBN", "TO", "RB"))
AUXILIARY = words(
    """has have had was were is are be been being to will would not also never could can may might did does do n't 's
    've later repeatedly previously once"""
)
INSIDE = frozenset(("of", "for", "at", "from"))
AFTERWARDS = frozenset(("in", "with", "on"))


def cue_span(reading: Reading, cue: Token) -> Span:
    """The cue with its auxiliaries; "according to" whole."""
    tokens = reading.sentences[cue.sentence].tokens
    first = last = cue.position
    if cue.lower == "according" and last + 1 < len(tokens) and tokens[last + 1].lower == "to":
        last += 1
    while first and _auxiliary(tokens[first - 1]):
        first -= 1
    return Span(tokens[first].start, tokens[last].end)


def _auxiliary(token: Token) -> bool:
    return token.tag in AUXILIARY_TAGS and token.segment < 0 and token.lower in AUXILIARY


def source_span(reading: Reading, mention: Mention, cue: Token | None) -> Span:
    """The mention with what belongs to it: "of …", "(R-Ohio)"."""
    tokens = reading.sentences[mention.sentence].tokens
    here = cue is not None and cue.sentence == mention.sentence
    before_cue = here and cue.position >= mention.after
    limit = cue.position if before_cue else len(tokens)
    after_cue = here and cue.position < mention.first
    starts = {other.first: other for other in reading.sentences[mention.sentence].mentions}
    at = mention.after
    end = at
    while at < limit:
        token = tokens[at]
        if token.segment >= 0:
            break
        if token.tag == "POS":
            at += 1
            continue
        step = _extension(tokens, at, limit, starts, named=mention.kind is MentionKind.NAME, after_cue=after_cue)
        if step is None:
            break
        at = end = step
    return Span(mention.start, tokens[end - 1].end)


def _extension(
    tokens: list[Token], at: int, limit: int, starts: dict[int, Mention], *, named: bool, after_cue: bool
) -> int | None:
    """Where the words that go on with the source at `at` end, None if none do."""
    token = tokens[at]
    if not named and (token.lower in INSIDE or (token.lower in AFTERWARDS and after_cue)):
        following = starts.get(at + 1)
        if following is None or following.after > limit or following.kind is MentionKind.DATE:
            return None
        return following.after
    if token.text == "(":
        close = next((k for k in range(at, min(limit, at + 8)) if tokens[k].text == ")"), None)
        return close + 1 if close is not None else None
    return None
