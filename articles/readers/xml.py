"""XML read without entities, network or bombs, and looked up by local names."""

from collections.abc import Iterator
from html import unescape

from lxml import etree

from .item import Unreadable


class BadXml(Unreadable):
    def __init__(self, why: str) -> None:
        super().__init__(f"The XML is broken: {why}.")


class HasEntities(Unreadable):
    def __init__(self) -> None:
        super().__init__("The XML defines entities of its own; such files are refused, as they can be bombs.")


def parse(data: bytes) -> etree._Element:
    """The root of a document; raises `Unreadable` with the sentence."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True)
    try:
        root = etree.fromstring(data.lstrip(b"\xef\xbb\xbf \r\n\t"), parser)
    except etree.XMLSyntaxError as error:
        raise BadXml(str(error.msg).rstrip(".")) from error
    except ValueError as error:
        raise BadXml("it is in no encoding that is known") from error
    internal = root.getroottree().docinfo.internalDTD
    if internal is not None and any(True for _ in internal.iterentities()):
        raise HasEntities
    for entity in list(root.iter(etree.Entity)):  # named in a DTD elsewhere, which isn't fetched: as HTML has them
        entity.tail = unescape(entity.text) + (entity.tail or "")
        drop(entity)
    return root


def local(node: etree._Element) -> str:
    """The name of an element without its namespace; "" for a comment."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def every(node: etree._Element, name: str) -> Iterator[etree._Element]:
    """All descendants of that local name, in order."""
    return node.iter(f"{{*}}{name}")


def first(node: etree._Element | None, *path: str) -> etree._Element | None:
    """The first descendant by local names, each sought below the one before."""
    for name in path:
        node = next(every(node, name), None) if node is not None else None
    return node


def words(node: etree._Element | None) -> str:
    """All text below an element on one line; "" for none."""
    return " ".join("".join(node.itertext()).split()) if node is not None else ""


def spaced(node: etree._Element | None) -> str:
    """As `words`, with a space wherever one element meets another: names in elements of their own."""
    return " ".join(" ".join(node.itertext()).split()).replace(" ,", ",") if node is not None else ""


def drop(node: etree._Element) -> None:
    """Take an element out of its document, and leave the text that follows it."""
    parent, before = node.getparent(), node.getprevious()
    if node.tail and before is not None:
        before.tail = (before.tail or "") + node.tail
    elif node.tail:
        parent.text = (parent.text or "") + node.tail
    parent.remove(node)
