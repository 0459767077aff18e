"""What belongs together: articles of the same story, the same words in other articles."""

from collections import Counter
from math import log

from rapidfuzz import fuzz

from articles.models import Article, Quote
from articles.query import words
from articles.query.tree import Word, all_of, any_of

from .backend import backend
from .draining import catch_up
from .hits import fetched
from .params import ARTICLES, QUOTES
from .question import Question

TELLING = 12
"""So many of an article's words stand for its story."""
RARE = 8
"""So many of a quote's rarest words: who says nearly the same says one of them."""
_TRIED = 40
_READ = 3000
"""Characters of an article that are looked at: the story is told at the top."""
_RELATED = 0.25
"""Share of an article's own score that a related one must reach."""
_SAME = 85
"""Per cent of likeness from which on words count as the same."""


def similar(article: Article, *, limit: int = 5) -> list[Article]:
    """Articles of the same story, most alike first. Raises Unavailable."""
    catch_up()
    telling = _telling_words(f"{article.headline} {article.headline} {article.body[:_READ]}")
    if len(telling) < 3:
        return []
    answer = backend(ARTICLES).ask(Question(any_of([Word(word) for word in telling]), rows=limit + 1))
    own = max(answer.scores, default=0)
    keys = [
        key
        for key, score in zip(answer.keys, answer.scores, strict=True)
        if key != article.pk and score >= own * _RELATED
    ]
    return fetched(ARTICLES, keys[:limit])


def _telling_words(text: str) -> list[str]:
    """The words that are many here and few elsewhere."""
    counts = Counter(word for word in words.parts(text) if len(word) > 3 and word.isalpha())
    engine = backend(ARTICLES)
    archive = max(engine.ask(Question(rows=0)).total, 1)

    def weight(word: str, count: int) -> float:
        known = engine.ask(Question(Word(word), rows=0)).total
        return (1 + log(count)) * log(archive / known) if known > 1 else 0.0

    weighed = sorted(((weight(word, count), word) for word, count in counts.most_common(_TRIED)), reverse=True)
    return [word for value, word in weighed[:TELLING] if value > 0]


def _quotes_with(word: str) -> int:
    return backend(QUOTES).ask(Question(Word(word), rows=0)).total


def echoes(quote: Quote, *, limit: int = 20) -> list[Quote]:
    """The same or nearly the same words in other articles, oldest first. Raises Unavailable."""
    heard = [word for word in dict.fromkeys(words.parts(quote.text)) if word.isalnum()]
    if len(heard) < 4:
        return []
    catch_up()
    engine = backend(QUOTES)
    found = engine.ask(Question(all_of([Word(word) for word in heard[:60]]), rows=limit * 2)).keys
    if len(found) < 2:
        shared = [(count, word) for word in heard[:60] if (count := _quotes_with(word)) > 1]
        rarest = [Word(word) for _count, word in sorted(shared)[:RARE]]
        found = engine.ask(Question(any_of(rarest), rows=limit * 3)).keys if rarest else ()
    same = [
        other
        for other in fetched(QUOTES, [key for key in found if key != quote.pk])
        if other.article_id != quote.article_id
        and fuzz.ratio(quote.text.lower(), other.text.lower(), score_cutoff=_SAME)
    ]
    return sorted(same, key=lambda other: (other.article.published_on is None, other.article.published_on, other.pk))[
        :limit
    ]
