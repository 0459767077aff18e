"""Words that may say that somebody said something, each with how likely it does."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from .lexicon import AUXILIARIES, VERB_TAGS
from .mentions import dateline
from .tokens import Token
from .weights import load

DASHES = frozenset("—–-―") | {"--"}
COLON = ":"
ANY_VERB = 0.03
"""The likelihood of a verb never seen as a cue."""
LEAST_NOUN = 0.12


@dataclass(slots=True)
class Cue:
    """A word outside quotation marks and how likely it is a cue (0…1)."""

    token: Token
    likelihood: float


@cache
def likelihoods() -> dict[str, float]:
    """How likely each word is part of a cue, by lower-cased word, as counted in training."""
    return load("cues")


def cues(tokens: Sequence[Token], likely: Mapping[str, float]) -> list[Cue]:
    """The possible cues among the tokens of a tagged sentence, in order."""
    after = dateline(tokens)
    return [cue for token in tokens[after:] if token.segment < 0 and (cue := _cue(token, tokens, likely))]


def _cue(token: Token, tokens: Sequence[Token], likely: Mapping[str, float]) -> Cue | None:
    known = likely.get(token.lower)
    if token.tag in VERB_TAGS:
        if known is None:
            return Cue(token, ANY_VERB) if token.tag in ("VBD", "VBZ", "VBG") else None
        return None if token.lower in AUXILIARIES and known < 0.02 else Cue(token, known)
    if token.lower == "according":
        return Cue(token, 0.95)
    if token.text == COLON:
        return Cue(token, 0.5)
    if known is not None and known >= LEAST_NOUN and token.tag in ("NN", "NNS", "IN", "JJ", "RB"):
        return Cue(token, known)
    if token.text in DASHES and (token.position < 3 or tokens[token.position - 1].segment >= 0):
        return Cue(token, 0.1)
    return None
