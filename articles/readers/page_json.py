"""What a page tells programs in JSON: JSON-LD, and the state that pages drawn in the browser carry along."""

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from lxml import etree

from .markup import text_of_html
from .paragraphs import folded

MOST_NODES = 50_000
"""Objects of a page's JSON that are looked at."""
LEAST = 250
"""Characters of a text in a page’s state, for it to be the article."""
_NO_ARTICLES = frozenset({"JobPosting", "DiscussionForumPosting", "SocialMediaPosting"})
_NO_PARAGRAPHS = re.compile(
    r"image|photo|picture|gallery|video|audio|embed|related|promo|newsletter|\bads?\b|advert|comment|teaser|caption",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"related|recommend|trending|latest|most_?(?:read|popular|viewed)|read_?more|comments|newsletter|promo|advert|footer|"
    r"menu|navigation|config|i18n|translations|messages|locale|cookie|consent|legal|terms",
    re.IGNORECASE,
)
_TEXTS = ("html", "text", "content", "value", "body", "paragraph", "children", "data", "items", "rendered", "blocks")
_BODIES = ("articlebody", "bodyhtml", "body_html", "bodytext", "body", "html", "content", "text", "rendered")


class Linked:
    """The JSON-LD of a page: its article, with the people and publishers it refers to."""

    def __init__(self, tree: etree._Element, titles: list[str]) -> None:
        self.named: dict[str, dict] = {}
        self.kinds: set[str] = set()
        found = []
        for node in _objects(tree):
            kinds = _kinds(node)
            self.kinds |= kinds
            if isinstance(node.get("@id"), str) and node.get("name"):
                self.named.setdefault(node["@id"], node)
            if any(kind.endswith(("Article", "Posting")) for kind in kinds - _NO_ARTICLES):
                found.append(node)
        shown = {folded(title) for title in titles}
        self.article: dict[str, Any] = next(
            (node for node in found if folded(_string(node.get("headline"))) in shown), next(iter(found), {})
        )

    def string(self, *names: str) -> str:
        """The first of the article's properties that is text."""
        values = (self.article.get(name) for name in names)
        return next((plain_letters(value) for value in values if isinstance(value, str) and value.strip()), "")

    def strings(self, name: str) -> list[str]:
        value = self.article.get(name)
        parts = value if isinstance(value, list) else [value]
        return [plain_letters(part) for part in parts if isinstance(part, str)]

    def names(self, name: str) -> list[str]:
        """The names of those a property names, refers to, or has as objects."""
        value = self.article.get(name)
        found: list[str] = []
        for who in value if isinstance(value, list) else [value]:
            if isinstance(who, dict):
                who = who.get("name") or self.named.get(str(who.get("@id")), {}).get("name")
            found += [part for part in (who if isinstance(who, list) else [who]) if isinstance(part, str)]
        return [plain_letters(part) for part in found if "://" not in part]

    @property
    def body(self) -> str:
        """The text of the article, or of a live blog's updates."""
        updates = self.article.get("liveBlogUpdate")
        if isinstance(updates, list):
            told = [u.get(name) for u in updates if isinstance(u, dict) for name in ("headline", "articleBody")]
            return "\n\n".join(_plain(part) for part in told if isinstance(part, str) and part.strip())
        return _plain(_string(self.article.get("articleBody")))


def _objects(tree: etree._Element) -> Iterator[dict]:
    """Every object of the page's JSON-LD that stands by itself, not as another's author or picture."""
    for script in tree.xpath("//script[contains(translate(@type, 'LDJSON', 'ldjson'), 'ld+json')]"):
        waiting = [_parsed(script.text or "")]
        seen = 0
        while waiting and seen < MOST_NODES:
            node = waiting.pop(0)
            seen += 1
            if isinstance(node, list):
                waiting.extend(node[:MOST_NODES])
            elif isinstance(node, dict):
                yield node
                waiting.extend(node[name] for name in ("@graph", "mainEntity", "mainEntityOfPage") if name in node)


