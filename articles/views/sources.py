"""Who is quoted, A to Z, and each on a page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from articles import profiles, sourcing
from articles.models import Source
from articles.paging import pages


def sources(request: HttpRequest) -> HttpResponse:
    found = profiles.directory(
        letter=request.GET.get("letter", ""), kind=request.GET.get("kind", ""), sort=request.GET.get("sort", "")
    )
    return render(
        request,
        "articles/sources.html",
        {
            "directory": found,
            "letters": sourcing.letters(),
            "pages": pages(found.rows, request.GET.get("page"), per_page=120),
        },
    )


def source(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    source = get_object_or_404(Source.objects.select_related("merged_into", "article__publication"), pk=pk)
    if source.merged_into:
        return redirect(source.merged_into, permanent=True)
    if slug != source.slug:
        return redirect(source, permanent=True)
    profile = profiles.profile(source)
    return render(
        request,
        "articles/source.html",
        {"source": source, "profile": profile, "pages": pages(profile.quotes, request.GET.get("page"))},
    )
