"""The articles to learn from, each with cue likelihoods that don't know it, and the examples they give.

The ranker asks both models of reported speech. So that it learns how far to trust them on articles that none has seen,
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

Weights = dict[str, dict[str, float]]
"""Weights by feature, by name of the model."""
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


def reports_without_parts(taught: Sequence[Lesson]) -> list[Weights]:
    """For each part of the corpus, the weights of reported speech learned from the others, by name of the model."""
    subjects, contents = report_examples(taught)
    others = [[k for k, lesson in enumerate(taught) if lesson.part != part] for part in range(PARTS)]
    return [
        {"subjects": subjects.train(SUBJECTS, numbers), "contents": contents.train(CONTENTS, numbers)}
        for numbers in others
    ]


def ranker_examples(taught: Sequence[Lesson], without: Sequence[Weights]) -> Examples:
    """Examples of the ranker, under the numbers of the lessons; `without` is what `reports_without_parts` gave."""
    found = Examples()
    for part, weights in enumerate(without):
        numbers = [number for number, lesson in enumerate(taught) if lesson.part == part]
        with weights_of(**weights):
            for number, examples in zip(numbers, mapped(_ranks, [taught[k] for k in numbers]), strict=True):
                found.add(number, examples)
    return found


def learned_elsewhere(taught: Sequence[Lesson], parts: Iterable[int] = range(PARTS)) -> Iterator[list[Lesson]]:
    """The lessons of each part in turn, while extraction uses weights that were learned from the other parts.

    The ranker and both models of reported speech are learned anew; the tagger's and others' have seen all articles.
    """
    without = reports_without_parts(taught)
    twice = [*taught, *british(taught)]
    ranks = ranker_examples(twice, without)
    for part in parts:
        learned = ranks.train(RANKER, [number for number, lesson in enumerate(twice) if lesson.part != part])
        with weights_of(ranker=learned, **without[part]):
            yield [lesson for lesson in taught if lesson.part == part]


def mapped(function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
    """`map`, in several processes."""
    with Pool(PROCESSES) as pool:
        yield from pool.imap(function, items, 8)


def _reports(lesson: Lesson) -> tuple[list[Example], list[Example]]:
    return reports.examples(lesson.article, lesson.likely)


def _ranks(lesson: Lesson) -> list[Example]:
    return list(ranker.examples(lesson.article, lesson.likely))
