"""Names out of a byline as printed."""

import re

_BY = re.compile(
    r"^\W*(?:(?:(?:words|story|report|written|posted|published|reported|submitted|text|interview)\s+)?by|von(?!\s+de[rnm]\b)|par|por|door|"
    r"geschrieben von|écrit par|publié par|escrito por|publicado por|redacción por|text|texto|texte|autora?|autore|"
    r"auteure?|authors?|skrevet af|tekst|di(?=\s\w+\s\w+$)|af(?=\s\w+\s\w+$)|av(?=\s\w+\s\w+$)|"
    r"作者|文|記者|记者|كتبت?|بقلم|автор|текст)(?::\s*|：\s*|\s+)(?=\S)",
    re.IGNORECASE,
)
_JUNK = frozenset(
    {
        "username", "admin", "administrator", "author", "authors", "staff", "unknown", "none", "null", "undefined",
        "editor", "webmaster", "anonymous", "anonyme", "anónimo", "redaktion", "root", "user", "default", "n/a",
        "by", "share", "follow",
    }
)  # fmt: skip
_ADDRESS = re.compile(r"\(?\s*(?:e-?mail:?\s*)?\S+@\S+\.\w+\s*\)?|(?<!\w)@\w+")
TITLE = re.compile(
    r"(?:.*\b)?(?:writers?|reporters?|editors?|correspondents?|columnists?|contributors?|journalists?|staff|analysts?|"
    r"critics?|bureau chief|photographers?|producers?|publisher|fellow|blogger|guest author|special to .*|"
    r"redakteur(?:in)?|korrespondent(?:in)?|reporterin|journaliste|correspondante?|rédacteur|rédactrice|grand reporter|"
    r"corresponsal|redactora?|periodista|columnista|enviad[ao] especial|inviat[ao]|corrispondente|giornalista|"
    r"verslaggever|redacteur)(?:\s+(?:in|for|at|on|of|à|au|en|de|dans|aus)\s.*)?$",
    re.IGNORECASE,
)
_TIME_AFTER = re.compile(
    r"\s+(?:[-–—|•·]\s+)?(?:published|updated|posted|last (?:updated|modified)|publié|on \w+ \d)\b.*$", re.IGNORECASE
)
_FOR = re.compile(
    r"(?<=\w)\s+(?:special to|for)\s+(?:the\s+)?(?-i:[A-Z])[\w.]*(?:\s(?-i:[A-Z])[\w.]*)*\s*$", re.IGNORECASE
)
MOST_NAMES = 40
"""Authors of an article; a page that names more names something else."""


def byline(printed: str) -> str:
    """`printed` without "By", addresses and titles set off by a comma or a bar, on one line; "" for no name."""
    words = _FOR.sub("", _ADDRESS.sub(" ", printed))
    words = _TIME_AFTER.sub("", _BY.sub("", " ".join(words.split())))
    first, *others = re.split(r"(\s*(?:[|•·;\n]|\s[-–—]\s|,)\s*)", words)
    kept = first
    for mark, part in zip(others[::2], others[1::2], strict=True):
        beside = mark.strip() != "," and " " not in part  # "Ann Lee | Ansel": a place or a paper
        if part and not beside and not TITLE.match(part) and not part.startswith(("in ", "at ", "aus ", "à ", "en ")):
            kept += (", " if mark.strip() != "," else mark) + part if kept else part
    words = re.sub(r"^\((.*)\)$", r"\1", kept.strip(" ,;|·•-–—:"))
    return "" if words.casefold() in _JUNK or "://" in words or not re.search(r"[^\W\d_]", words) else words[:300]


def joined(names: list[str]) -> str:
    """Several authors as one byline, one who is named twice, or again with more words, named once."""
    kept: dict[str, str] = {}
    for name in map(byline, map(_in_order, names[:MOST_NAMES])):
        if name and not any(known in name.casefold() for known in kept):
            kept[name.casefold()] = name
    return ", ".join(kept.values())[:300]


def _in_order(name: str) -> str:
    """“Halloran, Edda” as “Edda Halloran”: a family name before a comma and one or two given ones after it."""
    family = re.fullmatch(r"\s*([^\W\d_][\w'’-]+),\s+([^\W\d_][\w.'’-]*(?:\s[^\W\d_][\w.'’-]*)?)\s*", name)
    if not family or TITLE.match(family[2]) or family[2][0].islower():
        return name
    return f"{family[2]} {family[1]}"
