"""Which column of a table, or key of an object, holds which field of an article."""

import re
from collections.abc import Collection, Iterable

from .data import LIMITS

FIELDS = (*LIMITS, "published")
OTHER_NAMES = {
    name: field
    for field, names in {
        "external_id": "id identifier guid uid article_id doc_id document_id story_id",
        "headline": "title head heading hed article_title story_title",
        "body": "text content article story full_text fulltext body_text article_text article_body content_text",
        "byline": "author authors by writer writers reporter creator author_name journalist",
        "published": "date published_on published_at publication_date pub_date pubdate date_published published_date "
        "publish_date datetime date_of_publication issue_date publishedat",
        "publication": "source paper outlet newspaper publisher source_name publication_name media_outlet magazine journal",
        "url": "link address permalink web_url article_url href canonical_url",
        "language": "lang language_code locale",
        "section": "desk category rubric department",
        "credit": "photo_credit image_credit",
        "caption": "photo_caption image_caption",
    }.items()
    for name in names.split()
}
_PART = re.compile(r"\.(?:name|rendered|value|text|title)$")
"""The end of a dotted key whose object is what its beginning says: "source.name"."""


def guess(columns: Iterable[str], *, taken: Collection[str] = ()) -> dict[str, str]:
    """The field each column holds, by its name; columns of unknown names are not in it.

    No field is given twice, nor one that is already `taken`.
    """
    found: dict[str, str] = {}
    for column in columns:
        name = _PART.sub("", str(column).strip().strip("\ufeff").casefold().replace(" ", "_").replace("-", "_"))
        field = name if name in FIELDS else OTHER_NAMES.get(name)
        if field and field not in taken and field not in found.values():
            found[column] = field
    return found
