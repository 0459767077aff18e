"""A made-up archive of any size for measurements: paragraphs of real articles (from a JSON Lines file with `body`)
recombined, with words exchanged, invented rare words and speakers strewn in. The first n articles are always the same."""

import json
import random
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path

SYLLABLES = [
    c + v for c in ("b", "br", "d", "f", "gr", "k", "l", "m", "n", "p", "r", "st", "t", "v", "z") for v in "aeiou"
]
CUES = ("said", "told reporters", "argued", "wrote", "insisted", "added")
FIRST_DAY, DAYS = date(2004, 1, 1), 20 * 365


def falling(number, power):
    """Cumulative weights of a natural spread: few are frequent, most are rare."""
    return list(accumulate(1 / (rank + 2.7) ** power for rank in range(number)))


class Corpus:
    """Articles and their quotes, as dicts, from the paragraphs of the articles in `source`."""

    def __init__(self, source: Path):
        lines = source.read_text(encoding="utf-8").splitlines()
        bodies = [json.loads(line)["body"] for line in lines if line.strip()]
        texts = [line.split() for body in bodies for line in body.splitlines()]
        self.paragraphs = [words for words in texts if 8 <= len(words) <= 140]
        self.words = [word for words in self.paragraphs for word in words]
        rng = random.Random(20240501)
        self.rare = ["".join(rng.choices(SYLLABLES, k=rng.choice((2, 3, 3, 4, 5)))) for _ in range(400_000)]
        self.speakers = [" ".join(rng.choices(self.rare, k=2)).title() for _ in range(20_000)]
        self.papers = [f"The {rng.choice(self.rare).title()} Herald" for _ in range(50)]
        self.speaker_weights, self.paper_weights = falling(20_000, 1.05), falling(50, 0.8)

    def _noisy(self, rng, words):
        words = list(words)
        for _ in range(max(1, len(words) // 16)):
            words[rng.randrange(len(words))] = rng.choice(self.words)
        if rng.random() < 0.5:
            words[rng.randrange(len(words))] = self.rare[int(len(self.rare) * rng.random() ** 3)]
        return words

    def article(self, number):
        """(article, its quotes) number `number`, from 1."""
        rng = random.Random(number * 7919 + 17)
        published = FIRST_DAY + timedelta(days=int(DAYS * rng.random() ** 0.7))
        paper = rng.choices(self.papers, cum_weights=self.paper_weights)[0]
        target, length, paragraphs = min(1800, max(200, rng.gauss(390, 170))), 0, []
        while length < target:
            paragraphs.append(" ".join(self._noisy(rng, rng.choice(self.paragraphs))))
            length += paragraphs[-1].count(" ") + 1
        count = max(0, round(rng.gauss(7.5, 3)))
        cast = rng.choices(self.speakers, cum_weights=self.speaker_weights, k=max(1, count // 2))
        quotes = []
        for i in range(count):
            words = self._noisy(rng, rng.choice(self.paragraphs)[: rng.randrange(8, 45)])
            speaker, text = rng.choice(cast), " ".join(words)
            quotes.append({"key": number * 100 + i, "article": number, "text": text, "speaker": speaker})
            paragraphs.insert(rng.randrange(len(paragraphs) + 1), f"“{text},” {speaker} {rng.choice(CUES)}.")
        headline = " ".join(self._noisy(rng, rng.choice(self.paragraphs)[:9]))
        common = {"published": published, "paper": paper}
        article = {"key": number, "headline": headline, "body": "\n\n".join(paragraphs), **common}
        return article, [quote | common for quote in quotes]

    def articles(self, number):
        return (self.article(i)[0] for i in range(1, number + 1))

    def quotes(self, number):
        """The quotes of the first `number` articles."""
        return (quote for i in range(1, number + 1) for quote in self.article(i)[1])
