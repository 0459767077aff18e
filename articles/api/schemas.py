"""What the API answers with."""

from datetime import date, datetime
from typing import Generic, TypeVar

from ninja import Field, Schema

Row = TypeVar("Row")


class PublicationOut(Schema):
    name: str
    slug: str
    url: str


class SourceOut(Schema):
    id: int
    url: str
    name: str
    kind: str = Field(description="person, organisation or unnamed")
    note: str = Field(description="Why an unnamed source is not named, in the article's words.")


class ArticleOut(Schema):
    id: int
    url: str
    headline: str
    byline: str
    publication: PublicationOut | None
    section: str
    language: str
    published_on: date | None = Field(description="In the publication's own time zone; null where it is not known.")
    published_at: datetime | None
    corrected_at: datetime | None
    correction: str
    original_url: str


class QuoteOut(Schema):
    id: int
    url: str
    text: str
    lead: str = Field(description="Printed from the cue to the words of a partial or indirect quote: “denied that ”.")
    spans: list[list[int]] = Field(description="Half-open stretches of the article's text, in Unicode code points.")
    kind: str = Field(description="direct, partial or indirect")
    attribution: str = Field(description="named, uncertain, unnamed or unknown")
    confidence: float
    reviewed: bool
    source: SourceOut | None
    role: str
    said_on: date | None
    addressee: str
    medium: str
    article: ArticleOut


class RoleOut(Schema):
    text: str
    article: int = Field(description="The article that states it.")
    published_on: date | None


class ArticleFull(ArticleOut):
    body: str
    caption: str
    credit: str
    quotes: list[QuoteOut]
    citation: dict[str, object] = Field(description="CSL-JSON")


class QuoteFull(QuoteOut):
    annotation: dict[str, object] = Field(description="W3C Web Annotation")
    citation: dict[str, object] = Field(description="CSL-JSON")


class SourceCounted(SourceOut):
    quotes: int


class SourceFull(SourceCounted):
    names: list[str]
    roles: list[RoleOut]


class PageOut(Schema, Generic[Row]):
    """One page; follow `next` until it is null."""

    total: int
    next: str | None
    items: list[Row]


class ProblemOut(Schema):
    """Why there is no answer, as a sentence for a person."""

    problem: str
    suggestion: str = ""
