"""Named speakers against what a reader wrote down."""

import json
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ..document import Extraction, Span
from ..lexicon import words
from .corpus import Annotated
from .score import Tally, covered, owner, segments

TITLES = words(
    """mr mrs ms miss dr sir dame lord lady prof professor rev reverend sen senator rep representative gov governor
    president vice secretary general gen col lt capt sgt maj adm judge justice chief former us u.s the attorney mayor
    congressman congresswoman candidate nominee republican democratic king queen prince princess pope ambassador minister
    prime chairman chairwoman director deputy acting ii iii iv"""
)


@dataclass(frozen=True, slots=True)
class Answer:
    """Who said a quoted segment; no names where nobody is named."""

    span: Span
    names: tuple[str, ...]


def read_answers(path: Path) -> dict[str, list[Answer]]:
    """The answers by article: {id: [{"start", "end", "speaker", "aliases"}]}."""
    rows = json.loads(path.read_text(encoding="utf-8"))
    return {
        name: [
            Answer(
                Span(row["start"], row["end"]),
                (row["speaker"], *row.get("aliases", ())) if row["speaker"] else (),
            )
            for row in entries
        ]
        for name, entries in rows.items()
    }


def add_speakers(tally: Tally, article: Annotated, extraction: Extraction, answers: Sequence[Answer]) -> None:
    """Count one article: an answer is right if the name is, whatever its titles, accents and initials."""
    spans = [quote.spans for quote in extraction.quotes]
    for answer in answers:
        k = owner(answer.span, spans)
        tally.annotated += 1
        tally.found += k is not None
        if k is None:
            continue
        source = extraction.quotes[k].source
        name = folded(extraction.sources[source].name) if source is not None else ""
        tally.right += name in {folded(each) for each in answer.names} if answer.names else not name
    contents = [attribution.content for attribution in article.attributions]
    tally.found += sum(
        owner(segment, spans) is not None
        and owner(segment, contents) is None
        and not any(covered(segment, [answer.span]) for answer in answers)
        for segment in segments(article.text)
    )


def folded(name: str) -> str:
    """A name without titles, accents, case, possessive and initials."""
    plain = unicodedata.normalize("NFKD", name.replace("’", "'"))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter)).lower()
    parts = [part.strip(".,'\"") for part in re.sub(r"'s\b", "", plain).split()]
    kept = [part for part in parts if part and part not in TITLES and not re.fullmatch(r"[a-z]\.?", part)]
    return " ".join(kept or [part for part in parts if part])
