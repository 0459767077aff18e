"""The quotes of an article, found and kept in step with its text.

A quote keeps its number, and so its address, through every new extraction; what a person decided
stays as decided, and the machine proposes nothing over it.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from articles import sources, text
from articles.models import Article, Quote, Role, Source

VERSION = text.VERSION
FEWEST_REPORTED_WORDS = 4
LEAST_CERTAINTY = 0.5


@dataclass(frozen=True, slots=True)
class Changes:
    """How many quotes an extraction found anew, changed, took back, or left as they were."""

    created: int = 0
    changed: int = 0
    removed: int = 0
    kept: int = 0

    def __add__(self, other: "Changes") -> "Changes":
        return Changes(
            self.created + other.created,
            self.changed + other.changed,
            self.removed + other.removed,
            self.kept + other.kept,
        )

    def __str__(self) -> str:
        return _("%(created)d new, %(changed)d changed, %(removed)d removed, %(kept)d as before") % {
            "created": self.created,
            "changed": self.changed,
            "removed": self.removed,
            "kept": self.kept,
        }


Hearer = Callable[[Source, text.Source], None]


@transaction.atomic
def attribute(article: Article, *, hear: Hearer | None = None) -> Changes:
    """Find the article's quotes and store them; says what changed.

    `hear` is told of each named source and what the article calls it.
    """
    extraction = text.extract(article.body, published=article.published_on)
    before = list(article.quotes.select_for_update())
    quoted_before = {quote.source_id for quote in before}
    decided = [quote for quote in before if quote.is_reviewed]
    proposed = [quote for quote in before if not quote.is_reviewed]
    Role.objects.filter(article=article).delete()
    who = _sources_of(extraction, article=article)
    for index, source in who.items():
        if hear and source.is_named:
            hear(source, extraction.sources[index])
    found = [
        _row(quote, article=article, source=who.get(quote.source), version=extraction.version)
        for quote in extraction.quotes
        if _worth_keeping(quote, article.body) and not any(_already_decided(quote, other) for other in decided)
    ]
    changes = _store(_pair(_once(found), proposed), kept=len(decided))
    Article.objects.filter(pk=article.pk).exclude(extractor=extraction.version).update(extractor=extraction.version)
    article.extractor = extraction.version
    forget_idle_sources(quoted_before, article=article)
    return changes


def _sources_of(extraction: text.Extraction, *, article: Article) -> dict[int, Source]:
    quoted = {
        quote.source for quote in extraction.quotes if quote.source is not None and _worth_keeping(quote, article.body)
    }
    return {index: sources.resolve(extraction.sources[index], article=article) for index in sorted(quoted)}


def _worth_keeping(quote: text.Quote, body: str) -> bool:
    """Whether a reader would call it something said: reported speech needs a source, a clause and some certainty."""
    if quote.kind != text.Kind.INDIRECT:
        return True
    length = len(words(body, quote.spans).split())
    return quote.source is not None and length >= FEWEST_REPORTED_WORDS and quote.confidence >= LEAST_CERTAINTY


def _row(quote: text.Quote, *, article: Article, source: Source | None, version: str) -> Quote:
    cue, mention = quote.cue or (None, None), quote.mention or (None, None)
    return Quote(
        article=article,
        source=source,
        text=words(article.body, quote.spans),
        spans=[list(span) for span in quote.spans],
        start=quote.spans[0].start,
        end=quote.spans[-1].end,
        kind=quote.kind.value,
        cue_start=cue[0],
        cue_end=cue[1],
        mention_start=mention[0],
        mention_end=mention[1],
        medium=quote.medium.value,
        addressee=quote.addressee[:200],
        said_on=quote.said_on,
        confidence=quote.confidence,
        reason=quote.reason[:300],
        extractor=version,
    )


def words(body: str, spans: Sequence[Sequence[int]]) -> str:
    """The exact words of a quote: its stretches of `body`, joined by " … "."""
    return " … ".join(body[start:end].strip() for start, end in spans)


def _overlap(one: Sequence[Sequence[int]], other: Sequence[Sequence[int]]) -> int:
    return sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in one for b in other)


def _same_words(one: Sequence[Sequence[int]], other: Sequence[Sequence[int]]) -> bool:
    """Whether the two share at least half of the shorter one."""
    shorter = min(sum(end - start for start, end in one), sum(end - start for start, end in other))
    return 2 * _overlap(one, other) >= shorter


def _already_decided(found: text.Quote, decided: Quote) -> bool:
    """Whether a person has decided on these words; reported speech and words in marks are two things."""
    same_sort = (found.kind == text.Kind.INDIRECT) == (decided.kind == Quote.Kind.INDIRECT)
    return same_sort and not decided.adrift and _same_words(found.spans, decided.spans)


def _once(found: list[Quote]) -> list[Quote]:
    """Of several readings of the very same words the likeliest, as the database keeps only one."""
    best: dict[tuple[int, int, str], Quote] = {}
    for quote in sorted(found, key=lambda quote: -quote.confidence):
        best.setdefault((quote.start, quote.end, quote.kind), quote)
    return sorted(best.values(), key=lambda quote: (quote.start, quote.end))


def _pair(found: list[Quote], before: list[Quote]) -> list[tuple[Quote | None, Quote | None]]:
    """Each found quote with the stored one it continues, exact ones first; None where there is no partner."""
    left = {(quote.start, quote.end, quote.kind): quote for quote in before}
    pairs: list[tuple[Quote | None, Quote | None]] = []
    rest = []
    for quote in found:
        old = left.pop((quote.start, quote.end, quote.kind), None)
        if old:
            pairs.append((quote, old))
        else:
            rest.append(quote)
    for quote in rest:
        old = next((o for o in left.values() if _same_words(quote.spans, o.spans)), None)
        if old:
            del left[(old.start, old.end, old.kind)]
        pairs.append((quote, old))
    return pairs + [(None, old) for old in left.values()]


MACHINE_FIELDS = (
    "source_id",
    "text",
    "spans",
    "start",
    "end",
    "kind",
    "cue_start",
    "cue_end",
    "mention_start",
    "mention_end",
    "medium",
    "addressee",
    "said_on",
    "confidence",
    "reason",
)


def _store(pairs: list[tuple[Quote | None, Quote | None]], *, kept: int) -> Changes:
    """Write the pairs: new ones added, gone ones deleted, changed ones updated in place."""
    created = [new for new, old in pairs if new and not old]
    gone = [old.pk for new, old in pairs if old and not new]
    changed = []
    for new, old in pairs:
        if new and old and any(getattr(new, name) != getattr(old, name) for name in MACHINE_FIELDS):
            for name in MACHINE_FIELDS:
                setattr(old, name, getattr(new, name))
            old.extractor = new.extractor
            changed.append(old)
    Quote.objects.filter(pk__in=gone).delete()
    Quote.objects.bulk_update(changed, [name.removesuffix("_id") for name in MACHINE_FIELDS] + ["extractor"])
    Quote.objects.bulk_create(created)
    same = len(pairs) - len(created) - len(gone) - len(changed)
    return Changes(created=len(created), changed=len(changed), removed=len(gone), kept=kept + same)


def forget_idle_sources(quoted_before: Collection[int | None], *, article: Article) -> None:
    """Drop the sources that only a machine's earlier reading of the article knew.

    Those are the article's unnamed ones and the named ones it quoted before, if nothing refers to them
    any more and no person ever touched them.
    """
    candidates = Source.objects.filter(Q(article=article) | Q(pk__in=[pk for pk in quoted_before if pk]))
    idle = candidates.filter(quotes=None, merged=None, merged_into=None)
    idle.exclude(pk__in=Source.history.exclude(history_user=None).values("id")).delete()
