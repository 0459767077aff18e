"""What surrounds one quoted segment: the words beside it, its shape, and the sentences near enough to attribute it."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from .blocks import Block
from .cues import COLON, Cue
from .lexicon import FINITE_TAGS, VERB_TAGS
from .marks import WORD, Segment
from .mentions import Mention
from .reading import Reading, Sentence
from .tokens import Token

PARAGRAPH_START, PARAGRAPH_END = "<P>", "</P>"
LIKELY_ELSEWHERE = 0.3
"""The likelihood below which a word of another sentence is no cue for this one."""
MOST_CUES = 20
"""Cues looked at on either side of a segment."""
STOPS = (".", "?", "!", "…")
DIGITS = "0123456789"
COARSE = dict.fromkeys(VERB_TAGS, "V")
"""What stands for a tag where all verbs are alike; others stand for themselves."""
OPEN_CLASS = frozenset(("NN", "NNS", "NNP", "JJ", "CD"))


def bucket(value: float, edges: Sequence[float]) -> str:
    """The number of the first edge that the value doesn't exceed."""
    return DIGITS[bisect_left(edges, value)]


def plain(token: Token | None, outside: str) -> str:
    """A word that may be a feature: itself, or its tag where it could be anybody's name."""
    if token is None:
        return outside
    return token.tag if token.tag in ("NNP", "CD") else token.lower


@dataclass(slots=True)
class CueSite:
    """A cue near the segment: its sentence, the words between, and what it competes with."""

    cue: Cue
    sentence: Sentence
    place: str
    """Where the sentence stands to the segment; P for another paragraph."""
    before: bool
    gap: list[Token]
    """Unquoted tokens between cue and segment."""
    crossed: int
    """Other quoted segments between cue and segment."""


