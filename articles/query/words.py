"""The one analyzer: what counts as a word in queries, in the index and under the marker.

| printed or typed         | surface words      | stems (what a plain word finds)    |
|--------------------------|--------------------|------------------------------------|
| Sánchez, SANCHEZ         | sanchez            | sanchez                            |
| Kim's, Kim’s             | kim, 's            | kim                                |
| O'Brien, O’Brien         | obrien             | obrien                             |
| U.S., US                 | us                 | us                                 |
| co-operate               | co + operate, and cooperate in their place | the stems of all three |
| running                  | running            | run                                |
| 1,000                    | 1000               | 1000                               |
| 北京                     | 北, 京             | 北, 京                             |

A *surface* word is the printed one with case, accents and kinds of marks taken off; phrases, wildcards and spelling
look at surface words. A *stem* is that word without its ending (Snowball's English stemmer, because Whoosh's own Porter
keeps "runn" for "running"); plain words look at stems. No word is left out: "to be or not to be" can be found. Scripts
written without spaces give one word a character, and a typed run of them is looked for as a phrase.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from whoosh.lang.porter2 import stem as english_stem

VERSION = 1
"""Grows whenever a text would give other words: an index made with another version is rebuilt."""

SEPARATOR = "\u2029"
"""Stands between texts that no phrase may cross, such as two names: a word of its own that can't be typed."""


class Token(NamedTuple):
    """One surface word of a text."""

    start: int
    end: int
    """Half-open offsets into the text, in characters."""
    surface: str
    position: int
    """Counts the words; a hyphenated word taken as one shares the position of its first part."""

    @property
    def is_ending(self) -> bool:
        """An ending such as 's, which plain words never look for."""
        return self.surface[0] in f"'{SEPARATOR}"


def _ranges(codes: list[int]) -> str:
    """A regular expression's character class content for these code points."""
    runs: list[list[int]] = []
    for code in codes:
        if runs and code == runs[-1][1] + 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return "".join(f"\\u{first:04x}-\\u{last:04x}" for first, last in runs)


# Characters that stand inside a word without being letters: combining marks, soft hyphen, joiners.
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_INNER = _ranges([c for c in range(0x300, 0xFFFF) if unicodedata.category(chr(c))[0] == "M"]) + _INVISIBLE
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
_IS_UNSPACED, _IS_INNER = re.compile(f"[{_UNSPACED}]"), re.compile(f"[{_INNER}]")
_LETTER = f"(?:(?![{_UNSPACED}])[^\\W_]|[{_INNER}])"
_APOSTROPHES = "'’‘ʼ‛′＇`´"
_HYPHENS = "‐‑-"  # the plain one last: it stands in character classes

_WORD = rf"{_LETTER}+(?:[{_APOSTROPHES}]{_LETTER}+)*"
_PIECE = re.compile(
    r"[A-Za-z]{2,}+(?=[\s,;:!?)”]|\.\s)"  # most words, quickly
    rf"|[^\W\d_](?:\.[^\W\d_])+\.?(?!{_LETTER})"  # U.S.
    r"|\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+\.\d+(?![\d.])"  # 1,000 and 3.5
    rf"|[{_UNSPACED}{SEPARATOR}][{_INNER}]*"
    rf"|{_WORD}(?:[{_HYPHENS}]{_WORD})*"
)
_HYPHEN = re.compile(f"[{_HYPHENS}]")
_ENDING = re.compile(rf"[{_APOSTROPHES}](s|re|ve|ll|d|m)$", re.IGNORECASE)
_MARKS_OF_WORDS = str.maketrans(dict.fromkeys(_APOSTROPHES + _INVISIBLE + ".", None))
_MARKS_OF_NUMBERS = str.maketrans(dict.fromkeys(_APOSTROPHES + _INVISIBLE + ",", None))
_LOOKALIKES = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h", "ı": "i", "ŋ": "n", "ŧ": "t"}
)


def fold(word: str) -> str:
    """The word without case and accents: "Müller" and "MULLER" give "muller"."""
    word = word.casefold()
    if word.isascii():
        return word
    plain = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    return plain.translate(_LOOKALIKES).casefold()


