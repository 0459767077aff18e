"""What a reader of files yields, one item an article found, refused or left out."""

from dataclasses import dataclass

from .data import ArticleData, Rejected


class Unreadable(Rejected):
    """A whole file that can't be read; `str()` is the sentence."""


@dataclass(frozen=True, slots=True)
class Item:
    """One article of a file, or why it isn't one.

    `where` names the place for a person ("line 3", "entry 2", "story.html"). Exactly one of `article`,
    `problem` and `left` is given; `left` is the sentence for what is rightly not an article (a draft).
    """

    where: str
    article: ArticleData | None = None
    problem: Rejected | None = None
    left: str = ""
