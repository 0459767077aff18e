"""Figures of who is quoted and how openly."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from articles import habits
from articles.models import Publication


def sourcing(request: HttpRequest) -> HttpResponse:
    year, slug = request.GET.get("year", ""), request.GET.get("publication", "")
    wanted = {
        "year": int(year) if year.isascii() and year.isdigit() and 0 < int(year[:5]) < 10000 else None,
        "publication": get_object_or_404(Publication, slug=slug.replace("\0", "")) if slug else None,
    }
    found = {**wanted, "habits": habits.habits(**wanted), "evidence": habits.evidence(**wanted)}
    return render(request, "articles/sourcing.html", found)
