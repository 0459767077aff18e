"""A newspaper article, or words quoted in one, as scholars and their software cite it.

Prose styles (APA 7, MLA 9, Chicago 17 notes) come back as runs, so that a face can set titles
of newspapers in italics; file formats (BibTeX, RIS, CSL-JSON) come back as text.
"""

import json
import re
import unicodedata
from calendar import month_name
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from articles.text.byline import Author

_MLA_MONTHS = ["Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."]
_BIBTEX = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


@dataclass(frozen=True, slots=True)
class Reference:
    """What a citation of an article states; empty text and None are simply left out."""

    key: str
    headline: str
    url: str
    authors: tuple[Author, ...] = ()
    publication: str = ""
    published: date | None = None
    section: str = ""
    language: str = ""
    speaker: str = ""
    """Who is quoted, where words of the article are cited and the speaker is known."""
    words: str = ""
    """The words quoted, as printed, where they and not the whole article are cited."""


class Run(NamedTuple):
    """A piece of a prose citation."""

    text: str
    italic: bool = False


def plain(runs: Sequence[Run]) -> str:
    """A prose citation as text."""
    return "".join(run.text for run in runs)


def apa(reference: Reference) -> tuple[Run, ...]:
    """APA 7: a reference-list entry; for a quote, with the in-text form in front."""
    names = _apa_names(reference.authors)
    year = str(reference.published.year) if reference.published else "n.d."
    when = _apa_date(reference.published)
    opening = f"{_stopped(names)} ({when}). {_stopped(reference.headline)} " if names else ""
    opening = opening or f"{_stopped(reference.headline)} ({when}). "
    entry = (Run(opening), *_titled(reference.publication, ". "), Run(reference.url))
    if not reference.words:
        return entry
    within = _apa_within(reference.authors) or f"“{reference.headline}”"
    quoted = f"{reference.speaker}, as cited in {within}" if reference.speaker else within
    return (Run(f"{_in_marks(reference.words)} ({quoted}, {year}). — "), *entry)


def mla(reference: Reference) -> tuple[Run, ...]:
    """MLA 9: a works-cited entry; for a quote, with the in-text form in front."""
    names = _listed(reference.authors, many=3, joint=", and ")
    opening = f"{_stopped(names)} " if names else ""
    entry = (
        Run(f"{opening}“{_stopped(reference.headline)}” "),
        *_titled(reference.publication, ", "),
        Run(f"{_mla_date(reference.published)}{_bare(reference.url)}."),
    )
    if not reference.words:
        return entry
    within = _family_names(reference.authors) or f"“{reference.headline}”"
    quoted = f"qtd. in {within}"
    speaker = f"{reference.speaker}: " if reference.speaker else ""
    return (Run(f"{speaker}{_in_marks(reference.words)} ({quoted}). — "), *entry)


def chicago(reference: Reference) -> tuple[Run, ...]:
    """Chicago 17: a note for a quote ("Ann Lo, quoted in …"), a bibliography entry for an article."""
    day = reference.published
    when = f"{month_name[day.month]} {day.day}, {day.year}, " if day else "n.d., "
    if reference.words:
        names = _plain_names(reference.authors)
        speaker = f"{reference.speaker}, quoted in " if reference.speaker else "Quoted in "
        opening = speaker + (f"{names}, " if names else "")
        title = f"{opening}“{_comma(reference.headline)}” "
        return (Run(title), *_titled(reference.publication, ", "), Run(f"{when}{reference.url}."))
    names = _listed(reference.authors, many=11, joint=", and ")
    opening = f"{_stopped(names)} " if names else ""
    title = f"{opening}“{_stopped(reference.headline)}” "
    return (Run(title), *_titled(reference.publication, ", "), Run(f"{when}{reference.url}."))


