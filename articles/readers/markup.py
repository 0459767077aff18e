"""Plain text out of pieces of HTML: paragraphs by block, scripts and furniture gone."""

import re

from lxml import etree, html

BLOCKS = frozenset(
    ["address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt", "fieldset", "figure",
     "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hl1", "hl2", "hr", "li", "main", "nav", "ol", "p",
     "pre", "section", "table", "ul", "block", "media", "body.content", "nitf-table", "bq", "fn"]
)  # fmt: skip
NOTHING = frozenset(
    ["script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "math", "head", "title", "button",
     "select", "textarea", "video", "audio", "canvas", "figcaption", "media-caption", "media-producer",
     "media-metadata", "nitf-table-metadata"]
)  # fmt: skip
CELLS = frozenset(["td", "th"])
# What HTML takes for one space, and the hard space that is put where one is printed; other blanks have a meaning.
_BLANKS = re.compile("[ \t\r\f\v\xa0]+")
_EDGES = " \t\r\f\v\xa0\u3000"


def text_of_html(fragment: str) -> str:
    """The text of an HTML fragment, an empty line between paragraphs; "" for one without text."""
    if not fragment.strip():
        return ""
    try:
        root = html.fragment_fromstring(fragment.replace("\0", ""), create_parent="div")
    except (etree.ParserError, ValueError):
        return ""
    return text_of(root)


def text_of(root: etree._Element) -> str:
    """The text of an element, an empty line between blocks, a single one at `<br>`, bars between a table's cells.

    Captions are not among it.
    """
    pieces: list[str] = []
    stack: list[tuple[etree._Element | str, bool, bool]] = [(root, True, False)]
    while stack:  # no recursion: pages nest deeper than Python does
        node, entering, preserved = stack.pop()
        if isinstance(node, str):
            pieces.append(node if preserved else _BLANKS.sub(" ", node.replace("\n", " ")))
            continue
        name = _name(node)
        pieces.append(_break(node, name, entering))
        if not entering or not name or (name in NOTHING and node is not root):
            continue
        stack.append((node, False, preserved))
        preserved = preserved or name == "pre"
        for child in reversed(node):
            if child.tail:
                stack.append((child.tail, True, preserved))
            stack.append((child, True, preserved))
        if node.text:
            stack.append((node.text, True, preserved))
    return tidy("".join(pieces))


def _break(node: etree._Element, name: str, entering: bool) -> str:
    """What parts an element from what is before it, or from what is after."""
    if name in BLOCKS or (name in CELLS and any(_name(inner) in BLOCKS for inner in node.iterdescendants())):
        return "\n\n"
    if name in ("tr", "br") and entering:
        return "\n"
    return " | " if name in CELLS and entering and node.getprevious() is not None else ""


def tidy(text: str) -> str:
    """`text` with trimmed lines and one empty line at most between paragraphs."""
    lines = "\n".join(_BLANKS.sub(" ", line).strip(_EDGES) for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", lines).strip()


def _name(node: etree._Element) -> str:
    """The element's name without namespace, in lower case; "" for comments and instructions."""
    return node.tag.rpartition("}")[2].lower() if isinstance(node.tag, str) else ""
