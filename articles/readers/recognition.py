"""Which format a file is in, told from how it begins and never from its name."""

import json
import re
from enum import StrEnum

from .item import Unreadable
from .table import decode, looks_like_table

HEAD = 65_536
"""Bytes that are enough to tell."""


class Kind(StrEnum):
    JSON_LINES = "JSON Lines"
    JSON = "JSON"
    XML = "XML"
    HTML = "web page"
    TABLE = "table"
    PACKED = "zip or Excel file"
    GZIP = "gzip"
    TEXT = "plain text"


class NotAnArticle(Unreadable):
    """A file of a kind that holds no articles the archive could read."""

    def __init__(self, what: str) -> None:
        super().__init__(
            f"It is {what}. The archive reads text, web pages, tables (CSV, TSV, XLSX), JSON Lines, JSON Feed, "
            "ninjs, RSS, Atom, RDF, NITF, NewsML, WordPress exports, and zip files of these."
        )


class Empty(Unreadable):
    def __init__(self) -> None:
        super().__init__("The file is empty.")


BINARY = {
    b"%PDF": "a PDF file", b"\x89PNG": "a picture", b"\xff\xd8\xff": "a picture", b"GIF8": "a picture",
    b"II*\0": "a picture", b"MM\0*": "a picture", b"BM": "a picture", b"\xd0\xcf\x11\xe0": "an old Office file",
    b"{\\rtf": "an RTF file", b"7z\xbc\xaf": "a 7z archive", b"Rar!": "a RAR archive", b"BZh": "a bzip2 archive",
    b"\xfd7zXZ": "an xz archive", b"\x7fELF": "a program", b"MZ": "a program", b"ID3": "a sound", b"OggS": "a sound",
    b"\x1a\x45\xdf\xa3": "a video", b"SQLite format 3": "a database", b"RIFF": "a picture, sound or video",
    b"\x28\xb5\x2f\xfd": "a zstd archive", b"8BPS": "a picture", b"\0\0\1\0": "a picture", b"%!PS": "a PostScript file",
    b"fLaC": "a sound", b"\xff\xfb": "a sound", b"PAR1": "a Parquet file", b"wOFF": "a font", b"ITSF": "a Windows help file",
    b"AT&TFORM": "a DjVu file", b"\xca\xfe\xba\xbe": "a program", b"\x00asm": "a program", b"!<arch>": "a program", b"MIME-Version:": "an e-mail or a page saved as MHTML",
    b"From: <Saved by": "a page saved as MHTML",
}  # fmt: skip
# Atomic and possessive: what was passed over once is never tried again, however many comments there are.
_MARKUP = re.compile(
    r"(?>\s+|<\?.*?\?>|<!--.*?-->|<!doctype[^>\[]*(?:\[.*?\]\s*)?>)*+<([a-z][\w.:-]*)", re.IGNORECASE | re.DOTALL
)
_HTML_ROOTS = frozenset(
    ["html", "head", "body", "title", "meta", "link", "base", "script", "style", "noscript", "div", "p", "article", "main",
     "section", "header", "footer", "nav", "aside", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "span", "a", "b", "i",
     "strong", "em", "font", "center", "br", "hr", "img", "ul", "ol", "dl", "pre", "blockquote", "form", "iframe", "table",
     "tbody", "tr", "td", "frameset", "details"]
)  # fmt: skip
_MAIL = re.compile(
    r"(?:received|return-path|delivered-to|from|to|cc|subject|date|message-id|mime-version|content-type|reply-to|sender|x-[\w-]+):\s",
    re.IGNORECASE,
)
_MAIL_ONLY = re.compile(
    r"^(?:received|return-path|delivered-to|message-id|mime-version|content-type|x-[\w-]+):\s",
    re.IGNORECASE | re.MULTILINE,
)
_HTML_DOCTYPE = re.compile(r"(?>\s+|<\?xml.*?\?>|<!--.*?-->)*+<!doctype\s+html", re.IGNORECASE | re.DOTALL)


def kind_of(head: bytes) -> Kind:
    """The kind of a file that begins with `head`; raises `Unreadable` for one that holds no articles."""
    if not head.strip(b"\xef\xbb\xbf \r\n\t") or head in (b"\xff\xfe", b"\xfe\xff"):
        raise Empty
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Kind.PACKED
    if head.startswith(b"\x1f\x8b"):
        return Kind.GZIP
    for mark, what in BINARY.items():
        if head.startswith(mark) and (len(mark) > 2 or b"\0" in head[:512]):
            raise NotAnArticle(what)
    if head[257:262] == b"ustar":
        raise NotAnArticle("a tar archive")
    if head[4:8] == b"ftyp":
        raise NotAnArticle("a video, a sound or a picture")
    text = decode(head).lstrip("\ufeff \r\n\t")
    if b"\0" in head[:4096] and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        if b"\0<" not in head[:8] and b"<\0" not in head[:8]:
            raise NotAnArticle("binary data")
        text = head.replace(b"\0", b"").decode("latin-1").lstrip()
        return _markup_kind(text)
    if text.startswith(("{", "[")):
        return _json_kind(text)
    if text.startswith("<"):
        return _markup_kind(text)
    if _is_mail(text):
        raise NotAnArticle("an e-mail")
    return Kind.TABLE if looks_like_table(text) else Kind.TEXT


def _is_mail(text: str) -> bool:
    """Whether a text begins as a message does: the envelope, or three headers of which one is of mail only."""
    if re.match(r"From \S+@\S+ +\w{3} \w{3} ", text):
        return True
    head = re.split(r"\r?\n\r?\n", text, maxsplit=1)[0].replace("\r\n", "\n")
    lines = re.sub(r"\n[ \t]+", " ", head).split("\n")
    headers = sum(bool(_MAIL.match(line)) for line in lines)
    whole = headers == len(lines) or bool(_MAIL_ONLY.search(head))
    return headers > 2 and headers * 2 > len(lines) and whole and "subject:" in head.casefold()


def _json_kind(text: str) -> Kind:
    """JSON Lines where a line is an object by itself; [ begins JSON only if it goes on like it."""
    if text.startswith("["):
        return Kind.JSON if re.match(r"\[\s*[{\[\]]", text) else Kind.TEXT
    lines = [line for line in text.split("\n") if line.strip()]
    if any(line.startswith("{") for line in lines[1:]) and not _is_open(lines[0]):
        return Kind.JSON_LINES
    try:
        row = json.loads(lines[0])
    except (ValueError, RecursionError):
        return Kind.JSON if len(lines) > 1 or _is_open(lines[0]) else Kind.JSON_LINES
    feed = isinstance(row, dict) and isinstance(row.get("items"), list)
    return Kind.JSON if feed and len(lines) == 1 else Kind.JSON_LINES


def _is_open(line: str) -> bool:
    """Whether a line is but the opening of an object written over several lines."""
    return line.strip() in ("{", "[")


def _markup_kind(text: str) -> Kind:
    if _HTML_DOCTYPE.match(text):
        return Kind.HTML
    root = _MARKUP.match(text)
    if root is None:
        return Kind.XML if text.startswith("<?xml") else Kind.HTML
    name = root[1].lower()
    if name == "svg":
        raise NotAnArticle("a picture")
    return Kind.HTML if name in _HTML_ROOTS or name.startswith("amp-") else Kind.XML
