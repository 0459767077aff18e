"""Paragraphs cut into sentences; a quotation's own end does not end the sentence around it."""

from collections.abc import Iterator, Sequence

from .tokens import Token

CLOSING = frozenset("\"”’'»)]")
ENDINGS = frozenset((".", "!", "?", "…", "..."))
ABBREVIATED = frozenset(("Inc.", "Corp.", "U.S.", "U.K.", "D.C.", "U.N.", "a.m.", "p.m.", "Jr.", "Sr.", "Co.", "Ltd."))
OPENERS = frozenset(("The", "He", "She", "But", "In", "They", "It", "A", "And", "On"))
MAY_END = CLOSING | ENDINGS | ABBREVIATED
LONGEST = 160
"""Tokens after which a sentence is cut, so that work on pairs of its words stays bounded."""


def sentences(text: str, tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """The sentences of one paragraph's tokens, in order."""
    first, last = 0, len(tokens) - 1
    for number, token in enumerate(tokens):
        length = number + 1 - first
        if (
            number == last
            or length >= LONGEST
            or (token.text in MAY_END and _ends(text, tokens, number, tokens[number + 1], length))
        ):
            yield list(tokens[first : number + 1])
            first = number + 1


def _ends(text: str, tokens: Sequence[Token], number: int, following: Token, length: int) -> bool:
    back = number
    while back > number - min(length, 6) and tokens[back].text in CLOSING:
        back -= 1
    last = tokens[back].text
    if last in ABBREVIATED:
        return following.text in OPENERS
    if last not in ENDINGS:
        return False
    if following.text in CLOSING and not (following.text in "\"'" and text[following.start - 1].isspace()):
        return False
    first = following
    if following.text in "\"“‘'(«„" and number + 2 < len(tokens):
        first = tokens[number + 2]
    return first.text[0].isupper() or first.text[0].isdigit() or first.text[0] in "[@#“\"‘'$£€"
