"""The query language: text in, tree out, or the sentence that says what is wrong with it.

    query  = all ("OR" all)*
    all    = part ("AND"? part)*
    part   = ("NOT" | "-")* (word | phrase | field ":" value | "(" query ")")

Words stand for all of them; AND binds closer than OR; operators are written in capitals.
"""

from collections.abc import Iterable

from . import words
from .errors import (
    DanglingNot,
    DanglingOperator,
    DatesReversed,
    EmptyField,
    NothingToFind,
    QueryError,
    TooDeep,
    TooLong,
    TooManyPatterns,
    TooManyWords,
    UnbalancedBracket,
)
from .leaf import leaf
from .lexer import Lexeme, lexemes
from .tree import And, Dates, Everything, Fuzzy, Node, Not, Or, Wildcard, all_of, any_of, write

MAX_LENGTH = 2000
MAX_WORDS = 200
MAX_PATTERNS = 10
MAX_DEPTH = 30
_OPERATORS = ("AND", "OR")


def parse(text: str) -> Node:
    """The tree of a query; Everything where it is blank. Raises a QueryError whose suggestion, if any, can be parsed."""
    text = "".join(c if c.isprintable() and not "\ud800" <= c <= "\udfff" else " " for c in text)
    try:
        return _parse(text)
    except QueryError as error:
        error.suggestion = _mended(error.suggestion)
        raise


def _mended(suggestion: str, tries: int = 12) -> str:
    """The suggestion, or the suggestion for what is still wrong with it."""
    suggestion = " ".join(suggestion.split())
    for _ in range(tries):
        if not suggestion:
            break
        try:
            _parse(suggestion)
            return suggestion
        except QueryError as error:
            suggestion = " ".join(error.suggestion.split())
    return ""


def _parse(text: str) -> Node:
    if len(text) > MAX_LENGTH:
        raise TooLong(_cut(text[:MAX_LENGTH]), limit=MAX_LENGTH, length=len(text))
    signs = lexemes(text)
    words = [sign for sign in signs if sign.sort in ("word", "phrase")]
    if len(words) > MAX_WORDS:
        raise TooManyWords(text[: words[MAX_WORDS - 1].end], limit=MAX_WORDS, count=len(words))
    node = _Parser(text, signs).whole()
    if node is None:
        if text.strip():
            raise NothingToFind(text=text.strip()[:40])
        return Everything()
    _check_patterns(node)
    _check_dates(node)
    return node


def _cut(text: str) -> str:
    """The text without its last, broken word."""
    return text.rpartition(" ")[0] or text


def _check_patterns(node: Node) -> None:
    if sum(isinstance(part, Wildcard | Fuzzy) for part in _every(node)) > MAX_PATTERNS:
        raise TooManyPatterns(limit=MAX_PATTERNS)


def _every(node: Node) -> Iterable[Node]:
    yield node
    for part in node.parts if isinstance(node, And | Or) else (node.part,) if isinstance(node, Not) else ():
        yield from _every(part)


def _check_dates(node: Node) -> None:
    """`from:2019 to:2018` asks for nothing."""
    if not isinstance(node, And):
        return
    dates = [part for part in node.parts if isinstance(part, Dates)]
    since = max((part.since for part in dates if part.since), default=None)
    until = min((part.until for part in dates if part.until), default=None)
    if since and until and since > until and len(dates) > 1 and all(not (d.since and d.until) for d in dates):
        rest = [part for part in node.parts if part not in dates]
        raise DatesReversed(write(all_of([*rest, Dates(until, None), Dates(None, since)])), since=since, until=until)


class _Parser:
    def __init__(self, text: str, signs: list[Lexeme]):
        self.text, self.signs, self.at, self.depth = text, signs, 0, 0

    @property
    def sort(self) -> str:
        """What stands next; "" at the end."""
        return self.signs[self.at].sort if self.at < len(self.signs) else ""

    def take(self) -> Lexeme:
        self.at += 1
        return self.signs[self.at - 1]

    def without(self, sign: Lexeme, instead: str = "") -> str:
        """The query with one sign replaced."""
        return f"{self.text[: sign.start]} {instead} {self.text[sign.end :]}"

    def without_operator(self, sign: Lexeme) -> str:
        """The query without an operator, which was perhaps meant as a word if there is nothing else."""
        rest = self.without(sign)
        return rest if words.parts(rest) else self.text.lower()

    def whole(self) -> Node | None:
        node = self.any("")
        if self.sort == ")":
            raise UnbalancedBracket(self.without(self.take()), bracket=")")
        return node

    def any(self, field: str) -> Node | None:
        parts = [self.all(field)]
        while self.sort == "OR":
            operator = self.take()
            if self.sort in ("", ")", *_OPERATORS):
                raise DanglingOperator(self.without_operator(operator), operator="OR")
            parts.append(self.all(field))
        known = [part for part in parts if part is not None]
        return any_of(known) if known else None

    def all(self, field: str) -> Node | None:
        if self.sort in _OPERATORS:
            operator = self.take()
            raise DanglingOperator(self.without_operator(operator), operator=operator.sort)
        parts = []
        while self.sort not in ("", ")", "OR"):
            if self.sort == "AND":
                operator = self.take()
                if self.sort in ("", ")", *_OPERATORS):
                    raise DanglingOperator(self.without_operator(operator), operator="AND")
            parts.append(self.part(field))
        known = [part for part in parts if part is not None]
        return all_of(known) if known else None

    def part(self, field: str) -> Node | None:
        negated = False
        while self.sort == "NOT":
            operator = self.take()
            negated = not negated
            if self.sort in ("", ")", *_OPERATORS):
                raise DanglingNot(self.without_operator(operator))
        sign = self.take()
        node = self.group(sign, sign.field or field) if sign.sort == "(" else self.one(sign, field)
        return Not(node) if node is not None and negated != sign.negated else node

    def group(self, sign: Lexeme, field: str) -> Node | None:
        if self.depth == MAX_DEPTH:
            raise TooDeep(self.text.replace("(", " ").replace(")", " "), limit=MAX_DEPTH)
        self.depth += 1
        node = self.any(field)
        self.depth -= 1
        if self.sort != ")":
            raise UnbalancedBracket(f"{self.text})", bracket="(")
        self.take()
        return node

    def one(self, sign: Lexeme, field: str) -> Node | None:
        if sign.sort == "empty":
            raise EmptyField(self.without(sign), field=sign.field)
        follows = self.text[sign.end : sign.end + 1]
        try:
            return leaf(sign, sign.field or field, before_value=bool(follows.strip()))
        except QueryError as error:
            error.suggestion = self.without(sign, error.suggestion)
            raise
