"""A quote's permanent page."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from articles import citing, metadata, reading
from articles.models import Article, Quote
from articles.site import address


def quote(request: HttpRequest, pk: int) -> HttpResponse:
    rows = Quote.objects.standing().with_rows().defer(None)
    quote = get_object_or_404(rows, pk=pk)
    if quote.article.visibility == Article.Visibility.WITHHELD:
        return render(request, "410.html", {"article": quote.article}, status=410)
    if not quote.article.is_public:
        raise Http404
    site = address(request)
    found = {
        "quote": quote,
        "echoes": reading.elsewhere(quote),
        "near": reading.near(quote),
        "citation": citing.of_quote(quote, site),
        "metadata": metadata.of_quote(quote, site),
    }
    return render(request, "articles/quote.html", found)
