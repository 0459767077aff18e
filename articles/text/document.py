"""What `extract` returns: an article's quotes, its sources and where each stands in the text.

Every offset counts Unicode characters of the text handed in, half-open, untouched by any
newline or quotation-mark translation: `text[span.start:span.end]` is what was printed.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open stretch of the text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The printed characters."""
        return text[self.start : self.end]


class Kind(StrEnum):
    """How much of the content is in the source's own words."""

    DIRECT = "direct"
    PARTIAL = "partial"
    INDIRECT = "indirect"


class SourceKind(StrEnum):
    """What a source is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    UNNAMED = "unnamed"


class Medium(StrEnum):
    """How the words reached the paper, where the article tells; UNTOLD where it doesn't."""

    UNTOLD = ""
    INTERVIEW = "interview"
    STATEMENT = "statement"
    SPEECH = "speech"
    TWEET = "tweet"
    LETTER = "letter"
    DOCUMENT = "document"
    COURT = "court"
    BROADCAST = "broadcast"


@dataclass(frozen=True, slots=True)
class Role:
    """What the article says a source is ("a Korea expert at …"), and where it says so."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Source:
    """One person, organisation or unnamed source of this article."""

    name: str
    kind: SourceKind
    names: tuple[str, ...] = ()
    """Every printed form of the name, longest first; pronouns and descriptions are not names."""
    mentions: tuple[Span, ...] = ()
    """Every place found that refers to the source, pronouns and descriptions included, in order."""
    roles: tuple[Role, ...] = ()
    note: str = ""
    """The anonymity clause ("who spoke on the condition of anonymity …") of an unnamed source."""


@dataclass(frozen=True, slots=True)
class Quote:
    """One attribution: content, cue, source mention and source."""

    spans: tuple[Span, ...]
    """The content, in order, one span a stretch; marks included where they are printed."""
    kind: Kind
    cue: Span | None = None
    mention: Span | None = None
    """The source mention that the cue belongs to ("he", "the senator", "Kim")."""
    source: int | None = None
    """Index into `Extraction.sources`; None where the text doesn't say, or not clearly enough."""
    confidence: float = 0.0
    """Probability, 0…1, that content and source are both right."""
    medium: Medium = Medium.UNTOLD
    addressee: str = ""
    """To whom ("reporters", "CBS"), as printed."""
    said_on: date | None = None
    """The day of speaking, where the text tells it and the publication date resolves it."""
    reason: str = ""
    """One short sentence for an editor: why this source."""


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was found in one text; quotes in order of their first character."""

    quotes: tuple[Quote, ...] = ()
    sources: tuple[Source, ...] = ()
    version: str = ""
    """Which extractor found it, such as "3.1"; grows with every change of what is found."""
    captions: tuple[Span, ...] = field(default=())
    """Blocks that are captions or credits, not body."""
