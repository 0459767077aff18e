"""JSON Lines: one article a line."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .data import ArticleData, Rejected, article_data

KEYS = {
    "id": "external_id",
    "headline": "headline",
    "publication": "publication",
    "byline": "byline",
    "published": "published",
    "url": "url",
    "section": "section",
    "language": "language",
    "body": "body",
    "caption": "caption",
    "credit": "credit",
}
LONGEST_LINE = 20_000_000
"""Bytes of one line; a longer one is refused unread."""


class NotJson(Rejected):
    def __init__(self, why: str) -> None:
        super().__init__(f"This is not a JSON object: {why}.")


class UnknownKeys(Rejected):
    def __init__(self, keys: Iterable[str]) -> None:
        super().__init__(f"Unknown keys: {', '.join(sorted(keys))[:200]}. Known are {', '.join(KEYS)}.")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a file: its number, counted from 1, and the article or what is wrong with it."""

    number: int
    article: ArticleData | None
    problem: Rejected | None = None


def read_lines(lines: Iterable[bytes]) -> Iterator[Line]:
    """Every line that isn't blank, in order; never raises for what a line holds."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            yield Line(number, read_line(line))
        except Rejected as problem:
            yield Line(number, None, problem)


def read_line(line: bytes) -> ArticleData:
    """The article of one line; raises `Rejected`."""
    if len(line) > LONGEST_LINE:
        raise NotJson(f"the line has {len(line):,} bytes, {LONGEST_LINE:,} is the most")
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise NotJson("it is not in UTF-8") from error
    except json.JSONDecodeError as error:
        raise NotJson(f"{error.msg}, column {error.colno}") from error
    except (ValueError, RecursionError) as error:
        raise NotJson("numbers too long or brackets too deep") from error
    if not isinstance(row, dict):
        raise NotJson("it is a list or a single value")
    if unknown := row.keys() - KEYS.keys():
        raise UnknownKeys(unknown)
    return article_data(**{KEYS[key]: value for key, value in row.items()})
