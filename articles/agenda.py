"""What needs doing in the archive today."""

from dataclasses import dataclass

from django.db.models import QuerySet

from articles import importing, search, sources
from articles.models import Article, Quote, Source
from articles.reviewing.queue import Choice, Progress, progress, queue


@dataclass(frozen=True, slots=True)
class Agenda:
    """Work that waits, and how the archive is."""

    review: Progress
    next: list[Article]
    adrift: int
    alike: int
    unsure: int
    drafts: int
    withheld: int
    failed_imports: int
    index: search.Status


def agenda(*, limit: int = 5) -> Agenda:
    """The agenda, with the first few articles of the queue."""
    return Agenda(
        review=progress(Choice()),
        next=list(queue(Choice())[:limit]),
        adrift=_adrift().count(),
        alike=len(sources.pairs()),
        unsure=Source.objects.living().filter(needs_review=True).count(),
        drafts=Article.objects.filter(visibility=Article.Visibility.DRAFT).count(),
        withheld=Article.objects.filter(visibility=Article.Visibility.WITHHELD).count(),
        failed_imports=importing.failed().count(),
        index=search.status(),
    )


def _adrift() -> QuerySet[Quote]:
    return Quote.objects.filter(adrift=True, standing=Quote.Standing.CONFIRMED)
