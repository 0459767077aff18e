"""What an editor pastes is tidier once it is stored: captions stand apart from the text."""

from itertools import takewhile

from django.db import transaction

from articles.ingest import store
from articles.models import Article
from articles.text.blocks import Block, paragraphs


@transaction.atomic
def paste(article: Article) -> None:
    """Store a new article; captions pasted above its text move to the caption field, if that is empty."""
    if not article.caption:
        article.caption, article.body = captions_apart(article.body)
    store(article)


def captions_apart(body: str) -> tuple[str, str]:
    """The captions at the top of a pasted text and the text without them; the text is never left empty."""
    captions = list(takewhile(lambda paragraph: paragraph.block is Block.CAPTION, paragraphs(body)))
    rest = body[captions[-1].end :].lstrip() if captions else ""
    if not rest:
        return "", body
    return "\n".join(caption.span.of(body) for caption in captions), rest
