"""Train every weight of `articles/text` from a corpus of annotated attributions; the same corpus makes the same files.

    python -m benchmarks.train_attribution ../shared/news/polnear/train [--only ordinary tagger cues ranker reports confidence]

Only the training split is read. Nothing of its text is kept: weights belong to words that are common in lower case,
to tags and to shapes.
"""

import argparse
import time
from pathlib import Path
from typing import Any

from articles.text.evaluation.corpus import read_corpus
from articles.text.weights import by_weight

from .attribution import confidence, cues, folder, ordinary, tagger
from .attribution.lessons import (
    CONTENTS,
    RANKER,
    SUBJECTS,
    british,
    learned_elsewhere,
    lessons,
    mapped,
    ranker_examples,
    report_examples,
    reports_without_parts,
)

STAGES = ("ordinary", "tagger", "cues", "ranker", "reports", "confidence")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("corpus", type=Path, help="folder of the training split")
    parser.add_argument("--only", nargs="+", choices=STAGES, default=STAGES, help="train only these")
    options = parser.parse_args()
    start = time.monotonic()
    for stage in options.only:
        print(f"{stage} …", flush=True)
        TRAINERS[stage](options.corpus)
        print(f"{stage}: done after {time.monotonic() - start:.0f} s", flush=True)


def train_ordinary(corpus: Path) -> None:
    write("ordinary", ordinary.ordinary(read_corpus(corpus)))


def train_tagger(corpus: Path) -> None:
    write("tagger", tagger.train(list(tagger.tagged_sentences(corpus))))


def train_cues(corpus: Path) -> None:
    write("cues", cues.likelihoods(cues.total(mapped(cues.count, read_corpus(corpus)))))


def train_ranker(corpus: Path) -> None:
    taught = lessons(corpus)
    examples = ranker_examples([*taught, *british(taught)], reports_without_parts(taught))
    write("ranker", by_weight(examples.train(RANKER)))


def train_reports(corpus: Path) -> None:
    subjects, contents = report_examples(lessons(corpus))
    write("subjects", by_weight(subjects.train(SUBJECTS)))
    write("contents", by_weight(contents.train(CONTENTS)))


def train_confidence(corpus: Path) -> None:
    """See for each part of the corpus how often the answers of weights learned from the others are right."""
    parts = learned_elsewhere(lessons(corpus))
    found = [row for held in parts for rows in mapped(confidence.judged, held) for row in rows]
    write("confidence", confidence.fitted(found))


def write(name: str, found: Any) -> None:
    print(f"  {name}: {folder.write(name, found) / 1000:.0f} kB", flush=True)


TRAINERS = {
    "ordinary": train_ordinary,
    "tagger": train_tagger,
    "cues": train_cues,
    "ranker": train_ranker,
    "reports": train_reports,
    "confidence": train_confidence,
}

if __name__ == "__main__":
    main()
