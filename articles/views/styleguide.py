"""Every component of the pages on one page, for who works on them; in debug only."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from articles.models import Article, Publication, Quote, Source
from articles.tally import Count, tally


def styleguide(request: HttpRequest) -> HttpResponse:
    paper = Publication(name="Calderhaven Courier", slug="calderhaven-courier")
    article = Article(pk=1, publication=paper, headline="Barrier will open late", published_on=date(2024, 3, 14))
    undated = Article(pk=2, headline="Words without a date " * 6)
    edda = Source(pk=1, kind="person", name="Edda Halloran")
    official = Source(pk=2, kind="unnamed", name="a senior engineer on the project")
    quotes = [
        _quote(1, article, edda, "“I signed for a wall. I’ve got a drawing of a wall.”", confidence=0.95),
        _quote(
            2, article, edda, "the delay came down to the hinges on four of the gates", kind="indirect", confidence=0.3
        ),
        _quote(3, article, official, "“It sat in a folder,” … “for weeks.”", kind="partial"),
        _quote(4, undated, None, "“Who says so?” " * 9),
    ]
    years = tally("By year", [Count(str(year), year % 7 * 5, "#", value=str(year)) for year in range(2012, 2025)])
    names = tally("Speaker", [Count(f"Name {n}", 50 - 9 * n, "#", chosen=n == 1) for n in range(5)], limit=4)
    return render(
        request,
        "articles/styleguide.html",
        {"quotes": quotes, "articles": [article, undated], "years": years, "names": names, "source": edda},
    )


def _quote(pk: int, article: Article, source: Source | None, text: str, **fields) -> Quote:
    return Quote(pk=pk, article=article, source=source, text=text, **{"kind": "direct", "confidence": 0.9, **fields})
