"""Atom and RSS of what is new: everything, a publication, a source, or whatever a search finds."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from articles import listing, search
from articles.models import Article, Publication, Quote, Source
from articles.narrowing import Narrowing
from articles.site import address

LENGTH = 40
"""Entries in a feed."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of a feed; addresses are absolute."""

    key: str
    title: str
    url: str
    text: str
    author: str
    printed: datetime
    changed: datetime


@dataclass(frozen=True, slots=True)
class Channel:
    """A whole feed before it is written."""

    title: str
    description: str
    url: str
    own: str
    entries: list[Entry]


class RecordFeed(Feed):
    """A channel in one format; what a search cannot answer is answered with its sentence, as text."""

    def __init__(self, channel: Callable[..., Channel], feed_type: type) -> None:
        self.channel = channel
        self.feed_type = feed_type

    def __call__(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        try:
            return super().__call__(request, *args, **kwargs)
        except search.Problem as problem:
            return HttpResponse(f"{problem}\n", status=problem.status, content_type="text/plain; charset=utf-8")

    def get_object(self, request: HttpRequest, **kwargs) -> Channel:
        return self.channel(request, **kwargs)

    def title(self, channel: Channel) -> str:
        return channel.title

    def subtitle(self, channel: Channel) -> str:
        return channel.description

    description = subtitle

    def link(self, channel: Channel) -> str:
        return channel.url

    def feed_url(self, channel: Channel) -> str:
        return channel.own

    def feed_guid(self, channel: Channel) -> str:
        return channel.own

    def items(self, channel: Channel) -> list[Entry]:
        return channel.entries

    def item_title(self, entry: Entry) -> str:
        return entry.title

    def item_description(self, entry: Entry) -> str:
        return entry.text

    def item_link(self, entry: Entry) -> str:
        return entry.url

    def item_guid(self, entry: Entry) -> str:
        return entry.key

    item_guid_is_permalink = False

    def item_author_name(self, entry: Entry) -> str:
        return entry.author

    def item_pubdate(self, entry: Entry) -> datetime:
        return entry.printed

    def item_updateddate(self, entry: Entry) -> datetime:
        return entry.changed


def latest(request: HttpRequest) -> Channel:
    rows = Article.objects.published().select_related("publication").newest()[:LENGTH]
    return _channel(request, _("Latest articles"), reverse("articles:articles"), _articles(rows, request))


def of_publication(request: HttpRequest, slug: str) -> Channel:
    publication = get_object_or_404(Publication, slug=slug)
    rows = Article.objects.published().filter(publication=publication).select_related("publication").newest()[:LENGTH]
    return _channel(request, publication.name, publication.get_absolute_url(), _articles(rows, request))


def of_source(request: HttpRequest, pk: int, slug: str) -> Channel:
    source = get_object_or_404(Source.objects.living(), pk=pk)
    rows = listing.quotes(source, Narrowing())[:LENGTH]
    title = _("Quotes of %(name)s") % {"name": source.name}
    return _channel(request, title, source.get_absolute_url(), _quotes(rows, request))


def of_quotes(request: HttpRequest) -> Channel:
    rows = search.rows(_newest(request, of="quotes"), limit=LENGTH)
    return _found(request, _("Quotes found"), "articles:quotes", _quotes(rows, request))


def of_articles(request: HttpRequest) -> Channel:
    rows = search.rows(_newest(request, of="articles"), limit=LENGTH)
    return _found(request, _("Articles found"), "articles:search", _articles(rows, request))


def _newest(request: HttpRequest, *, of: str) -> search.Params:
    """The search of the address, always newest first: a feed tells what is new."""
    return search.read({**request.GET.dict(), "sort": "newest"}, of=of)


def _found(request: HttpRequest, title: str, name: str, entries: list[Entry]) -> Channel:
    words = request.GET.get("q", "")
    title = f"{title}: {Truncator(words).chars(80)}" if words else title
    return _channel(request, title, f"{reverse(name)}?{request.GET.urlencode()}", entries)


def _channel(request: HttpRequest, title: str, path: str, entries: list[Entry]) -> Channel:
    site = address(request)
    return Channel(
        title=_clean(f"{title} · {_('On the Record')}"),
        description=_("Who said what, when, and which newspaper printed it"),
        url=site + path,
        own=site + request.get_full_path(),
        entries=entries,
    )


def _articles(rows: Iterable[Article], request: HttpRequest) -> list[Entry]:
    site = address(request)
    return [
        _entry(
            article,
            key=f"article:{article.pk}",
            title=article.headline,
            url=site + article.get_absolute_url(),
            text=Truncator(article.body).chars(400),
            author=article.byline or (article.publication.name if article.publication else ""),
        )
        for article in rows
    ]


def _quotes(rows: Iterable[Quote], request: HttpRequest) -> list[Entry]:
    site = address(request)
    return [
        _entry(
            quote.article,
            key=f"quote:{quote.pk}",
            title=f"{quote.source.name if quote.source else _('Speaker not clear')}: {Truncator(quote.as_printed).chars(80)}",
            url=site + quote.get_absolute_url(),
            text=f"{quote.as_printed} — {quote.article.headline}",
            author=quote.article.publication.name if quote.article.publication else "",
        )
        for quote in rows
    ]


def _entry(article: Article, *, key: str, title: str, url: str, text: str, author: str) -> Entry:
    printed = _printed(article)
    changed = max(printed, article.corrected_at) if article.corrected_at else printed
    return Entry(f"on-the-record:{key}", _clean(title), url, _clean(text), _clean(author), printed, changed)


def _printed(article: Article) -> datetime:
    """The exact time, or else the day's beginning where it was printed, or else when it was archived."""
    if article.published_at:
        return article.published_at
    if article.published_on is None:
        return article.added_at
    zone = ZoneInfo(article.publication.time_zone) if article.publication else UTC
    return datetime.combine(article.published_on, time.min, zone)


def _clean(text: str) -> str:
    """Without the control characters that XML has no place for."""
    return "".join(character for character in text if character >= " " or character in "\n\t")


FORMATS = {"atom": Atom1Feed, "rss": Rss201rev2Feed}
CHANNELS = {
    "feeds/latest": latest,
    "publications/<slug:slug>/feed": of_publication,
    "sources/<int:pk>/<slug:slug>/feed": of_source,
    "quotes/feed": of_quotes,
    "search/feed": of_articles,
}
