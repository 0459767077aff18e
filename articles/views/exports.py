"""What a search finds, to take away."""

import csv
import json
from collections.abc import Iterable, Iterator

from django.core.serializers.json import DjangoJSONEncoder
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse

from articles import records, search
from articles.models import Article, Quote
from articles.site import address

MOST = 10_000
"""Rows in one export."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_KINDS = {"csv": "text/csv; charset=utf-8", "jsonl": "application/jsonl; charset=utf-8"}


def quotes(request: HttpRequest, ending: str) -> HttpResponse:
    return _export(request, ending, of=search.QUOTES, record=records.quote_record, cells=quote_cells)


def articles(request: HttpRequest, ending: str) -> HttpResponse:
    return _export(request, ending, of=search.ARTICLES, record=records.article_record, cells=article_cells)


def _export(request: HttpRequest, ending: str, *, of: str, record, cells) -> HttpResponse:
    if ending not in _KINDS:
        raise Http404
    try:
        rows = search.rows(search.read(request.GET, of=of), limit=MOST)
    except search.Problem as problem:
        return HttpResponse(f"{problem}\n", status=problem.status, content_type="text/plain; charset=utf-8")
    site = address(request)
    lines = _csv(cells(row, site) for row in rows) if ending == "csv" else _jsonl(record(row, site) for row in rows)
    name = f'attachment; filename="{of}.{ending}"'
    return StreamingHttpResponse(lines, content_type=_KINDS[ending], headers={"Content-Disposition": name})


def quote_cells(quote: Quote, site: str) -> dict[str, object]:
    """A quote as one row of a table."""
    return {
        "id": quote.pk,
        "lead": quote.lead,
        "words": quote.text,
        "speaker": quote.source.name if quote.source else "",
        "speaker_kind": quote.source.kind if quote.source else "",
        "attribution": quote.attribution.value,
        "kind": quote.kind,
        "said_on": quote.said_on,
        "said_to": quote.addressee,
        "medium": quote.medium,
        **_article_columns(quote.article, site),
        "url": site + quote.get_absolute_url(),
    }


def article_cells(article: Article, site: str) -> dict[str, object]:
    """An article as one row of a table."""
    return {"id": article.pk, **_article_columns(article, site), "byline": article.byline, "original": article.url}


def _article_columns(article: Article, site: str) -> dict[str, object]:
    return {
        "published": article.published_on,
        "publication": article.publication.name if article.publication else "",
        "section": article.section,
        "headline": article.headline,
        "article": site + article.get_absolute_url(),
    }


class _Line:
    """Gives the csv module's writer back what it would write."""

    def write(self, line: str) -> str:
        return line


def _csv(rows: Iterable[dict[str, object]]) -> Iterator[str]:
    writer = csv.writer(_Line())
    for number, row in enumerate(rows):
        if number == 0:
            yield "\ufeff" + writer.writerow(row.keys())
        yield writer.writerow([_harmless(value) for value in row.values()])


def _harmless(value: object) -> object:
    """Text that a spreadsheet would take for a formula, kept from being one by an apostrophe."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _jsonl(rows: Iterable[dict[str, object]]) -> Iterator[str]:
    for row in rows:
        yield json.dumps(row, cls=DjangoJSONEncoder, ensure_ascii=False) + "\n"
