"""Search: the only door to Haystack. Faces ask with `read` and `run` (or `page`, `rows`), and catch `Problem`."""

from .asking import count, page, rows, run
from .marks import marks
from .params import ARTICLES, QUOTES, Params, read
from .problems import BadQuery, Problem, Unavailable
from .related import echoes, similar
from .results import Results
from .state import Status, status
from .suggesting import suggest

__all__ = [
    "ARTICLES",
    "QUOTES",
    "BadQuery",
    "Params",
    "Problem",
    "Results",
    "Status",
    "Unavailable",
    "count",
    "echoes",
    "marks",
    "page",
    "read",
    "rows",
    "run",
    "similar",
    "status",
    "suggest",
]
