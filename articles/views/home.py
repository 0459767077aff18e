"""The front page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from articles import front


def home(request: HttpRequest) -> HttpResponse:
    return render(request, "articles/home.html", {"front": front.page()})
