"""Which words of a text a query has found, and the text with them marked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import zip_longest

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from rapidfuzz.distance import Levenshtein

from articles.query import Node, QueryError, leaves, parse, words
from articles.query.tree import Fuzzy, Leaf, Phrase, Wildcard, Word
from articles.query.words import Token
from articles.text.document import Span

SNIPPET = 260
"""About so many characters of an article under its headline."""
_LEAD = 70
"""So many of them before the first word that matched."""


@dataclass(slots=True)
class Marker:
    """Finds in texts what the leaves of one query look for; remembers what it learnt of each surface word."""

    leaves: tuple[Leaf, ...]
    _known: dict[str, bool] = field(default_factory=dict)
    _stems: set[str] = field(default_factory=set)
    _surfaces: set[str] = field(default_factory=set)
    _patterns: list[re.Pattern] = field(default_factory=list)
    _fuzzy: list[Fuzzy] = field(default_factory=list)
    _runs: list[tuple[list[str], int]] = field(default_factory=list)
    """(surface words in a row, how many others may stand between two of them)."""

    def __post_init__(self) -> None:
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
        found = [(token.start, token.end) for token in tokens if self._matches(token.surface)]
        if self._runs:
            row = _parts(tokens)
            for parts, near in self._runs:
                found.extend(_phrases(row, parts) if not near else _near(row, parts, near))
        return _merged(found)

    def _matches(self, surface: str) -> bool:
        known = self._known.get(surface)
        if known is None:
            known = self._known[surface] = (
                surface in self._surfaces
                or words.stem(surface) in self._stems
                or any(pattern.fullmatch(surface) for pattern in self._patterns)
                or any(_is_like(surface, leaf) for leaf in self._fuzzy)
            )
        return known

    def needles(self) -> Iterator[str]:
        """Beginnings, in small letters, one of which any match begins with; "" where that can't be said."""
        for beginning in (*self._stems, *self._surfaces, *(parts[0] for parts, _ in self._runs)):
            yield beginning[: max(2, len(beginning) - 1)]
        if self._patterns or self._fuzzy:
            yield ""


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
    """Where the first match stands, 0 if there is none: looked for near likely beginnings before the whole text is."""
    small = text.lower()
    needles = list(found.needles())
    if len(small) == len(text) and needles and all(needles):
        for at in sorted(_places(small, needles)):
            near = text[max(0, at - 1) : at + SNIPPET]
            if spans := found.spans(near):
                return max(0, at - 1) + spans[0].start
    spans = found.spans(text) if found.leaves else []
    return spans[0].start if spans else 0


def _places(small: str, needles: list[str], each: int = 4) -> Iterator[int]:
    for needle in needles:
        at = -1
        for _ in range(each):
            at = small.find(needle, at + 1)
            if at < 0:
                break
            yield at


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
