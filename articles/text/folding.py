"""Letters as people type them: one folded form for all spellings of a name."""

import re
import unicodedata

_LETTERS = str.maketrans(
    {
        "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i", "ħ": "h", "œ": "oe", "æ": "ae",
        "’": "'", "‘": "'", "ʼ": "'", "ʻ": "'", "′": "'", "`": "'",
        "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "−": "-",
    }
)  # fmt: skip
_BLANKS = re.compile(r"\s+")


def small_letters(text: str) -> str:
    """`text` in lower case, with what `re.IGNORECASE` takes for the same letter as an ASCII one made that."""
    return text.replace("İ", "i").replace("ı", "i").casefold()


def fold(text: str) -> str:
    """`text` in lower case without accents, with plain apostrophes, hyphens and single blanks.

    Lengths may change: offsets into `text` do not hold for the result.
    """
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return _BLANKS.sub(" ", "".join(c for c in plain if not unicodedata.combining(c))).strip()
