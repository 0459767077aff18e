"""Who wrote a page: as told to programs, else as printed."""

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from .bylines import TITLE, byline, joined
from .dates import day_in

AUTHORS = (
    "author", "byl", "article:author", "article:author_name", "og:article:author", "dc.creator", "dcterms.creator",
    "dc:creator", "parsely-author", "sailthru.author", "cxenseparse:author", "article.author", "authors", "byline",
    "citation_author", "rnews:author", "twitter:data1:author", "news_authors",
)  # fmt: skip
_NAMED = "contains(translate(concat(' ', @class, ' ', @id, ' ', @data-component, ' ', @data-testid, ' ', @data-qa), 'ABL', 'abl'), '{}')"
_MARKS = ("byline", "by-line", "author-name", "article-author", "post-author", "entry-author", "story-author",
          "author", "autor", "auteur", "autore", "firma", "signature", "writer", "redakteur")  # fmt: skip
_BY = re.compile(
    r"(?:(?:words|story|report|written|posted|published) )?(?:by|von|par|por|di|door|text|autor|作者|كتبت?|بقلم)(?:[:：]\s*|\s+)",
    re.IGNORECASE,
)
_JOINTS = frozenset({
    "and", "und", "et", "y", "e", "en", "&", "de", "da", "di", "du", "van", "von", "der", "den", "la", "le", "al",
    "with",
})  # fmt: skip
_CREDIT = re.compile(r"作者[:：]\s*(\S{2,12})")
LONGEST = 120


def signed(tree: etree._Element, *, told: list[str], meta: dict[str, list[str]], above: Iterable[str]) -> Iterator[str]:
    """The bylines a page gives, the likeliest first: `told` (JSON-LD), in `meta`, marked as such, on a line `above`
    the text."""
    yield joined(told)
    for name in AUTHORS:
        yield joined([said for said in meta.get(name, []) if "://" not in said and not said.startswith("/")])
    yield joined([_text(node) for node in tree.xpath("//*[@itemprop='author']")][:6])
    yield joined([_text(node) for node in tree.xpath("//a[contains(concat(' ', @rel, ' '), ' author ')]")][:3])
    yield joined(
        [
            _text(node)
            for node in tree.xpath("//*[contains(@class,'vcard')]//*[contains(concat(' ',@class,' '),' fn ')]")
        ][:1]
    )
    for mark in _MARKS:
        nodes = tree.xpath(f"//*[{_NAMED.format(mark)}][not(self::html or self::body or self::article or self::form)]")
        yield next(filter(None, (byline(_text(node)) for node in nodes[:20])), "")
    for line in above:
        if len(line) <= LONGEST:
            yield signing(line)


def signing(line: str) -> str:
    """The byline of a line that signs ("By Ann Lee and Bo Ek | 3 May"); "" for another line."""
    if credit := _CREDIT.search(line):
        return byline(credit[1])
    by = _BY.match(line)
    names = re.split(r"\s*[|·•(–—\d]|\s+-\s", line[by.end() :])[0] if by else ""
    words = re.findall(r"[^\s,]+", names)
    proper = all(word in _JOINTS or not word[0].islower() for word in words)
    return byline(names) if words and proper and len(words) < 13 and not names.endswith((".", "?", "!")) else ""


def _text(node: etree._Element) -> str:
    """The names in an element that signs: its links to authors, or all it says but dates; "" where it says more."""
    name = node.xpath("string(.//*[@itemprop='name'][1])").strip()
    if name:
        return name
    pieces = [piece for piece in map(_one_line, node.itertext()) if piece and not day_in(piece)]
    titles = [piece for piece in pieces[1:] if TITLE.match(piece.split(",")[0])]
    whole = " ".join(piece for piece in pieces if piece not in titles)
    if len(whole) > LONGEST and len(whole) < LONGEST * 3:
        whole = ", ".join(dict.fromkeys(_line(a) for a in node.iter("a") if 1 < len(_line(a).split()) < 5))
    return whole if 3 < len(whole) <= LONGEST and not re.search(r"\d{3}", whole) else ""


def _line(node: etree._Element) -> str:
    return _one_line(" ".join(node.itertext()))


def _one_line(text: str) -> str:
    return " ".join(text.split())
