"""Train every weight of `articles/text` from a corpus of annotated attributions; the same corpus makes the same files.

    python -m benchmarks.train_attribution ../shared/news/polnear/train [--only tagger cues ranker reports confidence]

Only the training split is read. Nothing of its text is kept: weights belong to words that are common in lower case,
to tags and to shapes.
"""

import argparse
import json
import shutil
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from multiprocessing import Pool
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from articles.text.evaluation.corpus import Annotated, read_corpus
from articles.text.weights import FOLDER, by_weight

from .attribution import confidence, cues, ranker, reports, softmax, tagger
from .attribution.british import rewrite

STAGES = ("tagger", "cues", "ranker", "reports", "confidence")
FOLDS = 20
BRITISH_EVERY = 2
"""Of so many articles one is learned from in British marks as well."""
RANKER = softmax.Settings(passes=10, shrink=3e-2, rarest=6, seeds=(3, 5, 8))
SUBJECTS = softmax.Settings(passes=8, shrink=5e-3, rarest=20, smallest=0.1)
CONTENTS = softmax.Settings(passes=8, shrink=5e-3, rarest=10, smallest=0.1)
HELD_OUT = 10
PROCESSES = 2


@dataclass(frozen=True, slots=True)
class Lesson:
    """An article, and the cue likelihoods counted without its part of the corpus."""

    article: Annotated
    likely: dict[str, float]


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


def train_tagger(corpus: Path) -> None:
    write("tagger", tagger.train(list(tagger.tagged_sentences(corpus))))


def train_cues(corpus: Path) -> None:
    with Pool(PROCESSES) as pool:
        counts = pool.map(cues.count, read_corpus(corpus), 8)
    write("cues", cues.likelihoods(cues.total(counts)))


def train_ranker(corpus: Path) -> None:
    write("ranker", by_weight(softmax.train(ranker_examples(lessons(corpus, british=True)), RANKER)))


def train_reports(corpus: Path) -> None:
    subjects, contents = report_examples(lessons(corpus))
    write("subjects", by_weight(softmax.train(subjects, SUBJECTS)))
    write("contents", by_weight(softmax.train(contents, CONTENTS)))


def train_confidence(corpus: Path) -> None:
    """Learn once more without every tenth article, and see how often the answers on those are right."""
    every = list(lessons(corpus))
    held = every[::HELD_OUT]
    learned = [lesson for number, lesson in enumerate(every) if number % HELD_OUT]
    subjects, contents = report_examples(learned)
    with TemporaryDirectory() as name:
        folder = Path(name)
        for path in FOLDER.glob("*.json"):
            shutil.copy(path, folder)
        write("ranker", by_weight(softmax.train(ranker_examples(learned), RANKER)), folder)
        write("subjects", by_weight(softmax.train(subjects, SUBJECTS)), folder)
        write("contents", by_weight(softmax.train(contents, CONTENTS)), folder)
        with confidence.weights_in(folder):
            found = [row for lesson in held for row in confidence.judged(lesson.article, lesson.likely)]
    write("confidence", confidence.fitted(found))


def ranker_examples(taught: Iterable[Lesson]) -> list[softmax.Example]:
    with Pool(PROCESSES) as pool:
        return [example for found in pool.imap(_ranker_examples, taught, 8) for example in found]


def report_examples(taught: Iterable[Lesson]) -> tuple[list[softmax.Example], list[softmax.Example]]:
    with Pool(PROCESSES) as pool:
        found = pool.map(_report_examples, taught, 8)
    return [example for first, _ in found for example in first], [example for _, second in found for example in second]


def lessons(corpus: Path, *, british: bool = False) -> Iterator[Lesson]:
    """The articles, each with likelihoods that don't know it; then some of them in British marks."""
    articles = list(read_corpus(corpus))
    with Pool(PROCESSES) as pool:
        counts = pool.map(cues.count, articles, 8)
    every = cues.total(counts)
    folds = [cues.likelihoods(every.without(cues.total(counts[fold::FOLDS]))) for fold in range(FOLDS)]
    for number, article in enumerate(articles):
        yield Lesson(article, folds[number % FOLDS])
    if british:
        for number, article in enumerate(articles[::BRITISH_EVERY]):
            yield Lesson(rewrite(article).article, folds[number * BRITISH_EVERY % FOLDS])


def _ranker_examples(lesson: Lesson) -> list[softmax.Example]:
    return list(ranker.examples(lesson.article, lesson.likely))


def _report_examples(lesson: Lesson) -> tuple[list[softmax.Example], list[softmax.Example]]:
    return reports.examples(lesson.article, lesson.likely)


def write(name: str, weights: Any, folder: Path = FOLDER) -> None:
    """Write a weights file, of the package unless told otherwise."""
    text = json.dumps(weights, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    (folder / f"{name}.json").write_text(text + "\n", encoding="utf-8")
    print(f"  {name}: {len(text) / 1000:.0f} kB", flush=True)


TRAINERS = {
    "tagger": train_tagger,
    "cues": train_cues,
    "ranker": train_ranker,
    "reports": train_reports,
    "confidence": train_confidence,
}

if __name__ == "__main__":
    main()
