"""Parts of speech by an averaged perceptron (Collins 2002), over coarse Penn tags.

Features name only words that are common in lower case, so that no person or place of the
training corpus is remembered; everything else is seen by its shape, its ending and its neighbours.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from operator import lshift
from struct import Struct

from .lexicon import AUXILIARIES, VERB_TAGS, words
from .tokens import Token
from .weights import load

INVERTED = frozenset(("said", "says", "asked", "added", "wrote", "replied", "tweeted"))
"""Verbs that may begin a sentence before their subject: "Said Ellis: …"."""
NAME_PARTICLES = words("van von der den de del della di da dos du ter ten bin ibn ben al el")
LONGEST_KEPT = 60
"""Characters of a word that is remembered; hostile text has words of a megabyte."""
MOST_SUMS = 20_000
"""Sums kept for each group of features that are looked up together."""
FIELD = 16
"""Bits a tag has in a packed sum; no sum of weights comes near 32,768."""
NO_VERBS = words("ministry secretariat directorate inspectorate federation university constabulary")
"""Bodies that a plural before them makes look like verbs."""
COUNTING = words(
    """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion dozen"""
)
"""The only words of letters that are numbers; others look like one at the beginning of a sentence."""
REPORTED = words("told tells denied denies insisted insists admitted believes thinks urged warned argued")
ASKED = words("told asked pressed reminded questioned quizzed challenged")
"""What begins a sentence as a participle: "Told of this, Bell nods."."""
SAYING = words("write say add argue conclude explain insist")
"""What many people do, though it looks like a noun behind them: "“…,” the authors | write"."""
PAPERS = words("report letter memo statement document study survey paper note email article book notice")
TELLS = words("names notes finds shows states claims details lists calls questions blames reports")
"""What papers do, though it looks like the plural of a noun: "The report | names no one"."""
GESTURES = words("nods laughs smiles shrugs sighs grins winces pauses chuckles frowns hoots beams giggles snorts")
"""What somebody does before speaking, though it looks like the plural of a noun: "Bell | nods."."""
NOTHING: dict[str, int] = {}
START, END, RARE = "-s-", "-e-", "-r-"


@dataclass(slots=True)
class Word:
    """A word as the tagger sees it."""

    lower: str
    known: str
    """Itself in small letters where it is common, RARE otherwise."""
    ending: str
    shape: str
    certain: str | None
    """The tag it has wherever it stands."""


class Tagger:
    """Tags a sentence from left to right with trained weights.

    Whole numbers weigh; so the sums for all tags are packed side by side into one integer, added at once and kept for
    features that come again.
    """

    def __init__(self, *, certain: dict[str, str], vocabulary: Iterable[str], weights: dict[str, dict[str, int]]):
        self.certain = certain
        self.vocabulary = frozenset(vocabulary) | frozenset(certain)
        self.weights = weights
        self.tags = sorted({tag for row in weights.values() for tag in row} | {"NN"}, reverse=True)
        self.places = {tag: FIELD * place for place, tag in enumerate(self.tags)}
        self.middle = sum(1 << (place + FIELD - 1) for place in self.places.values())
        self._fields = Struct(f"<{len(self.tags)}H").unpack
        kept = lru_cache(MOST_SUMS)
        self._seen, self._own, self._beside = kept(self._look_at), kept(self._own), kept(self._beside)
        self._next, self._shapes = kept(self._next), kept(self._shapes)
        self._tags_before, self._tag_and_word = kept(self._tags_before), kept(self._tag_and_word)

    def tag(self, words: Sequence[str]) -> list[str]:
        """One coarse Penn tag a word, by the weights of its `features`."""
        seen = [self._seen(word) if len(word) <= LONGEST_KEPT else self._look_at(word) for word in words]
        known = [START, START, *(word.known for word in seen), END, END]
        shapes = [START, *(word.shape for word in seen), END]
        endings = [*(word.ending for word in seen[1:]), END]
        beside = [self._beside(word) for word in known]
        before, last = START, START
        tags = []
        for number, word in enumerate(seen):
            tag = word.certain
            if tag is None:
                form = word.shape + ("0" if number == 0 else "")
                tag = self._largest(
                    self._own(word.known, word.ending, form)
                    + beside[number + 1][0]
                    + beside[number][1]
                    + beside[number + 4][2]
                    + self._next(known[number + 3], endings[number], word.shape)
                    + self._shapes(shapes[number], form, shapes[number + 2])
                    + self._tags_before(last, before, form)
                    + self._tag_and_word("v", last, word.known)
                    + self._tag_and_word("g", last, known[number + 3])
                )
            if word.lower in NO_VERBS and tag in VERB_TAGS:
                tag = "NN"  # "the fisheries | ministry said"
            tags.append(tag)
            before, last = last, tag
        return tags

    def best(self, names: Iterable[str]) -> str:
        """The tag with the largest sum of weights, as they are now."""
        scores: dict[str, float] = {}
        for name in names:
            for tag, weight in self.weights.get(name, NOTHING).items():
                scores[tag] = scores.get(tag, 0) + weight
        most = max(scores.values(), default=0)
        return max([tag for tag, score in scores.items() if score == most], default="NN")

    def _largest(self, packed: int) -> str:
        """The tag with the largest field; of equals the last in the alphabet."""
        fields = self._fields((packed + self.middle).to_bytes(FIELD // 8 * len(self.tags), "little"))
        return self.tags[fields.index(max(fields))]

    def _look_at(self, text: str) -> Word:
        lower, form = text.lower().replace("’", "'"), shape(text)
        certain = self.certain.get(lower) if form not in "XA" else None
        return Word(lower, lower if lower in self.vocabulary else RARE, lower[-3:], form, certain)

    def _own(self, here: str, ending: str, form: str) -> int:
        third = "3" + ending + form if form[0] not in "XA" else "3" + form
        return self._packed("w" + here + form[0]) + self._packed(third) + self._packed("2" + ending[-2:] + form[0])

    def _next(self, word: str, ending: str, shape: str) -> int:
        return self._packed("r" + word) + self._packed("e" + ending + shape)

    def _shapes(self, before: str, form: str, following: str) -> int:
        return self._packed("s" + before + form + following)

    def _tags_before(self, last: str, before: str, form: str) -> int:
        return sum(map(self._packed, ("t" + last, "u" + last + before, "f" + last + form, "b")))

    def _tag_and_word(self, which: str, last: str, word: str) -> int:
        return self._packed(which + last + word)

    def _beside(self, word: str) -> tuple[int, int, int]:
        """What a word weighs for the one after it, the second after it and the second before it."""
        return self._packed("l" + word), self._packed("m" + word), self._packed("q" + word)

    def _packed(self, name: str) -> int:
        """The weights of a feature, each shifted to the place of its tag."""
        weights = self.weights.get(name)
        return sum(map(lshift, weights.values(), map(self.places.__getitem__, weights))) if weights else 0


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
        token.tag = "Q" if token.text in '"“”„«»``' else name
        if token.text[0] == "@" and len(token.text) > 1:
            token.tag = "NNP"
        if name == "CD" and token.text.isalpha() and token.lower not in COUNTING:
            token.tag = "NN"
    _mend_verbs(sentence)
    if len(sentence) > 1 and sentence[0].lower in INVERTED and sentence[1].tag in ("NNP", "PRP", "DT"):
        sentence[0].tag = "VBD"
    _mend_names(sentence)


def _mend_verbs(sentence: Sequence[Token]) -> None:
    """Verbs of the present that were read as nouns: "the authors write", "Bell nods"."""
    if sentence[0].lower in ASKED and sentence[0].tag == "NN":
        sentence[0].tag = "VBN"
    if len(sentence) > 1 and _is_surname(sentence[0], sentence[1]):
        sentence[0].tag = "NNP"
    for before, token in pairwise(sentence):
        if token.lower in SAYING and token.tag == "NN" and before.tag == "NNS":
            token.tag = "VBP"
        elif token.lower in TELLS and token.tag == "NNS" and before.lower in PAPERS:
            token.tag = "VBZ"
        elif token.lower == "read" and token.tag == "NN" and before.tag in ("NN", "NNP"):
            token.tag = "VBD"
        elif token.lower in GESTURES and token.tag == "NNS" and before.tag == "NNP":
            token.tag = "VBZ"


def _is_surname(first: Token, verb: Token) -> bool:
    """ "Marsh | told", "Huang | denied", "Best | said": no adjective and no gerund begins a sentence before such a verb."""
    if first.tag not in ("JJ", "VBG") or verb.tag not in ("VBD", "VBZ"):
        return False
    unknown = first.lower not in trained().vocabulary and verb.lower not in AUXILIARIES
    return unknown or verb.lower in INVERTED | REPORTED


def _mend_names(sentence: Sequence[Token]) -> None:
    """Particles and capitalised words within a name are part of it: "Mr de Lacy-Roche", "van der Aalst", "Mac an Rí"."""
    parts = [number for number, token in enumerate(sentence) if "-" in token.text or token.lower in NAME_PARTICLES]
    for number in reversed(parts):
        token = sentence[number]
        following = sentence[number + 1] if number + 1 < len(sentence) else None
        before = sentence[number - 1] if number else None
        article = before is not None and before.tag == "DT"
        if token.lower in NAME_PARTICLES and not article and following is not None and following.text[0].isupper():
            token.tag = following.tag = "NNP"
        elif token.lower in NAME_PARTICLES and following is not None and following.lower in NAME_PARTICLES:
            token.tag = following.tag
        elif before is None or token.tag not in ("JJ", "NN", "VBN", "VB", "VBG"):
            continue
        elif before.tag == "NNP" and before.text[0].isupper() and token.text[0].isupper() and "-" in token.text:
            token.tag = "NNP"
    for before, token in pairwise(sentence[:-1]):
        if token.text == "an" and before.text in ("Mac", "Mhic", "Nic", "Ní", "Ó"):
            token.tag = "NNP"
        elif token.tag == "VBG" and before.tag == "Q" and token.text[0].isupper():
            reported = sentence[token.position + 1].tag in ("VBD", "VBZ")  # "“…,” | Huang wrote"
            token.tag = "NNP" if reported else token.tag
