"""What machines read at the top of a page: canonical address, OpenGraph, citation tags, JSON-LD, feeds.

JSON-LD follows schema.org (NewsArticle, Quotation with the speaker as creator, Person), citation_*
tags follow Google Scholar's and Zotero's use of Highwire tags. All is built as data, never as text.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from articles.models import Article, Publication, Quote, Source
from articles.text.byline import authors

FEEDS = (("atom", "Atom", "application/atom+xml"), ("rss", "RSS", "application/rss+xml"))
TYPES = {Source.Kind.PERSON: "Person", Source.Kind.ORGANISATION: "Organization", Source.Kind.UNNAMED: "Person"}


@dataclass(frozen=True, slots=True)
class FeedLink:
    title: str
    kind: str
    url: str


@dataclass(frozen=True, slots=True)
class Metadata:
    """One page's; `properties` are OpenGraph's, `names` ordinary meta tags, both may repeat."""

    canonical: str
    description: str = ""
    properties: list[tuple[str, str]] = field(default_factory=list)
    names: list[tuple[str, str]] = field(default_factory=list)
    linked: dict[str, object] = field(default_factory=dict)
    feeds: list[FeedLink] = field(default_factory=list)


def of_article(article: Article, speakers: Iterable[Source], site: str) -> Metadata:
    """An article's; `site` is the archive's address without a closing slash."""
    url = site + article.get_absolute_url()
    description = Truncator(" ".join(article.body.split())).chars(200)
    printed = _printed(article)
    return Metadata(
        canonical=url,
        description=description,
        properties=_filled(
            ("og:type", "article"),
            ("og:title", article.headline),
            ("og:url", url),
            ("og:description", description),
            ("og:locale", article.language.replace("-", "_")),
            ("article:published_time", printed),
            ("article:modified_time", article.corrected_at.isoformat() if article.corrected_at else ""),
            ("article:section", article.section),
            *(("article:author", author.name) for author in authors(article.byline)),
        ),
        names=_filled(
            ("citation_title", article.headline),
            *(("citation_author", author.name) for author in authors(article.byline)),
            ("citation_publication_date", f"{article.published_on:%Y/%m/%d}" if article.published_on else ""),
            ("citation_journal_title", article.publication.name if article.publication else ""),
            ("citation_language", article.language),
            ("citation_public_url", url),
        ),
        linked={"@context": "https://schema.org", **news_article(article, site), "mentions": _people(speakers, site)},
    )


def of_quote(quote: Quote, site: str) -> Metadata:
    """A quote's: a Quotation whose creator is the speaker, part of its article."""
    url = site + quote.get_absolute_url()
    who = quote.source.name if quote.source else _("Speaker not clear")
    return Metadata(
        canonical=url,
        description=Truncator(quote.as_printed).chars(200),
        properties=_filled(
            ("og:type", "article"),
            ("og:title", f"{who}: {Truncator(quote.as_printed).chars(90)}"),
            ("og:url", url),
            ("og:description", Truncator(quote.as_printed).chars(300)),
            ("article:published_time", _printed(quote.article)),
        ),
        linked=_filled_dict(
            {
                "@context": "https://schema.org",
                "@type": "Quotation",
                "@id": url,
                "url": url,
                "text": quote.as_printed,
                "creator": _person(quote.source, site) if quote.source else None,
                "dateCreated": quote.said_on.isoformat() if quote.said_on else None,
                "inLanguage": quote.article.language,
                "isPartOf": news_article(quote.article, site),
                "citation": site + quote.url_in_article,
            }
        ),
    )


def of_source(source: Source, names: list[str], role: str, site: str) -> Metadata:
    """A source's: a Person or an Organization; nothing is claimed of an unnamed one."""
    url = site + source.get_absolute_url()
    description = _("What %(name)s said, when, and which newspaper printed it") % {"name": source.name}
    about = {**_person(source, site), "alternateName": names, "jobTitle": role}
    return Metadata(
        canonical=url,
        description=description,
        properties=[
            ("og:type", "profile"),
            ("og:title", source.name),
            ("og:url", url),
            ("og:description", description),
        ],
        linked={"@context": "https://schema.org", **_filled_dict(about)} if source.is_named else {},
    )


def of_page(title: str, description: str, url: str, feeds: tuple["FeedLink", ...] = ()) -> Metadata:
    """A page that is about many things."""
    return Metadata(
        canonical=url,
        description=description,
        properties=_filled(
            ("og:type", "website"), ("og:title", title), ("og:url", url), ("og:description", description)
        ),
        feeds=list(feeds),
    )


def feed_links(title: str, address: str) -> tuple["FeedLink", ...]:
    """Both formats of the feed at `address`, which ends in "feed" and may have a query."""
    path, _mark, query = address.partition("?")
    ask = f"?{query}" if query else ""
    return tuple(FeedLink(f"{title} ({name})", kind, f"{path}.{ending}{ask}") for ending, name, kind in FEEDS)


def of_home(name: str, search: str, site: str) -> Metadata:
    """The front page's: a WebSite that can be searched at `search`."""
    target = {"@type": "EntryPoint", "urlTemplate": f"{site}{search}?q={{search_term_string}}"}
    action = {"@type": "SearchAction", "target": target, "query-input": "required name=search_term_string"}
    page = of_page(name, _("Who said what, when, and which newspaper printed it"), f"{site}/")
    linked = {
        "@context": "https://schema.org",
        "@type": "WebSite",
        "name": name,
        "url": f"{site}/",
        "potentialAction": action,
    }
    return Metadata(page.canonical, page.description, page.properties, linked=linked)


def news_article(article: Article, site: str) -> dict[str, object]:
    """The article as a schema.org NewsArticle, without its context."""
    url = site + article.get_absolute_url()
    changed = article.corrected_at.isoformat() if article.corrected_at else _printed(article)
    return _filled_dict(
        {
            "@type": "NewsArticle",
            "@id": url,
            "url": url,
            "mainEntityOfPage": url,
            "headline": article.headline,
            "datePublished": _printed(article),
            "dateModified": changed,
            "author": [_author(author) for author in authors(article.byline)],
            "publisher": _publisher(article.publication, site),
            "articleSection": article.section,
            "inLanguage": article.language,
            "isBasedOn": article.url,
        }
    )


def _printed(article: Article) -> str:
    """When it was printed, in the publication's own zone where the time is known."""
    when: date | datetime | None = article.published_on
    if article.published_at:
        zone = article.publication.time_zone if article.publication else "UTC"
        when = article.published_at.astimezone(ZoneInfo(zone))
    return when.isoformat() if when else ""


def _publisher(publication: Publication | None, site: str) -> dict[str, str] | None:
    if publication is None:
        return None
    return {"@type": "NewsMediaOrganization", "name": publication.name, "url": site + publication.get_absolute_url()}


def _author(author) -> dict[str, str]:
    return {"@type": "Person" if author.given else "Organization", "name": author.name}


def _person(source: Source, site: str) -> dict[str, object]:
    url = site + source.get_absolute_url()
    return {"@type": TYPES[source.kind], "@id": url, "name": source.name, "url": url}


def _people(speakers: Iterable[Source], site: str) -> list[dict[str, object]]:
    return [_person(source, site) for source in speakers if source.is_named]


def _filled(*pairs: tuple[str, str]) -> list[tuple[str, str]]:
    return [(name, value) for name, value in pairs if value]


def _filled_dict(values: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in values.items() if value}
