"""Lines above, below and among the paragraphs of an article that aren't part of it."""

import re
from collections.abc import Collection

MOST_TAGS = 20
"""Lines above a repeated headline, at most, for them to be tags (dpa prints subject, places, date, genre)."""
_SIGNATURE = re.compile(r"[a-z]{1,5}(/[a-z]{1,5})+$")
_DAY = re.compile(r"\b\d{1,2}[./-]\d{1,2}[./-]\d{4}\b|\b\d{4}-\d\d-\d\d\b")
FURNITURE = re.compile(
    r"^(continue reading( the main story)?|read more:?|advertisement|our standards:.*|sign up .*|share this.*|"
    r"related:?|most read.*|view comments?|story continues below.*|newsletter.*|follow us.*|recommended stories|"
    r"more on this story|more from .{2,40}|click here .*|subscribe( now)?( to .*)?|ad feedback|skip advertisement|"
    r"\d+ comments?|leave a (comment|reply)|print|e-?mail|share|tweet|save|comments?)[.:]?$",
    re.IGNORECASE,
)


def folded(line: str) -> str:
    """The same for lines that differ in the shape of quotation marks, dashes, blanks or case only."""
    line = re.sub("[“”„«»\"'‘’‚]", "'", line.replace("\xa0", " "))
    return " ".join(re.sub("[–—]", "-", line).split()).casefold()


def without_agency_lines(body: str, *, headline: str) -> str:
    """The text below its repeated headline and the tags above that, and above the desk's initials."""
    lines = body.split("\n\n")
    lines = _below_headline(lines, headline)
    if len(lines) > 1 and _SIGNATURE.match(lines[-1]):
        del lines[-1]
    return "\n\n".join(lines)


def article_lines(lines: list[str], *, headline: str, byline: str, links: Collection[str]) -> list[str]:
    """The paragraphs of a page without headline, byline and date above, furniture among and links below them.

    `links` are the words of the page's links, folded.
    """
    lines = _below_headline([line for line in lines if not FURNITURE.match(line)], headline)
    while len(lines) > 1 and _is_signing(lines[0], byline):
        del lines[0]
    while len(lines) > 1 and folded(lines[-1]) in links:
        del lines[-1]
    return lines


def _below_headline(lines: list[str], headline: str) -> list[str]:
    """What stands below the headline, where only short lines without an end stand above it."""
    for index, line in enumerate(lines[:MOST_TAGS]):
        if folded(line) == folded(headline):
            return lines[index + 1 :] or lines
        if len(line.split()) > 12:
            break
    return lines


def _is_signing(line: str, byline: str) -> bool:
    """Whether a line only says who wrote it, and where or when."""
    if len(line.split()) > 14 or line.endswith((".", "!", "?", "”", '"')):
        return False
    signed = bool(byline) and folded(byline) in folded(line) and len(line) < len(byline) + 40
    return signed or bool(_DAY.search(line)) or bool(re.match(r"(by|von|par|por) [A-Z]\S+ [A-Z]", line, re.IGNORECASE))
