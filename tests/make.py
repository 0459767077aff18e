"""Rows for tests, each with what the test says and plausible rest."""

from datetime import date

from django.contrib.auth import get_user_model
from django.utils import timezone

from articles import reviewing
from articles.attribution import words
from articles.ingest import content_hash, ingest, publication_named
from articles.models import Article, Quote, Source, SourceName
from articles.readers.data import article_data
from articles.sources import name_key, sort_key

BODY = "“The harbour will open in May,” Edda Halloran said.\n\nNobody else spoke."


def article(body: str = BODY, *, publication: str = "The Ansel Courier", **fields) -> Article:
    """A stored article with no quotes."""
    fields = {"headline": "Harbour to open", "published_on": date(2024, 3, 5), **fields}
    return Article.objects.create(
        body=body, publication=publication_named(publication), content_hash=content_hash(body), **fields
    )


def unsaved(body: str = BODY, **fields) -> Article:
    """An article nobody has stored yet."""
    return Article(**{"headline": "Harbour to open", "published_on": date(2024, 3, 5), "body": body, **fields})


def ingested(body: str = BODY, **fields) -> Article:
    """An article that went in by the front door: its quotes found and attributed."""
    fields = {"headline": "Harbour to open", "publication": "The Ansel Courier", "published": "2024-03-05", **fields}
    return ingest(article_data(body=body, **fields), origin="test").article


def source(name: str = "Edda Halloran", *, kind: str = "person", forms: tuple[str, ...] = (), **fields) -> Source:
    made = Source.objects.create(name=name, kind=kind, sort_key=sort_key(name, kind), **fields)
    for form in dict.fromkeys([name, *forms]):
        SourceName.objects.create(source=made, form=form, folded=name_key(form))
    return made


def quote(article: Article, text: str, source: Source | None = None, **fields) -> Quote:
    """A quote whose words stand in the article's body."""
    start = article.body.index(text)
    spans = [[start, start + len(text)]]
    return Quote.objects.create(
        article=article,
        source=source,
        text=words(article.body, spans),
        spans=spans,
        start=start,
        end=start + len(text),
        **{"kind": "direct", "confidence": 0.95, **fields},
    )


def confirmed(article: Article, text: str, source: Source | None = None, **fields) -> Quote:
    return quote(article, text, source, standing="confirmed", reviewed_at=timezone.now(), **fields)


def editor(name: str = "editor"):
    """Somebody who may do everything in the admin; the password is "x"."""
    return get_user_model().objects.create_superuser(name, f"{name}@example.org", "x")


def decide(quote: Quote, *, standing: str) -> None:
    """A decision by nobody in particular."""
    reviewing.decide(quote, source=quote.source, standing=standing, by=None)
