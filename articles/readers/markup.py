"""Plain text out of pieces of HTML: paragraphs by block, scripts and furniture gone."""

import re

from lxml import etree, html

BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hl1",
        "hl2",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "td",
        "th",
        "tr",
        "ul",
        "block",
        "media",
        "body.content",
    ]
)
NOTHING = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "iframe",
        "object",
        "embed",
        "svg",
        "math",
        "head",
        "title",
        "button",
        "select",
        "textarea",
    ]
)
_BLANKS = re.compile(r"[^\S\n]+")


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
    """The text of an element, an empty line between blocks, a single one at `<br>`."""
    pieces: list[str] = []
    stack: list[tuple[etree._Element | str, bool]] = [(root, True)]
    while stack:  # no recursion: pages nest deeper than Python does
        node, entering = stack.pop()
        if isinstance(node, str):
            pieces.append(_BLANKS.sub(" ", node.replace("\n", " ")))
            continue
        name = _name(node)
        if name in BLOCKS:
            pieces.append("\n\n")
        if not entering or name in NOTHING or not name:
            continue
        if name == "br":
            pieces.append("\n")
        stack.append((node, False))
        for child in reversed(node):
            if child.tail:
                stack.append((child.tail, True))
            stack.append((child, True))
        if node.text:
            stack.append((node.text, True))
    return tidy("".join(pieces))


def tidy(text: str) -> str:
    """`text` with trimmed lines and one empty line at most between paragraphs."""
    lines = "\n".join(_BLANKS.sub(" ", line).strip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", lines).strip()


def _name(node: etree._Element) -> str:
    """The element's name without namespace, in lower case; "" for comments and instructions."""
    return node.tag.rpartition("}")[2].lower() if isinstance(node.tag, str) else ""
