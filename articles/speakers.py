"""Who speaks in one article: its quotes numbered, and gathered by source."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from articles.models import Quote, Source
from articles.text.marking import Mark


@dataclass(frozen=True, slots=True)
class Said:
    """A quote as an article's page shows it: its number there and its source's initials."""

    quote: Quote
    number: int
    key: str
    now: bool = False

    @property
    def who(self) -> str:
        """The source and, where not certain, how sure that is: "Edda Halloran, uncertain"."""
        if self.quote.source is None:
            return _("speaker not clear")
        if self.quote.attribution == Quote.Attribution.NAMED:
            return self.quote.source.name
        return f"{self.quote.source.name}, {self.doubt}"

    @property
    def is_printed(self) -> bool:
        """Whether any of it stands in quotation marks."""
        return self.quote.kind != Quote.Kind.INDIRECT

    @property
    def manners(self) -> list[str]:
        """What the marked passage is besides said: told, uncertain, unnamed, now."""
        attribution = self.quote.attribution
        doubtful = attribution != Quote.Attribution.NAMED
        return ["told"] * (not self.is_printed) + [attribution.value] * doubtful + ["now"] * self.now

    @property
    def doubt(self) -> str:
        """ "uncertain" or "unnamed", nothing where the source is certain or not known at all."""
        words = {Quote.Attribution.UNCERTAIN: _("uncertain"), Quote.Attribution.UNNAMED: _("unnamed")}
        return words.get(self.quote.attribution, "")


@dataclass(frozen=True, slots=True)
class Speaker:
    """A source within one article, with what is its own there."""

    source: Source | None
    key: str
    said: list[Said] = field(default_factory=list)
    share: int = 0
    """Per cent of the words quoted or reported in the article."""
    before: int = 0
    """Per cent taken by the speakers listed before, for the bar."""
    largest: int = 0
    """`share` in per cent of the first speaker's."""

    @property
    def role(self) -> str:
        """What the article says it is, where its quotes were fetched with their roles."""
        return getattr(self.said[0].quote, "role", "") or ""


def numbered(quotes: Iterable[Quote], *, now: Quote | None = None) -> list[Said]:
    """Quotes of one article in the order of the text, each with its number and initials."""
    keys: dict[int | None, str] = {None: "?"}
    unnamed = 0
    said = []
    for number, quote in enumerate(quotes, start=1):
        if quote.source_id not in keys:
            unnamed += not quote.source.is_named
            keys[quote.source_id] = initials(quote.source.name) if quote.source.is_named else f"U{unnamed}"
        doubt = "?" if quote.attribution == Quote.Attribution.UNCERTAIN else ""
        said.append(Said(quote, number, keys[quote.source_id] + doubt, now is not None and quote.pk == now.pk))
    return said


def marks(said: Iterable[Said]) -> list[Mark]:
    """A mark for every span of every quote, only the first of a quote's spans bearing its number."""
    return [Mark(start, end, one) for one in said for start, end in one.quote.spans]


def speakers(said: Sequence[Said]) -> list[Speaker]:
    """The sources of an article by their share of its quoted words, the unclear ones last."""
    gathered: dict[int | None, list[Said]] = {}
    for one in said:
        gathered.setdefault(one.quote.source_id, []).append(one)
    words = {source: sum(len(one.quote.text.split()) for one in ones) for source, ones in gathered.items()}
    total = sum(words.values()) or 1
    order = sorted(gathered, key=lambda source: (source is None, -words[source]))
    rows, before = [], 0
    for source in order:
        share = round(100 * words[source] / total)
        largest = round(100 * words[source] / max(words[order[0]], 1))
        ones = gathered[source]
        rows.append(
            Speaker(ones[0].quote.source, ones[0].key.rstrip("?") or "?", ones, share, before, min(largest, 100))
        )
        before += share
    return rows


def initials(name: str) -> str:
    """First and last initial, in capitals: "Edda Halloran" is EH, "Cher" is CH."""
    words = [word for word in name.replace("-", " ").split() if word[0].isalpha()]
    if len(words) < 2:
        return name[:2].upper()
    return (words[0][0] + words[-1][0]).upper()
