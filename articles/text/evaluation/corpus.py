"""Articles with annotated attributions, as PolNeAR (Newell et al. 2018) lays them out: brat stand-off files."""

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ..document import Span

SWAPPED = frozenset(("said", "says", "say", "asked", "wrote", "told", "added", "according to"))
"""A source of just these words had its role exchanged with the cue's by the annotator."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is said to have said what: spans of content, source and cue."""

    content: list[Span] = field(default_factory=list)
    source: list[Span] = field(default_factory=list)
    cue: list[Span] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Annotated:
    """One article of the corpus."""

    name: str
    text: str
    attributions: list[Attribution]


def read_corpus(folder: Path) -> Iterator[Annotated]:
    """The articles of `folder` in order of name; with several annotators the first by name is taken."""
    first: dict[str, Path] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        first.setdefault(path.stem.rsplit("_", 1)[0], path)
    for path in sorted((folder / "text").glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        yield Annotated(path.stem, text, list(_attributions(text, first[path.stem])))


def _attributions(text: str, path: Path) -> Iterator[Attribution]:
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").split("\n")]
    spans = {
        row[0]: [Span(*map(int, pair.split())) for pair in row[1].split(" ", 1)[1].split(";")]
        for row in rows
        if re.fullmatch(r"T\d+", row[0]) and len(row) > 1
    }
    for row in rows:
        if not re.fullmatch(r"E\d+", row[0]) or len(row) < 2:
            continue
        roles: dict[str, list[Span]] = {"content": [], "source": [], "cue": []}
        for part in row[1].split():
            role, reference = part.split(":")
            roles.get(re.sub(r"\d+$", "", role).lower(), []).extend(spans.get(reference, ()))
        said = " ".join(span.of(text) for span in roles["source"]).lower()
        if said in SWAPPED and roles["cue"]:
            roles["source"], roles["cue"] = roles["cue"], roles["source"]
        if roles["content"]:
            yield Attribution(**roles)


def read_tags(folder: Path) -> Iterator[tuple[str, list[list[tuple[int, int, str]]]]]:
    """Name and sentences of (start, end, Penn tag) of every article that was parsed."""
    with gzip.open(folder / "tokens.jsonl.gz", "rt", encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            yield row["id"], [[tuple(token[:3]) for token in sentence] for sentence in row["sentences"]]
