"""A web page: trafilatura finds the text, the page's own metadata say the rest.

Chosen for its text (the best of four tried on saved pages); its dates lack the time, and its titles and
names are sometimes the site's, so those are read here: JSON-LD, then meta tags, then the markup.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

import trafilatura
from lxml import etree

from .bylines import joined
from .data import Rejected, article_data
from .dates import from_epoch, iso
from .item import Item, Unreadable
from .markup import tidy

ARTICLE_TYPES = frozenset({"Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "BlogPosting"})
PUBLISHED = (
    "article:published_time", "og:article:published_time", "article:published", "datepublished", "date",
    "dc.date.issued", "dc.date", "parsely-pub-date", "sailthru.date", "ptime", "pdate", "pubdate",
)  # fmt: skip
AUTHORS = ("author", "byl", "og:article:author", "dc.creator", "parsely-author", "sailthru.author")
TITLES = ("og:title", "dc.title", "twitter:title", "sailthru.title")
FURNITURE = re.compile(
    r"^(continue reading( the main story)?|read more:?|advertisement|our standards:.*|sign up .*|share this.*|"
    r"related:?|most read.*|view comments?|story continues below.*|newsletter.*|follow us.*)$",
    re.IGNORECASE,
)
COMMENTS = (
    "//*[contains(@class,'comment') or contains(@id,'comment') or contains(@class,'coment') or contains(@id,'coment') "
    "or contains(@class,'newsletter') or contains(@id,'disqus')][not(self::html or self::body)]"
)


class NoArticle(Unreadable):
    def __init__(self) -> None:
        super().__init__("No article was found on the page.")


def page(data: bytes, *, url: str = "") -> Iterator[Item]:
    """The article of a web page; `url` is where it came from, if known. Raises `NoArticle`."""
    tree = trafilatura.load_html(data)
    if tree is None:
        raise NoArticle
    about = _Metadata(tree)
    _drop_comments(tree)
    found = trafilatura.bare_extraction(tree, include_comments=False, include_tables=False, with_metadata=False)
    if not found or not found.text:
        raise NoArticle
    headline = about.headline
    try:
        yield Item(
            "page",
            article_data(
                headline=headline,
                body=_body(found.text, headline),
                byline=about.byline,
                published=about.published,
                publication=about.publication,
                section=about.section,
                language=about.language,
                url=about.address or url,
            ),
        )
    except Rejected as problem:
        yield Item("page", problem=problem)


def _drop_comments(tree: etree._Element) -> None:
    """Take readers' comments out, unless what is so called holds most of the page."""
    whole = len(tree.text_content())
    for node in tree.xpath(COMMENTS):
        parent = node.getparent()
        if parent is not None and len(node.text_content()) * 2 < whole and not node.xpath(".//h1"):
            node.drop_tree()


def _body(text: str, headline: str) -> str:
    """The paragraphs without furniture at either end and without the headline again."""
    paragraphs = [line.strip() for line in tidy(text).split("\n") if line.strip()]
    if paragraphs and paragraphs[0].casefold() == headline.casefold():
        del paragraphs[0]
    return "\n\n".join(line for line in paragraphs if not FURNITURE.match(line))


class _Metadata:
    """What a page says of its article."""

    def __init__(self, tree: etree._Element) -> None:
        self.tree = tree
        self.meta: dict[str, str] = {}
        for node in tree.iter("meta"):
            name = (node.get("property") or node.get("name") or node.get("itemprop") or "").casefold()
            if node.get("content", "").strip():
                self.meta.setdefault(name, node.get("content").strip())
        self.linked = _linked_article(tree)

    @property
    def headline(self) -> str:
        linked = self.linked.get("headline")
        heads = [" ".join(node.text_content().split()) for node in self.tree.iter("h1")]
        title = self._first(TITLES) or " ".join("".join(self.tree.xpath("//title//text()")).split())
        in_title = [head for head in heads if len(head) > 10 and head.casefold() in title.casefold()]
        only_head = heads if len(heads) == 1 and len(heads[0]) > 10 else []
        return next(
            filter(None, [*only_head, *in_title, linked if isinstance(linked, str) else "", _unsuffixed(title)]), ""
        )

    @property
    def byline(self) -> str:
        names = _names(self.linked.get("author"))
        if not names:
            names = [name for name in [self._first(AUTHORS)] if "://" not in name]
        if not joined(names):
            marked = self.tree.xpath(
                "//*[@itemprop='author' or @rel='author' or contains(@class,'byline') or contains(@class,'author-name')]"
            )
            names = [
                " ".join((node.xpath("string(.//*[@itemprop='name'])") or node.text_content()).split())
                for node in marked
            ]
            names = [name for name in names if 3 < len(name) < 80][:1]
        return joined(names)

    @property
    def published(self) -> str:
        candidates = [self.linked.get("datePublished"), *(self.meta.get(name) for name in PUBLISHED)]
        candidates += self.tree.xpath(
            "//*[@itemprop='datePublished']/@datetime | //*[@itemprop='datePublished']/@content"
        )
        candidates += self.tree.xpath("//*[@pubdate]/@datetime")
        for moment in filter(None, candidates):
            if isinstance(moment, str) and (found := iso(moment)):
                return found
        epochs = self.tree.xpath("//@data-published | //@data-publish-date | //@data-timestamp")
        return next((from_epoch(float(e)) for e in epochs if re.fullmatch(r"\d{9,13}", e)), "")

    @property
    def publication(self) -> str:
        publisher = self.linked.get("publisher")
        name = publisher.get("name") if isinstance(publisher, dict) else ""
        return (name if isinstance(name, str) else "") or self.meta.get("og:site_name", "")

    @property
    def section(self) -> str:
        section = self.linked.get("articleSection")
        return (section if isinstance(section, str) else "") or self._first(("article:section", "og:article:section"))

    @property
    def language(self) -> str:
        return (self.tree.get("lang") or self.meta.get("og:locale", "")).replace("_", "-")[:35]

    @property
    def address(self) -> str:
        links = self.tree.xpath("//link[@rel='canonical']/@href")
        return next((a for a in [*links, self.meta.get("og:url", "")] if a.startswith(("http://", "https://"))), "")

    def _first(self, names: tuple[str, ...]) -> str:
        return next(filter(None, (self.meta.get(name, "") for name in names)), "")


def _unsuffixed(title: str) -> str:
    """A page title without the name of the site after a bar, dash or guillemet."""
    return re.split(r"\s+[|»]\s+|\s+[–—-]\s+(?=[^–—-]*$)", title)[0]


def _linked_article(tree: etree._Element) -> dict[str, Any]:
    """The first article in the page's JSON-LD, or nothing."""
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            waiting = [json.loads(script, strict=False)]
        except (ValueError, RecursionError):
            continue
        while waiting:
            node = waiting.pop(0)
            if isinstance(node, list):
                waiting.extend(node)
            elif isinstance(node, dict):
                kinds = node.get("@type")
                if ARTICLE_TYPES & set(kinds if isinstance(kinds, list) else [kinds]):
                    return node
                waiting.extend(node.get("@graph") or [])
    return {}


def _names(author: Any) -> list[str]:
    authors = author if isinstance(author, list) else [author]
    names = [a.get("name") if isinstance(a, dict) else a for a in authors]
    return [name for name in names if isinstance(name, str) and "://" not in name]
