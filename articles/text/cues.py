"""Words that may say that somebody said something, each with how likely it does."""

from dataclasses import dataclass
from functools import cache

from .lexicon import AUXILIARIES, VERB_TAGS
from .reading import Sentence
from .tokens import Token
from .weights import load

DASHES = frozenset("—–-―") | {"--"}
COLON = ":"
ANY_VERB = 0.03
"""The likelihood of a verb never seen as a cue."""
LEAST_NOUN = 0.12


@dataclass(frozen=True, slots=True)
class Cue:
    """A word outside quotation marks and how likely it is a cue (0…1)."""

    token: Token
    likelihood: float


@cache
def likelihoods() -> dict[str, float]:
    """How often each word was part of a cue in training, by lower-cased word."""
    return load("cues")


def cues(sentence: Sentence) -> list[Cue]:
    """The possible cues of a sentence, in order."""
    if sentence.cues is None:
        sentence.cues = [cue for token in sentence.tokens if token.segment < 0 and (cue := _cue(token, sentence))]
    return sentence.cues


def _cue(token: Token, sentence: Sentence) -> Cue | None:
    known = likelihoods().get(token.lower)
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
    if token.text in DASHES and (token.position < 3 or sentence.tokens[token.position - 1].segment >= 0):
        return Cue(token, 0.1)
    return None
