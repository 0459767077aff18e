"""Pages for what went wrong."""

import sys

from django.db import OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader
from django.views.decorators.csrf import requires_csrf_token

from articles.models import Article

RETRY_AFTER = "10"


@requires_csrf_token
def server_error(request: HttpRequest) -> HttpResponse:
    """503 where the database cannot be reached just now, 500 for a fault of ours; neither template needs a row."""
    if isinstance(sys.exc_info()[1], OperationalError):
        page = loader.get_template("503.html").render()
        return HttpResponse(page, status=503, headers={"Retry-After": RETRY_AFTER})
    return HttpResponse(loader.get_template("500.html").render(), status=500)


def refused(request: HttpRequest, article: Article) -> HttpResponse | None:
    """None where readers may see the article, a page with the reason where it is withheld. Raises Http404 for a draft."""
    if article.visibility == Article.Visibility.WITHHELD:
        return render(request, "410.html", {"article": article}, status=410)
    if not article.is_public:
        raise Http404
    return None
