"""RSS, Atom and RDF feeds, read by feedparser."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from urllib.parse import urljoin

import feedparser

from . import xml
from .bylines import joined
from .dates import iso
from .item import Item, Unreadable, beginning, item
from .markup import text_of_html

_MAILED = re.compile(r"\S+@\S+\s*\(?([^)]*)\)?")


class BadFeed(Unreadable):
    def __init__(self, why: str) -> None:
        super().__init__(f"The feed is broken: {why}.")


def feed(data: bytes) -> Iterator[Item]:
    """The entries of a feed; raises `Unreadable` where it isn't well-formed or of no known kind."""
    xml.parse(data)
    parsed = feedparser.parse(data, sanitize_html=False)
    if not parsed.version:
        raise BadFeed("it is neither RSS, Atom nor RDF")
    for number, entry in enumerate(parsed.entries, start=1):
        yield item(f"entry {number}", **_entry(entry, parsed.feed))


def _entry(entry: feedparser.FeedParserDict, channel: feedparser.FeedParserDict) -> dict[str, str]:
    body = _body(entry)
    source = entry.get("source", {}).get("title") if isinstance(entry.get("source"), dict) else ""
    link = urljoin(channel.get("link", ""), entry.get("link", ""))
    categories = [tag.get("term") or "" for tag in entry.get("tags", [])]
    return {
        "headline": text_of_html(entry.get("title", "")).replace("\n", " ") or beginning(body),
        "byline": _byline(entry),
        "published": _moment(entry),
        "url": link,
        "external_id": entry.get("id", ""),
        "publication": text_of_html(source or channel.get("title", "")),
        "section": categories[0] if len(categories) == 1 else "",
        "language": _language(entry) or channel.get("language", ""),
        "body": body,
    }


def _body(entry: feedparser.FeedParserDict) -> str:
    """The longest of the contents and the summary: the same comes in several forms, or a picture's words as one."""
    told = [content.get("value", "") for content in entry.get("content", [])] + [entry.get("summary", "")]
    return max(map(text_of_html, told), key=len)


def _byline(entry: feedparser.FeedParserDict) -> str:
    """All authors, without the addresses RSS has them with (of which feedparser cuts long ones in two)."""
    printed = entry.get("author", "")
    people = [who.get("name", "") for who in entry.get("authors", []) if who]
    names = [printed] if re.match(r"\S+@\S", printed) or not any(people) else people
    return joined([_MAILED.sub(r"\1", text_of_html(name)) for name in names])


def _language(entry: feedparser.FeedParserDict) -> str:
    details = [*entry.get("content", []), entry.get("title_detail", {}), entry.get("summary_detail", {})]
    return next((detail.get("language") for detail in details if detail.get("language")), "") or ""


def _moment(entry: feedparser.FeedParserDict) -> str:
    """When an entry was published; what only feedparser can read has lost its zone to UTC."""
    names = ("published", "created", "updated")
    for name in names:
        if found := iso(entry.get(name) or ""):
            return found
    read = next((parsed for name in names if (parsed := dict.get(entry, f"{name}_parsed"))), None)
    return datetime(*read[:6], tzinfo=UTC).isoformat() if read else ""