@lru_cache(maxsize=200_000)
def stem(surface: str) -> str:
    """What a plain word looks for: the surface word without its English ending."""
    return english_stem(surface) if surface.isascii() and surface.isalpha() and len(surface) > 2 else surface


def _plain(printed: str) -> str:
    """The surface word of a printed one, without its marks; a decimal point stays."""
    return fold(printed).translate(_MARKS_OF_NUMBERS if printed[:1].isdigit() else _MARKS_OF_WORDS)


class _Part(NamedTuple):
    """A surface word of a printed piece: where it stands in it, and how many positions come before the next word."""

    surface: str
    start: int
    end: int
    step: int


def _parts(word: str, start: int) -> Iterator[_Part]:
    """A printed word, which stands at `start` of its piece, and its ending."""
    ending = _ENDING.search(word)
    cut = start + (ending.start() if ending else len(word))
    if plain := _plain(word[: cut - start]):
        yield _Part(plain, start, cut, 1)
    if ending:
        yield _Part("'" + ending[1].lower(), cut, start + len(word), 1)


class _Pieces(dict):
    """The parts of each printed piece, remembered; a compound taken as one comes before its parts."""

    def __missing__(self, piece: str) -> tuple[_Part, ...]:
        found: list[_Part] = []
        start = 0
        for word in _HYPHEN.split(piece):
            found.extend(_parts(word, start))
            start += len(word) + 1
        words = [part for part in found if part.surface[0] != "'"]
        joined = "".join(part.surface for part in words)
        if len(words) > 1 and not joined.isdigit():
            found.insert(0, _Part(joined, 0, words[-1].end, 0))
        if len(self) < 500_000:
            self[piece] = tuple(found)
            if len(found) == 1:
                _plain_words[piece] = found[0].surface
        return tuple(found)


_pieces = _Pieces()
_plain_words: dict[str, str] = {}
"""The surface word of each piece that is just one, as most are."""


def tokens(text: str) -> list[Token]:
    """The words of `text` in order, with their places; a compound before its parts."""
    found = []
    position = 0
    make, new = found.append, tuple.__new__  # a quarter of the time that Token(…) takes
    for match in _PIECE.finditer(text):
        at = match.start()
        for surface, start, end, step in _pieces[match.group()]:
            make(new(Token, (at + start, at + end, surface, position)))
            position += step
    return found


def printed(text: str) -> Iterator[tuple[int, str]]:
    """Where each printed piece of `text` stands, such as "Kim's" or "co-operate", and the piece."""
    return ((match.start(), match.group()) for match in _PIECE.finditer(text))


def within(piece: str) -> tuple[tuple[str, int, int], ...]:
    """The surface words of one printed piece, with their places in it; a compound before its parts."""
    return tuple(part[:3] for part in _pieces[piece])


def split(text: str) -> tuple[list[str], list[int] | None]:
    """The surface words of `text` and their positions; None where those are simply 0, 1, 2, …"""
    pieces = _PIECE.findall(text)
    surfaces = list(map(_plain_words.get, pieces))
    steps = [1] * len(pieces)
    others = [at for at, surface in enumerate(surfaces) if surface is None]
    for at in reversed(others):
        parts = _pieces[pieces[at]]
        surfaces[at : at + 1] = [part.surface for part in parts]
        steps[at : at + 1] = [part.step for part in parts]
    return surfaces, None if all(steps) else [0, *accumulate(steps[:-1])]


def parts(text: str) -> list[str]:
    """The surface words of a phrase, one a position: compounds only as their parts, endings included."""
    return [part.surface for piece in _PIECE.findall(text) for part in _pieces[piece] if part.step]


def plain(character: str) -> str:
    """What a character gives to the surface word it stands in; nothing if it stands between words."""
    return _plain(character) if character.isalnum() or is_inner(character) or has_unspaced(character) else ""


def has_unspaced(text: str) -> bool:
    """Whether some of it is in a script written without spaces."""
    return any(_IS_UNSPACED.match(character) for character in text)


def is_inner(character: str) -> bool:
    """Whether it stands inside words without being a letter: a mark that belongs to the letter before."""
    return _IS_INNER.match(character) is not None
