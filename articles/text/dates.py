"""The day something was said, from the words beside the cue and the day of publication."""

import calendar
from collections.abc import Sequence
from datetime import date, timedelta

from .attributions import Attribution
from .circumstances import around
from .reading import Reading
from .tokens import Token

WEEKDAYS = tuple(name.lower() for name in calendar.day_name)
MONTHS = tuple(name.lower() for name in calendar.month_name[1:])
SHORT_MONTHS = {month[:3]: number for number, month in enumerate(MONTHS, 1)} | {"sept": 9}
DAYS_BACK = {"today": 0, "tonight": 0, "yesterday": 1}


def said_on(reading: Reading, attribution: Attribution, published: date | None) -> date | None:
    """The day, None where the text doesn't tell or nothing resolves it."""
    if attribution.cue is None:
        return None
    near = around(reading, attribution)
    found = [(abs(token.position - attribution.cue.position), day) for token, day in _days(near, published)]
    return min(found, key=lambda pair: pair[0])[1] if found else None


def _days(near: Sequence[Token], published: date | None) -> list[tuple[Token, date]]:
    days = []
    for number, token in enumerate(near):
        day = _calendar_day(near, number, published)
        if day is None and published is not None:
            day = _relative_day(near, number, published)
        if day is not None:
            days.append((token, day))
    return days


def _relative_day(near: Sequence[Token], number: int, published: date) -> date | None:
    """ "yesterday", "on Wednesday", "last Wednesday": the latest such day not after publication."""
    word = near[number].lower
    if word in DAYS_BACK:
        return _earlier(published, DAYS_BACK[word])
    if word not in WEEKDAYS:
        return None
    before = near[number - 1].lower if number else ""
    if before in ("next", "this", "every", "each", "coming", "by"):
        return None
    back = (published.weekday() - WEEKDAYS.index(word)) % 7
    return _earlier(published, 7 if before == "last" and back == 0 else back)


def _earlier(day: date, days: int) -> date | None:
    try:
        return day - timedelta(days=days)
    except OverflowError:
        return None


def _calendar_day(near: Sequence[Token], number: int, published: date | None) -> date | None:
    """ "June 20", "20 June", "Sept. 3, 2018"; the year is printed or that of publication."""
    month = _month(near[number])
    if month is None:
        return None
    after = near[number + 1].text if number + 1 < len(near) else ""
    before = near[number - 1].text if number else ""
    day = _day(after) or _day(before)
    if day is None:
        return None
    year = next((int(token.text) for token in near[number + 1 : number + 4] if _is_year(token.text)), None)
    if year is not None:
        return _valid(year, month, day)
    if published is None:
        return None
    this_year = _valid(published.year, month, day)
    if this_year is not None and this_year > published and published.year > 1:
        return _valid(published.year - 1, month, day)
    return this_year


def _month(token: Token) -> int | None:
    if not token.text[0].isupper():
        return None
    word = token.lower.rstrip(".")
    if word in MONTHS:
        return MONTHS.index(word) + 1
    return SHORT_MONTHS.get(word) if token.text.endswith(".") else None


def _day(text: str) -> int | None:
    digits = text.removesuffix("st").removesuffix("nd").removesuffix("rd").removesuffix("th")
    return (
        int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= 2 and 1 <= int(digits) <= 31 else None
    )


def _is_year(text: str) -> bool:
    return len(text) == 4 and text.isascii() and text.isdigit() and text[0] in "12"


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
