"""A plain set algebra over token lists that says what a Whoosh query must match, and a maker of queries."""

import random
import re
from itertools import accumulate

from whoosh import query as q
from whoosh.fields import ID, KEYWORD, NUMERIC, Schema
from whoosh.query import spans

from articles.arrays import Words, as_written

WRITTEN = as_written("text")
CONSONANTS, VOWELS = "bcdfglmnprst", "aeiou"


def split(text):
    """Words of letters; a hyphenated one also stands whole, in the place of its first half."""
    words, positions, place = [], [], 0
    for word in text.lower().split():
        halves = word.split("-")
        if len(halves) > 1:
            words.append("".join(halves))
            positions.append(place)
        for half in halves:
            words.append(half)
            positions.append(place)
            place += 1
    return words, positions if len(words) != place else None


def stem(word):
    return re.sub(r"(ing|ed|s)$", "", word) or word


def schema():
    return Schema(
        text=Words(split=split, stem=stem),
        headline=Words(split=split, stem=stem),
        publication=ID(),
        speaker=KEYWORD(),
        published=NUMERIC(int),
        version=NUMERIC(int),
    )


class Corpus:
    """Made-up documents from a vocabulary with a natural spread."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        roots = [
            "".join(self.random.choice((CONSONANTS, VOWELS)[i % 2]) for i in range(self.random.choice((3, 4, 5, 6))))
            for _ in range(160)
        ]
        self.vocabulary = [root + ending for root in roots for ending in ("", "s", "ed", "ing")] + [
            "élan",
            "zürich",
            "日本",
        ]
        self.random.shuffle(self.vocabulary)
        self.weights = list(accumulate(1 / (rank + 3) for rank in range(len(self.vocabulary))))

    def word(self):
        return self.random.choices(self.vocabulary, cum_weights=self.weights)[0]

    def text(self, longest=40):
        words = [self.word() for _ in range(self.random.randrange(longest))]
        return " ".join(word + "-" + self.word() if self.random.random() < 0.03 else word for word in words)

    def document(self):
        pick = self.random.choice
        document = {
            "text": self.text(),
            "headline": self.text(6),
            "publication": pick(("Daily", "Evening", "Wire", None)),
            "speaker": self.random.sample(("1", "2", "3", "4", "17"), self.random.randrange(4)),
            "published": pick((None, *range(20180101, 20180161))),
            "version": pick((1, 2, 3, -5)),
        }
        return {name: value for name, value in document.items() if self.random.random() < 0.97}


class Queries:
    """Random query trees about the words of a corpus."""

    def __init__(self, corpus, documents):
        self.corpus, self.random, self.documents = corpus, corpus.random, documents

    def tree(self, depth=0):
        choice = self.random.random()
        if depth > 2 or choice < 0.3:
            return self.leaf()
        parts = [self.tree(depth + 1) for _ in range(self.random.choice((2, 2, 3)))]
        if choice < 0.5:
            return q.And(parts)
        if choice < 0.66:
            return q.Or(parts)
        if choice < 0.78:
            return q.And([parts[0], q.Not(parts[1])])
        if choice < 0.96:
            kind = self.random.choice((q.AndNot, q.Require, q.AndMaybe))
            return kind(parts[0], parts[1])
        return self.random.choice((q.Not(parts[0]), q.DisjunctionMax(parts), q.And([q.Not(part) for part in parts])))

    def leaf(self):
        pick, choice, word = self.random.choice, self.random.random(), self.corpus.word()
        field = pick(("text", "text", "headline"))
        if choice < 0.4:
            return q.Term(field, stem(word)) if pick((0, 1)) else q.Term(as_written(field), word)
        if choice < 0.55:
            return self.phrase(field)
        if choice < 0.62:
            return q.Prefix(pick((field, as_written(field))), word[: pick((1, 2, 3))])
        if choice < 0.69:
            at = self.random.randrange(len(word))
            return q.Wildcard(
                as_written(field), pick((word[:at] + "?" + word[at + 1 :], word[:at] + "*", "*" + word[at:]))
            )
        if choice < 0.76:
            at = self.random.randrange(len(word))
            wrong = pick((word[:at] + word[at + 1 :], word[:at] + "x" + word[at:], word))
            return q.FuzzyTerm(as_written(field), wrong, maxdist=pick((1, 2)), prefixlength=pick((0, 1, 2)))
        if choice < 0.82:
            ends = sorted(pick(range(20180095, 20180165)) for _ in range(2))
            low, high = (pick((end, end, None)) for end in ends)
            return q.NumericRange("published", low, high, pick((False, True)), pick((False, True)))
        if choice < 0.85:
            return pick(
                (q.NumericRange("version", -5, 1), q.Term("version", 2), q.Every("version"), q.Every("speaker"))
            )
        if choice < 0.92:
            return pick((q.Term("publication", "Wire"), q.Term("speaker", pick("1234")), q.Prefix("speaker", "1")))
        if choice < 0.95:
            return q.TermRange(
                as_written(field), *sorted((word, self.corpus.word())), pick((False, True)), pick((False, True))
            )
        if choice < 0.97:
            return pick(
                (q.Every(), q.NullQuery, q.Term("nowhere", "x"), q.Regex(as_written(field), word[:2] + "[a-m].*"))
            )
        near = [q.Term(field, stem(self.corpus.word())) for _ in range(2)]
        return spans.SpanNear2(near, slop=self.random.randrange(1, 6), ordered=False)

    def phrase(self, field):
        stems = self.random.choice((False, True))
        words = split(self.random.choice(self.documents).get(field, ""))[0]
        at, length = self.random.randrange(max(1, len(words))), self.random.choice((1, 2, 2, 3, 4))
        words = words[at : at + length] or ["nothing"]
        slop = self.random.choice((1, 1, 1, 2, 3, 5))
        if slop > 1 and len(words) > 2:
            del words[1]
        return q.Phrase(
            field if stems else as_written(field), [stem(word) if stems else word for word in words], slop=slop
        )


class Oracle:
    """Keys that must match, from documents by key."""

    def __init__(self, documents):
        self.documents, self.all = documents, set(documents)
        self.tokens = {}
        for name in ("text", "headline"):
            written = {}
            for key, document in documents.items():
                words, positions = split(document.get(name, ""))
                written[key] = list(zip(words, positions or range(len(words)), strict=True))
            self.tokens[as_written(name)] = written
            self.tokens[name] = {key: [(stem(word), at) for word, at in tokens] for key, tokens in written.items()}
        self.postings = {name: self._postings(tokens) for name, tokens in self.tokens.items()}
        for name in ("publication", "speaker"):
            values = {key: document.get(name) or () for key, document in documents.items()}
            values = {
                key: [(v, 0) for v in ([value] if isinstance(value, str) else value)] for key, value in values.items()
            }
            self.postings[name] = self._postings(values)

    @staticmethod
    def _postings(tokens):
        postings = {}
        for key, found in tokens.items():
            for word, _ in found:
                postings.setdefault(word, set()).add(key)
        return postings

    def keys(self, query):
        return getattr(self, type(query).__name__.strip("_").lower())(query)

    def having(self, name, wanted):
        return set().union(*(keys for word, keys in self.postings.get(name, {}).items() if wanted(word)))

    def term(self, query):
        if query.fieldname == "version":
            return {key for key, document in self.documents.items() if document.get("version") == query.text}
        return self.postings.get(query.fieldname, {}).get(query.text, set())

    def prefix(self, query):
        return self.having(query.fieldname, lambda word: word.startswith(query.text))

    def wildcard(self, query):
        return self.having(query.fieldname, re.compile(query._get_pattern()).match)

    regex = wildcard

    def fuzzyterm(self, query):
        start = query.text[: query.prefixlength]
        return self.having(
            query.fieldname, lambda word: word.startswith(start) and distance(word, query.text) <= query.maxdist
        )

    def termrange(self, query):
        def inside(word):
            low, word, high = query.start.encode(), word.encode(), query.end.encode()
            return (low < word or low == word and not query.startexcl) and (
                word < high or word == high and not query.endexcl
            )

        return self.having(query.fieldname, inside)

    def numericrange(self, query):
        low = -(10**12) if query.start is None else query.start + query.startexcl
        high = 10**12 if query.end is None else query.end - query.endexcl
        numbers = {key: document.get(query.fieldname) for key, document in self.documents.items()}
        return {key for key, number in numbers.items() if number is not None and low <= number <= high}

    def phrase(self, query):
        found = set()
        for key, tokens in self.tokens[query.fieldname].items():
            ends = {at for word, at in tokens if word == query.words[0]}
            for wanted in query.words[1:]:
                ends = {at for word, at in tokens if word == wanted and ends & set(range(at - query.slop, at))}
            if ends:
                found.add(key)
        return found

    def spannear2(self, query):
        first, second = (part.text for part in query.qs)
        found = set()
        for key, tokens in self.tokens[query.qs[0].fieldname].items():
            near = [abs(a - b) for word, a in tokens if word == first for other, b in tokens if other == second]
            if any(1 <= steps <= query.slop for steps in near):
                found.add(key)
        return found

    def every(self, query):
        if query.fieldname == "version":
            return {key for key, document in self.documents.items() if document.get("version") is not None}
        return self.all if query.fieldname is None else self.having(query.fieldname, bool)

    def nullquery(self, query):
        return set()

    def and_(self, query):
        return set.intersection(*map(self.keys, query.subqueries))

    def or_(self, query):
        return set().union(*map(self.keys, query.subqueries))

    disjunctionmax = or_

    def not_(self, query):
        return self.all - self.keys(query.query)

    def andnot(self, query):
        return self.keys(query.a) - self.keys(query.b)

    def require(self, query):
        return self.keys(query.a) & self.keys(query.b)

    def andmaybe(self, query):
        return self.keys(query.a)


setattr(Oracle, "and", Oracle.and_)
setattr(Oracle, "or", Oracle.or_)
setattr(Oracle, "not", Oracle.not_)


def distance(one, other):
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        new = [i]
        for j, against in enumerate(other, 1):
            new.append(min(row[j] + 1, new[-1] + 1, row[j - 1] + (letter != against)))
        row = new
    return row[-1]
