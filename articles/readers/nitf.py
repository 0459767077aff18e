"""NITF (3.x), by itself or in another document."""

import re
from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from . import xml
from .bylines import byline, joined
from .dates import day_in, iso
from .item import Item, item
from .markup import text_of, tidy
from .usability import not_usable

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_BESIDE = ("media", "body.end", "note", "hedline", "byline", "dateline", "distributor", "body.head")
"""Elements of the content that are not of its text, where a sender puts them there."""


def nitf(root: etree._Element) -> Iterator[Item]:
    """The articles of an NITF document, which may be wrapped in another."""
    for number, document in enumerate(xml.every(root, "nitf"), start=1):
        docdata = xml.first(document, "head", "docdata")
        status = docdata.get("management-status", "") if docdata is not None else ""
        until = _norm(docdata, "date.release") if status.casefold() == "embargoed" else ""
        if sentence := not_usable(status, embargoed=until):
            yield Item(f"article {number}", left=sentence)
        else:
            yield item(f"article {number}", **nitf_fields(document))


def nitf_fields(document: etree._Element) -> dict[str, str]:
    """What an NITF document says, by the fields of an article."""
    head, body = xml.first(document, "head"), xml.first(document, "body")
    publication = xml.first(head, "pubdata")
    identifier = xml.first(head, "docdata", "doc-id")
    content = xml.first(body, "body.content")
    return {
        "headline": _headline(head, body),
        "byline": _byline(body),
        "published": _published(head, body),
        "external_id": _attribute(identifier, "id-string"),
        "publication": _publication(head, body),
        "section": _attribute(publication, "position.section") or _meta(head, "section", "online_sections"),
        "url": _attribute(publication, "ex-ref"),
        "language": document.get(LANG, "") or (body.get(LANG, "") if body is not None else ""),
        "body": _text(content),
        "caption": "\n\n".join(filter(None, map(text_of, xml.every(content, "media-caption"))))
        if content is not None
        else "",
    }


def _headline(head: etree._Element | None, body: etree._Element | None) -> str:
    lines = xml.first(body, "body.head", "hedline")
    return xml.words(xml.first(lines, "hl1")) or xml.words(lines) or xml.words(xml.first(head, "title"))


def _byline(body: etree._Element | None) -> str:
    lines = list(xml.every(body, "byline")) if body is not None else []
    printed = [line for line in lines if line.get("class") != "normalized_byline"] or lines
    return joined([_signed(line) for line in printed])


def _signed(line: etree._Element) -> str:
    """The names of one byline: without titles, which have an element of their own; those alone where it has no more."""
    names = deepcopy(line)
    names.tail = None
    for title in list(xml.every(names, "byttl")) + list(xml.every(names, "virtloc")):
        title.tail = f" {title.tail or ''}"
        xml.drop(title)
    return byline(xml.spaced(names)) or byline(xml.spaced(line))


def _published(head: etree._Element | None, body: etree._Element | None) -> str:
    data = xml.first(head, "docdata")
    told = [
        _norm(data, "date.issue"),
        _norm(data, "date.release"),
        _attribute(xml.first(head, "pubdata"), "date.publication"),
    ]
    told.append(_norm(xml.first(body, "dateline"), "story.date"))
    printed = [xml.words(xml.first(data, "date.issue")), xml.words(xml.first(body, "dateline", "story.date"))]
    return next(filter(None, map(iso, told)), "") or next(filter(None, map(day_in, printed)), "")


def _publication(head: etree._Element | None, body: etree._Element | None) -> str:
    return (
        _attribute(xml.first(head, "pubdata"), "name")
        or xml.words(xml.first(body, "body.head", "distributor"))
        or _attribute(xml.first(head, "docdata", "doc.copyright"), "holder")
    )


def _text(content: etree._Element | None) -> str:
    """The text of the content, a lead that is repeated with the whole text once; bare text by its empty lines."""
    if content is None:
        return ""
    content = deepcopy(content)
    for node in [node for name in _BESIDE for node in xml.every(content, name)]:
        if node.getparent() is not None:
            xml.drop(node)
    blocks = list(xml.every(content, "block"))
    for lead, whole in zip(blocks, blocks[1:], strict=False):
        if xml.words(lead) and xml.words(lead) in xml.words(whole) and lead.getparent() is not None:
            xml.drop(lead)
    if not len(content) and "\n" in (content.text or ""):
        return tidy(re.sub(r"\n[ \t]*\n", "\n\n", content.text))
    return text_of(content)


def _norm(node: etree._Element | None, name: str) -> str:
    return _attribute(xml.first(node, name), "norm")


def _attribute(node: etree._Element | None, name: str) -> str:
    return node.get(name, "") if node is not None else ""


def _meta(head: etree._Element | None, *names: str) -> str:
    metas = list(xml.every(head, "meta")) if head is not None else []
    return next((meta.get("content", "") for meta in metas if meta.get("name", "").casefold() in names), "")
