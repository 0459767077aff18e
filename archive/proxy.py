"""Who asks, where a proxy stands between."""

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str | None:
    """The address of whoever asks, None where nothing is known.

    Behind the proxy of HTTPS=1 it is the last one that `X-Forwarded-For` names, which is what the proxy itself saw;
    what stands before it anybody can invent.
    """
    forwarded = request.headers.get("X-Forwarded-For", "") if settings.HTTPS else ""
    return forwarded.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR")
