"""What the two indexes hold, and when they must be made anew."""

from datetime import UTC, date, datetime, time
from functools import lru_cache

from whoosh.fields import ID, KEYWORD, NUMERIC, Schema

from articles.arrays import Words
from articles.query import words

from .params import ARTICLES, QUOTES

VERSION = f"1.{words.VERSION}"
"""Grows when the fields, or what is put into them, change."""

FACETS = {
    ARTICLES: ("speaker_id", "publication", "year", "month", "section", "kind", "attribution"),
    QUOTES: ("speaker_id", "publication", "year", "month", "section", "kind", "attribution"),
}
ORDER = "published"
_TICKS = 200_000
"""Moments a day: seconds, and room for a publication's own midnight."""


_split_again = lru_cache(maxsize=20_000)(words.split)
"""Names and headlines come back with each quote of an article."""


def _words() -> Words:
    return Words(split=words.split, stem=words.stem)


def _short_words() -> Words:
    return Words(split=_split_again, stem=words.stem)


def schema() -> Schema:
    """The fields of both indexes. Row texts aren't stored: rows come from PostgreSQL."""
    return Schema(
        text=_words(),  # articles: headline, body and caption; quotes: the words said
        headline=_short_words(),
        speaker=_short_words(),  # every form of the name of everyone quoted
        by=_short_words(),
        publication_name=_short_words(),
        section_name=_short_words(),
        source=KEYWORD(),  # ids of all sources
        speaker_id=KEYWORD(),  # ids of the named ones, to be counted
        publication=ID(),
        section=ID(),
        kind=KEYWORD(),
        attribution=KEYWORD(),
        review=KEYWORD(),
        year=ID(),
        month=ID(),
        published=NUMERIC(int),
        number=NUMERIC(int),  # the row's id
        stamp=NUMERIC(int),  # a checksum of all the above
    )


def moment(day: date | None, at: datetime | None) -> int | None:
    """Where a date stands in the order of the index, exact times after the bare day; None if it isn't known."""
    if day is None:
        return None
    if at is None:
        return day.toordinal() * _TICKS
    seconds = (at - datetime.combine(day, time(), UTC)).total_seconds()
    return day.toordinal() * _TICKS + min(max(int(seconds) + 50_000, 1), _TICKS - 1)


def first_moment(day: date) -> int:
    return day.toordinal() * _TICKS


def last_moment(day: date) -> int:
    return (day.toordinal() + 1) * _TICKS - 1
