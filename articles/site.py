"""Where this archive stands on the web."""

from django.conf import settings
from django.http import HttpRequest


def address(request: HttpRequest) -> str:
    """`https://archive.example.org`, without a closing slash: PUBLIC_URL, or else as the request says."""
    return settings.PUBLIC_URL or f"{request.scheme}://{request.get_host()}"
