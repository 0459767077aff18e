"""The search answered by reading every row: slow, plain, and the truth that the index is held to."""

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from itertools import permutations

from articles.models import Article, Quote
from articles.query import Node, parse, words
from articles.query.tree import (
    And,
    Attribution,
    Dates,
    Everything,
    Fuzzy,
    Kind,
    Not,
    Or,
    Phrase,
    Review,
    Undated,
    Wildcard,
    Word,
)


class Text:
    """A text in words."""

    def __init__(self, text: str):
        self.places: dict[str, list[int]] = {}
        for token in words.tokens(text):
            self.places.setdefault(token.surface, []).append(token.position)
        self.stems = {words.stem(surface) for surface in self.places}
        self.words = words.parts(text)


@dataclass
class Row:
    """What can be asked about an article or quote."""

    pk: int
    day: date | None
    texts: dict[str, list[Text]]
    """For each field the texts it holds, in words."""
    kinds: set[str] = field(default_factory=set)
    attributions: set[str] = field(default_factory=set)
    reviews: set[bool] = field(default_factory=set)
    sources: set[int] = field(default_factory=set)
    speakers: set[int] = field(default_factory=set)
    publication: int | None = None
    section: str = ""

    def hear(self, quote: Quote) -> None:
        self.kinds.add(quote.kind)
        self.reviews.add(quote.reviewed_at is not None)
        source = quote.source
        if source is None:
            self.attributions.add("unknown")
            return
        certain = quote.standing == "confirmed" or quote.confidence >= 0.8
        self.attributions.add("unnamed" if source.kind == "unnamed" else "named" if certain else "uncertain")
        self.sources.add(source.pk)
        if source.kind != "unnamed":
            self.speakers.add(source.pk)
        forms = {source.name, *(form.form for form in source.forms.all())}
        self.texts["speaker"] += [Text(form) for form in forms]


def articles() -> list[Row]:
    heard = Quote.objects.exclude(standing="rejected").select_related("source").prefetch_related("source__forms")
    found = []
    for article in Article.objects.filter(visibility="published").select_related("publication"):
        row = _row(article, article.pk, [article.headline, article.body, article.caption])
        for quote in heard.filter(article=article):
            row.hear(quote)
        found.append(row)
    return found


def quotes() -> list[Row]:
    shown = Quote.objects.exclude(standing="rejected").filter(article__visibility="published")
    found = []
    for quote in shown.select_related("article__publication", "source").prefetch_related("source__forms"):
        row = _row(quote.article, quote.pk, [quote.text])
        row.hear(quote)
        found.append(row)
    return found


def _row(article: Article, pk: int, texts: list[str]) -> Row:
    printed = {
        "": texts,
        "headline": [article.headline],
        "by": [article.byline],
        "publication": [article.publication.name] if article.publication else [],
        "section": [article.section],
        "speaker": [],
    }
    tokens = {name: [Text(text) for text in found] for name, found in printed.items()}
    return Row(pk, article.published_on, tokens, publication=article.publication_id, section=article.section)


def search(query: str, rows: list[Row]) -> set[int]:
    """Ids of the rows that a query finds."""
    tree = parse(query)
    return {row.pk for row in rows if holds(tree, row)}


def facet(name: str, rows: list[Row], ids: set[int]) -> Counter:
    counts: Counter = Counter()
    for row in rows:
        if row.pk in ids:
            value = getattr(row, name)
            counts.update(value if isinstance(value, set) else {value} - {None, ""})
    return counts


def holds(node: Node, row: Row) -> bool:
    match node:
        case Everything():
            return True
        case And(parts):
            return all(holds(part, row) for part in parts)
        case Or(parts):
            return any(holds(part, row) for part in parts)
        case Not(part):
            return not holds(part, row)
        case Dates(since, until):
            return row.day is not None and (since or date.min) <= row.day <= (until or date.max)
        case Undated():
            return row.day is None
        case Kind(value):
            return value in row.kinds
        case Attribution(value):
            return value in row.attributions
        case Review(done):
            return done in row.reviews
    return any(_stands(node, text) for text in row.texts[node.field])


def _stands(leaf: Word | Phrase | Wildcard | Fuzzy, text: Text) -> bool:
    match leaf:
        case Word(typed, name):
            return _word(typed, name, text)
        case Phrase(typed, _, near):
            wanted = words.parts(typed)
            return wanted[0] in text.places if len(wanted) == 1 else _row_of(wanted, near, text)
        case Wildcard(pattern):
            expression = re.compile(".*".join(map(re.escape, pattern.split("*"))))
            return any(expression.fullmatch(surface) for surface in text.places)
        case Fuzzy(typed, edits):
            alike = (s for s in text.places if s[0] == typed[0] and abs(len(s) - len(typed)) <= edits)
            return any(_edits(surface, typed) <= edits for surface in alike)


def _word(typed: str, name: str, text: Text) -> bool:
    wanted = [token for token in words.tokens(typed) if not token.is_ending]
    if len({token.position for token in wanted}) > 1:
        joined = "".join(words.parts(typed))
        compound = re.fullmatch(r"[^\W_]+(-[^\W_]+)+", typed) and not joined.isdigit()
        return bool(compound and words.stem(joined) in text.stems) or _row_of(words.parts(typed), 0, text)
    if name in ("speaker", "by", "publication", "section"):
        return wanted[0].surface in text.places
    return words.stem(wanted[0].surface) in text.stems


def _row_of(wanted: list[str], near: int, text: Text) -> bool:
    """Whether the words follow each other, at most `near` others between one and the next."""
    places = text.places
    orders = set(permutations(wanted)) if near and len(wanted) < 4 else {tuple(wanted)}
    for order in orders:
        ends = set(places.get(order[0], ()))
        for surface in order[1:]:
            ends = {at for at in places.get(surface, ()) if any(0 < at - end <= near + 1 for end in ends)}
        if ends:
            return True
    return False


def _edits(one: str, other: str) -> int:
    before = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        now = [row]
        for column, its in enumerate(other, 1):
            now.append(min(before[column] + 1, now[-1] + 1, before[column - 1] + (letter != its)))
        before = now
    return before[-1]
