"""What a reader of files yields, one item an article found, refused or left out."""

import re
from dataclasses import dataclass

from .data import LIMITS, ArticleData, Rejected, article_data, read_date

LONGEST_BEGINNING = 100
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")


class Unreadable(Rejected):
    """A whole file that can't be read; `str()` is the sentence."""


@dataclass(frozen=True, slots=True)
class Item:
    """One article of a file, or why it isn't one.

    `where` names the place for a person ("line 3", "entry 2", "story.html, page"), "" for the whole file.
    Exactly one of `article`, `problem` and `left` is given; `left` is the sentence for what is rightly not
    an article (a draft).
    """

    where: str
    article: ArticleData | None = None
    problem: Rejected | None = None
    left: str = ""

    def __str__(self) -> str:
        """The place and what is wrong there, or the headline found."""
        said = self.article.headline if self.article else str(self.problem or self.left)
        return f"{self.where}: {said}" if self.where else said


def item(where: str, **fields: str) -> Item:
    """The article of fields taken from a format in which they have other limits: what is too long for a
    headline or a lesser field is cut, an address, date or language that is none is left out. Otherwise its problem."""
    for name in ("publication", "byline", "section", "caption", "credit"):
        if name in fields:
            fields[name] = fields[name][: LIMITS[name]]
    if len(fields.get("headline", "")) > LIMITS["headline"]:
        fields["headline"] = beginning(fields["headline"])
    if "language" in fields:
        tag = fields["language"].strip().replace("_", "-")
        fields["language"] = tag if len(tag) <= LIMITS["language"] and _TAG.match(tag) else ""
    if not re.match(r"https?://[^\s<>\"']+$", fields.get("url", ""), re.IGNORECASE):
        fields["url"] = ""
    try:
        read_date(fields.get("published"))
    except Rejected:
        fields["published"] = ""  # programs write 0001-01-01 where they know none
    try:
        return Item(where, article_data(**fields))
    except Rejected as problem:
        return Item(where, problem=problem)


def beginning(body: str) -> str:
    """The beginning of a text, to stand for the headline it has not: its first line, cut at a word."""
    line = body.partition("\n")[0]
    return line if len(line) <= LONGEST_BEGINNING else line[:LONGEST_BEGINNING].rpartition(" ")[0] + " …"
