"""Train the part-of-speech tagger: averaged perceptron with greedy decoding."""

import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from articles.text import tagger
from articles.text.evaluation.corpus import read_corpus, read_tags

COARSE = {
    "NNPS": "NNP", "``": "Q", "''": "Q", "-LRB-": "(", "-RRB-": ")", "WP$": "PRP$", "JJR": "JJ", "JJS": "JJ", "RBR": "RB",
    "RBS": "RB", "FW": "NN", "LS": "CD", "UH": "RB", "SYM": ".", "#": ".", "PDT": "DT",
}  # fmt: skip
EPOCHS = 4
SMALLEST = 2
"""Weights below are dropped: they decide nothing and fill the package."""

Sentence = tuple[list[str], list[str]]


def tagged_sentences(folder: Path) -> Iterator[Sentence]:
    """Words and coarse tags of each sentence of a split."""
    texts = {article.name: article.text for article in read_corpus(folder)}
    for name, sentences in read_tags(folder):
        for sentence in sentences:
            words = [texts[name][start:end] for start, end, _ in sentence]
            if all(word.strip() for word in words):
                yield words, [COARSE.get(tag, tag) for _, _, tag in sentence]


def train(sentences: list[Sentence], *, seed: int = 1) -> dict:
    """The weights file of the tagger."""
    certain, vocabulary = _lexicon(sentences)
    learner = _Perceptron(certain, vocabulary)
    shuffler = random.Random(seed)
    for epoch in range(EPOCHS):
        shuffler.shuffle(sentences)
        wrong = sum(learner.learn(words, tags) for words, tags in sentences)
        print(f"tagger: pass {epoch + 1}, {wrong} corrections", flush=True)
    return {"certain": certain, "vocabulary": sorted(vocabulary - certain.keys()), "weights": learner.averaged()}


def accuracy(sentences: list[Sentence], data: dict) -> float:
    """The share of words tagged as in the corpus."""
    model = tagger.Tagger(**data)
    right = total = 0
    for words, tags in sentences:
        right += sum(a == b for a, b in zip(model.tag(words), tags, strict=True))
        total += len(tags)
    return right / total


def _lexicon(sentences: list[Sentence]) -> tuple[dict[str, str], set[str]]:
    """Words of one tag only, and the words frequent in lower case."""
    counts: dict[str, Counter] = defaultdict(Counter)
    for words, tags in sentences:
        for word, tag in zip(words, tags, strict=True):
            if tagger.shape(word) not in "XA":
                counts[word.lower().replace("’", "'")][tag] += 1
    certain, vocabulary = {}, set()
    for word, tags in sorted(counts.items()):
        total = sum(tags.values())
        tag, most = tags.most_common(1)[0]
        if total >= 20 and most / total >= 0.995:
            certain[word] = tag
        elif total >= 12 and tag != "NNP":
            vocabulary.add(word)
    return certain, vocabulary


class _Perceptron:
    def __init__(self, certain: dict[str, str], vocabulary: set[str]) -> None:
        self.model = tagger.Tagger(certain=certain, vocabulary=vocabulary, weights={})
        self.totals: dict[tuple[str, str], float] = defaultdict(float)
        self.changed: dict[tuple[str, str], int] = {}
        self.seen: Counter = Counter()
        self.step = 0

    def learn(self, words: list[str], tags: list[str]) -> int:
        """Tag a sentence, correct the weights where it went wrong, and return how often it did."""
        lower = [word.lower().replace("’", "'") for word in words]
        shapes = [tagger.shape(word) for word in words]
        known = [word if word in self.model.vocabulary else tagger.RARE for word in lower]
        before, last, wrong = tagger.START, tagger.START, 0
        for number, word in enumerate(lower):
            tag = self.model.certain.get(word) if shapes[number] not in "XA" else None
            if tag is None:
                names = tagger.features(number, lower, known, shapes, last, before)
                tag = self.model.best(names)
                self.step += 1
                if tag != tags[number]:
                    wrong += 1
                    for name in names:
                        self._change(name, tags[number], 1.0)
                        self._change(name, tag, -1.0)
            before, last = last, tag
        return wrong

    def _change(self, name: str, tag: str, by: float) -> None:
        row = self.model.weights.setdefault(name, {})
        key = name, tag
        self.seen[name] += 1
        self.totals[key] += (self.step - self.changed.get(key, 0)) * row.get(tag, 0.0)
        self.changed[key] = self.step
        row[tag] = row.get(tag, 0.0) + by

    def averaged(self) -> dict[str, dict[str, float]]:
        """The mean of every weight over all steps, small and rare ones left out."""
        kept: dict[str, dict[str, float]] = {}
        for name, row in sorted(self.model.weights.items()):
            if self.seen[name] < 6:
                continue
            for tag, weight in sorted(row.items()):
                key = name, tag
                mean = (self.totals[key] + (self.step - self.changed[key]) * weight) / self.step
                if abs(mean) >= SMALLEST:
                    kept.setdefault(name, {})[tag] = round(mean)
        return kept
