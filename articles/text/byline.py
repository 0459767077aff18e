"""Who wrote an article, read out of its byline."""

import re
from dataclasses import dataclass

from .filing import family_starts

_LEAD = re.compile(r"^\s*(?:by|from)\b[:\s]*", re.IGNORECASE)
_TAIL = re.compile(
    r"(?:[.;]\s+|\s*[\u2013\u2014|]\s*).*$"  # ". Email: …", " | Chief reporter"
    r"|,?\s*(?:special to|contribut|report(?:ing|ed) from|with reporting).*$"
    r"|\s*\(.*?\)",
    re.IGNORECASE | re.DOTALL,
)
_INITIAL_STOP = re.compile(r"\b([^\W\d_])\.(?=\s)")
_PARTING = re.compile(r"\s*(?:,\s*(?:and|&)\s+|\s+(?:and|&)\s+|[,;]|\s+with\s+)\s*", re.IGNORECASE)
_SUFFIX = re.compile(r"^(?:jr|sr|ii|iii|iv|ph\.?d|m\.?d)\.?$", re.IGNORECASE)
_PARTICLE = frozenset(
    [
        "al",
        "bin",
        "da",
        "dal",
        "de",
        "del",
        "della",
        "den",
        "der",
        "di",
        "dos",
        "du",
        "el",
        "ibn",
        "la",
        "le",
        "st",
        "st.",
        "ten",
        "ter",
        "van",
        "von",
        "zu",
    ]
)
_BODY = re.compile(
    r"\b(?:news|press|reuters|associated|agency|agencies|staff|desk|editorial|editors?|board|team|times|post|today"
    r"|journal|tribune|courier|herald|ledger|magazine|service|wire|bureau|correspondents?|reporters?)\b|[@:/]|\d",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Author:
    """A person by given and family name, or a body ("AP", "Newsroom staff") by `family` alone."""

    family: str
    given: str = ""

    @property
    def name(self) -> str:
        return f"{self.given} {self.family}".strip()


def authors(byline: str) -> tuple[Author, ...]:
    """The authors a byline names, in order; names in capitals come back in ordinary letters."""
    rest = _TAIL.sub("", _INITIAL_STOP.sub("\\1\u2024", _LEAD.sub("", byline))).replace("\u2024", ".")
    found: list[Author] = []
    for piece in filter(None, _PARTING.split(rest.strip())):
        if found and _SUFFIX.match(piece):
            found[-1] = Author(f"{found[-1].family} {piece}", found[-1].given)
        elif found and (piece.startswith("The ") or _BODY.search(piece)):
            continue
        else:
            found.append(_author(piece.strip(" .")))
    return tuple(dict.fromkeys(found))


def _author(name: str) -> Author:
    words = name.split()
    if len(words) < 2 or _BODY.search(name):
        return Author(name)
    if name.isupper():
        words = [_ordinary(word) for word in words]
    suffix = [words.pop()] if len(words) > 2 and _SUFFIX.match(words[-1]) else []
    first = family_starts(words)
    return Author(" ".join(words[first:] + suffix), " ".join(words[:first]))


def _ordinary(word: str) -> str:
    if word.lower() in _PARTICLE:
        return word.lower()
    titled = re.sub(r"[^\W\d_]+", lambda letters: letters.group().capitalize(), word)
    return re.sub(r"^(Mc)([a-z])", lambda parts: parts.group(1) + parts.group(2).upper(), titled)
