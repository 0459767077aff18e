"""An article as a reader opens it: its quotes in place, who speaks, what stands near it."""

from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from articles import search
from articles.models import Article, Quote, Source
from articles.speakers import Said, Speaker, marks, numbered, speakers
from articles.text.fragments import fragment
from articles.text.marking import Mark, Paragraph, marked, window

FOUND = "found"
"""The label of marks over words that a search found."""

CHANGEABLE = {
    "headline": _("headline"),
    "body": _("text"),
    "byline": _("byline"),
    "published_on": _("date"),
    "correction": _("correction"),
    "caption": _("caption"),
}
VERSIONS = 20
NEARBY = 5
"""Other articles named beside one."""

LARGE = 320
"""Quotes of more characters than this are set smaller on their own page."""


@dataclass(frozen=True, slots=True)
class Story:
    """An article's body with its quotes marked, and the sources that speak in it."""

    paragraphs: list[Paragraph]
    said: list[Said]
    speakers: list[Speaker]

    @property
    def sources(self) -> list[Source]:
        return [speaker.source for speaker in self.speakers if speaker.source is not None]

    @property
    def named(self) -> int:
        return sum(speaker.source is not None and speaker.source.is_named for speaker in self.speakers)

    @property
    def unnamed(self) -> int:
        return sum(speaker.source is not None and not speaker.source.is_named for speaker in self.speakers)


@dataclass(frozen=True, slots=True)
class Nearby:
    """A quote in its paragraphs, its number in the article, and the quotes before and after it there and by its source."""

    paragraphs: list[Paragraph]
    said: Said
    of: int
    before: Quote | None
    after: Quote | None
    earlier: Quote | None
    later: Quote | None
    others: list[Speaker]
    """Who else speaks in the article."""

    @property
    def fragment(self) -> str:
        """A text fragment of the printed words, for the page where they were first published."""
        quote = self.said.quote
        return "" if quote.adrift else fragment(quote.article.body[start:end] for start, end in quote.spans)

    @property
    def size(self) -> str:
        """How large the words can be set."""
        return "hero" if len(self.said.quote.text) <= LARGE else "long"


@dataclass(frozen=True, slots=True)
class Echoes:
    """The same words in other articles, and where they were printed first."""

    others: list[Quote]
    first: Quote
    papers: int


@dataclass(frozen=True, slots=True)
class Version:
    """A moment at which an article was stored, and what had changed by then."""

    at: datetime
    changed: list[str]


@dataclass(frozen=True, slots=True)
class Page:
    """All that an article's page shows besides the article itself."""

    story: Story
    versions: list[Version]
    retold: list[Article]
    """The same text as other papers printed it."""
    similar: list[Article]
    same_day: list[Article]


def page(article: Article, words: str = "") -> Page:
    """The article's story, versions and neighbours; `words` of a search are marked in it."""
    retold = list(Article.objects.published().same_story(article).with_rows().newest())
    similar = [other for other in of_the_story(article) if other not in retold]
    near = [other for other in of_the_day(article) if other not in (*retold, *similar)]
    return Page(story(article, words), versions(article), retold, similar, near)


def story(article: Article, words: str = "") -> Story:
    """The article's story with the words of a search marked as well; costs one query."""
    said = numbered(_quotes(article))
    found = [Mark(start, end, FOUND) for start, end in search.marks(words, article.body)] if words else []
    paragraphs = list(marked(article.body, [*marks(said), *found]))
    return Story(_without_headline(paragraphs, article.headline), said, speakers(said))


def _without_headline(paragraphs: list[Paragraph], headline: str) -> list[Paragraph]:
    """Some texts begin with their own headline; it need not be read twice."""
    first = paragraphs[0].parts if len(paragraphs) > 1 else ()
    if len(first) == 1 and isinstance(first[0], str) and first[0].strip(" .") == headline.strip(" ."):
        return paragraphs[1:]
    return paragraphs


def near(quote: Quote) -> Nearby:
    """What stands around the quote, nothing for one that is adrift; costs three queries."""
    said = numbered(_quotes(quote.article), now=quote)
    place = next((n for n, one in enumerate(said) if one.now), None)
    earlier, later = _by_the_same(quote)
    return Nearby(
        paragraphs=[] if place is None else _around(said[place]),
        said=Said(quote, 0, "", now=True) if place is None else said[place],
        of=len(said),
        before=said[place - 1].quote if place else None,
        after=said[place + 1].quote if place is not None and place + 1 < len(said) else None,
        earlier=earlier,
        later=later,
        others=[speaker for speaker in speakers(said) if speaker.source not in (None, quote.source)],
    )


def _around(said: Said) -> list[Paragraph]:
    """The paragraphs of a quote and those next to them, with it alone marked."""
    quote, body = said.quote, said.quote.article.body
    start, end = window(body, quote.start, quote.end)
    spans = [Mark(first - start, last - start, said) for first, last in quote.spans]
    return list(marked(body[start:end], spans))


def of_the_story(article: Article) -> list[Article]:
    """Other articles on the same matter; none while the index is not to be had."""
    try:
        return search.similar(article, limit=NEARBY)
    except search.Unavailable:
        return []


def elsewhere(quote: Quote) -> Echoes:
    """Where else the words were printed; nothing while the index is not to be had."""
    try:
        others = search.echoes(quote, limit=20)
    except search.Unavailable:
        others = []
    dated = [one for one in [quote, *others] if one.article.published_on]
    first = min(dated, key=lambda one: (one.article.published_on, one.pk), default=quote)
    return Echoes(others, first, len({one.article.publication_id for one in [quote, *others]}))


def versions(article: Article) -> list[Version]:
    """When the article was changed, latest first; empty for one that is as it came."""
    if article.version == 1:
        return []
    rows = list(article.history.order_by("-history_date").values("history_date", *CHANGEABLE)[:VERSIONS])
    found = [
        Version(row["history_date"], [str(word) for name, word in CHANGEABLE.items() if row[name] != older[name]])
        for row, older in pairwise(rows)
    ]
    return [version for version in found if version.changed] + [Version(row["history_date"], []) for row in rows[-1:]]


def of_the_day(article: Article) -> QuerySet[Article]:
    """Other articles printed on the same day."""
    if article.published_on is None:
        return Article.objects.none()
    same = Article.objects.published().filter(published_on=article.published_on).exclude(pk=article.pk)
    return same.with_rows().order_by("publication__name", "pk")[:NEARBY]


def _quotes(article: Article):
    quotes = article.quotes.standing().anchored().with_rows().order_by("start", "-end", "pk")
    for quote in quotes:
        quote.article = article
    return quotes


def _by_the_same(quote: Quote) -> tuple[Quote | None, Quote | None]:
    """The nearest quotes by its source in earlier and later articles; None without source or date."""
    day = quote.article.published_on
    if quote.source is None or day is None:
        return None, None
    rows = Quote.objects.shown().by(quote.source).with_rows()
    earlier = rows.filter(article__published_on__lt=day).order_by("-article__published_on", "-article_id", "start")
    later = rows.filter(article__published_on__gt=day).order_by("article__published_on", "article_id", "start")
    return earlier.first(), later.first()
