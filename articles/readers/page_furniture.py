"""What stands on a page beside its article, or in the midst of it, and isn't part of it: taken out of the tree."""

import re
from dataclasses import dataclass

from lxml import etree

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
    r"pull-?quotes?|author-?(?:bio|box|card|info-box)|about-the-author|post-tags|tag-list|"
    r"captions?|(?:image|photo|video|media|picture|gallery)-?(?:credit|description)|wp-caption-text|video-player|"
    r"advert\w*|ad-?(?:slot|unit|label|container|wrapper)|inline-ad|sponsor\w*|promo(?:-?box)?|breadcrumbs?)(?![a-z])",
    re.IGNORECASE,
)
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

    What holds the heading, or a third of the page's paragraphs (of comments: four fifths), stays.
    """
    held = _held(tree)
    whole = held[tree].prose or held[tree].text
    dropped: set[etree._Element] = set()
    for node, own in held.items():
        share = _most_of_page(node)
        if node.getparent() in dropped or (share and not own.core and (own.prose or own.text) < share * whole):
            dropped.add(node)
    for node in dropped:
        if node is not tree and node.getparent() not in dropped:
            node.drop_tree()


def _most_of_page(node: etree._Element) -> float:
    """The part of the page's text below which an element so called is furniture; 0 for others."""
    if node.tag in _ALWAYS:
        return 1 / 3
    names = " ".join(filter(None, map(node.get, _CALLED))) if node.tag in _BLOCKS else ""
    if not names:
        return 0
    names = _JOINTS.sub("-", names)
    return 4 / 5 if COMMENTS.search(names) else 1 / 3 if FURNITURE.search(names) else 0


def _held(tree: etree._Element) -> dict[etree._Element, Held]:
    """What every element holds, parents before their children; one pass, however deep the page."""
    held = {node: Held() for node in tree.iter() if isinstance(node.tag, str)}
    for node, own in reversed(held.items()):
        if node.tag in ("script", "style", "noscript", "template"):
            continue
        own.text += len(node.text or "")
        own.prose = own.text if node.tag == "p" else own.prose
        own.core = own.core or node.tag == "h1" or node.get("itemprop") == "articleBody"
        parent = held.get(node.getparent())
        if parent is not None:
            parent.text += own.text + len(node.tail or "")
            parent.prose += own.prose
            parent.core = parent.core or own.core
    return held


def column_of_text(tree: etree._Element) -> etree._Element:
    """The cell of a page laid out by tables that holds most of its text, or the page as it is."""
    held = _held(tree)
    links = sum(len("".join(link.itertext())) for link in tree.iter("a"))
    whole = held[tree].text - links
    cell = tree
    for node, own in held.items():
        if node.tag == "td" and own.text * 2 > whole and own.text > 600 and node.getparent() is not None:
            cell = node
    if cell is not tree:
        cell.tag = "div"  # by itself it is no table
    return cell
