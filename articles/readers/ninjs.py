"""ninjs 1 to 3: news items of agencies as JSON."""

from collections.abc import Iterator
from typing import Any

from .bylines import byline, joined
from .dates import iso
from .item import Item, item
from .markup import text_of_html, tidy
from .usability import not_text, not_usable

_WRITERS = frozenset({"author", "writer", "reporter", "by", "byline", "correspondent", "journalist", "creator"})
_MAIN = (None, "", "main", "headline", "title")


def is_ninjs(data: dict) -> bool:
    """Whether an object looks like a ninjs item: a uri, and one of its dates or bodies."""
    keys = {key.casefold() for key in data}
    marks = {"versioncreated", "contentcreated", "bodies", "body_text", "body_xhtml", "body_html", "pubstatus"}
    return bool(keys & {"uri", "guid"}) and bool(keys & marks)


def ninjs(data: dict) -> Iterator[Item]:
    """The article of a ninjs item, or the texts of a package; keys are read whatever their case (2 writes small,
    3 camel letters)."""
    row = _small(data)
    kind, body = string(row.get("type")), _body(row)
    status = not_usable(string(row.get("pubstatus")), embargoed=string(row.get("embargoed")))
    if sentence := status or ("" if kind == "composite" and body else not_text(kind)):
        yield Item("item", left=sentence)
        if not status:
            for part in _associated(row):
                yield from ninjs(part)
        return
    yield item(
        "item",
        headline=_headline(row),
        byline=_byline(row),
        published=next(
            filter(None, (iso(string(row.get(name))) for name in ("contentcreated", "firstcreated", "versioncreated"))),
            "",
        ),
        language=string(row.get("language")),
        external_id=string(row.get("uri") or row.get("guid")),
        publication=_publication(row),
        section=_name(row.get("section")),
        url=string(row.get("url") or row.get("canonicalurl")),
        body=body,
    )


def string(value: Any) -> str:
    """A string or a number as text, "" for anything else."""
    return value if isinstance(value, str) else str(value) if isinstance(value, int) else ""


def _small(data: dict) -> dict:
    return {key.casefold(): value for key, value in data.items()}


def _listed(value: Any) -> list[dict]:
    return [_small(part) for part in value if isinstance(part, dict)] if isinstance(value, list) else []


def _name(value: Any) -> str:
    return string(value) or (string(_small(value).get("name")) if isinstance(value, dict) else "")


def _headline(row: dict) -> str:
    main = _listed(row.get("headlines"))
    main.sort(key=lambda headline: headline.get("role") not in _MAIN)
    told = [
        string(row.get("headline")),
        *(string(headline.get("value")) for headline in main),
        string(row.get("title")),
    ]
    return text_of_html(next(filter(None, told), "")).replace("\n", " ")


def _byline(row: dict) -> str:
    printed = row.get("byline") or row.get("by")
    if string(printed):
        return byline(text_of_html(string(printed)))
    if isinstance(printed, list) or isinstance(row.get("bylines"), list):
        lines = printed if isinstance(printed, list) else row["bylines"]
        return joined(
            [_name(line) or (string(_small(line).get("value")) if isinstance(line, dict) else "") for line in lines]
        )
    people = [*_listed(row.get("authors")), *_listed(row.get("contributors")), *_listed(row.get("infosources"))]
    people += _listed(row.get("creators"))
    return joined([string(who.get("name")) for who in people if _is_writer(who, row)])


def _is_writer(who: dict, row: dict) -> bool:
    roles = who.get("role") or who.get("roles") or ""
    said = {string(role).casefold() for role in (roles if isinstance(roles, list) else [roles])}
    return bool(said & _WRITERS) or (not roles and who.get("name") in _names(row.get("authors"), row.get("creators")))


def _names(*lists: Any) -> list[str]:
    return [string(who.get("name")) for people in lists for who in _listed(people)]


def _publication(row: dict) -> str:
    told = (row.get("provider"), row.get("publisher"), row.get("source"), row.get("copyrightholder"))
    return next(filter(None, map(_name, told)), "")


def _body(row: dict) -> str:
    """The text in paragraphs: the same comes in several forms, of which one may have lost them."""
    texts = []
    for body in _listed(row.get("bodies")):
        kind = string(body.get("contenttype"))
        texts.append(_text(string(body.get("value")), is_markup="html" in kind or "xml" in kind))
    if any(texts):
        whole = max(len(text.split()) for text in texts)
        return max((text for text in texts if len(text.split()) * 10 >= whole * 9), key=lambda text: text.count("\n"))
    for name in ("body_xhtml", "body_html", "body_nitf", "body_text", "body"):
        if text := _text(string(row.get(name)), is_markup=name != "body_text"):
            return text
    return ""


def _text(value: str, *, is_markup: bool) -> str:
    return text_of_html(value) if is_markup or value.lstrip().startswith(("<p", "<div")) else tidy(value)


def _associated(row: dict) -> Iterator[dict]:
    """The items a package brings along whole, not those it only names."""
    parts = row.get("associations")
    for part in parts.values() if isinstance(parts, dict) else parts if isinstance(parts, list) else []:
        for found in part if isinstance(part, list) else [part]:
            if isinstance(found, dict) and string(found.get("type")) in ("text", "composite") and _body(_small(found)):
                yield found
