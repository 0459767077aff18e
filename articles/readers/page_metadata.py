"""What a page says of its article: JSON-LD, then meta tags, then the markup, then the lines around the headline."""

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise

from lxml import etree

from .markup import text_of
from .page_byline import signed
from .page_date import published
from .page_json import Linked
from .paragraphs import folded

TITLES = (
    "og:title", "dc.title", "dcterms.title", "twitter:title", "sailthru.title", "parsely-title", "title",
    "headline",
)  # fmt: skip
OPINION = re.compile(
    r"^(analysis|opinion|exclusive|live|watch|review|editorial|op-ed|perspective)\s*[:|]\s+", re.IGNORECASE
)
SMALL_WORDS = frozenset(
    ["of", "the", "and", "de", "la", "le", "el", "y", "et", "der", "die", "und", "&", "-", "des", "du", "del", "da", "do", "i"]
)  # fmt: skip
_HEADLINE = (
    "//*[self::h1 or self::h2 or self::h3 or self::div or self::span or self::b][contains(@class,'headline') or "
    "contains(@class,'entry-title') or contains(@class,'post-title') or contains(@class,'article-title') or "
    "@itemprop='headline']"
)
SCRIPTS = (
    ("ja", "[\u3040-\u30ff]"), ("ko", "[\uac00-\ud7af]"), ("zh", "[\u4e00-\u9fff]"), ("ar", "[\u0600-\u06ff]"),
    ("he", "[\u0590-\u05ff]"), ("el", "[\u0370-\u03ff]"), ("th", "[\u0e00-\u0e7f]"), ("hi", "[\u0900-\u097f]"),
    ("ru", "[\u0400-\u04ff]"),
)  # fmt: skip
ABOVE, BELOW = 3, 12
"""Lines before and after the headline that may say who wrote, and when."""


