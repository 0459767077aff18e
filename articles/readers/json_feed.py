"""JSON Feed, 1 and 1.1."""

from collections.abc import Iterator
from urllib.parse import urljoin

from .bylines import joined
from .data import Rejected
from .dates import iso
from .item import Item, Unreadable, beginning, item
from .markup import text_of_html, tidy
from .ninjs import string


def is_json_feed(data: dict) -> bool:
    """Whether an object is a feed: it says so, or its items are like those of one."""
    items = data.get("items")
    parts = ("content_html", "content_text", "date_published")
    like = isinstance(items, list) and any(
        isinstance(entry, dict) and any(map(entry.get, parts)) for entry in items[:20]
    )
    return like or "jsonfeed.org" in string(data.get("version")) or ("items" in data and not isinstance(items, list))


def json_feed(data: dict) -> Iterator[Item]:
    """The entries of a feed; raises `Unreadable` where it has no list of them."""
    items = data.get("items")
    if not isinstance(items, list):
        raise Unreadable("The JSON feed has no list of items.")
    home = string(data.get("home_page_url")) or string(data.get("feed_url"))
    for number, entry in enumerate(items, start=1):
        if not isinstance(entry, dict):
            yield Item(f"entry {number}", problem=Rejected("The entry is not an object."))
            continue
        body = text_of_html(string(entry.get("content_html"))) or tidy(string(entry.get("content_text")))
        body = body or tidy(string(entry.get("summary")))
        yield item(
            f"entry {number}",
            headline=text_of_html(string(entry.get("title"))).replace("\n", " ") or beginning(body),
            byline=_authors(entry),
            published=iso(string(entry.get("date_published"))),
            language=string(entry.get("language") or data.get("language")),
            url=urljoin(home, string(entry.get("url") or entry.get("external_url"))),
            external_id=string(entry.get("id")),
            publication=string(data.get("title")),
            body=body,
        )


def _authors(entry: dict) -> str:
    authors = entry.get("authors") if isinstance(entry.get("authors"), list) else [entry.get("author")]
    return joined([string(author.get("name")) if isinstance(author, dict) else string(author) for author in authors])
