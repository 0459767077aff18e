"""Searching quotes and articles."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from articles import metadata, search

PER_PAGE = 20
KEPT = ("source", "publication", "date", "from", "to", "section", "kind", "attribution", "sort")
EXPORTS = (("csv", "CSV"), ("jsonl", "JSON Lines"))
RETRY_AFTER = "5"


def quotes(request: HttpRequest) -> HttpResponse:
    return _results(request, of="quotes")


def articles(request: HttpRequest) -> HttpResponse:
    return _results(request, of="articles")


def suggest(request: HttpRequest) -> JsonResponse:
    try:
        return JsonResponse({"suggestions": search.suggest(request.GET.get("q", ""), limit=8)})
    except search.Unavailable as problem:
        return JsonResponse({"suggestions": [], "problem": str(problem)}, status=problem.status)


def _results(request: HttpRequest, *, of: str) -> HttpResponse:
    kept = [(name, request.GET[name]) for name in KEPT if request.GET.get(name)]
    found = {"of": of, "q": request.GET.get("q", ""), "kept": kept}
    try:
        results = search.run(search.read(request.GET, of=of), per_page=PER_PAGE, elsewhere=True)
    except search.Problem as problem:
        page = render(request, "articles/problem.html", {**found, "problem": problem}, status=problem.status)
        if problem.status == 503:
            page["Retry-After"] = RETRY_AFTER
        return page
    feed = metadata.feed_links(_("This search"), f"{request.path}feed?{results.params.query()}")
    exports = [(name, f"{request.path}export.{ending}?{results.params.query()}") for ending, name in EXPORTS]
    return render(request, "articles/found.html", {**found, "results": results, "feeds": feed, "exports": exports})
