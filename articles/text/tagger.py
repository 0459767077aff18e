"""Parts of speech by an averaged perceptron (Collins 2002), over coarse Penn tags.

Features name only words that are common in lower case, so that no person or place of the
training corpus is remembered; everything else is seen by its shape, its ending and its neighbours.
"""

from collections.abc import Iterable, Sequence
from functools import cache

from .lexicon import words
from .tokens import Token
from .weights import load

INVERTED = frozenset(("said", "says", "asked", "added", "wrote", "replied", "tweeted"))
"""Verbs that may begin a sentence before their subject: "Said Ellis: …"."""
NAME_PARTICLES = words("van von der den de del della di da dos du ter ten bin ibn ben al el")
OWN, CONTEXT = 3, 7
"""The first features are the word's own, those up to `CONTEXT` the tags' before it: their sums are kept."""
MOST_SUMS = 50_000
NOTHING: dict[str, float] = {}
START, END, RARE = "-s-", "-e-", "-r-"


class Tagger:
    """Tags a sentence from left to right with trained weights."""

    def __init__(self, *, certain: dict[str, str], vocabulary: Iterable[str], weights: dict[str, dict[str, float]]):
        self.certain = certain
        self.vocabulary = frozenset(vocabulary) | frozenset(certain)
        self.weights = weights
        self.sums: dict[tuple[str, ...], dict[str, float]] = {}

    def tag(self, words: Sequence[str]) -> list[str]:
        """One coarse Penn tag a word."""
        lower = [word.lower().replace("’", "'") for word in words]
        shapes = [shape(word) for word in words]
        known = [word if word in self.vocabulary else RARE for word in lower]
        before, last = START, START
        tags = []
        for number, word in enumerate(lower):
            tag = self.certain.get(word) if shapes[number] not in "XA" else None
            if tag is None:
                tag = self._quick_best(features(number, lower, known, shapes, last, before))
            tags.append(tag)
            before, last = last, tag
        return tags

    def best(self, names: Iterable[str]) -> str:
        """The tag with the largest sum of weights."""
        return _largest(self._added({}, names))

    def _added(self, scores: dict[str, float], names: Iterable[str]) -> dict[str, float]:
        for name in names:
            for tag, weight in self.weights.get(name, NOTHING).items():
                scores[tag] = scores.get(tag, 0) + weight
        return scores

    def _quick_best(self, names: tuple[str, ...]) -> str:
        """`best`, with the sums of the word's own features and of the tags before it kept."""
        scores = self._kept(names[:OWN]).copy()
        for tag, weight in self._kept(names[OWN:CONTEXT]).items():
            scores[tag] = scores.get(tag, 0) + weight
        return _largest(self._added(scores, names[CONTEXT:]))

    def _kept(self, names: tuple[str, ...]) -> dict[str, float]:
        found = self.sums.get(names)
        if found is None:
            if len(self.sums) >= MOST_SUMS:
                self.sums.clear()
            found = self.sums[names] = self._added({}, names)
        return found


def _largest(scores: dict[str, float]) -> str:
    if not scores:
        return "NN"
    most = max(scores.values())
    return max([tag for tag, score in scores.items() if score == most])


def shape(word: str) -> str:
    """d digits, A capitals, X capitalised, x lower case, . anything else."""
    first = word[0]
    if first.isdigit():
        return "d"
    if len(word) > 1 and word.isupper():
        return "A"
    if first.isupper():
        return "X"
    return "x" if first.isalpha() else "."


def features(
    number: int, lower: Sequence[str], known: Sequence[str], shapes: Sequence[str], last: str, before: str
) -> tuple[str, ...]:
    """The names of what the tagger looks at for word `number`, given the two tags before it."""
    word, here = lower[number], known[number]
    form = shapes[number] + ("0" if number == 0 else "")
    left = known[number - 1] if number else START
    left2 = known[number - 2] if number > 1 else START
    right = known[number + 1] if number + 1 < len(known) else END
    right2 = known[number + 2] if number + 2 < len(known) else END
    ending = lower[number + 1][-3:] if number + 1 < len(lower) else END
    around = (
        (shapes[number - 1] if number else START) + form + (shapes[number + 1] if number + 1 < len(shapes) else END)
    )
    return (
        "w" + here + form[0],
        "3" + word[-3:] + form if form[0] not in "XA" else "3" + form,
        "2" + word[-2:] + form[0],
        "t" + last,
        "u" + last + before,
        "f" + last + form,
        "b",
        "s" + around,
        "v" + last + here,
        "l" + left,
        "m" + left2,
        "r" + right,
        "q" + right2,
        "e" + ending + form[0],
        "g" + last + right,
    )


@cache
def trained() -> Tagger:
    """The tagger with the weights of this package."""
    data = load("tagger")
    return Tagger(certain=data["certain"], vocabulary=data["vocabulary"], weights=data["weights"])


def tag(sentence: Sequence[Token]) -> None:
    """Set the tag of every token of a sentence."""
    for token, name in zip(sentence, trained().tag([token.text for token in sentence]), strict=True):
        token.tag = _corrected(token, name)
    if len(sentence) > 1 and sentence[0].lower in INVERTED and sentence[1].tag in ("NNP", "PRP", "DT"):
        sentence[0].tag = "VBD"
    _mend_names(sentence)


def _mend_names(sentence: Sequence[Token]) -> None:
    """Particles and capitalised words within a name are part of it: "Mr de Lacy-Roche", "van der Aalst", "Mac an Rí"."""
    for number in range(len(sentence) - 1, -1, -1):
        token = sentence[number]
        following = sentence[number + 1] if number + 1 < len(sentence) else None
        before = sentence[number - 1] if number else None
        article = before is not None and before.tag == "DT"
        if token.lower in NAME_PARTICLES and not article and following is not None and following.text[0].isupper():
            token.tag = following.tag = "NNP"
        elif token.lower in NAME_PARTICLES and following is not None and following.lower in NAME_PARTICLES:
            token.tag = following.tag
        elif before is None or not token.text[0].isupper() or token.tag not in ("JJ", "NN", "VBN", "VB", "VBG"):
            continue
        elif before.tag == "NNP" and before.text[0].isupper() and "-" in token.text:
            token.tag = "NNP"
    for number in range(1, len(sentence) - 1):
        if sentence[number].text == "an" and sentence[number - 1].text in ("Mac", "Mhic", "Nic", "Ní", "Ó"):
            sentence[number].tag = "NNP"


def _corrected(token: Token, name: str) -> str:
    if token.text in '"“”„«»``':
        return "Q"
    if token.text[0] == "@" and len(token.text) > 1:
        return "NNP"
    return name
