"""Count how often each word is a cue."""

from collections import Counter
from collections.abc import Iterable

from articles.text.evaluation.corpus import Annotated
from articles.text.reading import read

LEAST = 0.01


def likelihoods(articles: Iterable[Annotated]) -> dict[str, float]:
    """P(part of a cue | word, outside quotation marks), words never seen in lower case left out."""
    seen: Counter = Counter()
    cues: Counter = Counter()
    for article in articles:
        inside = {k for attribution in article.attributions for span in attribution.cue for k in range(*span)}
        for token in read(article.text).tokens:
            if token.segment >= 0 or token.tag == "NNP" or not token.lower[0].isalpha():
                continue
            seen[token.lower] += 1
            cues[token.lower] += token.start in inside
    rates = {word: round(count / (seen[word] + 1), 3) for word, count in sorted(cues.items()) if count >= 2}
    return {word: rate for word, rate in rates.items() if rate >= LEAST}
