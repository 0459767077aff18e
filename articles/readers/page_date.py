"""When a page was published: never when it was changed, and to the minute where it says so."""

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from .dates import LONGEST, day_in, from_epoch, iso

PUBLISHED = (
    "article:published_time", "og:article:published_time", "article:published", "datepublished", "og:published_time",
    "og:pubdate", "publishdate", "publish-date", "publish_date", "pub_date", "publication_date", "publicationdate",
    "published_at", "published_time", "dcterms.issued", "dc.date.issued", "dcterms.created", "dc.date.created",
    "dcterms.date", "dc.date", "dc:date", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime",
    "article:post_date", "article_date_original", "originalpublicationdate", "displaydate", "bt:pubdate",
    "rnews:datepublished", "citation_publication_date", "citation_date", "vr:published_time", "ptime", "pdate",
    "pubdate", "iso-8601-publish-date", "shareaholic:article_published_time", "mediator_published_time",
    "article:create_at", "article.published", "article.created", "date",
)  # fmt: skip
EARLIEST = "1600"
"""The year from which a moment is one; programs write 0001-01-01 where they know none."""
DATA = (
    "data-published",
    "data-publish-date",
    "data-pubdate",
    "data-published-date",
    "data-timestamp",
    "data-seconds",
    "data-datetime",
)
_CHANGED = re.compile(
    r"updat|modif|chang|edit|revis|actuali|aktualis|mis à jour|zuletzt|last|correct|aggiorn|bijgewerkt|rettet|更新",
    re.IGNORECASE,
)
_IN_PATH = re.compile(r"[/-](\d{4})[/-](\d\d)[/-](\d\d)(?=[/-]|$)|/(20\d\d)(\d\d)(\d\d)(?=/)")
_UPPER, _LOWER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz"


def published(
    tree: etree._Element, *, told: str, meta: dict[str, list[str]], above: Iterable[str], address: str
) -> str:
    """The moment as ISO, or "": of `told` (JSON-LD), `meta`, the markup, the lines `above` the text, the `address`.

    A day without its time gives way to a time on that day which is found further down.
    """
    found = [moment for moment in _candidates(tree, told, meta) if moment >= EARLIEST]
    if not found:
        lines = (line for line in above if len(line) <= LONGEST and not _CHANGED.search(line))
        return next(filter(None, map(day_in, lines)), "") or in_address(address)
    first = found[0]
    exact = [moment for moment in found if _is_exact(moment) and moment[:10] == first[:10]]
    return first if _is_exact(first) or not exact else exact[0]


def _candidates(tree: etree._Element, told: str, meta: dict[str, list[str]]) -> Iterator[str]:
    yield _moment(told)
    for name in PUBLISHED:
        yield from map(_moment, meta.get(name, [])[:1])
    yield from map(_moment, tree.xpath("//*[@itemprop='datePublished'][1]/@*[name()='content' or name()='datetime']"))
    yield from map(
        _moment, tree.xpath("//*[contains(@property,'dc:date') or contains(@property,'dc:created')]/@content")
    )
    yield from map(_moment, tree.xpath("//*[@pubdate]/@datetime"))
    for time in _times(tree):
        yield _moment(time.get("datetime") or time.get("title") or "") or day_in(" ".join(time.itertext()))
    yield from map(_moment, tree.xpath("(//abbr[starts-with(@title, '19') or starts-with(@title, '20')])[1]/@title"))
    for name in DATA:
        yield from map(_moment, tree.xpath(f"//@{name}")[:1])


def _times(tree: etree._Element) -> Iterator[etree._Element]:
    """The elements that show a time: those marked as published, then the first of the article."""
    marked = tree.xpath("//*[self::time or self::abbr or self::span or self::div][@class or @itemprop]")
    marked = [node for node in marked if _is_published(node) and (node.tag == "time" or _is_short(node))]
    yield from marked[:3]
    places = "(//article//time | //main//time)[position() < 4]"
    yield from [node for node in tree.xpath(places) if not _is_changed(node)][:1]


def _is_published(node: etree._Element) -> bool:
    names = f"{node.get('class', '')} {node.get('itemprop', '')}".lower()
    return bool(re.search(r"publish|pubdate|pub-date|datepublished|entry-date|post-date|date-published", names)) and (
        "unpublish" not in names
    )


def _is_changed(node: etree._Element) -> bool:
    parent = node.getparent()
    around = parent.text or "" if parent is not None else ""
    return bool(_CHANGED.search(f"{node.get('class', '')} {node.get('itemprop', '')} {around[-40:]}"))


def _is_short(node: etree._Element) -> bool:
    return len(node.text_content()) <= LONGEST and not _CHANGED.search(node.text_content())


def _moment(said: str) -> str:
    """A moment in words or numbers, or in seconds or milliseconds since 1970."""
    if re.fullmatch(r"\d{10}|\d{13}", said.strip()):
        return from_epoch(float(said))
    return iso(said)


def _is_exact(moment: str) -> bool:
    return bool(re.search(r"T.*[+-]\d\d:\d\d$", moment))


def in_address(address: str) -> str:
    """The day that is part of a web address, as /2024/03/05/; "" for none."""
    found = _IN_PATH.search(address)
    return iso("-".join(part for part in found.groups() if part)) if found else ""
