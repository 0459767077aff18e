"""A query cut into its signs: words, phrases, brackets and operators, each with its place."""

import re
from dataclasses import dataclass

from .errors import UnclosedPhrase
from .tree import TEXT_FIELDS

FIELDS = {
    **TEXT_FIELDS,
    "date": "date",
    "from": "from",
    "since": "from",
    "to": "to",
    "until": "to",
    "kind": "kind",
    "is": "is",
}
"""Every way to write a field, and its name."""

_QUOTES = '"“”„‟«»〝〞＂'
_MINUS = "−‐‑-"
_FIELD = rf"(?:(?P<field>{'|'.join(sorted(FIELDS, key=len, reverse=True))}):\s*)?"
_LEXEME = re.compile(
    rf"\s*(?:(?P<sign>[+{_MINUS}](?![{_MINUS}]|\s))?{_FIELD}(?:"
    rf"(?P<open>\()"
    rf"|[{_QUOTES}](?P<phrase>[^{_QUOTES}]*)(?P<closed>[{_QUOTES}]?)(?:~(?P<near>\d*))?"
    rf"|(?P<word>[^\s(){_QUOTES}]+)"
    r"|(?(field)(?P<empty>)|(?!))"
    rf")|(?P<close>\))|(?P<rest>\S))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Lexeme:
    """One sign of a query."""

    sort: str
    """"word", "phrase", "(" , ")", "empty" (a field with nothing after it), "AND", "OR" or "NOT"."""
    start: int
    end: int
    """Where it stands in the query, field and minus included."""
    text: str = ""
    field: str = ""
    negated: bool = False
    near: int = 0


def lexemes(text: str) -> list[Lexeme]:
    """The signs of `text` in order. Raises UnclosedPhrase."""
    found = []
    at = 0
    while match := _LEXEME.match(text, at):
        at = match.end()
        lexeme = _lexeme(match)
        if lexeme.sort == "phrase" and not match["closed"]:
            raise UnclosedPhrase(f'{text[: match.start("phrase") - 1]}"{match["phrase"].strip()}"')
        found.append(lexeme)
    return found


def _lexeme(match: re.Match) -> Lexeme:
    start = match.end() - len(match.group().lstrip())
    negated = (match["sign"] or "+") != "+"
    field = FIELDS[match["field"].lower()] if match["field"] else ""

    def sign(sort: str, text: str = "", near: str = "") -> Lexeme:
        return Lexeme(sort, start, match.end(), text, field, negated, int((near or "0")[:6]))

    if match["word"] is not None:
        word = match["word"]
        plain = not field and not negated and match["sign"] is None
        return sign(word if plain and word in ("AND", "OR", "NOT") else "word", word)
    if match["phrase"] is not None:
        return sign("phrase", match["phrase"].strip(), match["near"] or "")
    if match["open"]:
        return sign("(")
    if match["close"]:
        return sign(")")
    return sign("empty" if match["rest"] is None else "word", match["rest"] or "")
