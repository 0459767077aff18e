"""The trained weights of this package, read when first needed; `benchmarks/train_attribution.py` makes them."""

import json
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).with_name("trained")


@cache
def load(name: str) -> Any:
    """What the training wrote under that name."""
    with (FOLDER / f"{name}.json").open(encoding="utf-8") as file:
        return json.load(file)


class Linear:
    """A linear model over named features."""

    def __init__(self, weights: dict[str, float]) -> None:
        self.weights = weights

    def score(self, features: list[str]) -> float:
        """The sum of the weights of the features; unknown ones count nothing."""
        return sum(filter(None, map(self.weights.get, features)), 0.0)


@cache
def linear(name: str) -> Linear:
    """The linear model of that name."""
    return Linear(by_feature(load(name)))


def by_weight(weights: dict[str, float]) -> dict[str, str]:
    """The features of every weight, blanks between them: half the size of naming the weight of every feature."""
    features: dict[str, list[str]] = {}
    for name in sorted(weights):
        features.setdefault(str(weights[name]), []).append(name)
    return {weight: " ".join(names) for weight, names in features.items()}


def by_feature(features: dict[str, str]) -> dict[str, float]:
    """`by_weight` undone."""
    weights: dict[str, float] = {}
    for weight, names in features.items():
        weights.update(dict.fromkeys(names.split(" "), float(weight)))
    return weights
