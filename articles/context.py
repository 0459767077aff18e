"""What every page knows about the site."""

from django.conf import settings
from django.http import HttpRequest

from articles.site import address


def site(request: HttpRequest) -> dict[str, str]:
    """`site_name`, `site_url` without a closing slash, and `canonical`, this page's own address."""
    return {
        "site_name": settings.SITE_NAME,
        "site_url": address(request),
        "canonical": f"{address(request)}{request.path}",
        "corrections_address": settings.CORRECTIONS_ADDRESS,
    }
