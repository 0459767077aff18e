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
        get = self.weights.get
        return sum([get(feature, 0.0) for feature in features])


@cache
def linear(name: str) -> Linear:
    """The linear model of that name."""
    return Linear(load(name))
