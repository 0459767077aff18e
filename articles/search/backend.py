"""Haystack's engine over our indexes: one connection for articles ("default"), one for quotes."""

from collections.abc import Iterable

from django.db import models
from haystack import connections
from haystack.backends import BaseEngine, BaseSearchBackend, BaseSearchQuery, log_query
from haystack.models import SearchResult
from haystack.utils import get_model_ct_tuple

from articles.arrays import IndexUnusable
from articles.query import parse

from .documents import documents
from .lowering import lowered
from .params import ARTICLES, QUOTES
from .question import Answer, Question
from .store import index, mend, usable

ALIASES = {ARTICLES: "default", QUOTES: "quotes"}


def backend(of: str) -> "ArchiveBackend":
    """Haystack's backend of "articles" or "quotes" for this thread."""
    return connections[ALIASES[of]].get_backend()


class ArchiveBackend(BaseSearchBackend):
    """`ask` is what the archive uses; the rest is Haystack's interface to the same index."""

    def __init__(self, connection_alias: str, **options: object):
        super().__init__(connection_alias, **options)
        self.of = options["ROWS"]

    def ask(self, question: Question) -> Answer:
        """The answer to one question. Raises Unavailable while the index is being made."""
        try:
            return self._ask(question)
        except IndexUnusable:
            mend(self.of)
            return self._ask(question)

    def _ask(self, question: Question) -> Answer:
        query, only = lowered(question)
        used = index(self.of)
        found = used.search(
            query,
            filter=only,
            order=question.order,
            start=question.start,
            rows=question.rows,
            facets=dict(question.facets),
        )
        generation = f"{used.folder} {found.generation}"
        return Answer(tuple(found.keys), found.total, found.facets, found.values, tuple(found.scores), generation)

    def words_like(self, word: str, field: str) -> list[str]:
        """Real words near a surface word, nearest first."""
        return [found for found, _ in index(self.of).suggest(word, field=field)]

    @log_query
    def search(self, query_string: str, **kwargs: object) -> dict[str, object]:
        """Haystack's results for a query in the query language. Raises QueryError or Unavailable."""
        start = kwargs.get("start_offset") or 0
        end = kwargs.get("end_offset")
        order = {"-published": "newest", "published": "oldest"}.get((kwargs.get("sort_by") or [""])[0], "relevance")
        rows = 1000 if end is None else max(end - start, 0)
        answer = self.ask(Question(tree=parse(query_string), order=order, start=start, rows=rows))
        app, model = get_model_ct_tuple(self._search_index().get_model())
        result = kwargs.get("result_class") or SearchResult
        scores = answer.scores or (0.0,) * len(answer.keys)
        results = [result(app, model, key, score) for key, score in zip(answer.keys, scores, strict=True)]
        return {"results": results, "hits": answer.total, "facets": {}}

    def _search_index(self):
        unified = connections[self.connection_alias].get_unified_index()
        return next(iter(unified.get_indexes().values()))

    def update(self, index_of_model: object, iterable: Iterable[models.Model], commit: bool = True) -> None:
        """Add or replace rows, in one commit."""
        with usable(self.of).writer() as writer:
            for key, document in documents(iterable, of=self.of):
                writer.update(key=key, **document)

    def remove(self, obj_or_string: models.Model | str, commit: bool = True) -> None:
        """Take a row out; one that isn't in is no error."""
        key = obj_or_string.pk if isinstance(obj_or_string, models.Model) else int(obj_or_string.rpartition(".")[2])
        with usable(self.of).writer() as writer:
            writer.delete(key)

    def clear(self, models: object = None, commit: bool = True) -> None:
        """An empty index in place of this one."""
        index(self.of).rebuild(())


class ArchiveQuery(BaseSearchQuery):
    """Haystack's filters as text of the query language; fields that the language doesn't have count as plain words."""

    def build_query_fragment(self, field: str, filter_type: str, value: object) -> str:
        text = value.prepare(self) if hasattr(value, "prepare") else str(value)
        return text if field == "content" else f"{field}:({text})"

    def build_query(self) -> str:
        return self.query_filter.as_query_string(self.build_query_fragment) if self.query_filter else ""


class ArchiveEngine(BaseEngine):
    backend = ArchiveBackend
    query = ArchiveQuery
