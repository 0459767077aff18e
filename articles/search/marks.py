"""Which words of a text a query has found.

Most words don't begin like any that is looked for. So only those stretches between two blanks are read closely in which
a word begins so, or in which accents, other alphabets or marks inside of words may hide that one does.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import zip_longest

from rapidfuzz.distance import Levenshtein

from articles.query import Node, QueryError, leaves, parse, words
from articles.query.tree import Fuzzy, Leaf, Phrase, Wildcard, Word
from articles.query.words import Token
from articles.text.document import Span

_UNUSUAL = re.compile("[^\\n -~–—…‘’“”]")
_BLANK, _BETWEEN_BLANKS = re.compile("[ \\n]"), re.compile("[^ \\n]+")
_IN_WORDS = ".,-'’‘`"
"""All that `words` takes out of words, of the usual characters."""
_AT_ONCE = 1000
"""Characters put into small letters at once, where a first match is looked for."""
_MARKED_INSIDE = re.compile(rf"[{re.escape(_IN_WORDS)}](?<=[^\W_].)(?=[^\W_])")


class _Found(dict):
    """What is worked out of each text once, when it is first asked for."""

    def __init__(self, ask: Callable[[str], object]):
        super().__init__()
        self.ask = ask

    def __missing__(self, word: str) -> object:
        known = self[word] = self.ask(word)
        return known


@dataclass(slots=True)
class Marker:
    """Finds in texts what the leaves of one query look for; remembers what it learnt of each surface word."""

    leaves: tuple[Leaf, ...]
    _matches: dict[str, bool] = field(init=False)
    _stretches: dict[str, tuple[tuple[int, int], ...]] = field(init=False)
    """What to mark of that which stands between two blanks."""
    _stems: set[str] = field(default_factory=set)
    _surfaces: set[str] = field(default_factory=set)
    _patterns: list[re.Pattern] = field(default_factory=list)
    _fuzzy: list[Fuzzy] = field(default_factory=list)
    _beginnings: set[str] | None = field(init=False)
    """What words that are looked for begin with, in small letters; None where that can't be told."""
    _as_cased: tuple[str, ...] = field(init=False)
    """The same as it is mostly printed, small letters first."""
    _runs: list[tuple[tuple[str, ...], int]] = field(default_factory=list)
    """(surface words in a row, how many others may stand between two of them)."""

    def __post_init__(self) -> None:
        self._matches = _Found(self.matches)
        self._stretches = _Found(self._marked_of)
        for leaf in self.leaves:
            match leaf:
                case Word(text):
                    self._learn_word(text)
                case Phrase(text, _, near):
                    self._learn_phrase(words.parts(text), near)
                case Wildcard(pattern):
                    self._patterns.append(re.compile(re.escape(pattern).replace(r"\*", ".*"), re.DOTALL))
                case Fuzzy():
                    self._fuzzy.append(leaf)
        beginnings = {_beginning(stem) for stem in self._stems} | self._surfaces
        beginnings |= {leaf.pattern.partition("*")[0] for leaf in self.leaves if isinstance(leaf, Wildcard)}
        beginnings |= {leaf.word[0] for leaf in self._fuzzy}
        self._beginnings = beginnings if "" not in beginnings else None
        begun = self._beginnings or ()
        self._as_cased = tuple(dict.fromkeys((*begun, *map(str.capitalize, begun), *map(str.upper, begun))))

    def _learn_phrase(self, parts: list[str], near: int) -> None:
        if len(parts) > 1:
            self._runs.append((tuple(parts), near))
        else:
            self._surfaces.update(parts)

    def _learn_word(self, text: str) -> None:
        found = [token for token in words.tokens(text) if not token.is_ending]
        if len({token.position for token in found}) == 1 or found[0].position == found[1].position:
            self._stems.add(words.stem(found[0].surface))
        if len({token.position for token in found}) > 1:
            self._runs.append((tuple(words.parts(text)), 0))

    def spans(self, text: str) -> list[Span]:
        """What to mark in `text`, in order, never overlapping."""
        printed = text.lower()
        found = [place for stretch in self._read(text, printed) for place in stretch]
        for parts, near in self._runs:
            found.extend(_run_in(text, printed, parts, near))
        return _merged(found) if found else []

    def first(self, text: str) -> int | None:
        """Where the first match stands, or an early one; None if there is none."""
        word = self._usual_word(text)
        if word is None and self._beginnings != set():
            word = next((stretch[0][0] for stretch in self._read(text, text.lower())), None)
        runs = (_usual_run(text, parts, word) for parts, near in self._runs if not near)
        found = min((place for place in (word, *runs) if place is not None), default=None)
        if found is None and self._runs:
            found = next((span.start for span in self.spans(text)), None)
        return found

    def _usual_word(self, text: str) -> int | None:
        """Where a single word first stands that begins as it is mostly printed."""
        first, end = None, len(text)
        for letters in self._as_cased:
            for at in _begun(text, letters, end):
                start, stop = _stretch(text, at, at)
                if marked := self._stretches[text[start:stop]]:
                    first = end = start + marked[0][0]
                    break
        return first

    def _read(self, text: str, printed: str) -> Iterator[list[tuple[int, int]]]:
        """The places of the single words that are looked for, those of a stretch together, in order; `printed` is the
        text in small letters."""
        can_tell = self._beginnings is not None and len(printed) == len(text)
        end = -1
        for at in self._places(printed) if can_tell else _all_stretches(text):
            if at > end:
                start, end = _stretch(text, at, at)
                if marked := self._stretches[text[start:end]]:
                    yield [(start + first, start + last) for first, last in marked]

    def _places(self, printed: str) -> list[int]:
        """Where words begin with some of the letters; and where other characters or marks inside may hide that."""
        if not self._beginnings:
            return []
        places = [match.start() for match in _UNUSUAL.finditer(printed)]
        for letters in self._beginnings:
            places.extend(_begun(printed, letters, len(printed)))
        if inside := _MARKED_INSIDE.search(printed):
            squeezed = _squeezed(printed)
            if any(squeezed.count(_squeezed(letters)) != printed.count(letters) for letters in self._beginnings):
                places.extend(match.start() for match in _MARKED_INSIDE.finditer(printed, inside.start()))
        places.sort()
        return places

    def _marked_of(self, stretch: str) -> tuple[tuple[int, int], ...]:
        return tuple(
            (at + start, at + end)
            for at, piece in words.printed(stretch)
            for surface, start, end in words.within(piece)
            if self._matches[surface]
        )

    def matches(self, surface: str) -> bool:
        """Whether a word by itself is one that was looked for."""
        return bool(
            surface in self._surfaces
            or words.stem(surface) in self._stems
            or (self._patterns and any(pattern.fullmatch(surface) for pattern in self._patterns))
            or (self._fuzzy and any(_is_like(surface, leaf) for leaf in self._fuzzy))
        )


