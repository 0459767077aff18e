"""Pages about the archive itself."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from articles import front
from articles.query import HELP


def about(request: HttpRequest) -> HttpResponse:
    return render(request, "articles/about.html", {"holdings": front.holdings()})


def help(request: HttpRequest) -> HttpResponse:
    operators = [(operator, gettext(operator.means)) for operator in HELP]
    return render(request, "articles/help.html", {"operators": operators})
