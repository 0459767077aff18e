"""Train every weight of `articles/text` from a corpus of annotated attributions; the same corpus makes the same files.

    python -m benchmarks.train_attribution ../shared/news/polnear/train [--only ordinary tagger cues ranker reports confidence]

Only the training split is read. Nothing of its text is kept: weights belong to words that are common in lower case,
to tags and to shapes.
"""

import argparse
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from articles.text.evaluation.corpus import read_corpus
from articles.text.weights import by_weight

from .attribution import confidence, cues, folder, ordinary, tagger
from .attribution.folder import weights_of
from .attribution.lessons import (
    CONTENTS,
    RANKER,
    SUBJECTS,
    Lesson,
    british,
    lessons,
    mapped,
    ranker_examples,
    report_examples,
    subjects_without_parts,
)

STAGES = ("ordinary", "tagger", "cues", "ranker", "reports", "confidence")
HELD_OUT = 10


@dataclass(frozen=True, slots=True)
class Learned:
    """The weights of the three linear models."""

    ranker: dict[str, float]
    subjects: dict[str, float]
    contents: dict[str, float]


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
    subjects, _ = report_examples(taught)
    examples = ranker_examples([*taught, *british(taught)], subjects_without_parts(taught, subjects))
    write("ranker", by_weight(examples.train(RANKER)))


def train_reports(corpus: Path) -> None:
    subjects, contents = report_examples(lessons(corpus))
    write("subjects", by_weight(subjects.train(SUBJECTS)))
    write("contents", by_weight(contents.train(CONTENTS)))


def train_confidence(corpus: Path) -> None:
    """Learn once more without every tenth article, and see how often the answers on those are right."""
    every = lessons(corpus)
    learned = _learn([lesson for number, lesson in enumerate(every) if number % HELD_OUT])
    with weights_of(ranker=learned.ranker, subjects=learned.subjects, contents=learned.contents):
        found = [row for lesson in every[::HELD_OUT] for row in confidence.judged(lesson.article, lesson.likely)]
    write("confidence", confidence.fitted(found))


def _learn(taught: list[Lesson]) -> Learned:
    subjects, contents = report_examples(taught)
    ranker = ranker_examples(taught, subjects_without_parts(taught, subjects))
    return Learned(ranker.train(RANKER), subjects.train(SUBJECTS), contents.train(CONTENTS))


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
