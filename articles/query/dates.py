"""Dates as readers write them: a year, a month, a day, or a stretch of them."""

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

from .errors import DatesReversed, NoSuchDay, NotADate

_DATE = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$")


@lru_cache(maxsize=200)
def stretch(text: str) -> tuple[date, date]:
    """First and last day of "2018", "2018-07" or "2018-07-22".

    Raises NotADate or NoSuchDay; their suggestion is the part of the text that is a date, or "".
    """
    match = _DATE.match(text.strip())
    if not match:
        raise NotADate(text=text[:40])
    year, month, day = (int(part) if part else None for part in match.groups())
    if not year:
        raise NoSuchDay(text=text)
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if not 1 <= month <= 12:
        raise NoSuchDay(f"{year:04}", text=text)
    length = monthrange(year, month)[1]
    if day is None:
        return date(year, month, 1), date(year, month, length)
    if not 1 <= day <= length:
        raise NoSuchDay(f"{year:04}-{month:02}", text=text)
    return date(year, month, day), date(year, month, day)


def between(text: str) -> tuple[date | None, date | None]:
    """First and last day of `text`, which may be a stretch such as "2018..2019", "2018-07.." or "..2018".

    Raises NotADate, NoSuchDay or DatesReversed with a suggestion in the same form.
    """
    if ".." not in text:
        return stretch(text)
    first, _, last = text.partition("..")
    since = stretch(first)[0] if first else None
    until = stretch(last)[1] if last else None
    if since is None and until is None:
        raise NotADate(text=text)
    if since and until and since > until:
        raise DatesReversed(f"{last}..{first}", since=first, until=last)
    return since, until
