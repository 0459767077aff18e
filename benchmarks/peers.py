"""Other engines asked the same questions, as a project of this kind would set them up.

Each gives (total, ids of the page) and counts the facets; rows and highlighting come after, the same for all.
"""

import os
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.db import connection


@dataclass(frozen=True)
class Ask:
    """One question: all words, a phrase, a speaker, a stretch of days; facets to count."""

    of: str
    words: tuple[str, ...] = ()
    phrase: tuple[str, ...] = ()
    speaker: int | None = None
    since: date | None = None
    until: date | None = None
    facets: tuple[str, ...] = ("publication", "year")
    newest: bool = False


@dataclass(frozen=True)
class Row:
    """What an engine is given of an article or quote."""

    key: int
    headline: str
    text: str
    publication: int
    day: date
    speaker: int = 0


class Postgres:
    name = "PostgreSQL"

    def build(self, of: str, rows: Iterable[Row]) -> None:
        with connection.cursor() as cursor:
            cursor.execute(f"DROP TABLE IF EXISTS peer_{of}")
            cursor.execute(
                f"CREATE TABLE peer_{of} (id bigint PRIMARY KEY, words tsvector, publication int, day date, speaker int)"
            )
            copy = f"COPY peer_{of} (id, words, publication, day, speaker) FROM STDIN"
            cursor.execute(
                "CREATE TEMP TABLE given (id bigint, headline text, body text, publication int, day date, speaker int)"
            )
            with cursor.copy(copy.replace(f"peer_{of} (id, words,", "given (id, headline, body,")) as into:
                for row in rows:
                    into.write_row((row.key, row.headline, row.text, row.publication, row.day, row.speaker))
            cursor.execute(
                f"INSERT INTO peer_{of} SELECT id, setweight(to_tsvector('english', headline), 'A') || "
                "to_tsvector('english', body), publication, day, speaker FROM given"
            )
            cursor.execute("DROP TABLE given")
            cursor.execute(f"CREATE INDEX ON peer_{of} USING gin (words)")
            cursor.execute(f"CREATE INDEX ON peer_{of} (speaker)")
            cursor.execute(f"VACUUM ANALYZE peer_{of}")

    def ask(self, ask: Ask) -> tuple[int, list[int]]:
        wanted = " & ".join(ask.words) if ask.words else " <-> ".join(ask.phrase)
        where, given = ["words @@ query"], [wanted]
        for sql, value in (("speaker = %s", ask.speaker), ("day >= %s", ask.since), ("day <= %s", ask.until)):
            if value is not None:
                where.append(sql)
                given.append(value)
        hits = (
            "WITH hits AS MATERIALIZED (SELECT id, publication, day, speaker, ts_rank(words, query) AS rank "
            f"FROM peer_{ask.of}, to_tsquery('english', %s) query WHERE {' AND '.join(where)}) "
        )
        columns = {"publication": "publication", "year": "extract(year FROM day)::int", "speaker": "speaker"}
        counts = "".join(
            f", (SELECT json_agg(f) FROM (SELECT {columns[facet]} AS v, count(*) AS n FROM hits GROUP BY 1 "
            "ORDER BY 2 DESC LIMIT 10) f)"
            for facet in ask.facets
        )
        order = "day DESC" if ask.newest else "rank DESC"
        page = f"(SELECT array_agg(id) FROM (SELECT id FROM hits ORDER BY {order}, id LIMIT 20) p)"
        with connection.cursor() as cursor:
            cursor.execute(f"{hits} SELECT (SELECT count(*) FROM hits), {page}{counts}", given)
            total, keys, *_ = cursor.fetchone()
        return total, keys or []


class Fts5:
    name = "SQLite FTS5"

    def __init__(self, folder: Path):
        self.base = sqlite3.connect(folder / "fts5.db")

    def build(self, of: str, rows: Iterable[Row]) -> None:
        base = self.base
        base.execute(f"CREATE VIRTUAL TABLE {of} USING fts5(headline, body, tokenize='porter unicode61')")
        base.execute(f"CREATE TABLE {of}_facts (id INTEGER PRIMARY KEY, publication, year, day, speaker)")
        for row in rows:
            base.execute(
                f"INSERT INTO {of} (rowid, headline, body) VALUES (?, ?, ?)", (row.key, row.headline, row.text)
            )
            facts = (row.key, row.publication, row.day.year, row.day.isoformat(), row.speaker)
            base.execute(f"INSERT INTO {of}_facts VALUES (?, ?, ?, ?, ?)", facts)
        base.execute(f"CREATE INDEX {of}_speaker ON {of}_facts (speaker)")
        base.commit()

    def ask(self, ask: Ask) -> tuple[int, list[int]]:
        wanted = " ".join(f'"{word}"' for word in ask.words) if ask.words else '"' + " ".join(ask.phrase) + '"'
        where, given = "", []
        for sql, value in (("speaker = ?", ask.speaker), ("day >= ?", ask.since), ("day <= ?", ask.until)):
            if value is not None:
                where += f" AND {sql}"
                given.append(value.isoformat() if isinstance(value, date) else value)
        hits = f"FROM {ask.of} JOIN {ask.of}_facts facts ON facts.id = {ask.of}.rowid WHERE {ask.of} MATCH ? {where}"
        order = "day DESC" if ask.newest else f"bm25({ask.of}, 2.5, 1.0)"
        run = self.base.execute
        keys = [key for (key,) in run(f"SELECT id {hits} ORDER BY {order} LIMIT 20", (wanted, *given))]
        [(total,)] = run(f"SELECT count(*) {hits}", (wanted, *given))
        for facet in ask.facets:
            run(f"SELECT {facet}, count(*) n {hits} GROUP BY 1 ORDER BY n DESC LIMIT 10", (wanted, *given)).fetchall()
        return total, keys


