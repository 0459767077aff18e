"""The whole archive read again after the extractor has learned."""

from collections.abc import Callable

from articles.attribution import VERSION, Changes, attribute
from articles.models import Article


def waiting() -> int:
    """How many articles were last read by another version of the extractor."""
    return _waiting().count()


def _waiting():
    return Article.objects.exclude(extractor=VERSION)


def reextract(*, done: Callable[[Article], None], batch: int = 100) -> Changes:
    """Read again every article that this version hasn't read; says what changed in all.

    Each article is a transaction of its own: interrupted at any point, a second call goes on with the
    rest. What people decided stays as decided. `done` is called after each article.
    """
    total, last = Changes(), 0
    while articles := list(_waiting().filter(pk__gt=last).order_by("pk")[:batch]):
        for article in articles:
            total += attribute(article)
            done(article)
        last = articles[-1].pk
    return total
