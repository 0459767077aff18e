"""The front page."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from articles import front, metadata
from articles.site import address


def home(request: HttpRequest) -> HttpResponse:
    about = metadata.of_home(settings.SITE_NAME, reverse("articles:quotes"), address(request))
    return render(request, "articles/home.html", {"front": front.page(), "metadata": about})
