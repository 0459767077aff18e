"""Who asks, where a proxy stands between."""

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str:
    """The address of whoever asks: behind the proxy of HTTPS=1 the last one that `X-Forwarded-For` names, which is
    what the proxy itself saw; what stands before it anybody can invent."""
    forwarded = request.headers.get("X-Forwarded-For", "") if settings.HTTPS else ""
    return forwarded.rpartition(",")[2].strip() or request.META["REMOTE_ADDR"]