def marker(tree: Node, *fields: str) -> Marker:
    """What marks the words that `tree` looks for, of leaves without a field or with one of these."""
    kinds = Word | Phrase | Wildcard | Fuzzy
    return Marker(tuple(leaf for leaf in leaves(tree) if isinstance(leaf, kinds) and leaf.field in ("", *fields)))


def marks(q: str, text: str) -> tuple[Span, ...]:
    """Half-open spans of `text` that match the words of query `q`, in order; none for a query that can't be read."""
    try:
        return tuple(marker(parse(q)).spans(text))
    except QueryError:
        return ()


def _stretch(text: str, first: int, last: int) -> tuple[int, int]:
    """From the blank before `first` to the blank after `last`."""
    start = max(text.rfind(" ", 0, first), text.rfind("\n", 0, first)) + 1
    blank = _BLANK.search(text, last)
    return start, blank.start() if blank else len(text)


def _all_stretches(text: str) -> Iterator[int]:
    """Where each stretch between two blanks begins."""
    return (match.start() for match in _BETWEEN_BLANKS.finditer(text))


def _begun(printed: str, letters: str, end: int) -> Iterator[int]:
    """Where words may begin with these letters before `end`: not within others, but a number may end there."""
    at = printed.find(letters, 0, end)
    while at >= 0:
        if not at or not printed[at - 1].isalpha():
            yield at
        at = printed.find(letters, at + 1, end)


def _beginning(stem: str) -> str:
    """The letters that every word with this stem begins with: "happ" of happy, "d" of dying, "possib" of possibility."""
    changed = 2 if stem.endswith("ie") else stem.endswith(("e", "i", "y", "bl"))
    return stem[: max(1, len(stem) - changed)]


