"""What a reader asks: the parameters of a search, the same in pages, feeds, exports and API."""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from functools import lru_cache
from typing import Self
from urllib.parse import quote_plus

from django.utils.translation import gettext as _

from articles.query import Node, QueryError, parse, stretch, write
from articles.query.leaf import ATTRIBUTIONS, KINDS
from articles.query.tree import Everything, leaves

from .problems import BadQuery

ARTICLES, QUOTES = "articles", "quotes"
SORTS = ("relevance", "newest", "oldest")


@dataclass(frozen=True, slots=True)
class Params:
    """One question. Attributes hold what was asked, empty where nothing was."""

    of: str
    """"articles" or "quotes": what is looked for."""
    q: str = ""
    source: int | None = None
    publication: str = ""
    """Id or slug, as asked."""
    date: str = ""
    since: str = ""
    until: str = ""
    section: str = ""
    kind: str = ""
    attribution: str = ""
    sort: str = ""
    page: int = 1
    upto: int | None = None
    """The newest row when the reader opened the first page: later pages stay as they were while the archive grows."""
    tree: Node = field(default_factory=Everything, compare=False)

    @property
    def order(self) -> str:
        """The sort in force."""
        if self.sort:
            return self.sort
        return "relevance" if leaves(self.tree) else "newest"

    @property
    def period(self) -> tuple[datetime.date | None, datetime.date | None]:
        """First and last day asked for, None where open."""
        first, last = stretch(self.date) if self.date else (None, None)
        since = stretch(self.since)[0] if self.since else None
        until = stretch(self.until)[1] if self.until else None
        return max(filter(None, (first, since)), default=None), min(filter(None, (last, until)), default=None)

    def query(self, **changes: object) -> str:
        """The querystring of this question with some parameters changed; None takes one out."""
        if changes.get("page") == 1:
            changes.update(page=None, upto=None)
        encoded = _encoded(self) | {name: _code(value) for name, value in changes.items()}
        return "&".join([f"{name}={encoded[kept]}" for kept, name in _PARAMETERS.items() if encoded.get(kept)])

    def queries(self, name: str, **changes: object) -> Callable[[str], str]:
        """Gives the querystring of this question with one parameter changed to this value and to that; "" takes it out."""
        before, after = self.query(**changes, **{name: _STAND_IN}).split(_code(_STAND_IN))
        without = self.query(**changes, **{name: None})
        return lambda value: f"{before}{_code(value)}{after}" if value else without

    def without(self, *names: str) -> Self:
        """The same question without some parameters."""
        empty = {f.name: f.default for f in fields(self)}
        changed = {name: empty[name] for name in names}
        return replace(self, **changed, page=1, upto=None, **({"tree": Everything()} if "q" in names else {}))

    def asking(self, of: str) -> Self:
        """The same question about the other kind of rows."""
        return replace(self, of=of, page=1, upto=None)

    def with_tree(self, tree: Node) -> Self:
        """The same question with other words."""
        return replace(self, q=write(tree), tree=tree, page=1, upto=None)


_STAND_IN = "\0"
"""Stands in no parameter."""
_KEPT = ("q", "source", "publication", "date", "since", "until", "section", "kind", "attribution", "sort")
"""What a link to the same question carries, in this order."""
_PARAMETERS = {name: name for name in (*_KEPT, "page", "upto")} | {"since": "from", "until": "to"}
"""The parameter of each attribute."""


@lru_cache(maxsize=16)
def _encoded(params: Params) -> dict[str, str]:
    """What a link to the same question carries, by attribute; a page has a hundred such links."""
    return {name: _code(getattr(params, name)) for name in _KEPT}


def _code(value: object) -> str:
    text = str(value or "")
    return text if text.isalnum() and text.isascii() else quote_plus(text)


def read(asked: Mapping[str, object], *, of: str) -> Params:
    """The question in the parameters of a request. Raises BadQuery."""

    def text(name: str) -> str:
        return str(asked.get(name) or "").replace("\x00", " ").strip()

    params = Params(
        of=of,
        q=text("q"),
        source=_number("source", text("source")),
        publication=text("publication")[:80],
        date=text("date"),
        since=text("from"),
        until=text("to"),
        section=text("section")[:100],
        kind=_choice("kind", text("kind"), KINDS),
        attribution=_choice("attribution", text("attribution"), ATTRIBUTIONS),
        sort=_choice("sort", text("sort"), SORTS),
        page=_number("page", text("page")) or 1,
        upto=_number("upto", text("upto")),
    )
    _check_dates(params)
    return replace(params, tree=_tree(params))


def _tree(params: Params) -> Node:
    try:
        return parse(params.q)
    except QueryError as error:
        query = params.query(q=error.suggestion) if error.suggestion else ""
        raise BadQuery(_(error.template) % error.values, suggestion=error.suggestion, query=query) from error


def _check_dates(params: Params) -> None:
    for name, value in (("date", params.date), ("since", params.since), ("until", params.until)):
        try:
            if value:
                stretch(value)
        except QueryError as error:
            query = params.query(**{name: error.suggestion or None})
            raise BadQuery(_(error.template) % error.values, suggestion=error.suggestion, query=query) from error
    if params.since and params.until and stretch(params.since)[0] > stretch(params.until)[1]:
        raise BadQuery(
            _("%(since)s is after %(until)s: no day can be in between.")
            % {"since": params.since, "until": params.until},
            query=params.query(since=params.until, until=params.since),
        )


def _number(name: str, text: str) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and 0 < int(text[:19]) < 2**63 and len(text) < 20):
        raise BadQuery(_("“%(text)s” is not a number for “%(name)s”.") % {"text": text[:40], "name": name})
    return int(text)


def _choice(name: str, text: str, known: tuple[str, ...]) -> str:
    if text and text not in known:
        raise BadQuery(
            _("“%(text)s” is not a %(name)s. Known are %(known)s.")
            % {"text": text[:40], "name": name, "known": ", ".join(known)}
        )
    return text
