"""The database of an archive that is made up: as many articles, quotes and sources as wanted, put in by COPY."""

from collections.abc import Iterable, Iterator

from django.db import connection, models

from articles.models import Article, Publication, Quote, Role, Source, SourceName

from .corpus import Corpus

KINDS = ("direct", "partial", "indirect")
ROLES = ("the minister", "a spokeswoman for the board", "the mayor", "a lawyer", "the union’s secretary")
_EMPTIED = (Article, Source, Publication)


def fill(corpus: Corpus, number: int) -> None:
    """The first `number` articles of the corpus in place of all that the database holds, without index notes."""
    with connection.cursor() as cursor:
        tables = ", ".join(model._meta.db_table for model in _EMPTIED)
        cursor.execute(f"TRUNCATE {tables}, articles_indexnote CASCADE")
        cursor.execute("SET session_replication_role = replica")  # neither triggers nor foreign keys
        papers = {name: pk for pk, name in enumerate(corpus.papers, 1)}
        speakers = {name: pk for pk, name in enumerate(dict.fromkeys(corpus.speakers), 1)}
        _copy(Publication, ({"id": pk, "name": name, "slug": f"paper-{pk}"} for name, pk in papers.items()))
        _copy(Source, ({"id": pk, "kind": "person", "name": n, "sort_key": _filed(n)} for n, pk in speakers.items()))
        _copy(SourceName, ({"source_id": pk, "form": n, "folded": n.lower()} for n, pk in speakers.items()))
        for first in range(1, number + 1, 5000):
            made = [corpus.article(n) for n in range(first, min(first + 5000, number + 1))]
            _copy(Article, (_article(article, papers) for article, _ in made))
            quotes = [row for article, found in made for row in _quotes(article["body"], found, speakers)]
            _copy(Quote, quotes)
            _copy(Role, _roles(quotes))
        cursor.execute("SET session_replication_role = DEFAULT")
        cursor.execute("VACUUM ANALYZE")


def _copy(model: type[models.Model], rows: Iterable[dict[str, object]]) -> None:
    """Put rows into a model's table; columns that a row doesn't name get the field's default."""
    fields = [field for field in model._meta.concrete_fields if not field.primary_key]
    defaults = {field.column: _default(field) for field in fields}
    with connection.cursor() as cursor:
        rows = iter(rows)
        first = next(rows, None)
        if first is None:
            return
        columns = list({**first, **defaults})
        names = ", ".join(f'"{column}"' for column in columns)
        with cursor.copy(f"COPY {model._meta.db_table} ({names}) FROM STDIN") as into:
            for row in (first, *rows):
                given = {**defaults, **row}
                into.write_row([given[column] for column in columns])


def _default(field: models.Field) -> object:
    if getattr(field, "auto_now", False) or getattr(field, "auto_now_add", False):
        return "now"
    return field.get_default()


def _filed(name: str) -> str:
    first, last = name.lower().split()
    return f"{last}, {first}"


def _article(made: dict, papers: dict[str, int]) -> dict[str, object]:
    return {
        "id": made["key"],
        "headline": made["headline"][:500],
        "body": made["body"],
        "publication_id": papers[made["paper"]],
        "published_on": made["published"],
        "content_hash": f"{made['key']:x}",
    }


def _quotes(body: str, quotes: list[dict], speakers: dict[str, int]) -> Iterator[dict[str, object]]:
    """Where each stands in the body: “words,” speaker cue."""
    for at, quote in enumerate(quotes):
        text = f"“{quote['text']},”"
        start = body.index(text)
        end = start + len(text)
        cue = end + len(quote["speaker"]) + 2
        yield {
            "id": quote["key"],
            "article_id": quote["article"],
            "source_id": speakers[quote["speaker"]],
            "text": text,
            "spans": [[start, end]],
            "start": start,
            "end": end,
            "cue_start": cue,
            "cue_end": body.index(".", cue),
            "kind": KINDS[at % 3],
            "confidence": 0.9 if quote["key"] % 10 else 0.5,
        }


def _roles(quotes: list[dict]) -> Iterator[dict[str, object]]:
    """What the article calls each speaker, at the first quote of each."""
    seen = set()
    for quote in quotes:
        if (pair := (quote["source_id"], quote["article_id"])) not in seen:
            seen.add(pair)
            text = ROLES[quote["source_id"] % len(ROLES)]
            yield {
                "source_id": pair[0],
                "article_id": pair[1],
                "text": text,
                "start": quote["start"],
                "end": quote["end"],
            }
