"""Paragraphs, and which of them are not body text: captions, credits, embedded posts, headlines, labels."""

import re
from dataclasses import dataclass
from enum import StrEnum

from .document import Span
from .folding import small_letters

PARAGRAPH = re.compile(r"[^\n\r\u2028\u2029]+")
WORD = re.compile(r"[^\W\d_][\w’'-]*")

CREDIT = re.compile(
    r"""\(?(?:(?:file\s)?photo(?:graph)?s?|pictures?|images?|video|credit|graphic|illustration)\s?(?:credit\s?|by\s)?[:/|]\s?\S
      | \|\s?[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,3}\s?/\s?[A-Z][\w\s]{1,30}$
      | \b(?:AP|AFP|EPA|PA|Reuters|Getty|Rex|Shutterstock|Bloomberg|AAP|Corbis)\s?(?:Photo|Images|Pictures|Wire|/)
      | \bcourtesy\sof\s\S+(?:\s\S+){0,5}\)?$
      | \bfile\s(?:photo|picture|image)\b | \bphoto(?:graph)?\sby\b""",
    re.X | re.I,
)
CREDITED = ("photo", "picture", "image", "video", "credit", "graphic", "illustration", "wire", "courtesy", "/")
"""Every credit holds one of these; the expression itself takes far longer than looking for them."""
EMBED = re.compile(r"https?://t\.co/|pic\.twitter\.com/|^\s*[—–-]+\s?.{1,60}\(@\w{1,30}\)")
SIGNATURE = re.compile(r"\s*(?:[—–―]|--|-\s)\s?(?=[A-Z])")
NOTICE = re.compile(
    r"""\s*\W?\s?(?:read\smore|see\salso|related|follow\s.{1,60}\son\s(?:twitter|facebook)|editor[’']s\snote|advertisement
      | sign\sup|copyright|©|click\shere|corrections?(?:\sand\sclarifications?)?:|contact\s.{1,60}@|most\sread|share\sthis
      | (?:this|the)\s(?:story|article|post|report)\s(?:has\sbeen|was)\s(?:updated|corrected|amended)
      | more\son\sthis\sstory|story\scontinues|(?:watch|listen|video|audio|gallery|in\spictures|topics|tags)\s?[:|]
      | (?:additional\s)?reporting\sby\s|with\s\w{2,12}\sinputs\W*$|e-?mail:?\s\S{1,60}@
      | what[’']s\syour\sview|have\sa\s(?:story|tip)\b|published:?\s\d|updated:?\s\d|last\supdated|posted:)""",
    re.X | re.I,
)
PAIRED = {"“": "”", "‘": "’", '"': '"', "'": "'", "„": "“”", "«": "»"}
LONGEST_CAPTION = 420


class Block(StrEnum):
    """What a paragraph is."""

    BODY = "body"
    HEADLINE = "headline"
    SUBHEAD = "subhead"
    CAPTION = "caption"
    EMBED = "embed"
    SIGNATURE = "signature"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the text without its ends; offsets half-open."""

    start: int
    end: int
    block: Block

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


def paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs in order, blank ones left out, each with what it is."""
    spans = [span for match in PARAGRAPH.finditer(text) if (span := _trimmed(text, match.start(), match.end()))]
    return [Paragraph(*span, _block(text, span, spans, number)) for number, span in enumerate(spans)]


def is_title_case(text: str) -> bool:
    """Whether nearly all longer words are capitalised, as American headlines are."""
    words = [word for word in WORD.findall(text[:400]) if len(word) > 3]
    return len(words) >= 3 and sum(word[0].islower() for word in words) <= 0.15 * len(words)


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and (text[start].isspace() or text[start] == "\0"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] == "\0"):
        end -= 1
    return Span(start, end) if end > start else None


def _block(text: str, span: Span, spans: list[Span], number: int) -> Block:
    length = span.end - span.start
    if length > LONGEST_CAPTION:
        return Block.BODY
    line = span.of(text)
    if EMBED.search(line):
        return Block.EMBED
    if _is_caption(line):
        return Block.CAPTION
    if SIGNATURE.match(line) and length < 120:
        return Block.SIGNATURE
    if NOTICE.match(line):
        return Block.NOTICE
    if _is_heading(line, spans, number):
        return Block.HEADLINE if number == 0 else Block.SUBHEAD
    return Block.BODY


def _is_caption(line: str) -> bool:
    """A credit stands in a caption's last words, or the line is nothing but one."""
    small = small_letters(line)
    credit = CREDIT.search(line) if any(word in small for word in CREDITED) else None
    if not credit:
        return False
    return len(line) - credit.start() < 70 and (
        credit.start() < 4 or line[credit.start()] == "(" or line[: credit.start()].rstrip()[-1] in ".!?)|”\"’'—–-("
    )


def _is_heading(line: str, spans: list[Span], number: int) -> bool:
    """Short, without a full stop, and something longer follows."""
    if number and _is_quoted_heading(line) and number + 1 < len(spans):
        return any(after.end - after.start > 80 for after in spans[number + 1 : number + 3])
    if len(line) > 160 or line[-2:-1] in ".!?…," or line[-1] in '.!?…:;,”"' or number + 1 >= len(spans):
        return False
    following = spans[number + 1]
    if number == 0:
        return following.end - following.start > 80 or is_title_case(line)
    begins = line.lstrip("'‘“\"")[:1]
    return len(line) < 90 and begins.isupper() and (is_title_case(line) or following.end - following.start > 80)


def _is_quoted_heading(line: str) -> bool:
    """ "‘We knew nothing’": a few words in marks, without the stop or comma that speech has."""
    closing = PAIRED.get(line[:1])
    if closing is None or line[-1] not in closing or not 3 < len(line) < 70:
        return False
    inner = line[1:-1]
    return inner[-1] not in ".?!…,;:—–" and not any(mark in inner for mark in '“”"‘„«»')