class Tantivy:
    name = "tantivy"

    def __init__(self, folder: Path):
        import tantivy

        self.tantivy, self.folder, self.indexes = tantivy, folder, {}

    def build(self, of: str, rows: Iterable[Row]) -> None:
        builder = self.tantivy.SchemaBuilder()
        for name in ("headline", "text"):
            builder.add_text_field(name, tokenizer_name="en_stem")
        for name in ("publication", "year", "speaker"):
            builder.add_text_field(name, tokenizer_name="raw", fast=True)
        builder.add_integer_field("day", fast=True, indexed=True)
        builder.add_integer_field("key", stored=True, fast=True)
        folder = self.folder / f"tantivy-{of}"
        folder.mkdir()
        index = self.tantivy.Index(builder.build(), path=str(folder))
        writer = index.writer(heap_size=256 << 20, num_threads=1)
        for row in rows:
            facts = {"publication": str(row.publication), "year": str(row.day.year), "speaker": str(row.speaker)}
            document = {"headline": row.headline, "text": row.text, "key": row.key, "day": row.day.toordinal(), **facts}
            writer.add_document(self.tantivy.Document(**{name: [value] for name, value in document.items()}))
        writer.commit()
        writer.wait_merging_threads()
        index.reload()
        self.indexes[of] = index

    def ask(self, ask: Ask) -> tuple[int, list[int]]:
        index = self.indexes[ask.of]
        q, must, fields = self.tantivy.Query, self.tantivy.Occur.Must, ["headline", "text"]
        text = " ".join(f"+{word}" for word in ask.words) if ask.words else '"' + " ".join(ask.phrase) + '"'
        parts = [(must, index.parse_query(text, fields, field_boosts={"headline": 2.5}))]
        if ask.speaker is not None:
            parts.append((must, q.term_query(index.schema, "speaker", str(ask.speaker))))
        if ask.since:
            days = (ask.since.toordinal(), ask.until.toordinal())
            parts.append((must, q.range_query(index.schema, "day", self.tantivy.FieldType.Integer, *days)))
        searcher, query = index.searcher(), q.boolean_query(parts)
        found = searcher.search(query, 20, count=True, order_by_field="day" if ask.newest else None)
        if ask.facets:
            searcher.aggregate(query, {name: {"terms": {"field": name, "size": 10}} for name in ask.facets})
        return found.count, [searcher.doc(address)["key"][0] for _, address in found.hits]


class StockHaystack:
    """Haystack's own Whoosh backend with an index class as its tutorial has it."""

    name = "stock Haystack"

    def __init__(self, folder: Path):
        from haystack.backends.whoosh_backend import WhooshEngine

        self.folder, self.engine = folder, WhooshEngine
        self.backends = {}

    def build(self, of: str, rows: Iterable[Row]) -> None:
        from django.conf import settings
        from haystack import connections, indexes
        from haystack.utils.loading import UnifiedIndex

        class StockIndex(indexes.SearchIndex, indexes.Indexable):
            text = indexes.CharField(document=True)
            publication = indexes.CharField(faceted=True)
            speaker = indexes.CharField(faceted=True)
            day = indexes.DateTimeField()
            year = indexes.CharField(faceted=True)

            def get_model(self):
                from articles.models import Article, Quote

                return Quote if of == "quotes" else Article

            def full_prepare(self, row):
                model = self.get_model()._meta.label_lower
                facts = {"publication": f"p{row.publication}", "speaker": f"s{row.speaker}", "year": str(row.day.year)}
                facts |= {f"{name}_exact": value for name, value in facts.items()}
                return {
                    "id": f"{model}.{row.key}",
                    "django_ct": model,
                    "django_id": str(row.key),
                    "text": f"{row.headline}\n{row.text}",
                    "day": row.day,
                    **facts,
                }

        alias = f"stock_{of}"
        settings.HAYSTACK_CONNECTIONS[alias] = {"ENGINE": "x", "PATH": str(self.folder / alias), "SILENTLY_FAIL": False}
        connections.connections_info = settings.HAYSTACK_CONNECTIONS
        engine = self.engine(using=alias)
        connections.thread_local.connections[alias] = engine
        unified = UnifiedIndex()
        index = StockIndex()
        unified.build(indexes=[index])
        engine._index = unified
        self.backends[of] = engine.get_backend()
        self.backends[of].setup()
        batch = []
        for row in rows:
            batch.append(row)
            if len(batch) == 1000:
                self.backends[of].update(index, batch)
                batch = []
        self.backends[of].update(index, batch)

    def ask(self, ask: Ask) -> tuple[int, list[int]]:
        text = " AND ".join(ask.words) if ask.words else '"' + " ".join(ask.phrase) + '"'
        narrow = {f"speaker:s{ask.speaker}"} if ask.speaker is not None else set()
        if ask.since:
            narrow.add(f"day:[{ask.since:%Y%m%d}000000 TO {ask.until:%Y%m%d}000000]")
        found = self.backends[ask.of].search(
            text,
            start_offset=0,
            end_offset=20,
            narrow_queries=narrow or None,
            facets={f"{name}_exact": {} for name in ask.facets},
            sort_by=["-day"] if ask.newest else None,
            limit_to_registered_models=False,
        )
        return found["hits"], [int(result.pk) for result in found["results"]]


def size_of(path: Path) -> int:
    """Bytes of a file, or of all files below a folder."""
    if path.is_file():
        return path.stat().st_size
    return sum(os.path.getsize(os.path.join(top, name)) for top, _, names in os.walk(path) for name in names)
