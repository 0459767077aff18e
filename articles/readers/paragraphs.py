"""Lines above, below and among the paragraphs of an article that aren't part of it."""

import re
from collections.abc import Collection

from .dates import LONGEST, names_a_day

MOST_TAGS = 20
"""Lines above a repeated headline, at most, for them to be tags (dpa prints subject, places, date, genre)."""
MOST_COMPARED = 1000
"""Lines of a text in which repetitions are looked for; none so long is an article."""
LEAST_MISSING = 80
"""Characters of a paragraph that is put back where the text was found without it."""
_ENDS = (".", "!", "?", "”", '"', "»", "’", "'", "。", "…")
_SIGNATURE = re.compile(r"[a-z]{1,5}(/[a-z]{1,5})+$")
FURNITURE = re.compile(
    r"^\W*(continue reading( the main story)?|read more:?|advertisement|ad|our standards:.*|sign up .*|share( this.*)?|"
    r"related( (stories|articles|topics))?:?|most read.*|view( \d+| more)* comments?|story continues below.*|"
    r"newsletter.*|follow us.*|recommended( stories| for you)?|more on this (story|topic)|more from .{2,40}|click here .*|"
    r"subscribe( now)?( to .*)?|ad feedback|skip advertisement|\d+ comments?|leave a (comment|reply)|print|e-?mail|tweet|"
    r"save|comments?|kommentare?|commentaires|comentarios|now playing|loading.*|back to (top|article)|print this page|"
    r"(estimated )?reading time:? .*|\d+ min(ute)?s?( read)?|lesezeit:? .*|temps de lecture.*|publicité|publicidad|"
    r"anzeige|werbung|advertentie|pubblicità|mehr zum thema|noticias relacionadas|sur le même sujet|leggi anche|"
    r"copy link|listen to (this )?article|listen|getty images|watch live|video|photos?|gallery|image caption.*)[.:]?\W*$",
    re.IGNORECASE,
)
_FURTHER = re.compile(
    r"^\W*(read( more| also| next)?|see( also)?|more|also read|related|watch|listen|lire( aussi)?|à lire( aussi)?|lesen sie( auch)?|"
    r"lesen sie hierzu|mehr( dazu| zum thema)?|auch interessant|lea( también)?|lee( también)?|leer más|te puede interesar|"
    r"ver también|leggi( anche)?|lees ook|leia (também|mais)|saiba mais|continue reading)\s*[:|»>–-]+\s*",
    re.IGNORECASE,
)
_IMPRINT = re.compile(
    r"^\W*(©|\(c\)|copyright\b|all rights reserved|url:|tags?:|filed under|posted (by|in)|categor(y|ies):|topics:|share:|"
    r"source url|print(ed)? from|permalink|source:? https?:|（?责任编辑|编辑[：:]|責任編集|alle rechte vorbehalten|tous droits)",
    re.IGNORECASE,
)
_MOST_OF_IMPRINT = 160


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
    """The paragraphs of a page without headline, byline and date above, furniture and pull quotes among, and
    links and imprint below them.

    `links` are the words of the page's links, folded.
    """
    kept = [line for line in lines if not FURNITURE.match(line) and not _leads_away(line, links)]
    lines = _below_headline(_without_pull_quotes(kept), headline)
    while len(lines) > 1 and (_is_signing(lines[0], byline) or re.match(r"[^.!?]{1,40}\|$", lines[0])):
        del lines[0]
    signed = folded(byline)
    while len(lines) > 1 and (folded(lines[-1]) in links or folded(lines[-1]) == signed or _is_imprint(lines[-1])):
        del lines[-1]
    return lines


def with_missing(lines: list[str], own: list[str], *, headline: str) -> list[str]:
    """The lines, and between them the paragraphs of the article's `own` element that are not among them, each after
    the one it follows there: sentences only, and only where most of the lines are from there.

    Where all are, they come back in that order.
    """
    known = {words_of(line): at for at, line in enumerate(lines)}
    keys = [words_of(said) for said in own]
    if len(own) > MOST_COMPARED or 2 * sum(key in known for key in keys) < max(2, len(lines)):
        return lines
    whole = " ".join(known)
    missing = [
        key not in known and len(said) >= LEAST_MISSING and said.endswith(_ENDS) and key not in whole
        for said, key in zip(own, keys, strict=True)
    ]
    if known.keys() - {words_of(headline)} <= set(keys):
        return [said for said, key, new in zip(own, keys, missing, strict=True) if new or key in known]
    after: dict[int, list[str]] = {}
    at = -1
    for said, key, new in zip(own, keys, missing, strict=True):
        at = known.get(key, at)
        if new:
            after.setdefault(at, []).append(said)
    return after.get(-1, []) + [part for n, line in enumerate(lines) for part in (line, *after.get(n, []))]


def _leads_away(line: str, links: Collection[str]) -> bool:
    """Whether a line only leads to another article: "Read more: …", with or without brackets."""
    title = _FURTHER.sub("", line)
    return title != line and (
        folded(title) in links or folded(title).strip("[]() ") in links or folded(line).strip("[]() ") in links
    )


def _without_pull_quotes(lines: list[str]) -> list[str]:
    """The lines without those whose words, six or more, another line has too."""
    if len(lines) > MOST_COMPARED:
        return lines
    whole = {line: words_of(line) for line in lines}
    everything = "\n".join(whole.values())
    return [
        line
        for line in lines
        if not (5 < line.count(" ") < 60 and everything.count(whole[line]) > 1 and _in_longer(whole, line))
    ]


def _in_longer(whole: dict[str, str], line: str) -> bool:
    words = whole[line]
    return any(words in other and len(other) > len(words) for other in whole.values())


def words_of(line: str) -> str:
    """The words of a text in small letters, without what stands between them."""
    return " ".join(re.findall(r"[\w'’]+", line.casefold()))


def _below_headline(lines: list[str], headline: str) -> list[str]:
    """What stands below the headline, where only short lines without an end stand above it."""
    title = folded(headline)
    for index, line in enumerate(lines[:MOST_TAGS]):
        if title and folded(line).endswith(title) and len(line) < len(headline) + 40:  # perhaps with its topic before
            return lines[index + 1 :] or lines
        if len(line.split()) > 12:
            break
    return lines


def _is_signing(line: str, byline: str) -> bool:
    """Whether a line only says who wrote it, and where or when."""
    if len(line.split()) > 14 or line.endswith((".", "!", "?", "”", '"', "。", "»")):
        return False
    signed = bool(byline) and folded(byline) in folded(line) and len(line) < len(byline) + 40
    dated = len(line) <= LONGEST and len(line.split()) < 11 and names_a_day(line)
    return signed or dated or bool(re.match(r"(by|von|par|por) [A-Z]\S+ [A-Z]", line, re.IGNORECASE))


def _is_imprint(line: str) -> bool:
    return len(line) < _MOST_OF_IMPRINT and bool(_IMPRINT.match(line))
