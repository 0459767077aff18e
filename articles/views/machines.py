"""Small files for browsers and robots."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from articles.site import address


def robots(request: HttpRequest) -> HttpResponse:
    """Readers' robots are welcome but in the endless space of searches and in the admin."""
    closed = [reverse("admin:index"), *(f"{reverse(f'articles:{name}')}?" for name in ("search", "quotes"))]
    lines = [
        "User-agent: *",
        *(f"Disallow: {path}" for path in closed),
        f"Sitemap: {address(request)}{reverse('sitemap')}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


def opensearch(request: HttpRequest) -> HttpResponse:
    """The archive as a search engine of the reader's browser."""
    found = {"name": settings.SITE_NAME[:16], "site_url": address(request)}
    return render(request, "articles/opensearch.xml", found, content_type="application/opensearchdescription+xml")
