"""A web page: trafilatura finds the text, the page's own metadata say the rest.

Chosen for its text (the best of four tried on saved pages); its dates lack the time, and its titles and
names are sometimes the site's, so those are read here: JSON-LD, then meta tags, then the markup.
"""

import re
from collections.abc import Collection, Iterator

import trafilatura
from lxml import etree

from .item import Item, item
from .markup import tidy
from .page_encoding import letters
from .page_furniture import column_of_text, own_paragraphs, without_furniture
from .page_json import state_text
from .page_metadata import Metadata, language_of
from .page_refusal import NoArticle, check
from .paragraphs import MOST_COMPARED, article_lines, folded, with_missing

LEAST = 250
"""Characters of a text that is believed although the page is drawn from a longer one."""


def page(data: bytes, *, url: str = "") -> Iterator[Item]:
    """The article of a web page; `url` is where it came from, if known. Raises `Unreadable` for a page without one."""
    tree = trafilatura.load_html(letters(data))
    if tree is None:
        raise NoArticle
    about = Metadata(tree, url=url)
    drawn = state_text(tree)
    without_furniture(tree)
    headline, byline = about.headline, about.byline
    links = {folded(link.text_content()) for link in tree.iter("a")}
    listed = {folded(entry.text_content()) for entry in tree.iter("li", "dt", "dd")}
    own = own_paragraphs(tree)
    text = _text(tree, told=about.body, drawn=drawn)
    lines = [_printed(line.strip(), listed) for line in tidy(text).split("\n") if line.strip()]
    lines = article_lines([line for line in lines if line], headline=headline, byline=byline, links=links)
    lines = with_missing(lines, own, headline=headline)
    check(about, lines, links=links)
    body = "\n\n".join(_confirmed(lines, about.body))
    yield item(
        "",
        headline=headline,
        body=body,
        byline=byline,
        published=about.published,
        publication=about.publication,
        section=about.section,
        language=about.language or language_of(body),
        url=about.address or url,
    )


def _text(tree: etree._Element, *, told: str, drawn: str) -> str:
    """The text trafilatura finds; what the page tells programs (`told`) or is `drawn` from, where it finds not
    half of that, or where `told` has all of it and more, in as many paragraphs."""
    found = trafilatura.bare_extraction(
        column_of_text(tree), include_comments=False, include_tables=True, with_metadata=False
    )
    text = found.text if found and found.text else ""
    if _size(text) * 2 < _size(told) or _says_more(told, text):
        text = told
    if _size(text) * 2 < _size(drawn) and (_size(text) < LEAST or _says_more(drawn, text)):
        text = drawn
    if not text:
        raise NoArticle
    return text


def _printed(line: str, listed: Collection[str]) -> str:
    """A line without what trafilatura puts there: a dash before an entry of a list, bars around a table's row."""
    if line.startswith("|") and line.endswith("|") and len(line) > 1:
        return re.sub(r"[|-]+", "", line).strip() and line.strip("| ")
    return line[2:] if line.startswith("- ") and folded(line[2:]) in listed else line


def _says_more(told: str, text: str) -> bool:
    """Whether `told` has every line of a text, and more, in as many paragraphs."""
    lines = [line for line in text.split("\n") if line.strip()]
    paragraphs = sum(bool(line.strip()) for line in told.split("\n"))
    if len(lines) > MOST_COMPARED or _size(told) <= _size(text) or paragraphs < len(lines):
        return False
    whole = _letters(told)
    return all(_letters(line) in whole for line in lines)


def _confirmed(lines: list[str], told: str) -> list[str]:
    """The lines without those before the beginning of `told` and after its end, where it has most of them."""
    whole = _letters(told) if len(lines) <= MOST_COMPARED else ""
    keys = [_letters(line) for line in lines]
    has = [key in whole for key in keys]
    known = sum(len(line) for line, is_known in zip(lines, has, strict=True) if is_known)
    if not whole or sum(has) < 3 or known < 0.8 * sum(map(len, lines)):
        return lines
    first, last = has.index(True), len(has) - has[::-1].index(True)
    return lines[first if whole.startswith(keys[first]) else 0 : last if whole.endswith(keys[last - 1]) else None]


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()


def _size(text: str) -> int:
    return len(text.strip())
