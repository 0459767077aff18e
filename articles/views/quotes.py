"""A quote's permanent page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from articles import citing, metadata, reading
from articles.models import Quote
from articles.site import address
from articles.views.errors import refused


def quote(request: HttpRequest, pk: int) -> HttpResponse:
    rows = Quote.objects.standing().with_rows().defer(None)
    quote = get_object_or_404(rows, pk=pk)
    if refusal := refused(request, quote.article):
        return refusal
    site = address(request)
    found = {
        "quote": quote,
        "echoes": reading.elsewhere(quote),
        "near": reading.near(quote),
        "citation": citing.of_quote(quote, site),
        "metadata": metadata.of_quote(quote, site),
    }
    return render(request, "articles/quote.html", found)
