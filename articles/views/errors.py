"""Pages for what went wrong."""

import sys

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.template import loader
from django.views.decorators.csrf import requires_csrf_token

RETRY_AFTER = "10"


@requires_csrf_token
def server_error(request: HttpRequest) -> HttpResponse:
    """503 where the database cannot be reached just now, 500 for a fault of ours; neither template needs a row."""
    if isinstance(sys.exc_info()[1], OperationalError):
        page = loader.get_template("503.html").render()
        return HttpResponse(page, status=503, headers={"Retry-After": RETRY_AFTER})
    return HttpResponse(loader.get_template("500.html").render(), status=500)
