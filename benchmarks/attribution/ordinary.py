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


def ordinary(articles: Iterable[Annotated]) -> str:
    """The words, in the order of the alphabet, with a blank between two."""
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
    return " ".join(sorted(word for word in small if spread[word] >= LEAST and small[word] >= OFTENER * capital[word]))
