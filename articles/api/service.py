"""The API itself: its description, its errors, its routes."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.errors import ValidationError

from articles import search

from . import archive, finding
from .schemas import ProblemOut

RETRY_AFTER = "5"


class OpenAPI(NinjaAPI):
    """Any page of any site may read the answers; nothing here can be changed by them."""

    def create_response(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        response = super().create_response(request, *args, **kwargs)
        response["Access-Control-Allow-Origin"] = "*"
        return response


api = OpenAPI(
    title="On the Record",
    version="1",
    description="Articles, quotes and sources of this archive, for reading. Searches take the same query language "
    "as the pages and fail with the same sentences. Lists come in pages: follow `next` until it is null.",
    urls_namespace="api",
)
api.add_router("", finding.router)
api.add_router("", archive.router)


def _problem(request: HttpRequest, sentence: str, status: int, suggestion: str = "") -> HttpResponse:
    return api.create_response(request, ProblemOut(problem=sentence, suggestion=suggestion).dict(), status=status)


@api.exception_handler(search.Problem)
def _unanswered(request: HttpRequest, problem: search.Problem) -> HttpResponse:
    response = _problem(request, str(problem), problem.status, problem.suggestion)
    if problem.status == 503:
        response["Retry-After"] = RETRY_AFTER
    return response


@api.exception_handler(Http404)
def _missing(request: HttpRequest, missing: Http404) -> HttpResponse:
    return _problem(request, _("There is nothing at this address."), 404)


@api.exception_handler(archive.Withheld)
def _withheld(request: HttpRequest, withheld: archive.Withheld) -> HttpResponse:
    return _problem(request, str(withheld), 410)


@api.exception_handler(ValidationError)
def _invalid(request: HttpRequest, invalid: ValidationError) -> HttpResponse:
    wrong = "; ".join(f"{'.'.join(map(str, error['loc'][1:]))}: {error['msg']}" for error in invalid.errors)
    return _problem(request, wrong, 422)
