"""How sure a quote is: the ranker's share turned into the share of such quotes that were right on articles held out.

Two numbers a kind of quote (Platt 1999), fitted in training on articles that the ranker had not learned from.
"""

import math

from .attributions import Attribution
from .document import Kind
from .weights import load

SUREST = 0.995
"""The corpus is not large enough to tell one in two hundred from one in a thousand."""
EDGE = 1e-4


def confidence(attribution: Attribution) -> float:
    """The probability, 0…1, that the words are a quotation and the mention their source."""
    slope, offset = load("confidence")["indirect" if attribution.kind is Kind.INDIRECT else "quoted"]
    return min(SUREST, 1 / (1 + math.exp(-(slope * log_odds(attribution.probability) + offset))))


def log_odds(probability: float) -> float:
    """The logarithm of the odds, kept finite."""
    inside = min(1 - EDGE, max(EDGE, probability))
    return math.log(inside / (1 - inside))
