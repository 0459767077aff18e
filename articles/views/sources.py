"""Who is quoted, A to Z, and each on a page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from articles import metadata, profiles, sourcing
from articles.models import Source
from articles.paging import pages
from articles.site import address


def sources(request: HttpRequest) -> HttpResponse:
    wanted = {name: request.GET.get(name, "") for name in ("letter", "kind", "sort")}
    directory = profiles.directory(**wanted)
    found = {
        "directory": directory,
        "letters": sourcing.letters(),
        "pages": pages(directory.rows, request.GET.get("page"), per_page=120),
    }
    return render(request, "articles/sources.html", found)


def source(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    source = get_object_or_404(Source.objects.select_related("merged_into", "article__publication"), pk=pk)
    if source.merged_into:
        return redirect(source.merged_into)  # not for good: a merge can be taken back
    if slug != source.slug:
        return redirect(source, permanent=True)
    profile = profiles.profile(source, request.GET)
    role = profile.roles[0].text if profile.roles else ""
    found = {
        "source": source,
        "profile": profile,
        "pages": pages(profile.quotes, request.GET.get("page")),
        "metadata": metadata.of_source(source, profile.names, role, address(request)),
    }
    return render(request, "articles/source.html", found)
