"""What every page knows about the site."""

from django.conf import settings
from django.http import HttpRequest


def site(request: HttpRequest) -> dict[str, str]:
    """`site_name`, and `site_url` without a closing slash."""
    return {
        "site_name": settings.SITE_NAME,
        "site_url": settings.PUBLIC_URL or f"{request.scheme}://{request.get_host()}",
    }
