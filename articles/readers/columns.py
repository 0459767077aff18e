"""Which column of a table, or key of an object, holds which field of an article."""

import re
from collections.abc import Collection, Iterable

from .data import LIMITS

FIELDS = (*LIMITS, "published")
OTHER_NAMES = {
    "id": "external_id", "identifier": "external_id", "title": "headline", "head": "headline", "text": "body",
    "content": "body", "article": "body", "author": "byline", "authors": "byline", "by": "byline", "date": "published",
    "published_on": "published", "published_at": "published", "publication_date": "published", "source": "publication",
    "paper": "publication", "outlet": "publication", "newspaper": "publication", "link": "url", "address": "url",
    "lang": "language", "desk": "section", "category": "section",
}  # fmt: skip
_PART = re.compile(r"\.(?:name|rendered|value|text|title)$")
"""The end of a dotted key whose object is what its beginning says: "source.name"."""


def guess(columns: Iterable[str], *, taken: Collection[str] = ()) -> dict[str, str]:
    """The field each column holds, by its name; columns of unknown names are not in it.

    No field is given twice, nor one that is already `taken`.
    """
    found: dict[str, str] = {}
    for column in columns:
        name = _PART.sub("", str(column).strip().strip("\ufeff").casefold().replace(" ", "_"))
        field = name if name in FIELDS else OTHER_NAMES.get(name)
        if field and field not in taken and field not in found.values():
            found[column] = field
    return found
