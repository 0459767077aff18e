"""Pages about the archive itself."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from articles import front


def about(request: HttpRequest) -> HttpResponse:
    return render(request, "articles/about.html", {"holdings": front.holdings()})


def help(request: HttpRequest) -> HttpResponse:
    return render(request, "articles/help.html")
