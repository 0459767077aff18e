"""Whether the archive is well, for keepers and their monitors."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from articles import front, search

WELL = {"current", "behind", "rebuilding"}


def status(request: HttpRequest) -> HttpResponse:
    """200 while readers can search, 503 while they can't."""
    index = search.status()
    found = {"index": index, "holdings": front.holdings()}
    return render(request, "articles/status.html", found, status=200 if index.state.value in WELL else 503)
