"""The newspapers, wires and sites."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from articles import listing, metadata, sourcing
from articles.models import Publication
from articles.paging import pages
from articles.site import address


def publications(request: HttpRequest) -> HttpResponse:
    return render(request, "articles/publications.html", {"rows": sourcing.papers()})


def publication(request: HttpRequest, slug: str) -> HttpResponse:
    publication = get_object_or_404(Publication, slug=slug)
    url = address(request) + publication.get_absolute_url()
    found = {
        "metadata": metadata.of_page(publication.name, "", url, metadata.feed_links(publication.name, f"{url}feed")),
        "publication": publication,
        "pages": pages(listing.articles(publication=publication), request.GET.get("page")),
        "paper": sourcing.paper(publication.pk),
    }
    return render(request, "articles/publication.html", found)