def _parsed(script: str) -> Any:
    """The JSON of a script, of a comment or CDATA in it, or with a comma too many; None for none."""
    script = re.sub(r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*.*?\*/|<!\[CDATA\[)|(?:-->|(?://\s*)?\]\]>)\s*;?\s*$", "", script)
    for text in (script, re.sub(r",(\s*[}\]])", r"\1", script), unescape(script)):
        try:
            return json.loads(text.strip().rstrip(";"), strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def state_text(tree: etree._Element) -> str:
    """The longest text in the JSON a page's programs draw it from (Next.js and its like), in paragraphs."""
    best = ""
    for script in tree.xpath("//script[not(@src)]"):
        text = script.text or ""
        if len(text) > 500 and "ld+json" not in (script.get("type") or ""):
            best = max(best, *_texts(_state(text)), key=len)
    return best if len(best) >= LEAST else ""


def _state(script: str) -> Any:
    """The JSON that is a script, or that it gives a name to."""
    start = re.match(r"\s*(?:(?:var |const |let )?[\w.$\[\]\"']+\s*=\s*)?(?:JSON\.parse\()?", script)
    begin = start.end() if start else 0
    try:
        found = json.JSONDecoder(strict=False).raw_decode(script, begin)[0]
        return json.loads(found, strict=False) if isinstance(found, str) else found
    except (ValueError, RecursionError):
        return None


def _texts(state: Any) -> Iterator[str]:
    """Each text of a state: a string of prose under the name of a body, or a list of paragraphs."""
    yield ""
    waiting, seen = [state], 0
    while waiting and seen < MOST_NODES:
        node = waiting.pop()
        seen += 1
        if isinstance(node, dict):
            told = {name: value for name, value in node.items() if not _ELSEWHERE.search(name)}
            waiting.extend(told.values())
            for name, value in told.items():
                if isinstance(value, str) and name.casefold() in _BODIES and len(value) >= LEAST:
                    yield _plain(value)
        elif isinstance(node, list):
            waiting.extend(node)
            if sum(isinstance(part, dict | str) for part in node) > 1:
                yield "\n\n".join(filter(None, (_paragraph(part) for part in node)))


def _paragraph(part: Any, depth: int = 0) -> str:
    """The text of one block of a list of blocks, "" for a picture, an embed or a teaser."""
    if isinstance(part, str):
        return _plain(part) if " " in part else ""
    if not isinstance(part, dict) or depth > 6:
        return ""
    if _NO_PARAGRAPHS.search(
        " ".join(str(part.get(key, "")) for key in ("type", "_type", "__typename", "kind", "name"))
    ):
        return ""
    for name in _TEXTS:
        value = part.get(name)
        if isinstance(value, str) and value.strip():
            return _plain(value)
        if isinstance(value, dict) and (text := _paragraph(value, depth + 1)):
            return text
        if isinstance(value, list):
            inner = [v if isinstance(v, str) else _paragraph(v, depth + 1) for v in value]
            if text := ("" if name == "children" else "\n\n").join(filter(None, inner)).strip():
                return text
    return ""


def _plain(text: str) -> str:
    """Text that may be HTML, once or twice escaped."""
    if re.search(r"&lt;/?(?:p|br|div|strong|em|a)\b", text):
        text = unescape(text)
    marked = re.search(r"</?[a-zA-Z][^<>]*>", text)
    return text_of_html(text) if marked else unescape(text).strip()


def plain_letters(told: str) -> str:
    """Text with the letters that were escaped for HTML, as many times as they were."""
    while "&" in told and (meant := unescape(told)) != told:
        told = meant
    return told


def _kinds(node: dict) -> set[str]:
    kinds = node.get("@type")
    return {str(kind).rpartition("/")[2] for kind in (kinds if isinstance(kinds, list) else [kinds]) if kind}


def _string(value: Any) -> str:
    return value if isinstance(value, str) else ""
