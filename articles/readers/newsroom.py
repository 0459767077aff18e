"""NITF, NewsML 1 and NewsML-G2: what agencies send."""

from collections.abc import Iterator

from lxml import etree

from . import xml
from .bylines import byline
from .dates import iso
from .item import Item, item
from .markup import text_of, text_of_html, tidy
from .paragraphs import without_agency_lines

LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def nitf(root: etree._Element) -> Iterator[Item]:
    """The article of an NITF document (3.x), which may be wrapped in another."""
    for number, document in enumerate(xml.every(root, "nitf"), start=1):
        yield item(f"article {number}", **_nitf_fields(document))


def newsml_g2(root: etree._Element) -> Iterator[Item]:
    """The text items of a NewsML-G2 newsItem or newsMessage; pictures and packages are left."""
    for number, news in enumerate(xml.every(root, "newsItem"), start=1):
        where = f"item {number}"
        kind = xml.first(news, "itemMeta", "itemClass")
        kind = kind.get("qcode", "") if kind is not None else ""
        if kind and not kind.endswith(":text"):
            yield Item(where, left=f"It is not a text ({kind}).")
            continue
        fields = _g2_fields(news)
        fields["body"] = without_agency_lines(fields["body"], headline=fields["headline"])
        yield item(where, **fields)


def newsml_1(root: etree._Element) -> Iterator[Item]:
    """The text items of a NewsML 1 document."""
    for number, news in enumerate(xml.every(root, "NewsItem"), start=1):
        content = next((c for c in xml.every(news, "DataContent") if xml.words(c)), None)
        lines = xml.first(news, "NewsLines")
        management = xml.first(news, "NewsManagement")
        headline = xml.words(xml.first(lines, "HeadLine"))
        yield item(
            f"item {number}",
            headline=headline,
            byline=byline(xml.spaced(xml.first(lines, "ByLine"))),
            published=iso(xml.words(xml.first(management, "FirstCreated"))),
            language=news.get(LANG, ""),
            external_id=xml.words(xml.first(news, "PublicIdentifier")),
            body=without_agency_lines(_body(content), headline=headline),
        )


def _nitf_fields(document: etree._Element) -> dict[str, str]:
    head, body = xml.first(document, "head"), xml.first(document, "body")
    issued = xml.first(head, "docdata", "date.issue")
    released = xml.first(head, "docdata", "date.release")
    moment = next((d.get("norm", "") for d in (issued, released) if d is not None and d.get("norm")), "")
    identifier = xml.first(head, "docdata", "doc-id")
    publication = xml.first(head, "pubdata")
    return {
        "headline": xml.words(xml.first(body, "body.head", "hl1")) or xml.words(xml.first(head, "title")),
        "byline": byline(xml.spaced(xml.first(body, "body.head", "byline"))),
        "published": iso(moment),
        "external_id": identifier.get("id-string", "") if identifier is not None else "",
        "publication": publication.get("name", "") if publication is not None else "",
        "section": publication.get("position.section", "") if publication is not None else "",
        "language": document.get(LANG, ""),
        "body": _body(xml.first(body, "body.content")),
    }


def _g2_fields(news: etree._Element) -> dict[str, str]:
    meta = xml.first(news, "contentMeta")
    nested = next(xml.every(news, "nitf"), None)
    fields = _nitf_fields(nested) if nested is not None else {"body": _g2_body(news)}
    creator = xml.first(meta, "creator", "name")
    signed = xml.spaced(xml.first(meta, "by")) or (xml.words(creator) if creator is not None else "")
    headline = xml.words(xml.first(meta, "headline"))
    moment = xml.words(xml.first(meta, "contentCreated")) or xml.words(xml.first(news, "itemMeta", "versionCreated"))
    language = xml.first(meta, "language")
    return {
        **fields,
        "headline": headline or fields.get("headline", ""),
        "byline": byline(signed) or fields.get("byline", ""),
        "published": iso(moment) or fields.get("published", ""),
        "language": (language.get("tag", "") if language is not None else "") or news.get(LANG, ""),
        "external_id": news.get("guid", ""),
    }


def _g2_body(news: etree._Element) -> str:
    content = xml.first(news, "contentSet")
    inline = xml.first(content, "inlineXML")
    if inline is not None:
        return _body(xml.first(inline, "body") if xml.first(inline, "body") is not None else inline)
    data = xml.first(content, "inlineData")
    if data is None:
        return ""
    text = "".join(data.itertext())
    return text_of_html(text) if "html" in data.get("contenttype", "") else tidy(text)


def _body(node: etree._Element | None) -> str:
    return text_of(node) if node is not None else ""
