"""An article as its reviewer sees it: the text with its quotes marked, a card for each, one of them current."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from articles.models import Article, Quote, Role, Source
from articles.reviewing.decisions import certain
from articles.reviewing.queue import Progress
from articles.reviewing.states import revision
from articles.speakers import Said, marks, numbered
from articles.text.marking import Paragraph, marked

MOST_CANDIDATES = 8


@dataclass(frozen=True, slots=True)
class Candidate:
    """A source the quote may be by; `per_cent` only for the one the archive proposed."""

    source: Source
    role: str
    chosen: bool
    per_cent: int | None


@dataclass(frozen=True, slots=True)
class Card:
    """One quote, with its number in the article."""

    said: Said
    by: AbstractBaseUser | None

    @property
    def quote(self) -> Quote:
        return self.said.quote

    @property
    def now(self) -> bool:
        return self.said.now

    @property
    def is_open(self) -> bool:
        """Whether there is something to decide."""
        return not self.quote.is_reviewed or (self.quote.adrift and self.quote.standing == Quote.Standing.CONFIRMED)

    @property
    def revision(self) -> str:
        return revision(self.quote)

    @property
    def per_cent(self) -> int:
        return round(100 * self.quote.confidence)

    @property
    def state(self) -> str:
        """What was decided and by whom, or how certain the archive is."""
        quote = self.quote
        if quote.adrift:
            return _("Its words are no longer in the text")
        if not quote.is_reviewed:
            return f"{quote.get_kind_display()} · {self.per_cent}%"
        who = _("you") if quote.reviewed_by == self.by else str(quote.reviewed_by or _("an editor"))
        decided = _("Not a quote, says %s") if quote.standing == Quote.Standing.REJECTED else _("Confirmed by %s")
        return decided % who


@dataclass(frozen=True)
class Sheet:
    """The whole view; `current` is None only for an article without quotes."""

    article: Article
    cards: list[Card]
    current: Card | None

    @cached_property
    def paragraphs(self) -> list[Paragraph]:
        """The text; rejected quotes and those adrift are not marked, the current one is if it can be."""
        shown = [
            card.said
            for card in self.cards
            if not card.quote.adrift and (card.now or card.quote.standing != Quote.Standing.REJECTED)
        ]
        return list(marked(self.article.body, marks(shown)))

    @cached_property
    def progress(self) -> Progress:
        return Progress(done=sum(not card.is_open for card in self.cards), of=len(self.cards))

    @cached_property
    def certain(self) -> int:
        """How many can be confirmed at once."""
        return certain(self.article).count()

    @property
    def before(self) -> Card | None:
        return self._beside(-1)

    @property
    def after(self) -> Card | None:
        return self._beside(1)

    @cached_property
    def candidates(self) -> list[Candidate]:
        """Whom the current quote may be by: the one it has, then all others quoted here, most quoted first."""
        quote = self.current.quote
        spoken: dict[int, int] = {}
        for card in self.cards:
            if card.quote.source_id and card.quote.standing != Quote.Standing.REJECTED:
                spoken[card.quote.source_id] = spoken.get(card.quote.source_id, 0) + 1
        spoken.pop(quote.source_id, None)
        order = [quote.source_id] * (quote.source_id is not None) + sorted(spoken, key=lambda pk: -spoken[pk])
        rows = Source.objects.in_bulk(order[:MOST_CANDIDATES])
        roles = _roles(self.article, rows)
        return [self._candidate(rows[pk], roles.get(pk, "")) for pk in order if pk in rows]

    def _candidate(self, source: Source, role: str) -> Candidate:
        quote = self.current.quote
        chosen = source.pk == quote.source_id
        return Candidate(source, role, chosen, self.current.per_cent if chosen and not quote.is_reviewed else None)

    def _beside(self, step: int) -> Card | None:
        if not self.current:
            return None
        at = self.current.said.number - 1 + step
        return self.cards[at] if 0 <= at < len(self.cards) else None


def sheet(article: Article, *, quote: int | None = None, by: AbstractBaseUser | None = None) -> Sheet:
    """The article's sheet with that quote current, or else the first that is open."""
    quotes = list(article.quotes.with_rows().select_related("reviewed_by").order_by("start", "-end", "pk"))
    for one in quotes:
        one.article = article
    open_ones = (one for one in quotes if Card(Said(one, 0, ""), by).is_open)
    now = next((one for one in quotes if one.pk == quote), None) or next(open_ones, None) or next(iter(quotes), None)
    cards = [Card(said, by) for said in numbered(quotes, now=now)]
    return Sheet(article, cards, next((card for card in cards if card.now), None))


def next_open(cards: Sequence[Card], quote: int) -> int | None:
    """The first open quote behind the given one, or from the top; the given one where all are done."""
    numbers = [card.quote.pk for card in cards]
    at = numbers.index(quote) if quote in numbers else 0
    later = [card.quote.pk for card in (*cards[at + 1 :], *cards[:at]) if card.is_open]
    return later[0] if later else quote


def _roles(article: Article, sources) -> dict[int, str]:
    rows = Role.objects.filter(article=article, source__in=sources).order_by("-start")
    return dict(rows.values_list("source_id", "text"))
