"""The letters of a page out of its bytes, as browsers read them."""

import codecs
import re

from charset_normalizer import from_bytes

HEAD = 65_536
"""Bytes in which a page says its encoding; browsers look at less, but some pages say it late."""
_DECLARED = re.compile(rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
# What browsers take these names for (WHATWG Encoding Standard): the larger set that its users wrote.
_MEANT = {
    "iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874", "tis-620": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "euc_kr": "cp949", "shift_jis": "cp932", "big5": "big5hkscs",
}  # fmt: skip


def letters(data: bytes) -> str:
    """The page as text: by its mark, as UTF-8 if it is that, as declared, or as its bytes suggest."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    if data[:4] in (b"<\0!\0", b"<\0h\0"):
        return data.decode("utf-16-le", errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        declared = _declared(data)
        if declared == "utf-8" or error.start > HEAD * 4:
            return _mended(data)
        return data.decode(declared or _suggested(data), errors="replace")


def _declared(data: bytes) -> str:
    """The encoding the page says it is in, "" for none that is known."""
    for said in _DECLARED.finditer(data[:HEAD]):
        try:
            name = codecs.lookup(said[1].decode("ascii")).name
        except (LookupError, UnicodeDecodeError):
            continue
        if not name.startswith(("utf-16", "utf-32")):  # it could not have been read to here
            return _MEANT.get(name, name)
    return ""


def _suggested(data: bytes) -> str:
    best = from_bytes(data[:HEAD]).best()
    return _MEANT.get(best.encoding, best.encoding) if best else "cp1252"


def _mended(data: bytes) -> str:
    """UTF-8 in which some bytes are Windows-1252."""
    return data.decode("utf-8", errors="windows-1252")


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", errors="replace"), error.end


codecs.register_error("windows-1252", _as_windows)
