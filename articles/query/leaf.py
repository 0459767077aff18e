"""One word, phrase or field of a query as a leaf of the tree."""

import difflib
import re

from . import words
from .dates import between, stretch
from .errors import (
    DatesReversed,
    FuzzyTooShort,
    NoSuchDay,
    NotADate,
    TooFar,
    TooFuzzy,
    UnknownField,
    UnknownKind,
    UnknownState,
    WildcardTooWide,
)
from .lexer import FIELDS, Lexeme
from .tree import Attribution, Dates, Fuzzy, Kind, Leaf, Phrase, Review, Undated, Wildcard, Word

KINDS = ("direct", "partial", "indirect")
ATTRIBUTIONS = ("named", "uncertain", "unnamed", "unknown")
STATES = ("unreviewed", "reviewed", *ATTRIBUTIONS)
MAX_NEAR = 100

_UNKNOWN_FIELD = re.compile(r"([^\W\d_]{2,}):(?!//)(.*)$", re.DOTALL)
_LIKE = re.compile(r"(.+)~([\d.]*)$", re.DOTALL)


def leaf(sign: Lexeme, field: str, *, before_value: bool) -> Leaf | None:
    """What a word or phrase asks for; None where it holds no word ("—").

    `before_value` says that a quotation mark or bracket follows without a blank. The suggestion of the QueryError raised
    is for this sign alone.
    """
    if field == "date":
        return _dated(sign, field)
    if field in ("from", "to"):
        return _open_dated(sign, field)
    if field in ("kind", "is"):
        return _state(sign.text.strip(".,;").lower(), field)
    if sign.sort == "phrase":
        return _phrase(sign, field)
    if not sign.field and (match := _UNKNOWN_FIELD.match(sign.text.lstrip("-+"))):
        _check_field(match[1], match[2], before_value)
    if "*" in sign.text:
        return _wildcard(sign.text, field)
    if (match := _LIKE.match(sign.text)) and words.split(match[1])[0]:
        return _fuzzy(match[1], match[2], field)
    return _word(sign.text, field)


def _word(text: str, field: str) -> Word | None:
    found = [token for token in words.tokens(text) if not token.is_ending]
    return Word(text[found[0].start : max(token.end for token in found)], field) if found else None


def _phrase(sign: Lexeme, field: str) -> Phrase | None:
    if sign.near > MAX_NEAR:
        raise TooFar(f'"{sign.text}"~{MAX_NEAR}', limit=MAX_NEAR, near=sign.near)
    found = words.parts(sign.text)
    return Phrase(sign.text, field, sign.near if len(found) > 1 else 0) if found else None


def _check_field(name: str, value: str, before_value: bool) -> None:
    """Raises UnknownField for "foo:bar"; a word that just ends in a colon is a word."""
    if not before_value and not words.split(value)[0]:
        return
    nearest = difflib.get_close_matches(name.lower(), FIELDS, n=1, cutoff=0.6)
    fields = ", ".join(f"{known}:" for known in dict.fromkeys(FIELDS.values()))
    raise UnknownField(f"{nearest[0]}:{value}" if nearest else f"{name} {value}", field=name, fields=fields)


def _letters(text: str) -> str:
    return "".join(c for c in words.fold(text) if c.isalnum() or words.is_inner(c))


def _wildcard(text: str, field: str) -> Leaf | None:
    if words.has_unspaced(text):
        return _word(text.replace("*", ""), field)
    pattern = re.sub(r"\*+", "*", "*".join(map(_letters, text.split("*"))))
    letters = len(pattern.replace("*", ""))
    least = 2 if pattern.endswith("*") and pattern.count("*") == 1 else 3
    if letters < least:
        plain = text.replace("*", "")
        raise WildcardTooWide(f"{field}:{plain}" if field and plain else plain, pattern=text, letters=least)
    return Wildcard(pattern, field)


def _fuzzy(text: str, edits: str, field: str) -> Leaf:
    named = f"{field}:{text}" if field else text
    if edits not in ("", "1", "2"):
        raise TooFuzzy(f"{named}~", edits=edits)
    distance = int(edits or 1)
    word = words.split(text)[0][0]
    least = 3 if distance == 1 else 5
    if len(word) < least:
        raise FuzzyTooShort(f"{named}~" if distance == 2 else named, word=text, letters=least)
    return Fuzzy(word, distance, field)


def _dated(sign: Lexeme, field: str) -> Leaf:
    text = sign.text.strip(",;")
    if text.lower() in ("unknown", "none"):
        return Undated()
    try:
        return Dates(*between(text))
    except (NotADate, NoSuchDay, DatesReversed) as error:
        error.suggestion = f"{field}:{error.suggestion}" if error.suggestion else ""
        raise


def _open_dated(sign: Lexeme, field: str) -> Leaf:
    try:
        first, last = stretch(sign.text.strip(",;"))
    except (NotADate, NoSuchDay) as error:
        error.suggestion = f"{field}:{error.suggestion}" if error.suggestion else ""
        raise
    return Dates(first, None) if field == "from" else Dates(None, last)


def _state(value: str, field: str) -> Leaf:
    known = KINDS if field == "kind" else STATES
    if value not in known:
        nearest = difflib.get_close_matches(value, known, n=1, cutoff=0.5)
        suggestion = f"{field}:{nearest[0]}" if nearest else ""
        if field == "kind":
            raise UnknownKind(suggestion, value=value)
        raise UnknownState(suggestion, value=value, values=", ".join(known))
    if field == "kind":
        return Kind(value)
    return Review(value == "reviewed") if value.endswith("reviewed") else Attribution(value)
