"""WordPress exports (WXR): of what a site holds, its published posts."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone

from lxml import etree

from . import xml
from .dates import iso
from .item import Item, beginning, item
from .markup import text_of_html

# What WordPress and its common plugins put in brackets; "[sic]" and "[the minister]" are text.
_PICTURED = re.compile(
    r"\[(caption|gallery|embed|video|audio|playlist)\b[^\]]*\](?:(?:(?!\[\1\b).)*?\[/\1\])?", re.DOTALL
)
_CODE = re.compile(
    r"\[/?[a-z][\w-]*(?:\s+[\w-]+\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\]]+))+\s*/?\]|\[/[a-z][\w-]*\]", re.IGNORECASE
)
_ADDRESS = re.compile(r"^https?://\S+$", re.MULTILINE)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_BLOCK = re.compile(
    r"\n*(</?(?:p|div|ul|ol|li|h[1-6]|blockquote|table|tr|td|th|pre|figure|hr|section|dl|dt|dd)\b[^>]*>)\n*",
    re.IGNORECASE,
)


def is_wordpress(root: etree._Element) -> bool:
    """Whether an RSS document is a WordPress export."""
    spaces = {space for node in (root, *root[:1]) for space in node.nsmap.values()}
    return any("wordpress.org/export" in space for space in spaces)


def wordpress(root: etree._Element) -> Iterator[Item]:
    """The published posts of a WordPress export; drafts, pages, attachments and the like are left."""
    channel = xml.first(root, "channel")
    names = {
        xml.words(xml.first(author, "author_login")): xml.words(xml.first(author, "author_display_name"))
        for author in xml.every(root, "author")
    }
    publication, language = (xml.words(_child(channel, name)) for name in ("title", "language"))
    for number, post in enumerate(xml.every(root, "item"), start=1):
        where = f"post {number}"
        kind, status = xml.words(_child(post, "post_type")), xml.words(_child(post, "status"))
        if (kind, status) != ("post", "publish"):
            yield Item(
                where, left=f"It is a {kind or 'thing of no kind'} ({status or 'no status'}), not a published post."
            )
            continue
        login, body = xml.words(_child(post, "creator")), _body(post)
        yield item(
            where,
            headline=text_of_html(xml.words(_child(post, "title"))) or beginning(body),
            byline=names.get(login) or login,
            published=_published(post),
            url=xml.words(_child(post, "link")),
            external_id=xml.words(_child(post, "guid")),
            publication=publication,
            section=_section(post),
            language=language,
            body=body,
        )


def _child(node: etree._Element | None, name: str) -> etree._Element | None:
    return next((child for child in node if xml.local(child) == name), None) if node is not None else None


def _section(post: etree._Element) -> str:
    """The post's category, where it has but one."""
    told = [c for c in post if xml.local(c) == "category" and c.get("domain", "category") == "category"]
    named = [text_of_html(xml.words(c)) for c in told if c.get("nicename") != "uncategorized"]
    return named[0] if len(named) == 1 else ""


def _published(post: etree._Element) -> str:
    """The local time with its distance from UTC, as the day is the day there; a draft's zeros are no time."""
    local, exact = (iso(xml.words(_child(post, name))) for name in ("post_date", "post_date_gmt"))
    exact = exact or _in_utc(iso(xml.words(_child(post, "pubDate"))))
    if not (local and exact):
        return exact + "+00:00" if exact else local
    utc = datetime.fromisoformat(exact).replace(tzinfo=UTC)
    ahead = datetime.fromisoformat(local).replace(tzinfo=UTC) - utc
    return utc.astimezone(timezone(ahead)).isoformat() if abs(ahead) < timedelta(days=1) else utc.isoformat()


def _in_utc(moment: str) -> str:
    """A moment with a zone as the time in UTC without one; "" for a day or a time without a zone."""
    read = datetime.fromisoformat(moment) if moment else None
    return read.astimezone(UTC).replace(tzinfo=None).isoformat() if read and read.tzinfo else ""


def _body(post: etree._Element) -> str:
    """The text of a post. In a classic one an empty line parts paragraphs and a line end breaks the line."""
    content = next((child for child in post if xml.local(child) == "encoded" and "content" in child.tag), None)
    written = "".join(content.itertext()) if content is not None else ""
    is_made_of_blocks = "<!-- wp:" in written
    html = _CODE.sub("", _PICTURED.sub("\n\n", _COMMENT.sub("", written.replace("\r\n", "\n"))))
    if not is_made_of_blocks:
        html = _BLOCK.sub(r"\n\n\1", html)
        html = "".join(f"<p>{part}</p>" for part in re.split(r"\n\s*\n", html) if part.strip()).replace("\n", "<br>")
    return re.sub(r"\n{3,}", "\n\n", _ADDRESS.sub("", text_of_html(html))).strip()