class Metadata:
    """What a page says of its article, each "" where it says nothing. `url` is where it came from, if known."""

    def __init__(self, tree: etree._Element, *, url: str = "") -> None:
        self.tree, self.url = tree, url
        self.meta: dict[str, list[str]] = {}
        for node in tree.iter("meta"):
            name = node.get("property") or node.get("name") or node.get("itemprop") or node.get("http-equiv") or ""
            if node.get("content", "").strip():
                self.meta.setdefault(name.casefold().strip(), []).append(node.get("content").strip())
        heads = [_one_line(" ".join(node.itertext())) for node in tree.iter("h1")]
        self.heads = [head for head in heads if head]
        self.linked = Linked(tree, [*self.heads, *map(_unsuffixed, self._titles_of_tags())])

    @cached_property
    def headline(self) -> str:
        """The heading that the titles confirm; a title, freed from the site's name, where none does."""
        titles = list(filter(None, (_one_line(title) for title in self._titles())))
        marked = [_one_line(" ".join(node.itertext())) for node in self.tree.xpath(_HEADLINE)]
        for head in sorted(self.heads + [head for head in marked if len(head) > 10], key=len, reverse=True):
            if any(folded(head) in folded(title) for title in titles) and not self._is_name_of_site(head):
                return self._fuller(head)
        for head in self.heads:
            for title in map(_unsuffixed, titles):
                if len(title) > 15 and folded(head).startswith(folded(title)):
                    return title if self._is_name_of_site(head[len(title) :]) else head
        alone = [head for head in self.heads if len(head) > 10] if len(self.heads) == 1 else []
        told = _one_line(self.linked.string("headline"))
        shown = set(map(folded, self.lines[:200]))
        printed = (part for title in titles for part in _parts(title) if len(part) > 10 and folded(part) in shown)
        first = next(iter(titles), "")
        return told or next(printed, "") or _unsuffixed(OPINION.sub("", first)) or next(iter(alone), "")

    @cached_property
    def lines(self) -> list[str]:
        """Every line of the page that prints something."""
        return [line for line in text_of(self.tree).split("\n") if line]

    @cached_property
    def above(self) -> list[str]:
        """The short lines around the headline, before the text begins."""
        lines, title = self.lines, folded(self.headline)
        for at, line in enumerate(lines):
            if title and title in folded(line) and len(line) < 600:
                below = lines[at + 1 : at + 1 + BELOW]
                long = [_is_text(told) for told in below]
                text = next((n for n, both in enumerate(pairwise(long)) if all(both)), None)
                if text is not None:
                    return below[:text] + lines[max(0, at - ABOVE) : at]
        return []

    @property
    def is_told(self) -> bool:
        """Whether the page says it is an article, to programs."""
        kinds = (
            self._first(("og:type",)).casefold().startswith("article"),
            self.linked.article,
            self.meta.get("article:published_time"),
        )
        return any(kinds) or bool(self.tree.xpath("//*[@itemprop='articleBody']"))

    @property
    def titles(self) -> list[str]:
        """Its headline, its headings and the title of the page."""
        return [self.headline, *self.heads, self._page_title]

    @property
    def body(self) -> str:
        """The text as told to programs, in JSON-LD."""
        return self.linked.body

    @cached_property
    def byline(self) -> str:
        told = self.linked.names("author") or self.linked.names("creator")
        every = signed(self.tree, told=told, meta=self.meta, above=self.above)
        return next((name for name in every if name and not self._is_publisher(name)), "")

    @cached_property
    def published(self) -> str:
        told = self.linked.string("datePublished", "dateCreated")
        return published(self.tree, told=told, meta=self.meta, above=self.above, address=self.address or self.url)

    def _titles(self) -> Iterator[str]:
        yield self.linked.string("headline")
        yield from self._titles_of_tags()

    def _titles_of_tags(self) -> Iterator[str]:
        for name in TITLES:
            yield self._first((name,))
        yield self._page_title

    @cached_property
    def _page_title(self) -> str:
        return _one_line(next(iter(self.tree.xpath("//head/title//text() | //title//text()")), ""))

    def _fuller(self, head: str) -> str:
        """The heading, or the page's title where that only puts a topic and a colon before it."""
        title = OPINION.sub("", _unsuffixed(self._page_title))
        before = title[: -len(head)].rstrip() if folded(title).endswith(folded(head)) else ""
        return title if before.endswith(":") and not self._is_name_of_site(before[:-1]) else head

    def _is_name_of_site(self, words: str) -> bool:
        """Whether `words` are in the names the page gives its site, or stand at an end of its title by themselves."""
        places = [self._first(("og:site_name",)), self.publication, *self._home]
        if any(folded(words) in folded(place) for place in places if place):
            return True
        ends = re.split(r"\s+[|»·–—-]+\s+", self._page_title)
        return (
            len(words.split()) < 6
            and len(ends) > 1
            and folded(words).strip(" |-–—·:") in map(folded, (ends[0], ends[-1]))
        )

    @cached_property
    def _home(self) -> list[str]:
        """What the links to the front page say, if it is as short as a name."""
        links = self.tree.xpath("//a[@href='/' or @href='./' or @href='index.html']")
        named = (_one_line(" ".join(link.itertext())) for link in links[:10])
        return [name for name in named if 2 < len(name) < 50]

    def _is_publisher(self, byline: str) -> bool:
        return bool(byline) and folded(byline) == folded(self.publication)

    @cached_property
    def publication(self) -> str:
        told = (*self.linked.names("publisher")[:1], *self.linked.names("sourceOrganization")[:1])
        named = self._first(("og:site_name", "application-name", "dc.publisher", "citation_journal_title"))
        if name := next(iter(told), named):
            return name
        last = re.split(r"\s+[|»·–—-]+\s+", self._page_title)[-1]
        return next((home for home in self._home if folded(home) == folded(last)), "")

    @property
    def section(self) -> str:
        told = next((part for part in self.linked.strings("articleSection") if part.strip()), "")
        names = ("article:section", "og:article:section", "parsely-section", "section", "cxenseparse:section")
        return next((part for part in (told, self._first(names)) if part and not part.startswith(("/", "http"))), "")

    @property
    def language(self) -> str:
        said = self.tree.get("lang") or self.tree.get("{http://www.w3.org/XML/1998/namespace}lang")
        said = (
            said
            or self.linked.string("inLanguage")
            or self._first(("og:locale", "content-language", "language", "dc.language"))
        )
        return said.split(",")[0].strip().replace("_", "-")[:35] if said else language_of(self.headline)

    @property
    def address(self) -> str:
        links = self.tree.xpath("//link[@rel='canonical']/@href")
        told = [*links, self._first(("og:url",)), self.linked.string("url", "@id", "mainEntityOfPage")]
        return next((a.strip() for a in told if a.strip().startswith(("http://", "https://"))), "")

    def _first(self, names: tuple[str, ...]) -> str:
        return next((self.meta[name][0] for name in names if name in self.meta), "")


def language_of(text: str) -> str:
    """The language whose script most of the letters are in, of scripts that tell it; "" for Latin letters."""
    letters = sum(letter.isalpha() for letter in text)
    return next((code for code, script in SCRIPTS if len(re.findall(script, text)) * 3 > letters > 0), "")


def _is_text(line: str) -> bool:
    """Whether a line is as long as a sentence; Chinese and Japanese say more in fewer letters."""
    return len(line.split()) > 14 or len(line) > 90 or len(re.findall("[\u3040-\u9fff]", line)) > 40


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _parts(title: str) -> Iterator[str]:
    """A title, and what is left of it without its first or last part, which may be the name of the site."""
    cuts = [cut.span() for cut in re.finditer(r"\s+[|»·–—-]+\s+|\s*::\s*|:\s+|\s*_\s*", title)]
    yield title
    yield from (title[:start] for start, _ in reversed(cuts))
    yield from (title[end:] for _, end in cuts)


def _unsuffixed(title: str) -> str:
    """A page title without the name of the site after a bar or guillemet, or after a dash if it is like a name."""
    title = re.split(r"\s+(?:[|»·]|::)\s+", OPINION.sub("", title))[0]
    start, dash, end = title.rpartition(" - ") if " - " in title else title.rpartition(" – ")
    start, dash, end = (start, dash, end) if dash else title.rpartition(" — ")
    named = all(word[:1].isupper() or word[:1].isdigit() or word in SMALL_WORDS for word in end.split())
    return start if dash and named and len(end.split()) < 6 and len(start.split()) > 2 else title
