"""Found rows, fetched from PostgreSQL in the engine's order and made ready to show."""

from collections.abc import Iterable
from functools import cache
from urllib.parse import urlencode

from articles.models import Article, Quote

from .marks import marker
from .params import QUOTES, Params
from .results import Hit
from .snippets import marked, snippet
from .statement import Statement


@cache
def _statement(of: str) -> Statement:
    """Rows that readers may see, with what lists show of them."""
    if of == QUOTES:
        return Statement(Quote.objects.shown().with_rows().defer("article__body", "article__sketch"))
    return Statement(Article.objects.published().select_related("publication").defer("sketch"))


def fetched(of: str, keys: Iterable[int]) -> list[Article | Quote]:
    """The rows in this order; what readers may no longer see is left out."""
    found = _statement(of).rows(keys)
    return [found[key] for key in keys if key in found]


def hits(params: Params, keys: tuple[int, ...]) -> tuple[Hit, ...]:
    """The rows of one page, the words of the query marked."""
    in_text, in_headline = marker(params.tree), marker(params.tree, "headline")
    words = f"?{urlencode({'q': params.q})}" if in_text.leaves else ""
    if params.of == QUOTES:
        return tuple(
            Hit(
                quote,
                marked(quote.article.headline, in_headline.spans(quote.article.headline)),
                marked(quote.text, in_text.spans(quote.text)),
                f"{quote.article.get_absolute_url()}{words}#quote-{quote.pk}",
            )
            for quote in fetched(QUOTES, keys)
        )
    return tuple(
        Hit(
            article,
            marked(article.headline, in_headline.spans(article.headline)),
            snippet(article.body, in_text),
            f"{article.get_absolute_url()}{words}",
        )
        for article in fetched(params.of, keys)
    )
