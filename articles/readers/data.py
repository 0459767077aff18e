"""What a reader of files hands over: one article, checked, or the sentence why not."""

import hashlib
import re
import unicodedata
from dataclasses import asdict, astuple, dataclass
from datetime import UTC, date, datetime, timedelta

LONGEST_BODY = 1_000_000
"""Characters; the longest novel chapter is shorter, a binary file is longer."""
EARLIEST = date(1600, 1, 1)
_BINARY = re.compile("[\0\ud800-\udfff]")
_STRAY = re.compile("[\x01-\x08\x0b-\x1f\x7f]")
# What is left of curly marks that went through the wrong encoding twice; they print nothing.
_LEFTOVER = re.compile("[\x80-\x9f]")


class Rejected(ValueError):
    """A row that can't become an article; `str()` is the sentence for the person who sent it."""


class NoHeadline(Rejected):
    def __init__(self) -> None:
        super().__init__("There is no headline.")


class NoBody(Rejected):
    def __init__(self) -> None:
        super().__init__("There is no text.")


class TooLong(Rejected):
    def __init__(self, field: str, length: int, limit: int) -> None:
        super().__init__(f"The {field} has {length:,} characters; {limit:,} is the most the archive takes.")


class NotText(Rejected):
    def __init__(self, field: str) -> None:
        super().__init__(f"The {field} holds control characters, as binary data does; it is not plain text.")


class NotAString(Rejected):
    def __init__(self, field: str, value: object) -> None:
        super().__init__(f"The {field} should be text, not {type(value).__name__}.")


class BadDate(Rejected):
    def __init__(self, value: str) -> None:
        super().__init__(
            f"“{value[:40]}” is not a date the archive can take: it reads 2018-07-22 or 2018-07-22T09:30:00+12:00, "
            f"from {EARLIEST.year} to tomorrow."
        )


class BadAddress(Rejected):
    def __init__(self, value: str) -> None:
        super().__init__(f"“{value[:80]}” is not a web address beginning with http:// or https://.")


@dataclass(frozen=True, slots=True)
class ArticleData:
    """One article as a file gives it. Made by `article_data`, which checks every field."""

    headline: str
    body: str
    publication: str = ""
    byline: str = ""
    section: str = ""
    language: str = "en"
    url: str = ""
    external_id: str = ""
    published_on: date | None = None
    published_at: datetime | None = None
    caption: str = ""
    credit: str = ""

    @property
    def fingerprint(self) -> str:
        """The same for the same data: a hexadecimal SHA-256 over all fields."""
        return hashlib.sha256("\x1f".join(str(value) for value in astuple(self)).encode()).hexdigest()


def as_row(data: ArticleData) -> dict[str, str | None]:
    """The fields as JSON knows them; `from_row` makes the same article of them again."""
    return {name: value if isinstance(value, str | None) else value.isoformat() for name, value in asdict(data).items()}


def from_row(row: dict[str, str | None]) -> ArticleData:
    """The article `as_row` was given."""
    day, moment = row["published_on"], row["published_at"]
    return ArticleData(
        **row
        | {
            "published_on": date.fromisoformat(day) if day else None,
            "published_at": datetime.fromisoformat(moment) if moment else None,
        }
    )


LIMITS = {
    "headline": 500,
    "body": LONGEST_BODY,
    "publication": 200,
    "byline": 300,
    "section": 100,
    "language": 35,
    "url": 2000,
    "external_id": 300,
    "caption": 10_000,
    "credit": 300,
}


def article_data(*, published: str = "", **fields: object) -> ArticleData:
    """The article these fields make, cleaned; raises `Rejected` with the sentence to show.

    `published` is an ISO date or date and time. Line ends become "\\n", letters NFC, stray control
    characters go; offsets of quotes count characters of the body so cleaned.
    """
    if isinstance(fields.get("external_id"), str):
        fields["external_id"] = shortened(fields["external_id"])
    cleaned = {name: clean(name, value) for name, value in fields.items() if value not in (None, "")}
    if not cleaned.get("headline"):
        raise NoHeadline
    if not cleaned.get("body"):
        raise NoBody
    if url := cleaned.get("url"):
        check_address(url)
    published_on, published_at = read_date(published)
    return ArticleData(published_on=published_on, published_at=published_at, **cleaned)


def shortened(identifier: str) -> str:
    """An identifier that fits: a longer one keeps its beginning and ends in its own SHA-256."""
    if len(identifier) <= LIMITS["external_id"]:
        return identifier
    digest = hashlib.sha256(identifier.encode(errors="replace")).hexdigest()
    return f"{identifier[: LIMITS['external_id'] - 65]}#{digest}"


def clean(field: str, value: object) -> str:
    """The text of one field; raises `Rejected` where it is none, too long or binary."""
    if isinstance(value, int | float) and not isinstance(value, bool) and field == "external_id":
        value = str(value)
    if not isinstance(value, str):
        raise NotAString(field, value)
    if len(value) > LIMITS[field]:
        raise TooLong(field, len(value), LIMITS[field])
    text = unicodedata.normalize("NFC", value.replace("\r\n", "\n").replace("\r", "\n").replace("\x85", "\n"))
    if _BINARY.search(text) or len(_STRAY.findall(text)) * 500 > len(text):
        raise NotText(field)
    text = _LEFTOVER.sub("", _STRAY.sub("", text))
    if field not in ("body", "caption"):
        text = " ".join(text.split())
    return text.lstrip("\ufeff").strip()


def check_address(url: str) -> None:
    if not url.lower().startswith(("http://", "https://")) or any(c.isspace() or c in "<>\"'" for c in url):
        raise BadAddress(url)


def read_date(value: object) -> tuple[date | None, datetime | None]:
    """The day and, when told with a zone, the exact time of an ISO date; (None, None) for none."""
    if value in (None, ""):
        return None, None
    if not isinstance(value, str):
        raise NotAString("published", value)
    try:
        moment = datetime.fromisoformat(value.strip())
        exact = moment if moment.tzinfo else None
        if not EARLIEST <= moment.date() <= datetime.now(UTC).date() + timedelta(days=1):
            raise BadDate(value)
        return moment.date(), exact.astimezone(UTC) if exact else None
    except (ValueError, OverflowError) as error:
        raise BadDate(value) from error
