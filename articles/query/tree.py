"""What a query means: a tree of small frozen nodes, and its way back to the query language."""

from dataclasses import dataclass
from datetime import date, timedelta

TEXT_FIELDS = {
    "speaker": "speaker",
    "source": "speaker",
    "by": "by",
    "byline": "by",
    "author": "by",
    "headline": "headline",
    "title": "headline",
    "publication": "publication",
    "paper": "publication",
    "section": "section",
}
"""Every way to write a field that holds words, and its name."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word as typed; found by its stem. One with several parts ("co-operate", 北京) is found as they follow."""

    text: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words as written, never stemmed; with `near`, that many other words may stand between one and the next."""

    text: str
    field: str = ""
    near: int = 0


@dataclass(frozen=True, slots=True)
class Wildcard:
    """A folded surface word in which * stands for any characters."""

    pattern: str
    field: str = ""

    @property
    def prefix(self) -> str:
        """The beginning before a single * at the end, or "" for any other pattern."""
        return self.pattern[:-1] if self.pattern.index("*") == len(self.pattern) - 1 else ""


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """Surface words that differ from this one by at most `edits` letters."""

    word: str
    edits: int = 1
    field: str = ""


@dataclass(frozen=True, slots=True)
class Dates:
    """Articles of these days, both included; None is open. Articles without a date are in none of them."""

    since: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class Undated:
    """Articles without a date."""


@dataclass(frozen=True, slots=True)
class Kind:
    """Quotes of a kind: direct, partial or indirect."""

    value: str


@dataclass(frozen=True, slots=True)
class Attribution:
    """Quotes by how well the source is known: named, uncertain, unnamed or unknown."""

    value: str


@dataclass(frozen=True, slots=True)
class Review:
    """Quotes that a person has decided on, or has not."""

    done: bool


@dataclass(frozen=True, slots=True)
class Everything:
    """No condition at all."""


@dataclass(frozen=True, slots=True)
class Not:
    part: "Node"


@dataclass(frozen=True, slots=True)
class And:
    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Or:
    parts: tuple["Node", ...]


Leaf = Word | Phrase | Wildcard | Fuzzy | Dates | Undated | Kind | Attribution | Review
Node = Leaf | Everything | Not | And | Or


def all_of(parts: list[Node]) -> Node:
    """One node for parts that must all hold; nested ones are laid flat."""
    flat = [piece for part in parts for piece in (part.parts if isinstance(part, And) else (part,))]
    flat = [part for part in flat if not isinstance(part, Everything)]
    return And(tuple(flat)) if len(flat) > 1 else flat[0] if flat else Everything()


def any_of(parts: list[Node]) -> Node:
    """One node for parts of which one must hold."""
    flat = [piece for part in parts for piece in (part.parts if isinstance(part, Or) else (part,))]
    return Or(tuple(flat)) if len(flat) > 1 else flat[0]


def leaves(node: Node) -> list[Leaf]:
    """Every leaf that makes a hit, in order: nothing below a NOT."""
    match node:
        case Not() | Everything():
            return []
        case And(parts) | Or(parts):
            return [leaf for part in parts for leaf in leaves(part)]
    return [node]


def write(node: Node) -> str:
    """The query that reads as this tree: `parse(write(tree)) == tree`."""
    match node:
        case Everything():
            return ""
        case And(parts):
            return " ".join(f"({write(part)})" if isinstance(part, Or) else write(part) for part in parts)
        case Or(parts):
            return " OR ".join(f"({write(part)})" if isinstance(part, And) else write(part) for part in parts)
        case Not(part):
            return f"NOT ({write(part)})" if isinstance(part, And | Or | Not) else f"-{write(part)}"
    return _write_leaf(node)


def describe(node: Node) -> str:
    """How the query is understood, every operator written out; "" for Everything."""
    match node:
        case Everything():
            return ""
        case And(parts) | Or(parts):
            operator = " AND " if isinstance(node, And) else " OR "
            return operator.join(
                f"({describe(part)})" if isinstance(part, And | Or) else describe(part) for part in parts
            )
        case Not(part):
            return f"NOT ({describe(part)})" if isinstance(part, And | Or | Not) else f"NOT {describe(part)}"
    return _write_leaf(node)


def _write_leaf(leaf: Leaf) -> str:
    match leaf:
        case Word(text, field):
            return f"{_named(field)}{text}"
        case Phrase(text, field, near):
            return f'{_named(field)}"{text}"' + (f"~{near}" if near else "")
        case Wildcard(pattern, field):
            return f"{_named(field)}{pattern}"
        case Fuzzy(word, edits, field):
            return f"{_named(field)}{word}~" + (str(edits) if edits > 1 else "")
        case Dates(since, until):
            return _write_dates(since, until)
        case Undated():
            return "date:unknown"
        case Kind(value):
            return f"kind:{value}"
        case Attribution(value):
            return f"is:{value}"
        case Review(done):
            return "is:reviewed" if done else "is:unreviewed"


def _named(field: str) -> str:
    return f"{field}:" if field else ""


def _write_dates(since: date | None, until: date | None) -> str:
    if since and until:
        return f"date:{_stretch(since, until)}"
    return f"from:{since}" if since else f"to:{until}"


def _stretch(since: date, until: date) -> str:
    """ "2018" for a whole year, "2018-07" for a month, a day, or first and last day."""
    if since == until:
        return f"{since}"
    after = until + timedelta(1) if until < date.max else None
    if after and since.day == after.day == 1:
        if since.month == after.month == 1 and after.year == since.year + 1:
            return f"{since.year:04}"
        if (after.year - since.year) * 12 + after.month - since.month == 1:
            return f"{since.year:04}-{since.month:02}"
    return f"{since}..{until}"
