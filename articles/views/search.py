"""Searching quotes and articles."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from articles.models import Article, Quote
from articles.paging import pages


def quotes(request: HttpRequest) -> HttpResponse:
    rows = Quote.objects.shown().with_rows().newest()
    return render(request, "articles/quotes.html", {"pages": pages(rows, request.GET.get("page"))})


def articles(request: HttpRequest) -> HttpResponse:
    rows = Article.objects.published().with_rows().with_counts().newest()
    return render(request, "articles/search.html", {"pages": pages(rows, request.GET.get("page"))})