def _run_in(text: str, printed: str, parts: tuple[str, ...], near: int) -> Iterable[tuple[int, int]]:
    """What a run of words marks; `printed` is the text in small letters."""
    letters = _letters(printed)
    if near or len(printed) != len(text) or _meets_itself(parts):
        row = _parts(words.tokens(text)) if all(_squeezed(part) in letters for part in parts) else []
        return _near(row, parts, near) if near else _phrases(row, parts)
    may_be = len(_run(parts).findall(letters))
    usual = [place for place in _printed_run(parts).finditer(printed) if _run(parts).search(_letters(place[0]))]
    if len(usual) < may_be:
        return _phrases(_parts(words.tokens(text)), parts)
    return set(_read_runs(text, usual, 0, parts))


def _read_runs(text: str, places: Iterable[re.Match], begin: int, parts: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """The runs of words at places where they are printed in the usual way; these are counted from `begin`."""
    for place in places:
        start, end = _stretch(text, begin + place.start(), begin + place.end())
        for first, last in _phrases(_parts(words.tokens(text[start:end])), parts):
            yield start + first, start + last


def _usual_run(text: str, parts: tuple[str, ...], before: int | None) -> int | None:
    """Where the first of them begins, if it does so before this place."""
    longest = sum(map(len, parts)) + 4 * len(parts)
    for begin in range(0, len(text) if before is None else before, _AT_ONCE):
        some = text[begin : begin + _AT_ONCE + longest]
        printed = some.lower()
        places = _printed_run(parts).finditer(printed) if len(printed) == len(some) else ()
        for first, _end in _read_runs(text, places, begin, parts):
            return first
    return None


def _letters(printed: str) -> str:
    """A text in small letters without what may stand inside of words, accents taken off."""
    return _squeezed(_UNUSUAL.sub(lambda found: words.plain(found[0]), printed))


@lru_cache(maxsize=100)
def _meets_itself(parts: tuple[str, ...]) -> bool:
    """Whether one run may begin inside of another, as "on and on" does."""
    letters = _squeezed("".join(parts))
    return any(letters.startswith(letters[at:]) for at in range(1, len(letters)))


@lru_cache(maxsize=100)
def _run(parts: tuple[str, ...]) -> re.Pattern:
    """Words one after the other in a squeezed text."""
    return re.compile(r"[\W_]*".join(re.escape(_squeezed(part)) for part in parts))


@lru_cache(maxsize=100)
def _printed_run(parts: tuple[str, ...]) -> re.Pattern:
    """Words one after the other as they are mostly printed, in small letters."""
    return re.compile(r"\W{1,4}".join(map(re.escape, parts)).replace(r"\W{1,4}'", r"\W"))


def _squeezed(text: str) -> str:
    """The text without what may stand inside of words."""
    for mark in _IN_WORDS:
        text = text.replace(mark, "")
    return text


def _is_like(surface: str, leaf: Fuzzy) -> bool:
    if surface[:1] != leaf.word[:1]:
        return False
    return Levenshtein.distance(surface, leaf.word, score_cutoff=leaf.edits) <= leaf.edits


def _parts(tokens: list[Token]) -> list[Token]:
    """One token a position: compounds taken as one, which stand before their first part, are left out."""
    return [token for token, after in zip_longest(tokens, tokens[1:]) if not after or after.position != token.position]


def _phrases(row: list[Token], parts: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    surfaces = tuple(token.surface for token in row)
    for at in range(len(row) - len(parts) + 1):
        if surfaces[at] == parts[0] and surfaces[at : at + len(parts)] == parts:
            yield row[at].start, row[at + len(parts) - 1].end


def _near(row: list[Token], parts: tuple[str, ...], near: int) -> Iterator[tuple[int, int]]:
    """Each word of a group that stands near enough together, whatever its order."""
    places = [(at, token) for at, token in enumerate(row) if token.surface in parts]
    for first, (at, _) in enumerate(places):
        group = [place for place in places[first:] if place[0] - at <= (near + 1) * (len(parts) - 1)]
        if {token.surface for _, token in group} == set(parts):
            yield from ((token.start, token.end) for _, token in group)


def _merged(found: list[tuple[int, int]]) -> list[Span]:
    spans: list[Span] = []
    for start, end in sorted(set(found)):
        if spans and start < spans[-1].end:
            spans[-1] = Span(spans[-1].start, max(end, spans[-1].end))
        else:
            spans.append(Span(start, end))
    return spans
