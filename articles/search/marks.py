"""Which words of a text a query has found, and the text with them marked."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice, zip_longest

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from rapidfuzz.distance import Levenshtein

from articles.query import Node, QueryError, leaves, parse, words
from articles.query.tree import Fuzzy, Leaf, Phrase, Wildcard, Word
from articles.query.words import Token
from articles.text.document import Span

SNIPPET = 260
"""About so many characters of an article under its headline."""
_TRIED = 40
"""So many likely places for a match are looked at, each _LOOK characters long."""
_LOOK = 60
_LEAD = 70
"""So many of them before the first word that matched."""


class _Matches(dict):
    """Whether a surface word is looked for, asked once a word."""

    def __init__(self, ask: Callable[[str], bool]):
        super().__init__()
        self.ask = ask

    def __missing__(self, surface: str) -> bool:
        known = self[surface] = self.ask(surface)
        return known


@dataclass(slots=True)
class Marker:
    """Finds in texts what the leaves of one query look for; remembers what it learnt of each surface word."""

    leaves: tuple[Leaf, ...]
    _matches: _Matches = field(init=False)
    _stems: set[str] = field(default_factory=set)
    _surfaces: set[str] = field(default_factory=set)
    _patterns: list[re.Pattern] = field(default_factory=list)
    _fuzzy: list[Fuzzy] = field(default_factory=list)
    _runs: list[tuple[list[str], int]] = field(default_factory=list)
    """(surface words in a row, how many others may stand between two of them)."""

    def __post_init__(self) -> None:
        self._matches = _Matches(self.matches)
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

    def _learn_phrase(self, parts: list[str], near: int) -> None:
        if len(parts) > 1:
            self._runs.append((parts, near))
        else:
            self._surfaces.update(parts)

    def _learn_word(self, text: str) -> None:
        found = [token for token in words.tokens(text) if not token.is_ending]
        if len({token.position for token in found}) == 1 or found[0].position == found[1].position:
            self._stems.add(words.stem(found[0].surface))
        if len({token.position for token in found}) > 1:
            self._runs.append((words.parts(text), 0))

    def spans(self, text: str) -> list[Span]:
        """What to mark in `text`, in order, never overlapping."""
        tokens = words.tokens(text)
        matches = self._matches
        found = [token[:2] for token in tokens if matches[token[2]]]
        if self._runs:
            row = _parts(tokens)
            for parts, near in self._runs:
                found.extend(_phrases(row, parts) if not near else _near(row, parts, near))
        return _merged(found)

    def matches(self, surface: str) -> bool:
        """Whether a word by itself is one that was looked for."""
        return bool(
            surface in self._surfaces
            or words.stem(surface) in self._stems
            or (self._patterns and any(pattern.fullmatch(surface) for pattern in self._patterns))
            or (self._fuzzy and any(_is_like(surface, leaf) for leaf in self._fuzzy))
        )

    def likely(self) -> re.Pattern | None:
        """Where a match may well begin, to be looked at closely; None if that can't be said."""
        beginnings = {*self._stems, *self._surfaces, *(parts[0] for parts, _ in self._runs)}
        if self._patterns or self._fuzzy or not beginnings:
            return None
        letters = sorted(re.escape(each[: max(2, len(each) - 1)]) for each in beginnings)
        return re.compile(rf"\b(?:{'|'.join(letters)})", re.IGNORECASE)


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


def marked(text: str, spans: list[Span], start: int = 0, end: int | None = None) -> SafeString:
    """`text[start:end]` as HTML, the spans in `<mark>`."""
    end = len(text) if end is None else end
    pieces: list[str] = []
    at = start
    for span in spans:
        if span.end > at and span.start < end:
            first, last = max(span.start, at), min(span.end, end)
            pieces += [text[at:first], format_html("<mark>{}</mark>", text[first:last])]
            at = last
    return format_html_join("", "{}", ((piece,) for piece in [*pieces, text[at:end]]))


def snippet(text: str, found: Marker) -> SafeString:
    """The part of an article where its first match stands, whole words, marked; its beginning if nothing matches."""
    start, end = _window(text, _first_match(text, found))
    window = " ".join(text[start:end].split())
    return format_html(
        "{}{}{}",
        "… " if start else "",
        marked(window, found.spans(window)),
        " …" if end < len(text.rstrip()) else "",
    )


def _first_match(text: str, found: Marker) -> int:
    """Where the first match stands, 0 if there is none: the whole text is read only if no likely place is one."""
    if not found.leaves:
        return 0
    if likely := found.likely():
        for place in islice(likely.finditer(text), _TRIED):
            if found.spans(text[place.start() : place.start() + _LOOK]):
                return place.start()
    spans = found.spans(text)
    return spans[0].start if spans else 0


def _window(text: str, at: int) -> tuple[int, int]:
    """A stretch of about SNIPPET characters around `at`, of whole words."""
    start = max(0, at - _LEAD)
    if start:
        blank = text.find(" ", start, at)
        start = blank + 1 if blank >= 0 else at
    end = start + SNIPPET
    if end >= len(text):
        return start, len(text)
    blank = text.rfind(" ", at, end)
    return start, blank if blank > at else end


def _is_like(surface: str, leaf: Fuzzy) -> bool:
    if surface[:1] != leaf.word[:1]:
        return False
    return Levenshtein.distance(surface, leaf.word, score_cutoff=leaf.edits) <= leaf.edits


def _parts(tokens: list[Token]) -> list[Token]:
    """One token a position: compounds taken as one, which stand before their first part, are left out."""
    return [token for token, after in zip_longest(tokens, tokens[1:]) if not after or after.position != token.position]


def _phrases(row: list[Token], parts: list[str]) -> Iterator[tuple[int, int]]:
    surfaces = [token.surface for token in row]
    for at in range(len(row) - len(parts) + 1):
        if surfaces[at] == parts[0] and surfaces[at : at + len(parts)] == parts:
            yield row[at].start, row[at + len(parts) - 1].end


def _near(row: list[Token], parts: list[str], near: int) -> Iterator[tuple[int, int]]:
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
