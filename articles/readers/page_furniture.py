"""What stands on a page beside its article, or in the midst of it, and isn't part of it: taken out of the tree."""

import re
from dataclasses import dataclass

from lxml import etree

from .markup import text_of
from .paragraphs import words_of

COMMENTS = re.compile(
    r"(?<![a-z])(?:comments?|coment\w*|kommentare?|commentaires?|commenti|disqus\w*|livefyre|fyre|respond)(?![a-z])",
    re.IGNORECASE,
)
FURNITURE = re.compile(
    r"(?<![a-z])(?:newsletters?|signup|sign-up|sub(?:scribe|scription)-(?:box|form|promo)|"
    r"related(?:-?(?:posts?|articles?|stories|content|links?|inline|news|box))?|relacionad[ao]s|recirc\w*|"
    r"read-?(?:more|next|also)|more-?(?:from|stories|on|like)|most-?(?:read|popular|viewed)|trending|teaser-?box|"
    r"you-?(?:may|might)-\w+|recommend(?:ed|ations)?|outbrain|taboola|jp-relatedposts|"
    r"share(?:-?(?:bar|tools?|buttons?|links?|this))?|sharedaddy|social-?(?:share|links?|media|bar|buttons?)|addthis\w*|"
    r"cookies?(?:-?(?:banner|consent|notice|bar))?|consent|gdpr|paywall|"
    r"author-?(?:bio|box|card|info-box)|about-the-author|post-tags|tag-list|"
    r"captions?|(?:image|photo|video|media|picture|gallery)-?(?:credit|description)|wp-caption-text|video-player|"
    r"advert\w*|ad-?(?:slot|unit|label|container|wrapper)|inline-ad|sponsor\w*|promo(?:-?box)?|breadcrumbs?)(?![a-z])",
    re.IGNORECASE,
)
# What is said of an article by its own classes: that it has comments, its tags and categories.
_SAID_OF_POST = re.compile(
    r"(?<!\S)(?:(?:no|has|with|allow|enable|hide|show)-comments?|comments?-(?:open|closed|on|off|enabled|disabled|count\S*)|"
    r"(?:tag|category|term|topic|section|page|single)-\S+)(?!\S)",
    re.IGNORECASE,
)
_PULLED = re.compile(r"(?<![a-z])pull-?quotes?(?![a-z])", re.IGNORECASE)
MOST_PULLED = 50
"""Pull quotes that are looked for in the rest of a page."""
LONGEST_CELL = 200
"""Characters of a cell that holds data; a longer one lays out a page."""
_JOINTS = re.compile(r"(?<=[a-z])(?=[A-Z])|_")
_CALLED = ("class", "id", "data-component", "data-qa", "data-testid")
_BLOCKS = frozenset(
    ["div", "section", "aside", "ul", "ol", "li", "dl", "dd", "p", "span", "figure", "blockquote", "nav", "footer", "form",
     "table", "td", "tr", "h2", "h3", "h4", "h5", "header"]
)  # fmt: skip
_ALWAYS = frozenset(["figcaption", "amp-list", "amp-ad", "amp-sidebar", "nav", "dialog"])


@dataclass(slots=True)
class Held:
    """What an element holds: characters, those of them in paragraphs, and whether the article must be among it."""

    text: int = 0
    prose: int = 0
    core: bool = False


def without_furniture(tree: etree._Element) -> None:
    """Take out readers' comments, boxes of links and letters, captions and pull quotes, by how they are called.

    What holds the heading, or a third of the page's paragraphs, stays; comments go first, unless they are
    nearly all of it. Then the element with most paragraphs of its own stays too: it is the article.
    """
    _drop(tree, COMMENTS, share=19 / 20, core=None)
    _drop(tree, FURNITURE, share=1 / 3, core=fullest(tree))
    everything = words_of("".join(tree.itertext()))
    for node in [node for node in tree.iter() if _PULLED.search(_called(node))][:MOST_PULLED]:
        said = words_of("".join(node.itertext()))
        if node.getparent() is not None and said and everything.count(said) > 1:
            node.drop_tree()


