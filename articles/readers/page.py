"""A web page: trafilatura finds the text, the page's own metadata say the rest.

Chosen for its text (the best of four tried on saved pages); its dates lack the time, and its titles and
names are sometimes the site's, so those are read here: JSON-LD, then meta tags, then the markup.
"""

from collections.abc import Iterator

import trafilatura
from lxml import etree

from .item import Item, Unreadable, item
from .markup import tidy
from .page_metadata import Metadata
from .paragraphs import article_lines, folded

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
    about = Metadata(tree)
    headline, byline = about.headline, about.byline
    links = {folded(link.text_content()) for link in tree.iter("a")}
    text = _text(tree, about.body)
    lines = article_lines(
        [line.strip() for line in tidy(text).split("\n") if line.strip()],
        headline=headline,
        byline=byline,
        links=links,
    )
    yield item(
        "",
        headline=headline,
        body="\n\n".join(lines),
        byline=byline,
        published=about.published,
        publication=about.publication,
        section=about.section,
        language=about.language,
        url=about.address or url,
    )


def _text(tree: etree._Element, told: str) -> str:
    """The text trafilatura finds, or that the page tells programs (`told`) where it finds not half of it."""
    _drop_comments(tree)
    found = trafilatura.bare_extraction(tree, include_comments=False, include_tables=False, with_metadata=False)
    text = found.text if found and found.text else ""
    if len(text.split()) * 2 < len(told.split()):
        return told
    if not text:
        raise NoArticle
    return text


def _drop_comments(tree: etree._Element) -> None:
    """Take readers' comments out, unless what is so called holds most of the page."""
    whole = len(tree.text_content())
    for node in tree.xpath(COMMENTS):
        parent = node.getparent()
        if parent is not None and len(node.text_content()) * 2 < whole and not node.xpath(".//h1"):
            node.drop_tree()
