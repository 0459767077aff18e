"""Which terms of a dictionary a pattern, a misspelt word or a range stands for."""

import re

import numpy as np
from whoosh import query

from .layout import decoded, encoded


def terms_of(node, dictionary, reader):
    """Ascending numbers of the terms a Whoosh multi-term query stands for; `reader()` serves kinds unknown here."""
    if isinstance(node, query.Prefix):
        return np.arange(*dictionary.range(encoded(node.text)))
    if isinstance(node, query.FuzzyTerm):
        return near(dictionary, node.text, node.maxdist, node.prefixlength)[0]
    if isinstance(node, query.PatternQuery):
        return _pattern(node, dictionary)
    if isinstance(node, query.TermRange):
        return _range(node, dictionary)
    found = {dictionary.find(encoded(term)) for term in node._btexts(reader())}
    return np.array(sorted(found - {-1}), np.int64)


def _range(node, dictionary):
    low, high = 0, len(dictionary)
    if node.start is not None:
        start = encoded(node.start)
        low = dictionary.lower(start) + (node.startexcl and dictionary.find(start) >= 0)
    if node.end is not None:
        end = encoded(node.end)
        high = dictionary.lower(end) + (not node.endexcl and dictionary.find(end) >= 0)
    return np.arange(low, max(low, high))


def _pattern(node, dictionary):
    """Wildcards and expressions: search the text of the terms for the longest literal, then try those few."""
    low, high = dictionary.range(encoded(node._find_prefix(node.text) or ""))
    literals = re.findall(r"\w+", node.text) if isinstance(node, query.Wildcard) and "[" not in node.text else []
    if literals:
        numbers = dictionary.holding([encoded(max(literals, key=len))], low, high)
    else:
        numbers = np.arange(low, high)
    matches = re.compile(node._get_pattern()).match
    return np.array([number for number in numbers.tolist() if matches(decoded(dictionary[number]))], np.int64)


def near(dictionary, word, distance, prefix=0):
    """Ascending numbers of the terms within `distance` edits of `word` that share its first `prefix` characters, and
    their distances (Levenshtein). One of distance + 1 pieces of the word must stand unchanged in each of them."""
    low, high = dictionary.range(encoded(word[:prefix]))
    rest = word[prefix:]
    if len(rest) > distance:
        cuts = [len(rest) * i // (distance + 1) for i in range(distance + 2)]
        pieces = [encoded(rest[start:end]) for start, end in zip(cuts, cuts[1:], strict=False)]
        numbers = dictionary.holding(pieces, low, high)
    else:
        numbers = np.arange(low, high)
    widths = np.diff(dictionary.at)[numbers].astype(np.int64) - 1
    shortest = len(encoded(word)) - 4 * distance
    numbers = numbers[(widths >= shortest) & (widths <= len(encoded(word)) + 4 * distance)]
    terms = [decoded(dictionary[number]) for number in numbers.tolist()]
    close = [i for i, term in enumerate(terms) if abs(len(term) - len(word)) <= distance]
    if not close:
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    distances = _distances([terms[i] for i in close], word, len(word) + distance)
    kept = np.flatnonzero(distances <= distance)
    return numbers[close][kept], distances[kept]


def _distances(terms, word, width):
    """Levenshtein distance of each term (at most `width` characters) to `word`, a row of the table at a time for all."""
    letters = np.zeros((len(terms), width), np.uint32)
    for i, term in enumerate(terms):
        letters[i, : len(term)] = [ord(letter) for letter in term]
    steps = np.arange(width + 1, dtype=np.int16)
    row = np.tile(steps, (len(terms), 1))
    for i, letter in enumerate(word):
        new = np.empty_like(row)
        new[:, 0] = i + 1
        np.minimum(row[:, 1:] + 1, row[:, :-1] + (letters != ord(letter)), out=new[:, 1:])
        row = np.minimum.accumulate(new - steps, axis=1) + steps
    return row[np.arange(len(terms)), [len(term) for term in terms]]
