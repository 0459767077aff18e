"""Learn to rank: a softmax over the candidates of an example, all right ones taken as one event.

Where there are several ways to judge what is right, the loss is the mean of theirs.
Sparse features and a Gaussian prior, minimised over all examples at once by SciPy's L-BFGS, so that neither an order
of examples nor a random number has a say. Small and rare weights are dropped and what is left is rounded, so that
the file stays small and the same on every machine.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy
from scipy.optimize import minimize

Example = tuple[list[list[str]], tuple[list[int], ...]]
"""Features of each candidate, and the indexes of the right ones, by every way to judge."""
ENOUGH = 1e-5
"""The part of the loss below which a step is the last."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How to learn."""

    penalty: float
    """Half of it is paid for the square of each weight."""
    rarest: int
    """Features in fewer candidates are left out."""
    smallest: float
    """Weights closer to zero are left out."""
    steps: int = 100


@dataclass(frozen=True, slots=True)
class _Numbered:
    """The examples of one article, one after the other, as numbers of features."""

    features: numpy.ndarray
    lengths: numpy.ndarray
    """How many features each candidate has."""
    right: numpy.ndarray
    """For every way to judge, which candidates are right."""
    sizes: numpy.ndarray
    """How many candidates each example has."""


class Examples:
    """The examples of many articles, kept small by numbering their features."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._articles: dict[int, _Numbered] = {}

    def add(self, article: int, examples: Sequence[Example]) -> None:
        """The examples of the article of that number."""
        candidates = [option for options, _ in examples for option in options]
        number = self._numbers.setdefault
        ways = len(examples[0][1]) if examples else 0
        self._articles[article] = _Numbered(
            numpy.array(
                [number(name, len(self._numbers)) for option in candidates for name in option], dtype=numpy.int32
            ),
            numpy.array([len(option) for option in candidates], dtype=numpy.int64),
            numpy.array([_marked(way, examples) for way in range(ways)], dtype=bool),
            numpy.array([len(options) for options, _ in examples], dtype=numpy.int64),
        )

    def train(self, settings: Settings, articles: Iterable[int] | None = None) -> dict[str, float]:
        """Weights by feature name, learned from the articles of those numbers, from all unless told."""
        chosen = [self._articles[number] for number in sorted(self._articles if articles is None else articles)]
        loss = _Loss(chosen, settings, len(self._numbers))
        found = minimize(
            loss,
            numpy.zeros(loss.kept.sum()),
            jac=True,
            method="L-BFGS-B",
            options={"maxiter": settings.steps, "ftol": ENOUGH},
        )
        print(f"  loss {found.fun:.0f} over {len(found.x)} features", flush=True)
        names = (name for name, kept in zip(self._numbers, loss.kept, strict=True) if kept)
        return {
            name: round(float(weight), 2)
            for name, weight in zip(names, found.x, strict=True)
            if abs(weight) >= settings.smallest
        }


def _marked(way: int, examples: Sequence[Example]) -> list[bool]:
    """Whether each candidate is right, judged that way."""
    return [k in right[way] for options, right in examples for k in range(len(options))]


class _Loss:
    """The negative log-likelihood of the right candidates, prior included, and its slope."""

    def __init__(self, articles: Sequence[_Numbered], settings: Settings, names: int) -> None:
        articles = [article for article in articles if len(article.sizes)]
        features = numpy.concatenate([article.features for article in articles])
        lengths = numpy.concatenate([article.lengths for article in articles])
        sizes = numpy.concatenate([article.sizes for article in articles])
        self.penalty = settings.penalty
        self.right = numpy.concatenate([article.right for article in articles], axis=1)
        self.kept = numpy.bincount(features, minlength=names) >= settings.rarest
        kept = self.kept[features]
        self.owner = numpy.repeat(numpy.arange(len(lengths)), lengths)[kept]
        self.features = (numpy.cumsum(self.kept) - 1)[features[kept]]
        by_feature = numpy.argsort(self.features, kind="stable")
        self.owner_by_feature = self.owner[by_feature]
        self.first_by_feature = numpy.searchsorted(self.features[by_feature], numpy.arange(self.kept.sum()))
        self.first = numpy.concatenate([[0], numpy.cumsum(sizes)[:-1]])
        self.example = numpy.repeat(numpy.arange(len(sizes)), sizes)

    def __call__(self, weights: numpy.ndarray) -> tuple[float, numpy.ndarray]:
        scores = numpy.bincount(self.owner, weights[self.features], len(self.example))
        odds = numpy.exp(scores - numpy.maximum.reduceat(scores, self.first)[self.example])
        every = numpy.add.reduceat(odds, self.first)
        loss, off = self.penalty / 2 * (weights @ weights), odds / every[self.example]
        for way in self.right:
            right = numpy.maximum(numpy.add.reduceat(numpy.where(way, odds, 0.0), self.first), 1e-300)
            loss += numpy.log(every / right).sum() / len(self.right)
            off -= numpy.where(way, odds / right[self.example], 0.0) / len(self.right)
        slope = numpy.add.reduceat(off[self.owner_by_feature], self.first_by_feature) + self.penalty * weights
        return float(loss), slope
