"""What a page says of its article: JSON-LD, then meta tags, then the markup."""

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from .bylines import joined
from .dates import from_epoch, iso
from .paragraphs import folded

ARTICLE_TYPES = frozenset({"Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "BlogPosting"})
PUBLISHED = (
    "article:published_time", "og:article:published_time", "article:published", "datepublished", "date",
    "dc.date.issued", "dc.date", "parsely-pub-date", "sailthru.date", "ptime", "pdate", "pubdate",
)  # fmt: skip
AUTHORS = ("author", "byl", "og:article:author", "dc.creator", "parsely-author", "sailthru.author")
TITLES = ("og:title", "dc.title", "twitter:title", "sailthru.title")
OPINION = re.compile(
    r"^(analysis|opinion|exclusive|live|watch|review|editorial|op-ed|perspective)\s*[:|]\s+", re.IGNORECASE
)
SIGNED = (
    "//*[@itemprop='author' or @rel='author' or contains(@class,'byline') or contains(@class,'author-name')"
    " or contains(@class,'article-author')]"
)
SMALL_WORDS = frozenset(
    [
        "of",
        "the",
        "and",
        "de",
        "la",
        "le",
        "el",
        "y",
        "et",
        "der",
        "die",
        "und",
        "&",
        "-",
        "des",
        "du",
        "del",
        "da",
        "do",
        "i",
    ]
)


class Metadata:
    """What a page says of its article, each "" where it says nothing."""

    def __init__(self, tree: etree._Element) -> None:
        self.tree = tree
        self.meta: dict[str, list[str]] = {}
        for node in tree.iter("meta"):
            name = (node.get("property") or node.get("name") or node.get("itemprop") or "").casefold()
            if node.get("content", "").strip():
                self.meta.setdefault(name, []).append(node.get("content").strip())
        self.linked = _linked_article(tree)

    @property
    def headline(self) -> str:
        """The heading that the titles confirm; a title, freed from the site's name, where none does."""
        titles = list(filter(None, (_one_line(title) for title in self._titles())))
        heads = [_one_line(" ".join(node.itertext())) for node in self.tree.iter("h1")]
        for head in filter(None, heads):
            if any(folded(head) in folded(title) for title in titles):
                return self._fuller(head)
            for title in map(_unsuffixed, titles):
                if len(title) > 15 and folded(head).startswith(folded(title)):
                    return title if self._is_name_of_site(head[len(title) :]) else head
        alone = [head for head in heads if len(head) > 10] if len(heads) == 1 else []
        told = _one_line(_string(self.linked.get("headline")))
        return told or _unsuffixed(OPINION.sub("", next(iter(titles), ""))) or next(iter(alone), "")

    @property
    def body(self) -> str:
        """The text as told to programs, in JSON-LD."""
        return _string(self.linked.get("articleBody"))

    @property
    def byline(self) -> str:
        names = _names(self.linked.get("author"))
        names = names or [name for key in AUTHORS for name in self.meta.get(key, []) if "://" not in name]
        if joined(names):
            return self._without_publisher(joined(names))
        marked = (
            _one_line(node.xpath("string(.//*[@itemprop='name'])") or node.text_content())
            for node in self.tree.xpath(SIGNED)
        )
        return self._without_publisher(joined([name for name in marked if 3 < len(name) < 80][:1]))

    def _titles(self) -> Iterator[str]:
        yield _string(self.linked.get("headline"))
        for name in TITLES:
            yield self._first((name,))
        yield self._page_title

    @property
    def _page_title(self) -> str:
        return _one_line(next(iter(self.tree.xpath("//head/title//text() | //title//text()")), ""))

    def _fuller(self, head: str) -> str:
        """The heading, or the page's title where that only puts a topic and a colon before it."""
        title = OPINION.sub("", _unsuffixed(self._page_title))
        before = title[: -len(head)].rstrip() if folded(title).endswith(folded(head)) else ""
        return title if before.endswith(":") else head

    def _is_name_of_site(self, words: str) -> bool:
        places = (self._page_title, self._first(("og:site_name",)), self.publication)
        return any(folded(words) in folded(place) for place in places if place)

    def _without_publisher(self, byline: str) -> str:
        return "" if byline and folded(byline) == folded(self.publication) else byline

    @property
    def published(self) -> str:
        candidates = [self.linked.get("datePublished"), *(self._first((name,)) for name in PUBLISHED)]
        candidates += self.tree.xpath(
            "//*[@itemprop='datePublished']/@datetime | //*[@itemprop='datePublished']/@content"
        )
        candidates += self.tree.xpath("//*[@pubdate]/@datetime")
        candidates += self.tree.xpath("(//article//time | //main//time | //header//time)[1]/@datetime")
        for moment in filter(None, candidates):
            if isinstance(moment, str) and (found := iso(moment)):
                return found
        epochs = self.tree.xpath("//@data-published | //@data-publish-date | //@data-timestamp")
        return next((from_epoch(float(e)) for e in epochs if re.fullmatch(r"\d{9,13}", e)), "")

    @property
    def publication(self) -> str:
        publisher = self.linked.get("publisher")
        name = publisher.get("name") if isinstance(publisher, dict) else ""
        return (name if isinstance(name, str) else "") or self._first(("og:site_name",))

    @property
    def section(self) -> str:
        section = self.linked.get("articleSection")
        return (section if isinstance(section, str) else "") or self._first(("article:section", "og:article:section"))

    @property
    def language(self) -> str:
        return (self.tree.get("lang") or self._first(("og:locale",))).replace("_", "-")[:35]

    @property
    def address(self) -> str:
        links = self.tree.xpath("//link[@rel='canonical']/@href")
        return next((a for a in [*links, self._first(("og:url",))] if a.startswith(("http://", "https://"))), "")

    def _first(self, names: tuple[str, ...]) -> str:
        return next((self.meta[name][0] for name in names if name in self.meta), "")


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _string(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _unsuffixed(title: str) -> str:
    """A page title without the name of the site after a bar or guillemet, or after a dash if it is like a name."""
    title = re.split(r"\s+[|»]\s+", OPINION.sub("", title))[0]
    start, dash, end = title.rpartition(" - ") if " - " in title else title.rpartition(" – ")
    named = all(word[:1].isupper() or word[:1].isdigit() or word in SMALL_WORDS for word in end.split())
    return start if dash and named and len(end.split()) < 6 and len(start.split()) > 2 else title


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
