"""ninjs 1 to 3 and JSON Feed: news as JSON."""

from collections.abc import Iterator
from typing import Any

from .bylines import byline, joined
from .data import Rejected
from .dates import iso
from .item import Item, Unreadable, item
from .markup import text_of_html, tidy


def is_ninjs(data: dict) -> bool:
    """Whether an object looks like a ninjs item: a uri, and one of its dates or bodies."""
    keys = {key.casefold() for key in data}
    return "uri" in keys and bool(keys & {"versioncreated", "bodies", "body_text", "body_xhtml", "body_html"})


def ninjs(data: dict) -> Iterator[Item]:
    """The article of a ninjs item; keys are read whatever their case (2 writes small, 3 camel letters)."""
    row = {key.casefold(): value for key, value in data.items()}
    if row.get("type", "text") not in ("text", "composite"):
        yield Item("item", left=f"It is not a text ({row['type']}).")
        return
    yield item(
        "item",
        headline=_headline(row),
        byline=byline(_string(row.get("byline") or row.get("by"))),
        published=iso(_string(row.get("contentcreated") or row.get("firstcreated") or row.get("versioncreated"))),
        language=_string(row.get("language")),
        external_id=_string(row.get("uri")),
        body=_ninjs_body(row),
    )


def json_feed(data: dict) -> Iterator[Item]:
    """The entries of a JSON Feed (1 and 1.1)."""
    items = data.get("items")
    if not isinstance(items, list):
        raise Unreadable("The JSON feed has no list of items.")
    for number, entry in enumerate(items, start=1):
        if not isinstance(entry, dict):
            yield Item(f"entry {number}", problem=Rejected("The entry is not an object."))
            continue
        body = text_of_html(_string(entry.get("content_html"))) or tidy(_string(entry.get("content_text")))
        yield item(
            f"entry {number}",
            headline=_string(entry.get("title")) or body[:100].split("\n")[0],
            byline=_feed_byline(entry),
            published=iso(_string(entry.get("date_published"))),
            language=_string(entry.get("language") or data.get("language")),
            url=_string(entry.get("url")),
            external_id=_string(entry.get("id")),
            publication=_string(data.get("title")),
            body=body or tidy(_string(entry.get("summary"))),
        )


def _string(value: Any) -> str:
    return value if isinstance(value, str) else str(value) if isinstance(value, int) else ""


def _headline(row: dict) -> str:
    main = [h for h in row.get("headlines") or [] if isinstance(h, dict)]
    main.sort(key=lambda h: h.get("role") not in (None, "main", "headline"))
    return _string(row.get("headline")) or (_string(main[0].get("value")) if main else "") or _string(row.get("title"))


def _ninjs_body(row: dict) -> str:
    bodies = [b for b in row.get("bodies") or [] if isinstance(b, dict) and isinstance(b.get("value"), str)]
    texts = []
    for body in bodies:
        kind = str(body.get("contenttype") or body.get("contentType") or "")
        texts.append(text_of_html(body["value"]) if "html" in kind or "xml" in kind else tidy(body["value"]))
    if any(texts):  # the same text comes in several forms: the whole one, in paragraphs
        whole = max(len(text.split()) for text in texts)
        return max((text for text in texts if len(text.split()) * 10 >= whole * 9), key=lambda text: text.count("\n"))
    return (
        text_of_html(_string(row.get("body_xhtml")))
        or text_of_html(_string(row.get("body_html")))
        or tidy(_string(row.get("body_text")))
    )


def _feed_byline(entry: dict) -> str:
    authors = entry.get("authors") if isinstance(entry.get("authors"), list) else [entry.get("author")]
    return joined([_string(author.get("name")) for author in authors if isinstance(author, dict)])
