"""Names whose accents were lost to a wrong encoding: "GarcÃ­a" is García."""

import re
import unicodedata
from functools import lru_cache

from .folding import MOST_KEPT

SIGNS = re.compile("[ÃÂ]|A[\u0302\u0303]")
FLATTENED = (("1⁄4", "¼"), ("Ão", "Ãº"), ("Âo", "Âº"), ("Ãa", "Ãª"), ("Âa", "Âª"))
"""What compatibility forms made of the second half of a letter, and what it was."""
TIMES = 3
"""How often a text may have been encoded wrongly."""


@lru_cache(MOST_KEPT)
def mended(name: str) -> str:
    """The name with its accents; as it is where nothing shows damage or it can't be undone."""
    if not SIGNS.search(name):
        return name
    plain = unicodedata.normalize("NFC", name)
    return _decoded(plain) or _decoded(_unflattened(plain)) or name


def _unflattened(name: str) -> str:
    for flat, sign in FLATTENED:
        name = name.replace(flat, sign)
    return name


def _decoded(name: str) -> str:
    """The name read as UTF-8 that was taken for Latin-1, "" if it isn't that."""
    found = ""
    for _ in range(TIMES):
        if not SIGNS.search(name):
            break
        try:
            name = found = name.encode("latin-1").decode("utf-8")
        except UnicodeError:
            return ""
    return found