def _drop(tree: etree._Element, names: re.Pattern, *, share: float, core: etree._Element | None) -> None:
    """Take out what is so called and holds less than a share of the page, but not what `core` is in."""
    held = _held(tree, core)
    whole = held[tree].prose or held[tree].text
    dropped: set[etree._Element] = set()
    for node, own in held.items():
        is_named = names.search(_called(node)) or (names is FURNITURE and node.tag in _ALWAYS)
        if node.getparent() in dropped or (is_named and not own.core and (own.prose or own.text) < share * whole):
            dropped.add(node)
    for node in dropped:
        if node is not tree and node.getparent() not in dropped:
            node.drop_tree()


def fullest(tree: etree._Element) -> etree._Element | None:
    """The element whose own paragraphs say most."""
    own: dict[etree._Element, int] = {}
    for paragraph in tree.iter("p"):
        parent = paragraph.getparent()
        own[parent] = own.get(parent, 0) + len("".join(paragraph.itertext()))
    return max(own, key=own.__getitem__, default=None)


def own_paragraphs(tree: etree._Element) -> list[str]:
    """The paragraphs right in the fullest element, and in those beside it that are called as it is, in order."""
    body = fullest(tree)
    if body is None:
        return []
    beside = body.getparent().iterchildren(body.tag) if body.getparent() is not None and body.get("class") else (body,)
    parts = [part for part in beside if part.get("class") == body.get("class")]
    found = []
    for part in parts:
        found.append(" ".join((part.text or "").split()))
        for child in part:
            if child.tag == "p" and 2 * sum(len("".join(a.itertext())) for a in child.iter("a")) < len(
                "".join(child.itertext())
            ):
                found.append(text_of(child))
            found.append(" ".join((child.tail or "").split()))
    return [said for said in found if said]


def _called(node: etree._Element) -> str:
    """The names of a block, words parted by hyphens; "" for other elements."""
    if node.tag not in _BLOCKS:
        return ""
    return _SAID_OF_POST.sub("", _JOINTS.sub("-", " ".join(filter(None, map(node.get, _CALLED)))))


def _held(tree: etree._Element, core: etree._Element | None = None) -> dict[etree._Element, Held]:
    """What every element holds, parents before their children; one pass, however deep the page."""
    held = {node: Held() for node in tree.iter() if isinstance(node.tag, str)}
    for node, own in reversed(held.items()):
        if node.tag in ("script", "style", "noscript", "template"):
            continue
        own.text += len(node.text or "")
        own.prose = own.text if node.tag == "p" else own.prose
        own.core = own.core or node is core or node.tag == "h1" or node.get("itemprop") == "articleBody"
        parent = held.get(node.getparent())
        if parent is not None:
            parent.text += own.text + len(node.tail or "")
            parent.prose += own.prose
            parent.core = parent.core or own.core
    return held


def column_of_text(tree: etree._Element) -> etree._Element:
    """The cell of a page laid out by tables that holds most of its text, or the page as it is; tables that only lay
    out become blocks."""
    held = _held(tree)
    links = sum(len("".join(link.itertext())) for link in tree.iter("a"))
    whole = held[tree].text - links
    cell = tree
    for node, own in held.items():
        if node.tag == "td" and own.text * 2 > whole and own.text > 600 and node.getparent() is not None:
            cell = node
    for node, own in held.items():
        if node.tag == "td" and (own.text > LONGEST_CELL or node.find("br") is not None or node.find("p") is not None):
            _as_blocks(node)
    if cell is not tree:
        cell.tag = "div"  # by itself it is no table
    return cell


def _as_blocks(cell: etree._Element) -> None:
    """Make blocks of the cells, rows and table that a cell is in."""
    row = cell.getparent()
    table = row
    while table is not None and table.tag in ("tr", "tbody", "thead", "tfoot"):
        table = table.getparent()
    if table is None or table.tag != "table":
        return
    parts = [table, *table.iterchildren("tbody", "thead", "tfoot", "tr")]
    rows = [row for part in parts for row in part.iterchildren("tr")]
    for part in (*parts, *rows, *(cell for row in rows for cell in row.iterchildren("td", "th"))):
        part.tag = "div"