def bibtex(reference: Reference) -> str:
    """One `@article` entry, UTF-8, every field braced and escaped."""
    names = " and ".join(
        f"{_tex(author.family)}, {_tex(author.given)}" if author.given else f"{{{_tex(author.family)}}}"
        for author in reference.authors
    )
    day = reference.published
    fields = {
        "author": names,
        "title": f"{{{_tex(reference.headline)}}}",
        "journal": _tex(reference.publication),
        "date": day.isoformat() if day else "",
        "year": str(day.year) if day else "",
        "month": str(day.month) if day else "",
        "url": reference.url,
        "language": _tex(reference.language),
        "note": _tex(_quoted_note(reference)),
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return f"@article{{{reference.key},\n" + ",\n".join(lines) + "\n}\n"


def ris(reference: Reference) -> str:
    """One RIS record of type NEWS, lines ended by CR LF, closed by ER."""
    day = reference.published
    tags = [
        ("TY", "NEWS"),
        *(
            ("AU", f"{author.family}, {author.given}" if author.given else author.family)
            for author in reference.authors
        ),
        ("TI", reference.headline),
        ("T2", reference.publication),
        ("PY", str(day.year) if day else ""),
        ("DA", f"{day:%Y/%m/%d}" if day else ""),
        ("SE", reference.section),
        ("LA", reference.language),
        ("N1", _quoted_note(reference)),
        ("UR", reference.url),
        ("ID", reference.key),
    ]
    lines = [f"{tag}  - {' '.join(value.split())}" for tag, value in tags if value]
    return "\r\n".join([*lines, "ER  - ", ""])


def csl(reference: Reference) -> dict[str, object]:
    """One CSL-JSON item of type article-newspaper."""
    day = reference.published
    item: dict[str, object] = {
        "id": reference.key,
        "type": "article-newspaper",
        "title": reference.headline,
        "author": [
            {"family": author.family, "given": author.given} if author.given else {"literal": author.family}
            for author in reference.authors
        ],
        "container-title": reference.publication,
        "issued": {"date-parts": [[day.year, day.month, day.day]]} if day else None,
        "section": reference.section,
        "language": reference.language,
        "note": _quoted_note(reference),
        "URL": reference.url,
    }
    return {name: value for name, value in item.items() if value}


def csl_json(reference: Reference) -> str:
    """A CSL-JSON file of one item."""
    return json.dumps([csl(reference)], ensure_ascii=False, indent=2) + "\n"


def citation_key(authors: Sequence[Author], published: date | None, headline: str, number: int) -> str:
    """A key such as `calloway2024barrier-48210`, ASCII and unlike any other article's."""
    family = _ascii(authors[0].family.split()[-1]) if authors and authors[0].family else ""
    words = (word for word in (_ascii(word) for word in headline.split()) if len(word) > 3)
    year = str(published.year) if published else ""
    return f"{family or 'article'}{year}{next(words, '')}-{number}"


def _ascii(word: str) -> str:
    folded = unicodedata.normalize("NFKD", word.lower())
    return re.sub(r"[^a-z0-9]", "", folded)


def _quoted_note(reference: Reference) -> str:
    if not reference.words:
        return ""
    speaker = f"{reference.speaker}: " if reference.speaker else ""
    return f"Quoted: {speaker}{_in_marks(reference.words)}"


def _in_marks(words: str) -> str:
    return words if words[:1] in "“\"«„‘'" else f"“{words}”"


def _tex(text: str) -> str:
    return "".join(_BIBTEX.get(character, character) for character in " ".join(text.split()))


def _stopped(text: str) -> str:
    return text if text.endswith((".", "?", "!", ".”", "?”", "!”")) else f"{text}."


def _comma(text: str) -> str:
    return text if text.endswith(("?", "!")) else f"{text.rstrip('.')},"


def _bare(url: str) -> str:
    return url.removeprefix("https://").removeprefix("http://")


def _titled(publication: str, after: str) -> tuple[Run, ...]:
    return (Run(publication, italic=True), Run(after)) if publication else ()


def _initials(given: str) -> str:
    return " ".join("-".join(f"{part[0]}." for part in word.split("-") if part) for word in given.split())


def _apa_names(authors: Sequence[Author]) -> str:
    names = [f"{a.family}, {_initials(a.given)}" if a.given else a.family for a in authors]
    return ", & ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def _apa_within(authors: Sequence[Author]) -> str:
    if len(authors) > 2:
        return f"{authors[0].family} et al."
    return " & ".join(author.family for author in authors)


def _apa_date(day: date | None) -> str:
    return f"{day.year}, {month_name[day.month]} {day.day}" if day else "n.d."


def _mla_date(day: date | None) -> str:
    return f"{day.day} {_MLA_MONTHS[day.month - 1]} {day.year}, " if day else ""


def _family_names(authors: Sequence[Author]) -> str:
    if len(authors) > 2:
        return f"{authors[0].family} et al."
    return " and ".join(author.family for author in authors)


def _plain_names(authors: Sequence[Author]) -> str:
    if len(authors) > 3:
        return f"{authors[0].name} et al."
    names = [author.name for author in authors]
    return (", and " if len(names) > 2 else " and ").join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def _listed(authors: Sequence[Author], *, many: int, joint: str) -> str:
    """First author turned round, the rest as they speak; "et al." from `many` on."""
    if not authors:
        return ""
    head, *rest = authors
    first = f"{head.family}, {head.given}" if head.given else head.family
    if len(authors) >= many:
        return f"{first}, et al."
    names = [first, *(author.name for author in rest)]
    return joint.join(filter(None, [", ".join(names[:-1]), names[-1]]))
