"""From data to an article with its quotes, in one transaction.

data → the same article as before? → publication → article stored → quotes follow an edited text →
quotes found and attributed
"""

import hashlib
from dataclasses import dataclass, fields
from enum import StrEnum

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils.text import slugify

from articles import duplicates
from articles.addresses import url_key
from articles.anchoring import Follower
from articles.attribution import attribute
from articles.duplicates import HasTwin, Twins
from articles.models import Article, Publication, Quote
from articles.readers.data import ArticleData, Rejected, as_row, from_row


class TwoArticles(Rejected):
    """The row's identifier and address belong to two different articles."""

    def __init__(self, by_id: Article, by_url: Article) -> None:
        super().__init__(f"Its id is that of article {by_id.pk}, its address that of article {by_url.pk}.")


class Stumbled(Rejected):
    """The archive's own mistake."""

    def __init__(self) -> None:
        super().__init__("The archive could not take it, and that is its own mistake; the server’s log says more.")


class What(StrEnum):
    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Outcome:
    """The article, and what became of it."""

    article: Article
    what: What
    before: dict[str, str | None] | None = None
    """What an updated article held before, as `restore` takes it."""


def ingest(
    data: ArticleData,
    *,
    origin: str = "",
    visibility: str = Article.Visibility.PUBLISHED,
    twins: Twins = Twins.KEEP,
) -> Outcome:
    """Store one article with its quotes; the same article again updates it, the same data changes nothing.

    `twins` says what becomes of a new article with nearly the text of a stored one: kept as another version
    of the story, not stored (`HasTwin`), or taken as an update of the one in the same publication.
    Raises `Rejected`, with nothing stored.
    """
    try:
        with transaction.atomic():
            return _ingest(data, origin=origin, visibility=visibility, twins=twins)
    except IntegrityError:  # another process stored it in the same moment
        with transaction.atomic():
            return _ingest(data, origin=origin, visibility=visibility, twins=twins)


def _ingest(data: ArticleData, *, origin: str, visibility: str, twins: Twins) -> Outcome:
    publication = publication_named(data.publication)
    article = known_article(data, publication=publication, among=Article.objects.select_for_update(of=("self",)))
    if article is None and twins is not Twins.KEEP:
        article = _twin(data, publication=publication, twins=twins)
    if article and article.import_hash == data.fingerprint:
        return Outcome(article, What.UNCHANGED)
    what = What.UPDATED if article else What.CREATED
    former = as_row(data_of(article)) | {"import_hash": article.import_hash} if article else None
    article = article or Article(origin=origin[:300], visibility=visibility)
    _fill(article, data, import_hash=data.fingerprint)
    return Outcome(article, what, former)


def _twin(data: ArticleData, *, publication: Publication | None, twins: Twins) -> Article | None:
    """The article to update instead of storing a new one; raises `HasTwin` where twins are left out."""
    found = duplicates.twins(data.body)
    if found and twins is Twins.SKIP:
        raise HasTwin(found[0])
    pk = next((twin.article.pk for twin in found if twin.article.publication == publication), None)
    return Article.objects.select_for_update(of=("self",)).filter(pk=pk).first()


def _fill(article: Article, data: ArticleData, *, import_hash: str) -> None:
    before = article.body
    for field in fields(data):
        if field.name != "publication":
            setattr(article, field.name, getattr(data, field.name))
    article.publication = publication_named(data.publication)
    article.import_hash = import_hash
    store(article, before=before)


def data_of(article: Article) -> ArticleData:
    """What a file would have to say for the article to be as it is."""
    values = {field.name: getattr(article, field.name) for field in fields(ArticleData)}
    return ArticleData(**values | {"publication": article.publication.name if article.publication else ""})


@transaction.atomic
def restore(article: Article, before: dict[str, str | None]) -> None:
    """Give an article back what an update took (`Outcome.before`); its quotes follow."""
    row = dict(before)
    import_hash = row.pop("import_hash") or ""
    _fill(article, from_row(row), import_hash=import_hash)


def forecast(data: ArticleData) -> What:
    """What `ingest` would make of the data now; raises `Rejected` as it would."""
    publication = Publication.objects.named(data.publication).first() if data.publication else None
    if data.publication and publication is None and not data.url:
        return What.CREATED
    article = known_article(data, publication=publication, among=Article.objects.defer("body"))
    if article is None:
        return What.CREATED
    return What.UNCHANGED if article.import_hash == data.fingerprint else What.UPDATED


def known_article(data: ArticleData, *, publication: Publication | None, among: QuerySet[Article]) -> Article | None:
    """The article this data is a new delivery of: by identifier, by address, or by the very same text."""
    by_id = by_url = None
    if data.external_id:
        by_id = among.filter(publication=publication, external_id=data.external_id).first()
    if key := url_key(data.url):
        by_url = among.filter(url_key=key).first()
    if by_id and by_url and by_id.pk != by_url.pk:
        raise TwoArticles(by_id, by_url)
    if by_id or by_url:
        return by_id or by_url
    if data.external_id or data.url:
        return None
    return among.filter(
        content_hash=content_hash(data.body),
        headline=data.headline,
        publication=publication,
        published_on=data.published_on,
    ).first()


def publication_named(name: str) -> Publication | None:
    """The publication of that name, made where there is none; None for no name."""
    if not name:
        return None
    found = Publication.objects.named(name).first()
    if found:
        return found
    stem = slugify(name)[:70] or "publication"
    taken = set(Publication.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    slug = next(s for s in (stem, *(f"{stem}-{n}" for n in range(2, len(taken) + 3))) if s not in taken)
    return Publication.objects.create(name=name, slug=slug)


def content_hash(body: str) -> str:
    """The same for the same words, whatever the white space: a hexadecimal SHA-256."""
    return hashlib.sha256(" ".join(body.split()).encode()).hexdigest()


@transaction.atomic
def store(article: Article, *, before: str = "") -> None:
    """Save an article and bring its quotes up to date; `before` is the text it had, "" for a new one."""
    article.content_hash = content_hash(article.body)
    article.url_key = url_key(article.url)
    if article.pk:
        article.version += 1
    article.save()
    if before and before != article.body:
        follow(article, before=before)
    if before != article.body:
        duplicates.keep_together(article)
    attribute(article)


def follow(article: Article, *, before: str) -> list[Quote]:
    """Move the quotes of an edited article to where their words now stand.

    Proposed ones whose words are gone are dropped; those a person decided on are set adrift, for her to
    mend, and returned.
    """
    follower = Follower(before, article.body)
    lost = []
    for quote in article.quotes.select_for_update():
        spans = None if quote.adrift else follower.spans(quote.spans)
        if spans is None and not quote.is_reviewed:
            quote.delete()
            continue
        if spans is None:
            quote.adrift = True
            quote.save()
            lost.append(quote)
            continue
        _move(quote, spans, follower)
    return lost


def _move(quote: Quote, spans: list[list[int]], follower: Follower) -> None:
    quote.spans, quote.start, quote.end, quote.adrift = spans, spans[0][0], spans[-1][1], False
    for name in ("cue", "mention"):
        start, end = getattr(quote, f"{name}_start"), getattr(quote, f"{name}_end")
        moved = follower.span(start, end) if start is not None else None
        setattr(quote, f"{name}_start", moved[0] if moved else None)
        setattr(quote, f"{name}_end", moved[1] if moved else None)
    quote.save()
