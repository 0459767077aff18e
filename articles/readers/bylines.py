"""Names out of a byline as printed."""

import re

_BY = re.compile(r"^\s*(?:by|von|par|por|di|door|af|av)\s+(?=\S)", re.IGNORECASE)
_JUNK = frozenset({"username", "admin", "author", "staff", "unknown", "none", "editor"})


def byline(printed: str) -> str:
    """`printed` without "By", on one line, each name once; "" for no name."""
    words = _BY.sub("", " ".join(printed.split())).strip(" ,;|")
    return "" if words.casefold() in _JUNK or "://" in words else words[:300]


def joined(names: list[str]) -> str:
    """Several authors as one byline, one who is named twice named once."""
    kept: dict[str, str] = {}
    for name in map(byline, names):
        if name:
            kept.setdefault(name.casefold(), name)
    return ", ".join(kept.values())[:300]
