"""Addresses of rows: a page of results has a hundred, so `reverse` is asked once for each kind of row and not for each row."""

from functools import lru_cache

from django.urls import get_script_prefix, reverse

_NUMBER, _SLUG = "9081726354", "a-slug"


def path_to(name: str, number: int, slug: str = "") -> str:
    """What `reverse` gives for an address of a number, or of a number and a slug."""
    before, between, after = _pieces(name, bool(slug), get_script_prefix())
    return f"{before}{number}{between}{slug}{after}"


@lru_cache(maxsize=32)
def _pieces(name: str, has_slug: bool, prefix: str) -> tuple[str, str, str]:
    """What stands before, between and after number and slug."""
    path = reverse(name, args=[_NUMBER, _SLUG] if has_slug else [_NUMBER])
    before, _number, rest = path.partition(_NUMBER)
    between, _slug, after = rest.partition(_SLUG) if has_slug else (rest, "", "")
    return before, between, after
