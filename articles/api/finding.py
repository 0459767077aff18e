"""Searching quotes and articles, with the parameters of the pages."""

import re
from typing import Annotated

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja import Field, Query, Router, Schema

from articles import records, search
from articles.site import address

from .schemas import ArticleOut, PageOut, ProblemOut, QuoteOut

router = Router(tags=["search"])
PER_PAGE = 50
_CURSOR = re.compile(r"(\d{1,9})(?:\.(\d{1,18}))?", re.ASCII)
_FAILURES = {400: ProblemOut, 503: ProblemOut}


class Asked(Schema):
    """The parameters of a search; all may be left out."""

    q: str = Field("", description="Words or the query language of the help page.")
    source: str = Field("", description="The id of a speaker.")
    publication: str = Field("", description="Id or slug of a publication.")
    date: str = Field("", description="2018, 2018-07 or 2018-07-22.")
    since: str = Field("", alias="from", description="Printed on or after; forms as of `date`.")
    to: str = Field("", description="Printed on or before; forms as of `date`.")
    section: str = ""
    kind: str = Field("", description="direct, partial or indirect")
    attribution: str = Field("", description="named, uncertain, unnamed or unknown")
    sort: str = Field("", description="relevance, newest or oldest")
    cursor: str = Field("", description="As given in `next`.")


@router.get("/quotes", response={200: PageOut[QuoteOut], **_FAILURES}, summary="Search quotes")
def quotes(request: HttpRequest, asked: Annotated[Asked, Query()]) -> dict[str, object]:
    return _page(request, asked, of=search.QUOTES, record=records.quote_record)


@router.get("/articles", response={200: PageOut[ArticleOut], **_FAILURES}, summary="Search articles")
def articles(request: HttpRequest, asked: Annotated[Asked, Query()]) -> dict[str, object]:
    return _page(request, asked, of=search.ARTICLES, record=records.article_record)


def _page(request: HttpRequest, asked: Asked, *, of: str, record) -> dict[str, object]:
    wanted = {name: value for name, value in asked.dict(by_alias=True).items() if value and name != "cursor"}
    params = search.read({**wanted, **_place(asked.cursor)}, of=of)
    rows = search.page(params, per_page=PER_PAGE)
    site = address(request)
    more = None
    if rows.page < rows.pages:
        cursor = f"{rows.page + 1}.{rows.upto}" if rows.upto else f"{rows.page + 1}"
        more = f"{site}{request.path}?{params.query()}&cursor={cursor}".replace("?&", "?")
    return {"total": rows.total, "next": more, "items": [record(row, site) for row in rows.found]}


def _place(cursor: str) -> dict[str, str]:
    """Page and newest row that a cursor stands for. Raises BadQuery for one that was never given."""
    if not cursor:
        return {}
    parts = _CURSOR.fullmatch(cursor)
    if parts is None:
        raise search.BadQuery(_("This cursor was not given by the archive. Follow “next”."))
    page, upto = parts.groups()
    return {"page": page, "upto": upto} if upto else {"page": page}
