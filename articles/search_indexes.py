"""What Haystack indexes, one connection a model; the documents are made in `articles.search.documents`."""

from django.db.models import QuerySet
from haystack import indexes

from articles.models import Article, Quote
from articles.search.documents import documents, rows
from articles.search.params import ARTICLES, QUOTES


class _Rows(indexes.SearchIndex):
    text = indexes.CharField(document=True)
    of = ARTICLES

    def index_queryset(self, using: str | None = None) -> QuerySet:
        return rows(self.of)

    def full_prepare(self, obj: Article | Quote, with_string_facet: bool = True) -> dict[str, object]:
        return next(documents([obj], of=self.of))[1]


class ArticleIndex(_Rows, indexes.Indexable):
    def get_model(self) -> type[Article]:
        return Article


class QuoteIndex(_Rows, indexes.Indexable):
    of = QUOTES

    def get_model(self) -> type[Quote]:
        return Quote
