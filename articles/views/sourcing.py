"""Figures of who is quoted and how openly."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from articles import sourcing as figures
from articles.models import Quote


def sourcing(request: HttpRequest) -> HttpResponse:
    quotes = Quote.objects.shown()
    found = {
        "rows": figures.by_publication(),
        "speakers": figures.most_quoted(quotes, limit=20),
        "naming": figures.naming(quotes),
    }
    return render(request, "articles/sourcing.html", found)
