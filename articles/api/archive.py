"""Single articles, quotes and sources, and the lists of sources and publications."""

from typing import Annotated

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Query, Router

from articles import citing, listing, records
from articles.citations import csl
from articles.models import Article, Publication, Quote, Role, Source
from articles.search.keeping import at_once
from articles.site import address

from .schemas import ArticleFull, PageOut, ProblemOut, PublicationOut, QuoteFull, SourceCounted, SourceFull

router = Router(tags=["archive"])
PER_PAGE = 100
_MISSING = {404: ProblemOut, 410: ProblemOut}


class Withheld(Exception):
    """An article that was taken away; the message is the reason for readers."""


def _may_be_read(article: Article) -> None:
    """Raises Withheld or Http404 unless readers may see it."""
    if article.visibility == Article.Visibility.WITHHELD:
        raise Withheld(article.withheld_reason)
    if not article.is_public:
        raise Http404


@router.get("/articles/{id}", response={200: ArticleFull, **_MISSING}, summary="An article with its text and quotes")
def article(request: HttpRequest, id: int) -> dict[str, object]:
    article = get_object_or_404(Article.objects.select_related("publication"), pk=id)
    _may_be_read(article)
    site = address(request)
    return {
        **records.article_record(article, site),
        "body": article.body,
        "caption": article.caption,
        "credit": article.credit,
        "quotes": [records.quote_record(quote, site) for quote in article.quotes.standing().with_rows()],
        "citation": csl(citing.article_reference(article, site)),
    }


@router.get("/quotes/{id}", response={200: QuoteFull, **_MISSING}, summary="A quote with its Web Annotation")
def quote(request: HttpRequest, id: int) -> dict[str, object]:
    quote = get_object_or_404(Quote.objects.standing().with_rows().defer(None), pk=id)
    _may_be_read(quote.article)
    site = address(request)
    return {
        **records.quote_record(quote, site),
        "annotation": records.selectors(quote, site),
        "citation": csl(citing.quote_reference(quote, site)),
    }


@router.get("/sources", response={200: PageOut[SourceCounted]}, summary="Sources by name")
def sources(
    request: HttpRequest, name: str = "", kind: str = "", cursor: Annotated[int, Query(ge=0)] = 0
) -> dict[str, object]:
    """People and organisations whose name has all the words of `name`, in any known form."""
    rows = Source.objects.living().named().heard().called(name.replace("\0", ""))
    if kind:
        rows = rows.filter(kind=kind.replace("\0", ""))
    last = Source.objects.filter(pk=cursor).first()
    found = list((rows.after(last) if last else rows.order_by("sort_key", "pk"))[: PER_PAGE + 1])
    site = address(request)
    with at_once():
        return {
            "total": rows.count() if name or kind else len(listing.named()),
            "next": _next(request, found[PER_PAGE - 1]) if len(found) > PER_PAGE else None,
            "items": [_counted(source, site) for source in found[:PER_PAGE]],
        }


@router.get("/sources/{id}", response={200: SourceFull, **_MISSING}, summary="A source with names and roles")
def source(request: HttpRequest, id: int) -> dict[str, object]:
    """A source that was merged answers as the one it is now."""
    source = get_object_or_404(Source.objects.select_related("merged_into"), pk=id)
    source = get_object_or_404(Source.objects.heard(), pk=(source.merged_into or source).pk)
    roles = Role.objects.filter(source=source, article__visibility="published").select_related("article")
    return {
        **_counted(source, address(request)),
        "names": list(source.forms.values_list("form", flat=True)),
        "roles": [
            {"text": role.text, "article": role.article_id, "published_on": role.article.published_on}
            for role in roles.defer("article__body")
        ],
    }


@router.get("/publications", response=list[PublicationOut], summary="All publications")
def publications(request: HttpRequest) -> list[dict[str, object]]:
    site = address(request)
    return [records.publication_record(publication, site) for publication in Publication.objects.all()]


def _counted(source: Source, site: str) -> dict[str, object]:
    return {**records.source_record(source, site), "quotes": listing.quote_counts().get(source.pk, 0)}


def _next(request: HttpRequest, last: Source) -> str:
    query = request.GET.copy()
    query["cursor"] = str(last.pk)
    return f"{address(request)}{request.path}?{query.urlencode()}"
