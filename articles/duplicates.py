"""The same story twice: noticed before it is stored, and kept together where both are kept."""

from dataclasses import dataclass
from enum import StrEnum

from django.db import transaction

from articles.likeness import ALIKE, likeness, sketch
from articles.models import Article, Story
from articles.readers.data import Rejected

MOST_CANDIDATES = 200
MOST_COMPARED = 10


class Twins(StrEnum):
    """What to do with a new article whose text is nearly that of a stored one."""

    KEEP = "keep"
    SKIP = "skip"
    UPDATE = "update"


@dataclass(frozen=True, slots=True)
class Twin:
    """A stored article with nearly the same text; `likeness` is the share of the shorter text they have in common."""

    article: Article
    likeness: float

    def __str__(self) -> str:
        paper = f", {self.article.publication}" if self.article.publication else ""
        share = f"{100 * self.likeness:.0f} % of the text"
        return f"{share} stands in article {self.article.pk}, “{self.article.headline[:120]}”{paper}."


class HasTwin(Rejected):
    """An article that wasn't stored, as its `twin` is."""

    def __init__(self, twin: Twin) -> None:
        self.twin = twin
        super().__init__(str(twin))


def twins(body: str, *, besides: int | None = None) -> list[Twin]:
    """Stored articles with nearly this text, the likest first, without the one numbered `besides`."""
    like = sketch(body)
    if not like:
        return []
    rows = Article.objects.filter(sketch__overlap=like).exclude(pk=besides).values_list("pk", "sketch")
    shared = {pk: len(set(like) & set(other)) for pk, other in rows[:MOST_CANDIDATES]}
    likest = sorted(shared, key=lambda pk: (-shared[pk], pk))[:MOST_COMPARED]
    compared = [
        Twin(article, likeness(body, article.body))
        for article in Article.objects.filter(pk__in=likest).select_related("publication")
    ]
    return sorted((t for t in compared if t.likeness >= ALIKE), key=lambda t: (-t.likeness, t.article.pk))


@transaction.atomic
def keep_together(article: Article) -> None:
    """Put a stored article into the story of its twins, a new one where they have none yet."""
    article.sketch = sketch(article.body)
    found = twins(article.body, besides=article.pk)
    story = None
    if found:
        stories = [twin.article.story_id for twin in found if twin.article.story_id]
        story = min(stories) if stories else Story.objects.create().pk
        Article.objects.filter(pk__in=[twin.article.pk for twin in found], story=None).update(story=story)
    article.story_id = story or article.story_id
    Article.objects.filter(pk=article.pk).update(sketch=article.sketch, story=article.story_id)
