"""The ways newsrooms, mail and pages write a moment, as ISO."""

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from functools import cache

from babel.dates import get_month_names

_EXACT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?(?:[.,]\d+)?)?\s?(Z|[+-]\d\d:?\d\d)?$")
_LOOSE = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?)?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d)?$",
    re.IGNORECASE,
)
_NUMBERS = re.compile(r"(?<![\d/])(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)")
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})(?:年\s?|[/.-])(\d{1,2})(?:月\s?|[/.-])(\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|ª)?\.?,?[\s-]+(?:de\s+|d’|d')?([^\W\d_]+)\.?,?[\s-]+(?:del?\s+)?(\d{4})(?!\d)"
)
_MONTH_FIRST = re.compile(r"\b([^\W\d_]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)")
_PROGRAM = re.compile(r"\w{3} (\w{3}) (\d{1,2}) (\d\d:\d\d:\d\d) (\S+) (\d{4})$")
_ZONES = {
    "WEST": "+0100", "BST": "+0100", "CET": "+0100", "MEZ": "+0100", "CEST": "+0200", "MESZ": "+0200", "EET": "+0200",
    "SAST": "+0200", "EEST": "+0300", "MSK": "+0300", "WIB": "+0700", "SGT": "+0800", "HKT": "+0800", "AWST": "+0800",
    "JST": "+0900", "KST": "+0900", "AEST": "+1000", "AEDT": "+1100", "NZST": "+1200", "NZDT": "+1300", "WET": "+0000",
    "AKST": "-0900", "AKDT": "-0800", "HST": "-1000", "AST": "-0400", "NST": "-0330", "UTC": "+0000",
}  # fmt: skip
_LOCALES = (
    "en", "fr", "de", "es", "pt", "it", "nl", "sv", "da", "nb", "fi", "pl", "cs", "ru", "uk", "tr", "ca", "ro",
    "ar",
)  # fmt: skip
LONGEST = 80
"""Characters of a line that is read as a date; a longer one is a sentence with a date in it."""


def iso(moment: str) -> str:
    """An ISO 8601 date or date and time for one in ISO, compact ISO (NITF) or mail form, or for a day in words
    or in numbers that can be read in one way only (not 3/4/2020); "" where it is none."""
    moment = " ".join(moment.split())[:LONGEST]
    if _EXACT.match(moment):
        try:
            return datetime.fromisoformat(moment).isoformat()
        except ValueError:
            pass
    if found := _COMPACT.match(moment) or _LOOSE.match(moment):
        return _from_parts(*found.groups())
    if program := _PROGRAM.match(moment):
        month, day, time, zone, year = program.groups()
        moment = f"{day} {month} {year} {time} {zone}"
    if re.search(r"\s-\d{4}\b", moment[:20]):  # WordPress writes the year -0001 for no date
        return ""
    zone = moment.rpartition(" ")[2].strip("()")
    try:
        return parsedate_to_datetime(moment.removesuffix(zone) + _ZONES.get(zone, zone)).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return day_in(moment)


def day_in(line: str) -> str:
    """The day named in a short line, in words of a common language or in numbers, as ISO; "" for none."""
    line = line[:LONGEST]
    for form in (_MONTH_FIRST, _DAY_FIRST):
        for parts in form.finditer(line):
            named, number = parts.group(1, 2) if form is _MONTH_FIRST else parts.group(2, 1)
            month = months().get(named.casefold())
            if month and (day := _day(parts[3], month, number)):
                return day
    if found := _YEAR_FIRST.search(line):
        return _day(*found.groups())
    if found := _NUMBERS.search(line):
        first, mark, second, year = found.groups()
        clear = mark == "." or int(first) > 12 or first == second
        order = (second, first) if clear else (first, second) if int(second) > 12 else None
        return _day(year, *order) if order else ""
    return ""


def names_a_day(line: str) -> bool:
    """Whether a short line has a day in it, be it one that can be read in two ways."""
    return bool(_NUMBERS.search(line[:LONGEST]) or day_in(line))


@cache
def months() -> dict[str, int]:
    """The number of a month by its name or short name, in the languages whose names don't contradict each other."""
    found: dict[str, set[int]] = {}
    for locale in _LOCALES:
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for number, name in get_month_names(width, context, locale).items():
                    found.setdefault(name.casefold().strip("."), set()).add(number)
    found["sept"] = {9}
    return {name: numbers.pop() for name, numbers in found.items() if len(numbers) == 1 and len(name) > 2}


def _from_parts(year: str, month: str, day: str, hour: str, minute: str, second: str, zone: str) -> str:
    if not _day(year, month, day):
        return ""
    if not hour:
        return _day(year, month, day)
    zone = "+00:00" if (zone or "").upper() in ("Z", "UTC", "GMT") else zone or ""
    try:
        return datetime.fromisoformat(
            f"{year}-{int(month):02}-{int(day):02}T{int(hour):02}:{minute}:{second or '00'}{zone}"
        ).isoformat()
    except ValueError:
        return _day(year, month, day)


def _day(year: str, month: str | int, day: str) -> str:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""


def from_epoch(seconds: float) -> str:
    """The ISO date and time of a count of seconds, or of milliseconds, since 1970; "" for an impossible one."""
    try:
        return datetime.fromtimestamp(seconds / 1000 if seconds > 1e11 else seconds, UTC).isoformat()
    except (ValueError, OverflowError, OSError):
        return ""
