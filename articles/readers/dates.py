"""The ways newsroom formats write a moment, as ISO."""

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?)?(Z|[+-]\d\d:?\d\d)?$")
_NUMBERS = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})$")
_SPELLED = ("%d %B %Y", "%d %b %Y", "%B %d %Y", "%b %d %Y", "%A %d %B %Y", "%A %B %d %Y", "%Y/%m/%d")
_FRACTION = re.compile(r"(\.\d{6})\d+")


def iso(moment: str) -> str:
    """An ISO 8601 date or date and time for one in ISO, compact ISO (NITF) or mail form, or for a day in
    English words or in numbers that can be read in one way only (not 3/4/2020); "" where it is none."""
    moment = " ".join(moment.split())
    if compact := _COMPACT.match(moment):
        year, month, day, hour, minute, second, zone = compact.groups()
        time = f"T{hour}:{minute}:{second or '00'}{zone or ''}" if hour else ""
        moment = f"{year}-{month}-{day}{time}"
    for read in (_from_iso, parsedate_to_datetime):
        try:
            return read(moment).isoformat() if len(moment) > 10 else _from_iso(moment).date().isoformat()
        except (ValueError, TypeError, IndexError):
            continue
    return _spelled(moment)


def _spelled(day: str) -> str:
    if numbers := _NUMBERS.match(day):
        first, mark, second, year = numbers.groups()
        clear = mark == "." or int(first) > 12 or first == second
        order = (second, first) if clear else (first, second) if int(second) > 12 else None
        return _from_parts(int(year), *map(int, order)) if order else ""
    plain = re.sub(r"(?<=\d)(st|nd|rd|th)\b", "", day).replace(",", " ").replace(".", " ").replace("Sept ", "Sep ")
    for form in _SPELLED:
        try:
            return datetime.strptime(" ".join(plain.split()), form).date().isoformat()
        except ValueError:
            continue
    return ""


def _from_parts(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def _from_iso(moment: str) -> datetime:
    return datetime.fromisoformat(_FRACTION.sub(r"\1", moment))


def from_epoch(seconds: float) -> str:
    """The ISO date and time of a count of seconds, or of milliseconds, since 1970; "" for an impossible one."""
    try:
        return datetime.fromtimestamp(seconds / 1000 if seconds > 1e11 else seconds, UTC).isoformat()
    except (ValueError, OverflowError, OSError):
        return ""
