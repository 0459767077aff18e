"""Citations to download."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from articles import citing
from articles.citations import Reference
from articles.models import Article, Quote
from articles.site import address


def article(request: HttpRequest, pk: int, slug: str, ending: str) -> HttpResponse:
    article = get_object_or_404(Article.objects.published().select_related("publication"), pk=pk)
    return _file(citing.article_reference(article, address(request)), ending)


def quote(request: HttpRequest, pk: int, ending: str) -> HttpResponse:
    quote = get_object_or_404(Quote.objects.shown().with_rows(), pk=pk)
    return _file(citing.quote_reference(quote, address(request)), ending)


def _file(reference: Reference, ending: str) -> HttpResponse:
    if ending not in citing.FORMATS:
        raise Http404
    _name, kind, write = citing.FORMATS[ending]
    name = f'attachment; filename="{reference.key}.{ending}"'
    return HttpResponse(write(reference), content_type=f"{kind}; charset=utf-8", headers={"Content-Disposition": name})
