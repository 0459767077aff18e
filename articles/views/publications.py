"""The newspapers, wires and sites."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from articles import metadata, sourcing
from articles.models import Article, Publication, Quote
from articles.paging import pages
from articles.site import address


def publications(request: HttpRequest) -> HttpResponse:
    rows = sourcing.by_publication(Article.objects.published(), Quote.objects.shown())
    return render(request, "articles/publications.html", {"rows": rows})


def publication(request: HttpRequest, slug: str) -> HttpResponse:
    publication = get_object_or_404(Publication, slug=slug)
    articles = Article.objects.published().filter(publication=publication)
    quotes = Quote.objects.shown().filter(article__publication=publication)
    url = address(request) + publication.get_absolute_url()
    found = {
        "metadata": metadata.of_page(publication.name, "", url, metadata.feed_links(publication.name, f"{url}feed")),
        "publication": publication,
        "pages": pages(articles.with_rows().with_counts().newest(), request.GET.get("page")),
        "years": sourcing.years(articles),
        "speakers": sourcing.most_quoted(quotes, limit=12),
        "naming": sourcing.naming(quotes),
    }
    return render(request, "articles/publication.html", found)
