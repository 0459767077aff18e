"""Why a search can't be answered, in the reader's words."""

from django.utils.translation import gettext_lazy as _


class Problem(Exception):
    """str(problem) is the sentence to show; `suggestion` a query that would work, `query` the querystring to ask it."""

    status = 400

    def __init__(self, sentence: str, *, suggestion: str = "", query: str = ""):
        self.suggestion, self.query = suggestion, query
        super().__init__(sentence)

    def __str__(self) -> str:
        return str(self.args[0])


class BadQuery(Problem):
    """The reader's question is wrong."""


class Unavailable(Problem):
    """The index is being made; the rest of the site works."""

    status = 503
    retry_after = 5

    def __init__(self) -> None:
        super().__init__(_("The search index is being built. Please try again in a moment."))
