"""Learn to rank: a softmax over the candidates of an example, all right ones taken as one event.

Sparse features, AdaGrad with L2, weights averaged over the last passes; then small and rare weights
are dropped and what is left is rounded, so that the file stays small and the same on every machine.
"""

import random
from collections import Counter
from dataclasses import dataclass

import numpy

Example = tuple[list[list[str]], list[int]]
"""Features of each candidate, and the indexes of the right ones."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How to learn."""

    passes: int = 10
    rate: float = 0.1
    shrink: float = 3e-3
    rarest: int = 6
    smallest: float = 0.05
    batch: int = 8
    seeds: tuple[int, ...] = (3,)
    """Orders of the examples; the weights of all of them are averaged, which evens out the luck of one."""


class _Packed:
    """Examples as arrays of feature numbers."""

    def __init__(self, examples: list[Example], settings: Settings) -> None:
        seen = Counter(name for options, _ in examples for option in options for name in option)
        self.names = sorted(name for name, count in seen.items() if count >= settings.rarest)
        number = {name: k for k, name in enumerate(self.names)}
        self.rows = [self._pack(options, right, number) for options, right in examples]

    @staticmethod
    def _pack(options: list[list[str]], right: list[int], number: dict[str, int]):
        features = [[number[name] for name in option if name in number] for option in options]
        owner = numpy.repeat(numpy.arange(len(options)), [len(option) for option in features])
        flat = numpy.array([k for option in features for k in option], dtype=numpy.int32)
        good = numpy.zeros(len(options), dtype=bool)
        good[right] = True
        return flat, owner.astype(numpy.int32), good


def train(examples: list[Example], settings: Settings = Settings()) -> dict[str, float]:
    """Weights by feature name."""
    packed = _Packed(examples, settings)
    mean = sum(_learn(packed, settings, seed) for seed in settings.seeds) / len(settings.seeds)
    return {
        name: round(float(weight), 2)
        for name, weight in zip(packed.names, mean, strict=True)
        if abs(weight) >= settings.smallest
    }


def _learn(packed: _Packed, settings: Settings, seed: int) -> numpy.ndarray:
    """The weights of one order of the examples, averaged over the later half of the passes."""
    weights = numpy.zeros(len(packed.names))
    squares = numpy.full(len(packed.names), 1e-6)
    mean = numpy.zeros(len(packed.names))
    order = list(range(len(packed.rows)))
    shuffler = random.Random(seed)
    averaged = max(1, settings.passes // 2)
    for number in range(settings.passes):
        shuffler.shuffle(order)
        loss = hits = 0.0
        for row in order:
            row_loss, hit = _step(weights, squares, packed.rows[row], settings)
            loss += row_loss
            hits += hit
        print(f"  pass {number + 1}: loss {loss / len(order):.4f}, right {hits / len(order):.4f}", flush=True)
        if number >= settings.passes - averaged:
            mean += weights / averaged
    return mean


def _step(weights, squares, row, settings: Settings) -> tuple[float, bool]:
    flat, owner, good = row
    scores = numpy.bincount(owner, weights=weights[flat], minlength=len(good))
    scores -= scores.max()
    shares = numpy.exp(scores)
    shares /= shares.sum()
    right = shares[good].sum()
    wanted = numpy.where(good, shares / max(right, 1e-12), 0.0) - shares
    per_feature = wanted[owner]
    touched, inverse = numpy.unique(flat, return_inverse=True)
    slope = numpy.bincount(inverse, weights=per_feature) - settings.shrink * weights[touched]
    squares[touched] += slope * slope
    weights[touched] += settings.rate * slope / numpy.sqrt(squares[touched])
    return -float(numpy.log(max(right, 1e-12))), bool(good[scores.argmax()])
