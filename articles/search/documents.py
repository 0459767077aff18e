"""What an article and a quote become in the index: values for the fields of `schema`, and a stamp of them."""

import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator

from django.db.models import Prefetch, QuerySet

from articles.models import Article, IndexNote, Quote, Source, SourceName
from articles.query.words import SEPARATOR

from .params import ARTICLES, QUOTES
from .schema import moment

BATCH = 500
_HEARD = ("article_id", "source_id", "kind", "standing", "confidence", "reviewed_at")
_AROUND = ("headline", "byline", "section", "published_on", "published_at", "publication__name")

Document = dict[str, object]


class Names:
    """Which sources have a name, and every form of it, one text each; fetched for many sources at once."""

    def __init__(self) -> None:
        self._forms: dict[int, str] = {}
        self._unnamed: set[int] = set()

    def learn(self, quotes: Iterable[Quote]) -> None:
        """Fetch what isn't known yet of the sources of these quotes."""
        new = {quote.source_id for quote in quotes} - self._forms.keys() - {None}
        if not new:
            return
        forms: dict[int, set[str]] = {}
        for source, kind, name in Source.objects.filter(pk__in=new).values_list("pk", "kind", "name"):
            forms[source] = {name}
            if kind == Source.Kind.UNNAMED:
                self._unnamed.add(source)
        for source, form in SourceName.objects.filter(source__in=new).values_list("source", "form"):
            forms.setdefault(source, set()).add(form)
        self._forms.update((source, SEPARATOR.join(sorted(known))) for source, known in forms.items())

    def is_named(self, source: int) -> bool:
        return source not in self._unnamed

    def __getitem__(self, source: int | None) -> str:
        return self._forms.get(source, "")


def rows(of: str) -> QuerySet:
    """What belongs into the index: published articles, and the quotes in them that readers may see."""
    if of == QUOTES:
        articles = Article.objects.select_related("publication").only(*_AROUND)
        return Quote.objects.shown().prefetch_related(Prefetch("article", articles)).only("text", *_HEARD)
    quotes = Quote.objects.standing().order_by("start", "pk").only(*_HEARD)
    return (
        Article.objects.published().select_related("publication").prefetch_related(Prefetch("quotes", quotes, "heard"))
    )


def documents(
    found: Iterable[Article | Quote], *, of: str, names: Names | None = None
) -> Iterator[tuple[int, Document]]:
    """(id, document) of each row of `rows(of)`, names fetched a batch at a time."""
    names = names or Names()
    make = _quote if of == QUOTES else _article
    batch: list[Article | Quote] = []
    for row in found:
        batch.append(row)
        if len(batch) == BATCH:
            yield from _made(batch, make, names)
            batch = []
    yield from _made(batch, make, names)


def _made(batch: list, make, names: Names) -> Iterator[tuple[int, Document]]:
    names.learn(quote for row in batch for quote in (row.heard if isinstance(row, Article) else (row,)))
    for row in batch:
        document = make(row, names)
        document["stamp"] = zlib.crc32(repr(sorted(document.items())).encode())
        yield row.pk, document


def _of_article(article: Article) -> Document:
    """What an article gives to itself and to its quotes."""
    day = article.published_on
    return {
        "headline": article.headline,
        "by": article.byline,
        "publication": str(article.publication_id) if article.publication_id else None,
        "publication_name": article.publication.name if article.publication_id else None,
        "section": article.section or None,
        "section_name": article.section,
        "year": f"{day.year:04}" if day else None,
        "month": f"{day.year:04}-{day.month:02}" if day else None,
        "published": moment(day, article.published_at),
    }


def _of_quotes(quotes: list[Quote], names: Names) -> Document:
    """What quotes give: once each, in a fixed order."""
    values: dict[str, set[str]] = defaultdict(set)
    for quote in quotes:
        if quote.source_id:
            values["source"].add(str(quote.source_id))
            if names.is_named(quote.source_id):
                values["speaker_id"].add(str(quote.source_id))
        values["kind"].add(quote.kind)
        values["attribution"].add(_attribution(quote, names))
        values["review"].add("done" if quote.is_reviewed else "open")
    spoken = sorted({names[quote.source_id] for quote in quotes} - {""})
    return {**{name: sorted(found) for name, found in values.items()}, "speaker": SEPARATOR.join(spoken)}


def _attribution(quote: Quote, names: Names) -> str:
    """How well its source is known: named, uncertain, unnamed or unknown."""
    if quote.source_id is None:
        return "unknown"
    if not names.is_named(quote.source_id):
        return "unnamed"
    return "named" if quote.is_certain else "uncertain"


def _article(article: Article, names: Names) -> Document:
    text = SEPARATOR.join(filter(None, (article.headline, article.body, article.caption)))
    return {"number": article.pk, "text": text, **_of_article(article), **_of_quotes(article.heard, names)}


def _quote(quote: Quote, names: Names) -> Document:
    return {"number": quote.pk, "text": quote.text, **_of_article(quote.article), **_of_quotes([quote], names)}


ROWS_OF_NOTES = {IndexNote.Of.ARTICLE.value: ARTICLES, IndexNote.Of.QUOTE.value: QUOTES}
"""What an index note calls a row, and the index it belongs to."""
