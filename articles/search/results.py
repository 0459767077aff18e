"""What a face shows of a search: hits, exact counts, chips, and ways on."""

from dataclasses import dataclass, field

from django.utils.safestring import SafeString

from articles.models import Article, Quote

from .params import Params


@dataclass(frozen=True, slots=True)
class Hit:
    """One found row, ready to show."""

    object: Article | Quote
    headline: SafeString
    """The article's headline, words marked."""
    text: SafeString
    """On quotes the whole quote, on articles the place where the words stand; words marked."""
    url: str
    """Where a click leads: the article with the words still marked, a quote at its place in it."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One value to choose, with the querystring that does it; or undoes it, if it is chosen."""

    value: str
    label: str
    query: str
    count: int = 0
    chosen: bool = False
    share: int = 0
    """Its count in per cent of the largest, for bars."""

    @property
    def href(self) -> str:
        return f"?{self.query}"

    @property
    def width(self) -> str:
        """Of its bar."""
        return f"{self.share}%"


@dataclass(frozen=True, slots=True)
class Facet:
    """Exact counts over all hits."""

    name: str
    label: str
    choices: tuple[Choice, ...]
    more: int = 0
    """How many values there are beyond these."""


@dataclass(frozen=True, slots=True)
class Chip:
    """A condition in force, and the querystring without it."""

    name: str
    label: str
    value: str
    query: str


@dataclass(frozen=True, slots=True)
class Without:
    """What would be found with one condition less."""

    chip: Chip
    total: int
    query: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Another spelling that finds something."""

    text: str
    total: int
    query: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page of what was found. Querystrings begin without "?"."""

    params: Params
    total: int
    per_page: int
    upto: int | None = None
    """The newest row there was, which later pages keep to."""

    @property
    def page(self) -> int:
        return self.params.page

    @property
    def pages(self) -> int:
        """How many pages there are to turn; an archive may hold more hits than that."""
        return max(1, -(-min(self.total, DEEPEST_HIT) // self.per_page))

    def page_query(self, number: int) -> str:
        return self.params.query(page=number, upto=self.upto)

    @property
    def previous(self) -> str:
        return self.page_query(min(self.page - 1, self.pages)) if self.page > 1 else ""

    @property
    def next(self) -> str:
        return self.page_query(self.page + 1) if self.page < self.pages else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows(Page):
    """One page of rows as they are."""

    found: tuple[Article | Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Results(Page):
    """One page of hits and all that stands around it."""

    hits: tuple[Hit, ...]
    facets: dict[str, Facet] = field(default_factory=dict)
    chips: tuple[Chip, ...] = ()
    sorts: tuple[Choice, ...] = ()
    did_you_mean: Suggestion | None = None
    without: tuple[Without, ...] = ()
    elsewhere: int | None = None
    """Hits of the same search over the other kind of rows; None if nobody asked."""
    reading: str = ""
    """How the query was understood, where it is more than plain words."""

    @property
    def first(self) -> int:
        return (self.page - 1) * self.per_page + 1 if self.hits else 0

    @property
    def last(self) -> int:
        return self.first + len(self.hits) - 1 if self.hits else 0

    @property
    def elsewhere_query(self) -> str:
        return self.params.query()


DEEPEST_HIT = 10_000
"""No page begins after so many hits: whoever wants more narrows the search or exports it."""
