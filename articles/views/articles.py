"""Articles by date, and each on its page."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from articles import calendars, citing, listing, metadata, reading, sourcing
from articles.models import Article
from articles.paging import pages
from articles.site import address
from articles.views.errors import refused


def latest(request: HttpRequest) -> HttpResponse:
    found = {"pages": pages(listing.articles(), request.GET.get("page")), "printed": sourcing.printed()}
    return render(request, "articles/articles.html", found)


def year(request: HttpRequest, year: int) -> HttpResponse:
    shown = pages(listing.articles(year=year), request.GET.get("page"))
    return render(request, "articles/year.html", {"year": year, "pages": shown, "printed": sourcing.printed(year=year)})


def month(request: HttpRequest, month: date) -> HttpResponse:
    return render(request, "articles/month.html", {"month": calendars.month(month)})


def day(request: HttpRequest, day: date) -> HttpResponse:
    return render(request, "articles/day.html", {"day": calendars.day(day)})


def undated(request: HttpRequest) -> HttpResponse:
    rows = Article.objects.published().filter(published_on=None).with_rows().with_counts()
    return render(request, "articles/undated.html", {"pages": pages(rows.newest(), request.GET.get("page"))})


def article(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    article = get_object_or_404(Article.objects.select_related("publication"), pk=pk)
    if refusal := refused(request, article):
        return refusal
    if slug != article.slug:
        return redirect(article, permanent=True)
    page, site = reading.page(article, request.GET.get("q", "")), address(request)
    found = {
        "article": article,
        "page": page,
        "metadata": metadata.of_article(article, page.story.sources, site),
        "citation": citing.of_article(article, site),
    }
    return render(request, "articles/article.html", found)


def on_this_day(request: HttpRequest) -> HttpResponse:
    day = calendars.day_of_year(request.GET.get("day", ""), timezone.localdate())
    return render(request, "articles/on_this_day.html", {"day": day, "quotes": calendars.on_this_day(day)})
