"""A question asked: from parameters to a page of results, or to all rows."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from django.utils.translation import gettext as _

from articles.models import Article, Quote
from articles.query import describe
from articles.query.tree import And, Everything, Word

from .backend import backend
from .conditions import Conditions, conditions
from .draining import catch_up
from .facets import COUNTED, facets, periods
from .hits import fetched, hits
from .params import ARTICLES, QUOTES, Params
from .problems import BadQuery
from .question import Answer
from .results import DEEPEST_HIT, Choice, Results, Rows, Without
from .spelling import did_you_mean

PER_PAGE = 20
FETCHED_AT_ONCE = 500


def run(params: Params, *, per_page: int = PER_PAGE, elsewhere: bool = False) -> Results:
    """One page of results with exact counts. `elsewhere` also counts the other kind of rows.

    Raises BadQuery where the page doesn't exist or names an unknown source, Unavailable while the index is made.
    """
    asked = conditions(params)
    answer = _answer(asked, per_page, (*COUNTED, *periods(params)))
    results = Results(
        params=params,
        total=answer.total,
        hits=hits(params, answer.keys),
        per_page=per_page,
        upto=_upto(params, answer, per_page),
        facets=facets(params, answer, _undated(asked, answer)),
        chips=asked.chips(),
        sorts=_sorts(params),
        reading=_reading(params),
    )
    if not results.total:
        results = _without_hits(asked, results)
    if elsewhere or not results.total:
        return replace(results, elsewhere=_elsewhere(asked))
    return results


def page(params: Params, *, per_page: int) -> Rows:
    """The rows of one page and the exact total, without all that `run` gives to show around them. Raises as `run` does."""
    answer = _answer(conditions(params), per_page, ())
    found = tuple(fetched(params.of, answer.keys))
    return Rows(params=params, total=answer.total, per_page=per_page, upto=_upto(params, answer, per_page), found=found)


def _answer(asked: Conditions, per_page: int, facets: tuple[tuple[str, int], ...]) -> Answer:
    catch_up()
    start = (asked.params.page - 1) * per_page
    if start >= DEEPEST_HIT:
        raise BadQuery(_("Results are shown up to the %(limit)sth. Narrow the search, or export it.")
                       % {"limit": DEEPEST_HIT}, query=asked.params.query())  # fmt: skip
    return backend(asked.params.of).ask(asked.question(start=start, rows=per_page, facets=facets))


def rows(params: Params, *, limit: int = DEEPEST_HIT) -> Iterator[Article | Quote]:
    """Every row found, in order, fetched in batches; at most `limit`. Raises before the first row, never later."""
    asked = conditions(params)
    catch_up()
    keys = backend(params.of).ask(asked.question(rows=limit)).keys
    return (
        row
        for start in range(0, len(keys), FETCHED_AT_ONCE)
        for row in fetched(params.of, keys[start : start + FETCHED_AT_ONCE])
    )


def count(params: Params) -> int:
    """How many rows are found."""
    asked = conditions(params)
    catch_up()
    return backend(params.of).ask(asked.question(rows=0)).total


def _upto(params: Params, answer: Answer, per_page: int) -> int | None:
    """What later pages keep to, if there are any."""
    return params.upto or (_newest(params.of, answer.generation) if answer.total > per_page else None)


@lru_cache(maxsize=8)
def _newest(of: str, generation: str) -> int | None:
    """The highest id there is; later pages keep to it."""
    model = Quote if of == QUOTES else Article
    return model.objects.order_by("-pk").values_list("pk", flat=True).first()


def _undated(asked: Conditions, answer: Answer) -> dict[str, list[tuple[str, int]]]:
    """Years and months are counted as if no date were asked for: others stay there to choose."""
    since, until = asked.params.period
    if not since and not until:
        return answer.facets
    question = asked.question(since=None, until=None, rows=0, facets=periods(asked.params))
    return backend(asked.params.of).ask(question).facets


def _sorts(params: Params) -> tuple[Choice, ...]:
    labels = {"newest": _("newest"), "oldest": _("oldest"), "relevance": _("best match")}
    return tuple(
        Choice(value, label, params.query(sort=value), chosen=value == params.order) for value, label in labels.items()
    )


def _reading(params: Params) -> str:
    """The query in words, where they say more than what was typed."""
    tree = params.tree
    plain = tree.parts if isinstance(tree, And) else (tree,)
    told = "" if all(isinstance(part, Word | Everything) for part in plain) else describe(tree)
    return "" if told == params.q.strip() else told


def _without_hits(asked: Conditions, results: Results) -> Results:
    """What to try instead."""
    engine = backend(asked.params.of)
    less = ()
    if len(results.chips) > 1:
        less = tuple(
            Without(chip, engine.ask(asked.without(chip.name).question(rows=0)).total, chip.query)
            for chip in results.chips
        )
    return replace(results, without=less, did_you_mean=did_you_mean(asked))


def _elsewhere(asked: Conditions) -> int:
    of = ARTICLES if asked.params.of == QUOTES else QUOTES
    return backend(of).ask(asked.asking(asked.params.asking(of)).question(rows=0)).total
