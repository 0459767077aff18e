"""The whole archive read again after the extractor has learned."""

from collections.abc import Callable

from articles.attribution import VERSION, Changes, attribute
from articles.models import Article
from articles.sources import Hearing


def waiting() -> int:
    """How many articles were last read by another version of the extractor."""
    return _waiting().count()


def _waiting():
    return Article.objects.exclude(extractor=VERSION)


def reextract(*, done: Callable[[Article], None], batch: int = 100) -> Changes:
    """Read again every article that this version hasn't read; says what changed in all.

    Each article is a transaction of its own: interrupted at any point, a second call goes on with the
    rest. What people decided stays as decided. `done` is called after each article. At the end names
    that no article has any more are dropped.
    """
    total, last, hearing = Changes(), 0, Hearing()
    read = set()
    while articles := list(_waiting().filter(pk__gt=last).order_by("pk")[:batch]):
        for article in articles:
            total += attribute(article, hear=hearing)
            read.add(article.pk)
            done(article)
        last = articles[-1].pk
    _tidy(hearing, read)
    return total


def _tidy(hearing: Hearing, read: set[int]) -> None:
    """Before a name is dropped, the articles of its source that this run had no need to read are heard as well."""
    others = Article.objects.filter(quotes__source__in=hearing.unheard()).exclude(pk__in=read).distinct()
    for article in others.order_by("pk").iterator(chunk_size=100):
        attribute(article, hear=hearing)
    hearing.tidy(hearing.unheard())
