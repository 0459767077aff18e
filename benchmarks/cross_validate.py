"""How well attributions are found in articles that the weights have not seen, over a whole training corpus.

    python -m benchmarks.cross_validate ../shared/news/polnear/train [--parts 1 3]

The corpus is cut into five parts. For each the ranker and both models of reported speech are learned from the other four,
with the settings of `train_attribution`, and scored on it: for choosing features and settings, so that dev need not be
looked at. The tagger is not learned anew (its tags have seen all articles), and names are not resolved.
It takes about seven minutes of processor time.
"""

import argparse
from pathlib import Path

from articles.text.choice import choose
from articles.text.composing import compose
from articles.text.document import Extraction, Quote
from articles.text.echoes import with_echoes
from articles.text.evaluation.score import Table
from articles.text.phrases import source_span
from articles.text.reading import read

from .attribution.lessons import PARTS, Lesson, learned_elsewhere, lessons, mapped


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("corpus", type=Path, help="folder of the training split")
    parser.add_argument("--parts", type=int, nargs="+", default=range(PARTS), help=f"score only these of the {PARTS}")
    options = parser.parse_args()
    taught = lessons(options.corpus)
    whole = Table()
    for part, held in zip(options.parts, learned_elsewhere(taught, options.parts), strict=True):
        scored = Table()
        for lesson, extraction in zip(held, mapped(extracted, held), strict=True):
            scored.add(lesson.article, extraction)
            whole.add(lesson.article, extraction)
        show(f"part {part}", scored)
    show("all", whole)


def extracted(lesson: Lesson) -> Extraction:
    """The quotes of an article by the weights of the moment."""
    reading = read(lesson.article.text, likely=lesson.likely)
    return Extraction(
        tuple(
            Quote(
                spans=attribution.spans,
                kind=attribution.kind,
                mention=source_span(reading, attribution.mention, attribution.cue) if attribution.mention else None,
            )
            for attribution in compose(reading, with_echoes(reading, choose(reading)))
        )
    )


def show(label: str, table: Table) -> None:
    found, attributed, related = table.detection.f1, table.attribution.f1, table.relation.f1
    print(f"{label:8} found {found:.4f}  with the right source {attributed:.4f}  relations {related:.4f}", flush=True)


if __name__ == "__main__":
    main()
