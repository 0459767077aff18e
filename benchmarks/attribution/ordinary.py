"""Find the words of a corpus that are written in small letters."""

import re
from collections import Counter
from collections.abc import Iterable

from articles.text.evaluation.corpus import Annotated

WORD = re.compile(r"(?<![\w@#/.'’-])[A-Za-z][a-z]{2,}(?:-[a-z]+)*(?![\w'’@-]|\.\w)")
"""No part of an address, a hashtag or a word with a capital inside."""
LEAST = 2
"""Articles a word stands in."""
OFTENER = 4
"""How many times as often as with a capital behind a word in small letters."""


def ordinary(articles: Iterable[Annotated]) -> dict[str, str]:
    """The words that are "ordinary" and those that stand with a capital within sentences "too", blanks between them."""
    small, capital, spread = Counter(), Counter(), Counter()
    for article in articles:
        text, here = article.text, Counter()
        for found in WORD.finditer(text):
            word, start = found.group(), found.start()
            if word.islower():
                here[word] += 1
            elif start > 1 and text[start - 1] == " " and text[start - 2].islower():
                capital[word.lower()] += 1
        small.update(here)
        spread.update(here.keys())
    known = sorted(word for word in small if spread[word] >= LEAST)
    return {
        "ordinary": " ".join(word for word in known if small[word] >= OFTENER * capital[word]),
        "too": " ".join(word for word in known if small[word] < OFTENER * capital[word]),
    }
