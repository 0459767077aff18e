"""NewsML 1 and NewsML-G2: what agencies send."""

from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from . import xml
from .bylines import joined
from .dates import iso
from .item import Item, item
from .markup import text_of, text_of_html, tidy
from .nitf import LANG, nitf_fields
from .paragraphs import without_agency_lines
from .usability import not_text, not_usable

OTHER_ITEMS = {
    "packageItem": "a package of other items",
    "conceptItem": "a concept",
    "knowledgeItem": "a list of concepts",
    "planningItem": "a plan for coverage",
    "catalogItem": "a catalogue",
}
_HIDDEN = ("notepad", "nonpublic", "np-public")
"""Classes of what agencies tell newsrooms beside the text; part of it is not to be published."""


def newsml_g2(root: etree._Element) -> Iterator[Item]:
    """The text items of a NewsML-G2 document; pictures, packages and what may not be used are left."""
    items = (node for node in root.iter() if xml.local(node) in ("newsItem", *OTHER_ITEMS))
    for number, news in enumerate(items, start=1):
        where = f"item {number}"
        if sentence := _why_left(news):
            yield Item(where, left=sentence)
            continue
        fields = _g2_fields(news)
        fields["body"] = without_agency_lines(fields["body"], headline=fields["headline"])
        yield item(where, **fields)


def _why_left(news: etree._Element) -> str:
    if what := OTHER_ITEMS.get(xml.local(news)):
        return f"It is {what}, not a text."
    meta = xml.first(news, "itemMeta")
    kind, status = _code(xml.first(meta, "itemClass")), _code(xml.first(meta, "pubStatus"))
    sentence = not_text(kind) or not_usable(status, embargoed=xml.words(xml.first(meta, "embargoed")))
    content = xml.first(news, "contentSet")
    if (
        not sentence
        and content is not None
        and len(content)
        and not (xml.first(content, "inlineXML") is not None or xml.first(content, "inlineData") is not None)
    ):
        return "Its text is in another file, which it only points to."
    return sentence


def _code(node: etree._Element | None) -> str:
    return (node.get("qcode") or node.get("uri") or "") if node is not None else ""


def _g2_fields(news: etree._Element) -> dict[str, str]:
    meta, about = xml.first(news, "contentMeta"), xml.first(news, "itemMeta")
    nested = next(xml.every(news, "nitf"), None)
    fields = nitf_fields(nested) if nested is not None else {"body": _g2_body(news)}
    signed = joined([xml.spaced(by) for by in xml.every(meta, "by")]) if meta is not None else ""
    moments = (xml.first(meta, "contentCreated"), xml.first(about, "firstCreated"), xml.first(about, "versionCreated"))
    language = xml.first(meta, "language")
    return {
        **fields,
        "headline": _headline(news) or fields.get("headline", ""),
        "byline": signed or joined(_named(meta, "creator")) or fields.get("byline", ""),
        "published": next(filter(None, (iso(xml.words(moment)) for moment in moments)), "")
        or fields.get("published", ""),
        "language": (language.get("tag", "") if language is not None else "") or news.get(LANG, ""),
        "external_id": news.get("guid", ""),
        "publication": next(iter([*_named(about, "provider"), *_named(news, "copyrightHolder")]), "")
        or fields.get("publication", ""),
    }


def _headline(news: etree._Element) -> str:
    """The headline, not one of a lesser role; of inline HTML its heading, or the item's title."""
    lines = list(xml.every(news, "headline"))
    lines.sort(key=lambda line: not line.get("role", "main").endswith((":main", "main", "headline")))
    others = (xml.first(news, "contentSet", "h1"), xml.first(news, "itemMeta", "title"))
    return next(filter(None, (xml.words(line) for line in (*lines, *others))), "")


def _named(node: etree._Element | None, name: str) -> list[str]:
    """The names of the persons or bodies an element names, each in its fullest form."""
    found = []
    for who in xml.every(node, name) if node is not None else ():
        names = list(xml.every(who, "name"))
        names.sort(key=lambda part: not part.get("role", "full").endswith(("full", "display")))
        found.append(xml.words(names[0]) if names else who.get("literal", ""))
    return [name for name in found if name]


def _g2_body(news: etree._Element) -> str:
    """The longest of the texts of an item: the same comes in several forms."""
    texts = [_inline(node) for node in news.iter() if xml.local(node) in ("inlineXML", "inlineData")]
    return max(texts, key=len, default="")


def _inline(node: etree._Element) -> str:
    if xml.local(node) == "inlineXML":
        body = xml.first(node, "body")
        node = deepcopy(body if body is not None else node)
        for part in list(node.iter()):
            if (
                isinstance(part.tag, str)
                and any(name in part.get("class", "") for name in _HIDDEN)
                and part is not node
            ):
                xml.drop(part)
        return text_of(node)
    text = "".join(node.itertext())
    return text_of_html(text) if "html" in node.get("contenttype", "") else tidy(text)


def newsml_1(root: etree._Element) -> Iterator[Item]:
    """The text items of a NewsML 1 document; pictures and what may not be used are left."""
    for number, news in enumerate(xml.every(root, "NewsItem"), start=1):
        where, management = f"item {number}", xml.first(news, "NewsManagement")
        status = _formal(xml.first(management, "Status"))
        until = xml.words(xml.first(management, "StatusWillChange", "DateAndTime")) if status == "Embargoed" else ""
        contents = [
            content
            for content in xml.every(news, "ContentItem")
            if _formal(xml.first(content, "MediaType")) in ("", "Text")
        ]
        data = next(
            (data for content in contents for data in xml.every(content, "DataContent") if xml.words(data)), None
        )
        if sentence := not_usable(status, embargoed=until):
            yield Item(where, left=sentence)
        elif data is None and xml.first(news, "ContentItem") is not None:
            yield Item(where, left="It holds no text.")
        else:
            yield item(where, **_newsml_1_fields(news, data))


def _newsml_1_fields(news: etree._Element, data: etree._Element | None) -> dict[str, str]:
    lines = xml.first(news, "NewsLines")
    inner = nitf_fields(nested) if data is not None and (nested := xml.first(data, "nitf")) is not None else {}
    headline = (
        xml.words(xml.first(lines, "HeadLine")) or inner.get("headline", "") or xml.words(xml.first(lines, "Title"))
    )
    moments = (xml.first(news, "NewsManagement", name) for name in ("FirstCreated", "ThisRevisionCreated"))
    body = inner.get("body") or _data_text(data)
    return {
        "headline": headline,
        "byline": joined([xml.spaced(line) for line in xml.every(lines, "ByLine")] if lines is not None else [])
        or inner.get("byline", ""),
        "published": next(filter(None, (iso(xml.words(moment)) for moment in moments)), "")
        or inner.get("published", ""),
        "language": news.get(LANG, "") or _formal(xml.first(news, "DescriptiveMetadata", "Language")),
        "external_id": xml.words(xml.first(news, "PublicIdentifier")),
        "publication": _formal(xml.first(news, "Provider", "Party")) or inner.get("publication", ""),
        "body": without_agency_lines(body, headline=headline),
        "caption": inner.get("caption", ""),
    }


def _data_text(data: etree._Element | None) -> str:
    """The text of a DataContent: elements, HTML escaped or in CDATA, or plain."""
    if data is None:
        return ""
    if len(data):
        return text_of(data)
    text = data.text or ""
    return text_of_html(text) if "<p" in text or "<br" in text else tidy(text)


def _formal(node: etree._Element | None) -> str:
    return node.get("FormalName", "") if node is not None else ""
