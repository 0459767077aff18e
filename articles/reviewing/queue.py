"""Which article an editor should look at next."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, F, Min, OuterRef, Q, QuerySet

from articles.models import Article, Quote
from articles.models.quote import CERTAIN

OPEN = Q(reviewed_at=None) | Q(adrift=True, standing=Quote.Standing.CONFIRMED)


@dataclass(frozen=True, slots=True)
class Choice:
    """The part of the archive an editor works on; empty fields choose everything."""

    publication: int | None = None
    since: date | None = None
    until: date | None = None

    def rows(self) -> QuerySet[Article]:
        """All articles of the choice."""
        fields = {"publication": self.publication, "published_on__gte": self.since, "published_on__lte": self.until}
        return Article.objects.filter(**{name: value for name, value in fields.items() if value is not None})

    def articles(self) -> QuerySet[Article]:
        """Those of them that have quotes."""
        return self.rows().filter(Exists(Quote.objects.filter(article=OuterRef("pk"))))


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of some things are done."""

    done: int
    of: int

    @property
    def per_cent(self) -> int:
        return 100 * self.done // self.of if self.of else 100

    @property
    def left(self) -> int:
        return self.of - self.done


def queue(choice: Choice) -> QuerySet[Article]:
    """Articles with something to decide, the least certain first; each with `undecided`, `doubtful` and `least`."""
    doubtful = Q(quotes__confidence__lt=CERTAIN) | Q(quotes__source=None)
    return (
        choice.rows()
        .filter(
            Q(quotes__reviewed_at=None) | Q(quotes__adrift=True, quotes__standing=Quote.Standing.CONFIRMED),
            quotes__isnull=False,
        )
        .annotate(
            least=Min("quotes__confidence"),
            undecided=Count("quotes"),
            doubtful=Count("quotes", filter=doubtful),
        )
        .select_related("publication")
        .defer("body")
        .order_by("least", F("published_on").desc(nulls_last=True), "pk")
    )


def after(article: Article, choice: Choice) -> Article | None:
    """The next article to look at; None where the queue is empty but for this one."""
    return queue(choice).exclude(pk=article.pk).first()


def progress(choice: Choice) -> Progress:
    """Articles without anything left to decide, of all that have quotes."""
    articles = choice.articles()
    total = articles.count()
    left = articles.filter(Exists(Quote.objects.filter(OPEN, article=OuterRef("pk")))).count()
    return Progress(done=total - left, of=total)