class Situation:
    """One quoted segment of a reading and its surroundings."""

    def __init__(self, reading: Reading, number: int) -> None:
        self.reading = reading
        self.number = number
        self.segment: Segment = reading.segments[number]
        self.tokens = reading.inside[number]
        self.first, self.last = self.tokens[0], self.tokens[-1]
        self.text = reading.text[self.segment.start : self.segment.end]
        self.words = sum(1 for _ in WORD.finditer(self.text))
        self.inner = self.text.strip("\"“”'‘’`«» ")
        self.left, self.right = self._beside(self.first.index - 1), self._beside(self.last.index + 1)
        """The tokens before and after the segment in its paragraph."""
        self.ending, self.beginning, self.extent = self._ending(), self._beginning(), self._extent()
        self.clause = int(any(token.tag in FINITE_TAGS for token in self.tokens))
        """Whether a finite verb stands inside: a sentence of its own rather than a few words."""

    def _beside(self, index: int) -> Token | None:
        if not 0 <= index < len(self.reading.tokens):
            return None
        token = self.reading.tokens[index]
        return token if token.paragraph == self.segment.paragraph else None

    def _ending(self) -> str:
        """The last mark of punctuation inside, w where there is none."""
        last = self.inner[-1:]
        if last and last in ",.?!…—–-;:":
            return last
        after = self.right.text if self.right else ""
        return "w" + after if after in (",", ".") else "w"

    def _beginning(self) -> str:
        """U upper case, [ a bracket, l anything else."""
        return "U" if self.inner[:1].isupper() else ("[" if self.inner[:1] == "[" else "l")

    def _extent(self) -> str:
        """How the segment lies in its paragraph."""
        if self.left is None:
            return "whole" if self.right is None else "begin"
        return "end" if self.right is None else "mid"

    @property
    def is_heading(self) -> bool:
        """Whether it is all of a subhead."""
        return self.reading.paragraphs[self.segment.paragraph].block is Block.SUBHEAD and self.extent == "whole"

    @cached_property
    def stands_alone(self) -> bool:
        """Whether it is a sentence or more, with nothing but itself in them."""
        if self.beginning != "U" or (self.segment.closed and self.inner[-1:] not in STOPS and self.ending != "w."):
            return False
        sentences = self.reading.sentences[self.first.sentence : self.last.sentence + 1]
        return all(
            token.segment == self.number or not token.text[0].isalnum() for each in sentences for token in each.tokens
        )

    @cached_property
    def sentences(self) -> list[Sentence]:
        """Sentences that may hold the cue: the paragraph's nearest, two of the one before, one of the next."""
        every, here = self.reading.sentences, self.segment.paragraph
        near = []
        for number in range(max(0, self.first.sentence - 3), min(len(every), self.last.sentence + 3)):
            sentence = every[number]
            if (
                sentence.paragraph == here
                or (sentence.paragraph == here - 1 and number >= self.first.sentence - 2)
                or (sentence.paragraph == here + 1 and number == self.last.sentence + 1)
            ):
                near.append(sentence)
        return near

    @cached_property
    def sites(self) -> list[CueSite]:
        """The cues of those sentences, the farthest left out where there are very many."""
        every = [(sentence, cue) for sentence in self.sentences for cue in sentence.cues]
        before = [pair for pair in every if pair[1].token.index < self.first.index]
        places = {sentence.number: self._place(sentence) for sentence in self.sentences}
        near = before[-MOST_CUES:] + every[len(before) : len(before) + MOST_CUES]
        return [self._site(sentence, cue, places[sentence.number]) for sentence, cue in near]

    @property
    def likely_sites(self) -> list[CueSite]:
        """Those that may be chosen: of other sentences only words that report more than now and then."""
        return [site for site in self.sites if site.cue.likelihood >= LIKELY_ELSEWHERE or site.place == "same"]

    def _site(self, sentence: Sentence, cue: Cue, place: str) -> CueSite:
        before = cue.token.index < self.first.index
        between = (
            self.reading.tokens[cue.token.index + 1 : self.first.index]
            if before
            else self.reading.tokens[self.last.index + 1 : cue.token.index]
        )
        gap = [token for token in between if token.segment < 0]
        crossed = len({token.segment for token in between if token.segment >= 0}) if len(gap) < len(between) else 0
        return CueSite(cue, sentence, place, before, gap, crossed)

    @cached_property
    def strong(self) -> list[CueSite]:
        """The sites whose word is a cue more often than not."""
        return [site for site in self.sites if site.cue.likelihood >= 0.5 and site.cue.token.text != COLON]

    def _place(self, sentence: Sentence) -> str:
        if self.first.sentence <= sentence.number <= self.last.sentence:
            return "same"
        other = "P" if sentence.paragraph != self.segment.paragraph else ""
        return ("before" if sentence.number < self.first.sentence else "after") + other


def subjects(site: CueSite) -> list[Mention]:
    """The mentions that may be the source of a cue: the four before it, the sentence's first two, the two after it."""
    at = site.cue.token.position
    tokens = site.sentence.tokens
    outside = [mention for mention in site.sentence.speaking if _may_speak(mention, tokens)]
    left = [mention for mention in outside if mention.after <= at]
    right = [mention for mention in outside if mention.first > at]
    chosen = left[-3:] + left[:1] if site.cue.token.text == COLON else left[-4:] + left[:2] + right[:2]
    return list({(mention.first, mention.after): mention for mention in chosen}.values())


def _may_speak(mention: Mention, tokens: Sequence[Token]) -> bool:
    """Not an age ("Ann Lee, 71, said") or a participle before a comma ("Mitigating, Ann Lee said")."""
    first = tokens[mention.first]
    age = mention.head[0].isdigit() and not mention.head.endswith("-old")
    if age:
        return False
    alone = mention.after - mention.first == 1 and mention.after < len(tokens)
    return not (alone and mention.first == 0 and first.lower.endswith("ing") and tokens[1].text == ",")


def verbs(tokens: Sequence[Token]) -> int:
    """How many verbs there are."""
    return len([token for token in tokens if token.tag in VERB_TAGS])


def coarse(token: Token) -> str:
    """The tag, all verbs alike."""
    return COARSE.get(token.tag, token.tag)


def unquoted(tokens: Sequence[Token]) -> Iterator[Token]:
    """The tokens outside quotation marks."""
    return (token for token in tokens if token.segment < 0)
