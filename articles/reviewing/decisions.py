"""The verbs of the review. Each is one transaction and one `Decision`, which `undo` takes back.

Every verb locks the article, compares the quote with the `seen` revision its editor had before her
(`Outdated` where another was quicker) and writes the history of each quote it changes.
"""

from collections.abc import Iterable, Sequence

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from articles.attribution import words
from articles.models import Article, Decision, Quote, Source
from articles.models.quote import CERTAIN, QuoteQuerySet
from articles.reviewing.errors import (
    Adrift,
    AlreadyQuoted,
    BuiltUpon,
    Indivisible,
    NothingToJoin,
    NothingToUndo,
    Outdated,
)
from articles.reviewing.spans import chosen, cut, kind_of
from articles.reviewing.states import restore, revision, same, state
from articles.sources import learn

Verb, Standing = Decision.Verb, Quote.Standing
Spans = Sequence[Sequence[int]]


@transaction.atomic
def confirm(quote: Quote, *, by: AbstractBaseUser, seen: str = "") -> Decision:
    """Words and speaker are right, "cannot be told" included."""
    quote = _locked(quote, seen=seen)
    if quote.adrift:
        raise Adrift
    return _Work(Verb.CONFIRM, [quote], by=by).store(confirmed=[quote])


@transaction.atomic
def attribute_to(quote: Quote, source: Source | None, *, by: AbstractBaseUser, seen: str = "") -> Decision:
    """Somebody else said it; None where the text does not tell. The archive learns the printed name."""
    quote = _locked(quote, seen=seen)
    if quote.adrift:
        raise Adrift
    work = _Work(Verb.ATTRIBUTE, [quote], by=by)
    if quote.source and source:
        learn(quote.source, source)
    quote.source = source
    return work.store(confirmed=[quote])


@transaction.atomic
def move(quotes: Iterable[Quote], source: Source, *, by: AbstractBaseUser) -> int:
    """Somebody else said all of these, as where two people were taken for one; how many there were."""
    decisions = [attribute_to(quote, source, by=by) for quote in quotes]
    return len(decisions)


@transaction.atomic
def reject(quote: Quote, *, by: AbstractBaseUser, seen: str = "") -> Decision:
    """Not a quote: no reader sees it, and it is not proposed again."""
    quote = _locked(quote, seen=seen)
    return _Work(Verb.REJECT, [quote], by=by).store(rejected=[quote])


@transaction.atomic
def reopen(quote: Quote, *, by: AbstractBaseUser, seen: str = "") -> Decision:
    """Nobody has decided on it any more: the archive may propose again."""
    quote = _locked(quote, seen=seen)
    return _Work(Verb.REOPEN, [quote], by=by).store(reopened=[quote])


def decide(quote: Quote, *, source: Source | None, standing: str, by: AbstractBaseUser) -> Decision:
    """What a form with these two fields says: another source is a decision, whatever the standing."""
    if standing == Standing.REJECTED:
        return reject(quote, by=by)
    if source != Quote.objects.select_related("source").get(pk=quote.pk).source:
        return attribute_to(quote, source, by=by)
    return reopen(quote, by=by) if standing == Standing.PROPOSED else confirm(quote, by=by)


@transaction.atomic
def mend(quote: Quote, spans: Spans, *, by: AbstractBaseUser, seen: str = "") -> Decision:
    """The quote's words are these, and it is confirmed so."""
    quote = _locked(quote, seen=seen)
    work = _Work(Verb.MEND, [quote], by=by)
    _place(quote, chosen(quote.article.body, spans))
    return work.store(confirmed=[quote])


@transaction.atomic
def add(article: Article, spans: Spans, *, source: Source | None, by: AbstractBaseUser) -> Decision:
    """A quote that was missed; the decision's `after` has its number."""
    article = Article.objects.select_for_update().get(pk=article.pk)
    quote = Quote(article=article)
    _place(quote, chosen(article.body, spans))
    quote, rejected = _once_rejected(quote)
    work = _Work(Verb.ADD, rejected, by=by)
    quote.source = source
    return work.store(confirmed=[quote])


@transaction.atomic
def split(quote: Quote, *, at: int | None = None, by: AbstractBaseUser, seen: str = "") -> Decision:
    """Two quotes from one, parted at an offset of the text, or one from each stretch; all by the same source."""
    quote = _locked(quote, seen=seen)
    parts = [] if quote.adrift else cut(quote.spans, at)
    if len(parts) < 2:
        raise Indivisible
    first, *rest = (chosen(quote.article.body, part) for part in parts)
    others, again = [], []
    for spans in rest:
        other, rejected = _once_rejected(_another(quote, spans))
        others.append(other)
        again.extend(rejected)
    work = _Work(Verb.SPLIT, [quote, *again], by=by)
    _place(quote, first)
    for other in others:
        other.source = quote.source
    return work.store(confirmed=[quote, *others])


@transaction.atomic
def join(quote: Quote, *, by: AbstractBaseUser, seen: str = "") -> Decision:
    """One quote from this and the next one in the text, in parts, by this one's source.

    The next one is rejected, so that its words are not proposed again.
    """
    quote = _locked(quote, seen=seen)
    later = quote.article.quotes.standing().anchored().filter(start__gte=quote.end).order_by("start", "pk")
    following = None if quote.adrift else later.first()
    if not following:
        raise NothingToJoin
    work = _Work(Verb.JOIN, [quote, following], by=by)
    _place(quote, chosen(quote.article.body, [*quote.spans, *following.spans]))
    return work.store(confirmed=[quote], rejected=[following])


