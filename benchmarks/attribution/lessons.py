"""The articles to learn from, each with cue likelihoods that don't know it, and the examples they give.

The ranker asks the model of reported speech. So that it learns how far to trust it on articles that neither has seen,
its examples are made with weights that were learned without their part of the corpus (stacking, Wolpert 1992).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing import Pool
from pathlib import Path
from typing import TypeVar

from articles.text.evaluation.corpus import Annotated, read_corpus

from . import cues, ranker, reports
from .british import rewrite
from .folder import weights_of
from .softmax import Example, Examples, Settings

FOLDS = 20
"""Parts of the corpus for the likelihoods of cues."""
PARTS = 5
"""Parts of the corpus for the model of reported speech; each is a whole number of folds."""
BRITISH_EVERY = 2
"""Of so many articles one is learned from in British marks as well."""
PROCESSES = 2
RANKER = Settings(penalty=8, rarest=6, smallest=0.05, steps=60)
SUBJECTS = Settings(penalty=6, rarest=10, smallest=0.1)
CONTENTS = Settings(penalty=2, rarest=6, smallest=0.1)

Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Lesson:
    """An article, and the cue likelihoods counted without its part of the corpus."""

    article: Annotated
    likely: dict[str, float]
    part: int
    """The part of the corpus it belongs to, below PARTS, with marks of either kind."""


def lessons(corpus: Path) -> list[Lesson]:
    """One lesson an article, in the order of the corpus."""
    articles = list(read_corpus(corpus))
    counts = list(mapped(cues.count, articles))
    every = cues.total(counts)
    folds = [cues.likelihoods(every.without(cues.total(counts[fold::FOLDS]))) for fold in range(FOLDS)]
    return [Lesson(article, folds[k % FOLDS], k % PARTS) for k, article in enumerate(articles)]


def british(taught: Sequence[Lesson]) -> list[Lesson]:
    """Some of the lessons again, in British marks."""
    return [Lesson(rewrite(each.article).article, each.likely, each.part) for each in taught[::BRITISH_EVERY]]


def report_examples(taught: Sequence[Lesson]) -> tuple[Examples, Examples]:
    """Examples of subjects and of contents, under the numbers of the lessons."""
    subjects, contents = Examples(), Examples()
    for number, (first, second) in enumerate(mapped(_reports, taught)):
        subjects.add(number, first)
        contents.add(number, second)
    return subjects, contents


def subjects_without_parts(taught: Sequence[Lesson], subjects: Examples) -> list[dict[str, float]]:
    """For each part of the corpus, the weights of subjects learned from the others."""
    return [
        subjects.train(SUBJECTS, [k for k, lesson in enumerate(taught) if lesson.part != part]) for part in range(PARTS)
    ]


def ranker_examples(taught: Sequence[Lesson], without: Sequence[dict[str, float]]) -> Examples:
    """Examples of the ranker, under the numbers of the lessons; `without` is what `subjects_without_parts` gave."""
    found = Examples()
    for part, weights in enumerate(without):
        numbers = [number for number, lesson in enumerate(taught) if lesson.part == part]
        with weights_of(subjects=weights):
            for number, examples in zip(numbers, mapped(_ranks, [taught[k] for k in numbers]), strict=True):
                found.add(number, examples)
    return found


def mapped(function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
    """`map`, in several processes."""
    with Pool(PROCESSES) as pool:
        yield from pool.imap(function, items, 8)


def _reports(lesson: Lesson) -> tuple[list[Example], list[Example]]:
    return reports.examples(lesson.article, lesson.likely)


def _ranks(lesson: Lesson) -> list[Example]:
    return list(ranker.examples(lesson.article, lesson.likely))
