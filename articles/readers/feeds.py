"""RSS, Atom and RDF feeds, read by feedparser; and WordPress exports, which are RSS with more."""

import re
from collections.abc import Iterator

import feedparser
from lxml import etree

from . import xml
from .bylines import byline
from .data import Rejected, article_data
from .dates import iso
from .item import Item, Unreadable
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
        try:
            yield Item(f"entry {number}", article_data(**_entry(entry, parsed.feed)))
        except Rejected as problem:
            yield Item(f"entry {number}", problem=problem)


def _entry(entry: feedparser.FeedParserDict, channel: feedparser.FeedParserDict) -> dict[str, str]:
    bodies = [content.value for content in entry.get("content", [])] + [entry.get("summary", "")]
    author = entry.get("author_detail", {}).get("name") or entry.get("author", "")
    return {
        "headline": text_of_html(entry.get("title", "")).replace("\n", " "),
        "byline": byline(re.sub(r"\S+@\S+\s*\(?([^)]*)\)?", r"\1", author)),
        "published": iso(entry.get("published", "") or entry.get("updated", "")),
        "url": entry.get("link", "") if entry.get("link", "").startswith("http") else "",
        "external_id": entry.get("id", ""),
        "publication": text_of_html(channel.get("title", "")),
        "language": channel.get("language", ""),
        "body": next(filter(None, map(text_of_html, bodies)), ""),
    }


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
        try:
            yield Item(
                where,
                article_data(
                    headline=xml.words(_child(post, "title")),
                    byline=byline(names.get(login) or login),
                    published=_post_date(post),
                    url=xml.words(_child(post, "link")),
                    external_id=xml.words(_child(post, "guid")),
                    publication=publication,
                    language=language,
                    body=_post_body(post),
                ),
            )
        except Rejected as problem:
            yield Item(where, problem=problem)


def _child(node: etree._Element, name: str) -> etree._Element | None:
    return next((child for child in node if xml.local(child) == name), None)


def _post_date(post: etree._Element) -> str:
    exact = xml.words(xml.first(post, "post_date_gmt"))
    if exact and not exact.startswith("0000"):
        return iso(exact.replace(" ", "T") + "+00:00")
    return iso(xml.words(xml.first(post, "post_date")).replace(" ", "T"))


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
