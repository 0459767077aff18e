"""The ways newsroom formats write a moment, as ISO."""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?)?(Z|[+-]\d\d:?\d\d)?$")
_FRACTION = re.compile(r"(\.\d{6})\d+")


def iso(moment: str) -> str:
    """An ISO 8601 date or date and time for one in ISO, compact ISO (NITF) or mail form; "" where it is none."""
    moment = moment.strip()
    if compact := _COMPACT.match(moment):
        year, month, day, hour, minute, second, zone = compact.groups()
        time = f"T{hour}:{minute}:{second or '00'}{zone or ''}" if hour else ""
        moment = f"{year}-{month}-{day}{time}"
    for read in (_from_iso, parsedate_to_datetime):
        try:
            return read(moment).isoformat() if len(moment) > 10 else _from_iso(moment).date().isoformat()
        except (ValueError, TypeError, IndexError):
            continue
    return ""


def _from_iso(moment: str) -> datetime:
    return datetime.fromisoformat(_FRACTION.sub(r"\1", moment))


def from_epoch(seconds: float) -> str:
    """The ISO date and time of a count of seconds, or of milliseconds, since 1970; "" for an impossible one."""
    try:
        return datetime.fromtimestamp(seconds / 1000 if seconds > 1e11 else seconds, UTC).isoformat()
    except (ValueError, OverflowError, OSError):
        return ""
