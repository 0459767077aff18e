"""How sure a quote is: the share of such quotes that were right on articles that the weights had not learned from.

What the ranker decided is mapped by two numbers (Platt 1999), indirect speech by two others; each rule that overrules
the ranker has the share of its answers that were right.
"""

import math

from .attributions import Attribution
from .choice import Way
from .document import Kind
from .weights import load

SUREST = 0.995
"""The corpus is not large enough to tell one in two hundred from one in a thousand."""
EDGE = 1e-4


def confidence(attribution: Attribution) -> float:
    """The probability, 0…1, that the words are a quotation and the mention their source."""
    measured = load("confidence")
    if attribution.way is not Way.RANKER:
        return measured["rules"][attribution.way]
    slope, offset = measured["indirect" if attribution.kind is Kind.INDIRECT else "quoted"]
    return min(SUREST, 1 / (1 + math.exp(-(slope * log_odds(attribution.probability) + offset))))


def log_odds(probability: float) -> float:
    """The logarithm of the odds, kept finite."""
    inside = min(1 - EDGE, max(EDGE, probability))
    return math.log(inside / (1 - inside))
