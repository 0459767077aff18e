"""One key for the many spellings of a web address."""

from urllib.parse import urlsplit

from courlan import normalize_url


def url_key(url: str) -> str:
    """`url` without scheme, "www.", tracking parameters, fragment and closing slash; "" for none.

    Two addresses with one key lead to the same article. courlan knows the trackers.
    """
    if not url:
        return ""
    parts = urlsplit(normalize_url(url, strict=False, trailing_slash=False))
    host = (parts.hostname or "").removeprefix("www.").removeprefix("amp.")
    port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    path = parts.path.rstrip("/").removesuffix("/amp")
    return f"{host}{port}{path}{'?' + parts.query if parts.query else ''}"[:2000]
