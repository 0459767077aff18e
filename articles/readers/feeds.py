"""RSS, Atom and RDF feeds, read by feedparser; and WordPress exports, which are RSS with more."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone

import feedparser
from lxml import etree

from . import xml
from .bylines import byline
from .dates import iso
from .item import Item, Unreadable, item
from .markup import text_of_html


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
    bodies = [content.value for content in entry.get("content", [])] + [entry.get("summary", "")]
    author = entry.get("author_detail", {}).get("name") or entry.get("author", "")
    return {
        "headline": text_of_html(entry.get("title", "")).replace("\n", " "),
        "byline": byline(re.sub(r"\S+@\S+\s*\(?([^)]*)\)?", r"\1", author)),
        "published": _moment(entry),
        "url": entry.get("link", ""),
        "external_id": entry.get("id", ""),
        "publication": text_of_html(channel.get("title", "")),
        "language": channel.get("language", ""),
        "body": next(filter(None, map(text_of_html, bodies)), ""),
    }


def _moment(entry: feedparser.FeedParserDict) -> str:
    """When an entry was published; what only feedparser can read has lost its zone to UTC."""
    for name in ("published", "updated"):
        if found := iso(entry.get(name, "")):
            return found
        if parsed := entry.get(f"{name}_parsed"):
            return datetime(*parsed[:6], tzinfo=UTC).isoformat()
    return ""


def wordpress(root: etree._Element) -> Iterator[Item]:
    """The published posts of a WordPress export; drafts, pages, attachments and the like are left."""
    channel = xml.first(root, "channel")
    names = {
        xml.words(xml.first(author, "author_login")): xml.words(xml.first(author, "author_display_name"))
        for author in xml.every(root, "author")
    }
    publication = xml.words(next((c for c in channel if xml.local(c) == "title"), None)) if channel is not None else ""
    language = xml.words(next((c for c in channel if xml.local(c) == "language"), None)) if channel is not None else ""
    for number, post in enumerate(xml.every(root, "item"), start=1):
        where = f"post {number}"
        kind, status = xml.words(xml.first(post, "post_type")), xml.words(xml.first(post, "status"))
        if (kind, status) != ("post", "publish"):
            yield Item(
                where, left=f"It is a {kind or 'thing of no kind'} ({status or 'no status'}), not a published post."
            )
            continue
        login = xml.words(xml.first(post, "creator"))
        yield item(
            where,
            headline=text_of_html(xml.words(_child(post, "title"))),
            byline=names.get(login) or login,
            published=_post_date(post),
            url=xml.words(_child(post, "link")),
            external_id=xml.words(_child(post, "guid")),
            publication=publication,
            language=language,
            body=_post_body(post),
        )


def _child(node: etree._Element, name: str) -> etree._Element | None:
    return next((child for child in node if xml.local(child) == name), None)


def _post_date(post: etree._Element) -> str:
    """The local time with its distance from UTC, as the day is the day there."""
    local, exact = (iso(xml.words(xml.first(post, name))) for name in ("post_date", "post_date_gmt"))
    if not (local and exact):
        return exact + "+00:00" if exact else local
    utc = datetime.fromisoformat(exact).replace(tzinfo=UTC)
    ahead = datetime.fromisoformat(local).replace(tzinfo=UTC) - utc
    return utc.astimezone(timezone(ahead)).isoformat() if abs(ahead) < timedelta(days=1) else utc.isoformat()


def _post_body(post: etree._Element) -> str:
    """Classic posts have no paragraphs: an empty line parts them, a line end breaks the line."""
    content = next((e for e in xml.every(post, "encoded") if "content" in e.tag), None)
    if content is None:
        return ""
    html = re.sub(r"<!--.*?-->", "", content.text or "", flags=re.DOTALL)
    if "<p" not in html:
        html = "".join(f"<p>{part}</p>" for part in re.split(r"\n\s*\n", html.replace("\r\n", "\n")))
        html = html.replace("\n", "<br>")
    return text_of_html(html)
