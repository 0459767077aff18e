"""Which terms of a dictionary a pattern, a misspelt word or a range stands for."""

import re
from itertools import pairwise

import numpy as np
from whoosh import query

from .layout import decoded, encoded
from .postings import distinct

_wild = {"*": rb"[^\n]*", "?": rb"(?:[^\n\x80-\xff]|[\xc0-\xff][\x80-\xbf]*)"}


def terms_of(node, dictionary, reader):
    """Ascending numbers of the terms a Whoosh multi-term query stands for; `reader()` serves kinds unknown here."""
    match node:
        case query.Every():
            return np.arange(len(dictionary))
        case query.Prefix():
            return np.arange(*dictionary.range(encoded(node.text)))
        case query.FuzzyTerm():
            return near(dictionary, node.text, node.maxdist, node.prefixlength)[0]
        case query.Wildcard() if "[" not in node.text:
            return _wildcard(node, dictionary)
    found = {dictionary.find(encoded(term)) for term in node._btexts(reader())}
    return np.array(sorted(found - {-1}), np.int64)


def _wildcard(node, dictionary):
    """Tries the pattern on the terms that begin as it does and hold its longest literal."""
    prefix, *others = re.split(r"[*?]", node.text)
    low, high = dictionary.range(encoded(prefix))
    piece = max(others, key=len, default="")
    numbers = distinct(dictionary.holding(encoded(piece), low, high)[0]) if piece else np.arange(low, high)
    letters = (_wild.get(letter) or re.escape(encoded(letter)) for letter in node.text)
    matches = re.compile(b"".join(letters) + rb"\n", re.DOTALL).match
    found = [number for number in numbers.tolist() if matches(dictionary.bytes, dictionary.starts[number])]
    return np.array(found, np.int64)


def near(dictionary, word, distance, prefix=0):
    """Ascending numbers of the terms within `distance` edits of `word` that share its first `prefix` characters, and
    their distances (Levenshtein). One of distance + 1 pieces of the word stands unchanged in each, near its place."""
    low, high = dictionary.range(encoded(word[:prefix]))
    length, rest = len(word), len(word) - prefix
    if rest > distance:
        candidates = []
        cuts = [prefix + rest * i // (distance + 1) for i in range(distance + 2)]
        for start, end in pairwise(cuts):
            numbers, at = dictionary.holding(encoded(word[start:end]), low, high)
            candidates.append(numbers[(at >= start - distance) & (dictionary.wide[numbers] | (at <= start + distance))])
        numbers = distinct(np.sort(np.concatenate(candidates)))
    else:
        numbers = np.arange(low, high)
    sizes = dictionary.at[numbers + 1] - dictionary.at[numbers]
    numbers = numbers[(sizes > length - distance) & (dictionary.wide[numbers] | (sizes <= length + distance + 1))]
    terms = [decoded(dictionary[number]) for number in numbers.tolist()]
    fits = np.array([abs(len(term) - length) <= distance for term in terms], bool)
    distances = _distances([term for term, fit in zip(terms, fits, strict=True) if fit], word, length + distance)
    return numbers[fits][distances <= distance], distances[distances <= distance]


def _distances(terms, word, width):
    """Levenshtein distance of each term (at most `width` letters) to `word`, a row of the table at a time for all."""
    letters = np.array(terms, f"U{width}").view(np.uint32).reshape(len(terms), width)
    steps = np.arange(width + 1, dtype=np.int16)
    row = np.tile(steps, (len(terms), 1))
    for i, letter in enumerate(word):
        new = np.empty_like(row)
        new[:, 0] = i + 1
        np.minimum(row[:, 1:] + 1, row[:, :-1] + (letters != ord(letter)), out=new[:, 1:])
        row = np.minimum.accumulate(new - steps, axis=1) + steps
    return row[np.arange(len(terms)), [len(term) for term in terms]]