@transaction.atomic
def confirm_certain(article: Article, *, by: AbstractBaseUser) -> Decision | None:
    """Confirm every quote of the article that is certain and has a source; None where there is none."""
    Article.objects.select_for_update().get(pk=article.pk)
    quotes = list(certain(article).select_for_update(of=("self",)))
    return _Work(Verb.CONFIRM_CERTAIN, quotes, by=by).store(confirmed=quotes) if quotes else None


def certain(article: Article) -> QuoteQuerySet:
    """The article's undecided quotes that the archive is sure of."""
    return article.quotes.unreviewed().anchored().filter(source__isnull=False, confidence__gte=CERTAIN)


@transaction.atomic
def undo(article: Article, *, by: AbstractBaseUser) -> Decision:
    """Take back what the editor decided last in this article; raises `NothingToUndo` or `BuiltUpon`."""
    Article.objects.select_for_update().get(pk=article.pk)
    decision = Decision.objects.standing().filter(article=article, by=by).first()
    if not decision:
        raise NothingToUndo
    quotes = Quote.objects.select_for_update().in_bulk([kept["id"] for kept in decision.after])
    if any(kept["id"] not in quotes or not same(quotes[kept["id"]], kept) for kept in decision.after):
        raise BuiltUpon
    _restore(quotes, {kept["id"]: kept for kept in decision.before}, by=by)
    decision.undone_at = timezone.now()
    decision.save(update_fields=["undone_at"])
    return decision


def _restore(quotes: dict[int, Quote], before: dict[int, dict], *, by: AbstractBaseUser) -> None:
    wanted = {kept["source_id"] for kept in before.values()} - {None}
    if Source.objects.filter(pk__in=wanted).count() < len(wanted):
        raise BuiltUpon
    for number, quote in quotes.items():
        if number not in before:
            quote.delete()
    for number, kept in before.items():
        restore(quotes[number], kept)
        if _namesake(quotes[number]):
            raise BuiltUpon
        _save(quotes[number], reason="undo", by=by)


class _Work:
    """A decision in the making: what the quotes were like before somebody laid hands on them."""

    def __init__(self, verb: Verb, quotes: list[Quote], *, by: AbstractBaseUser) -> None:
        self.verb, self.by = verb, by
        self.before = [state(quote) for quote in quotes]
        untold = [quote for quote in quotes if not quote.history.exists()]
        Quote.history.bulk_history_create(untold, default_change_reason="proposed")

    def store(
        self, *, confirmed: Sequence[Quote] = (), rejected: Sequence[Quote] = (), reopened: Sequence[Quote] = ()
    ) -> Decision:
        """Store the quotes as decided on, and that it was done; raises `AlreadyQuoted`."""
        standings = {Standing.REJECTED: rejected, Standing.CONFIRMED: confirmed, Standing.PROPOSED: reopened}
        for standing, ones in standings.items():
            for quote in ones:
                self._store(quote, standing)
        quotes = [*confirmed, *rejected, *reopened]
        after = [state(quote) for quote in quotes]
        article = quotes[0].article
        return Decision.objects.create(article=article, verb=self.verb, by=self.by, before=self.before, after=after)

    def _store(self, quote: Quote, standing: Standing) -> None:
        if _namesake(quote):
            raise AlreadyQuoted
        open_again = standing == Standing.PROPOSED
        quote.standing = standing
        quote.reviewed_by = None if open_again else self.by
        quote.reviewed_at = None if open_again else timezone.now()
        _save(quote, reason=self.verb.value, by=self.by)


def _locked(quote: Quote, *, seen: str) -> Quote:
    Article.objects.select_for_update().get(pk=quote.article_id)
    quote = Quote.objects.select_for_update(of=("self",)).select_related("article", "source").get(pk=quote.pk)
    if seen and seen != revision(quote):
        raise Outdated
    return quote


def _place(quote: Quote, spans: Spans) -> None:
    body = quote.article.body
    quote.spans, quote.adrift = [list(span) for span in spans], False
    quote.start, quote.end = spans[0][0], spans[-1][1]
    quote.text, quote.kind = words(body, spans), kind_of(body, spans, before=quote.kind)


def _another(quote: Quote, spans: Spans) -> Quote:
    """A new quote of the same source, said to the same people on the same day."""
    names = ("article", "source", "medium", "addressee", "said_on", "confidence", "reason", "kind")
    other = Quote(**{name: getattr(quote, name) for name in names})
    _place(other, spans)
    return other


def _once_rejected(quote: Quote) -> tuple[Quote, list[Quote]]:
    """The quote to store for new words, and the stored ones it is: one rejected before is taken up again."""
    rejected = Quote.objects.filter(**_place_of(quote), standing=Standing.REJECTED).first()
    if not rejected:
        return quote, []
    rejected.article = quote.article
    return rejected, [rejected]


def _place_of(quote: Quote) -> dict[str, object]:
    return {"article": quote.article_id, "start": quote.start, "end": quote.end, "kind": quote.kind}


def _namesake(quote: Quote) -> bool:
    """Whether another quote of the article has the very same words."""
    return Quote.objects.filter(**_place_of(quote)).exclude(pk=quote.pk).exists()


def _save(quote: Quote, *, reason: str, by: AbstractBaseUser) -> None:
    quote._history_user, quote._change_reason = by, reason
    quote.save()
