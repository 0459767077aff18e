"""Base noun phrases of a sentence: whatever may be named as a source, with its kind."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from operator import attrgetter

from .document import Span
from .lexicon import (
    DAYS,
    JOINED_BY_OF,
    PARTICLES,
    TITLES,
    is_document,
    is_human,
    is_organisation,
    words,
)
from .tokens import Token


class MentionKind(StrEnum):
    """What the head of a mention is."""

    NAME = "name"
    HE_SHE = "he-she"
    IT = "it"
    THEY = "they"
    I_WE = "i-we"
    OTHER_PRONOUN = "pronoun"
    POSSESSIVE = "possessive"
    WHO = "who"
    WHICH = "which"
    THAT = "that"
    HUMAN = "human"
    ORGANISATION = "organisation"
    DOCUMENT = "document"
    PLURAL = "plural"
    DATE = "date"
    NUMBER = "number"
    NOUN = "noun"


NAME, DATE, NUMBER, POSSESSIVE = MentionKind.NAME, MentionKind.DATE, MentionKind.NUMBER, MentionKind.POSSESSIVE
"""For what asks a hundred thousand times: to look up a member in its enumeration takes longer than the question."""
TIMES = words(
    """day days week weeks month months year years hour hours minute minutes second seconds night nights morning afternoon
    evening weekend decade decades century time times moment moments while ago"""
)
POST_NOMINALS = words("QC KC SC MP MSP MS MLA MEP MLC MC TD OBE MBE CBE DBE KBE AO AM OAM ONZM FRS RN PhD MD JP Esq")
LAST_DATELINE = 3
"""The last paragraph that may begin with a place and a date: headline, standfirst and byline may stand before."""
LONGEST_DATELINE = 7
FIRST = attrgetter("first")
DATELINE_ENDS = frozenset((":", "–", "—", "-", "--"))


@dataclass(slots=True, eq=False)
class Mention:
    """Tokens `first` … `after`-1 of sentence number `sentence`."""

    sentence: int
    first: int
    after: int
    start: int
    end: int
    kind: MentionKind
    head: str
    span: Span = field(init=False)

    def __post_init__(self) -> None:
        self.span = Span(self.start, self.end)

    @property
    def speaks(self) -> bool:
        """Whether it may be a source at all: days and stretches of time never are."""
        if self.kind is DATE or (self.kind is not NAME and self.head in TIMES):
            return False
        if self.head in ("what", "whatever"):
            return False
        return self.kind is not NUMBER or len(self.head) < 4 or not self.head.isdigit()


def standing_between(mentions: Sequence[Mention], first: int, after: int) -> int:
    """How many of a sentence's mentions, in their order, lie within its tokens `first` … `after`-1."""
    if first >= after:
        return 0
    low = bisect_left(mentions, first, key=FIRST)
    within = mentions[low : bisect_left(mentions, after, low, key=FIRST)]
    return len([each for each in within if each.after <= after])


PRONOUNS = {
    "he": MentionKind.HE_SHE,
    "she": MentionKind.HE_SHE,
    "it": MentionKind.IT,
    "they": MentionKind.THEY,
    "i": MentionKind.I_WE,
    "we": MentionKind.I_WE,
    "who": MentionKind.WHO,
    "which": MentionKind.WHICH,
    "that": MentionKind.THAT,
}
BY_TAG = {"NNS": MentionKind.PLURAL, "CD": NUMBER}
NOUN = MentionKind.NOUN
MOST_NOUNS, LONGEST_NOUN = 10_000, 40
"""Nouns whose kind is kept, and how many characters any noun of a known kind may have."""
INNER_TAGS = frozenset(("DT", "PRP$", "JJ", "CD", "NN", "NNS", "NNP", "POS", "$"))
HEADS = frozenset(("NN", "NNS", "NNP", "CD", "JJ"))
NEVER_LAST = frozenset(("POS", "DT", "$", "PRP$", "VBG", "RB"))
QUANTIFIERS = frozenset(("both", "many", "several", "others", "some", "most", "few", "one", "another"))


def mentions(sentence: Sequence[Token]) -> list[Mention]:
    """The mentions of a tagged sentence, in order of their first token; possessors also stand alone."""
    after = dateline(sentence)
    return [each for each in _mentions(sentence) if each.first >= after and not _is_post_nominal(sentence, each)]


def dateline(sentence: Sequence[Token]) -> int:
    """How many tokens "PATNA:" or "CHENNAI, Oct 3 –" take at the beginning of an article, 0 where it has none."""
    if not sentence or sentence[0].paragraph > LAST_DATELINE or not _is_capital(sentence[0]):
        return 0
    for token in sentence[: LONGEST_DATELINE + 1]:
        if token.text in DATELINE_ENDS and token.position:
            following = sentence[token.position + 1 : token.position + 2]
            return token.position + 1 if following and following[0].segment < 0 else 0
        if not (_is_capital(token) or token.text in ",()/." or token.lower in DAYS or token.text.isdigit()):
            return 0
    return 0


def _is_capital(token: Token) -> bool:
    return token.text.isupper() and len(token.text) > 1


def _is_post_nominal(sentence: Sequence[Token], mention: Mention) -> bool:
    """The "KC" of "Ann Lee, KC, said": letters, nobody."""
    if mention.after - mention.first > 1 or mention.first < 2 or sentence[mention.first].text not in POST_NOMINALS:
        return False
    return sentence[mention.first - 1].text == "," and sentence[mention.first - 2].tag == "NNP"


def _mentions(sentence: Sequence[Token]) -> Iterator[Mention]:
    at = 0
    while at < len(sentence):
        token = sentence[at]
        if token.tag in ("PRP", "WP", "WDT") or token.lower in ("who", "which"):
            yield _mention(sentence, at, at + 1)
            at += 1
        elif token.tag in INNER_TAGS or (token.tag in ("VBN", "VBG") and _is_before_noun(sentence, at)):
            after = _phrase_end(sentence, at)
            yield from _phrase(sentence, at, after)
            at = max(after, at + 1)
        else:
            if token.lower in QUANTIFIERS:
                yield _mention(sentence, at, at + 1)
            at += 1


def _is_before_noun(sentence: Sequence[Token], at: int) -> bool:
    """Whether the participle at `at` belongs to a noun right after it."""
    if at + 1 >= len(sentence) or sentence[at + 1].tag not in ("NN", "NNS"):
        return False
    return at == 0 or sentence[at - 1].tag in ("DT", "PRP$", "JJ", "IN")


def _phrase_end(sentence: Sequence[Token], first: int) -> int:
    segment = sentence[first].segment
    for at in range(first + 1, len(sentence)):
        token = sentence[at]
        if token.segment != segment or (token.tag not in INNER_TAGS and not _joins(sentence, at)):
            return at
        if token.tag == "PRP$" or (token.tag == "DT" and token.lower != "all"):
            return at
        if (token.tag == "NNP" and _clause_without_that(sentence, at)) or _day_after(sentence, at):
            return at
    return len(sentence)


def _day_after(sentence: Sequence[Token], at: int) -> bool:
    """ "reporters | last Wednesday": the day is no part of the phrase."""
    token, before = sentence[at], sentence[at - 1]
    if before.tag not in ("NN", "NNS", "NNP"):
        return False
    following = sentence[at + 1] if at + 1 < len(sentence) else token
    day = token if token.lower not in ("last", "this", "next") else following
    return day.lower in DAYS and day.lower not in ("may", "march") and before.lower not in DAYS


def _clause_without_that(sentence: Sequence[Token], at: int) -> bool:
    """ "the story | Kennedy told": the name at `at` after a thing, before a verb, begins a clause of its own."""
    token, before = sentence[at], sentence[at - 1]
    if before.tag not in ("NN", "NNS"):
        return False
    if is_human(before.lower) or is_organisation(before.lower) or before.lower in TITLES or "-" in before.text:
        return False
    if token.lower.rstrip(".") in ("mr", "mrs", "ms", "miss", "dr"):
        return True
    after = at
    while after < len(sentence) and sentence[after].tag == "NNP":
        after += 1
    return after < len(sentence) and sentence[after].tag in ("VBD", "VBZ", "VBP")


def _joins(sentence: Sequence[Token], at: int) -> bool:
    """Whether a word that begins no phrase goes on with the one before it."""
    if at + 1 >= len(sentence):
        return False
    token, before, following = sentence[at], sentence[at - 1], sentence[at + 1]
    if token.tag in ("VBN", "VBG", "RB"):
        determined = before.tag in ("DT", "PRP$", "JJ", "POS") or before.lower == "one"
        return following.tag in ("NN", "NNS", "JJ") and determined
    if following.tag != "NNP" and not (following.lower in PARTICLES and token.lower in PARTICLES):
        return False
    if token.text in ("&", "-"):
        return True
    if before.tag != "NNP" and before.lower not in PARTICLES:
        return False
    return token.lower in PARTICLES or (token.lower in ("of", "for") and before.lower in JOINED_BY_OF)


def _phrase(sentence: Sequence[Token], first: int, after: int) -> Iterator[Mention]:
    last = after
    while last > first and sentence[last - 1].tag in NEVER_LAST:
        last -= 1
    if last > first and (sentence[last - 1].tag in HEADS or any(token.tag in HEADS for token in sentence[first:last])):
        if _date_first(sentence, first, last):
            yield _mention(sentence, first, first + 1)
            first += 1
        yield _mention(sentence, first, last)
        owner = next((at for at in range(first + 1, after) if sentence[at].tag == "POS"), None)
        if owner is not None and owner < last:
            yield _mention(sentence, first, owner)
    elif sentence[first].tag == "DT":
        yield _mention(sentence, first, first + 1)
    if sentence[first].tag == "PRP$":
        yield _mention(sentence, first, first + 1)


def _date_first(sentence: Sequence[Token], first: int, last: int) -> bool:
    """ "Wednesday Trump": the day is no part of the name."""
    return (
        last - first > 1
        and sentence[first].lower in DAYS
        and sentence[first].lower not in ("may", "march")
        and sentence[first + 1].tag == "NNP"
    )


def _mention(sentence: Sequence[Token], first: int, after: int) -> Mention:
    head = sentence[after - 1]
    kind = _kind(sentence, first, after)
    return Mention(head.sentence, first, after, sentence[first].start, head.end, kind, head.lower)


def _kind(sentence: Sequence[Token], first: int, after: int) -> MentionKind:
    head, alone = sentence[after - 1], after - first == 1
    if alone and head.tag == "PRP$":
        return POSSESSIVE
    if alone and (head.tag == "PRP" or head.lower in ("who", "which", "that")):
        return PRONOUNS.get(head.lower, MentionKind.OTHER_PRONOUN)
    if head.tag == "NNP":
        named = head.lower not in DAYS or (not alone and sentence[after - 2].tag == "NNP")
        return NAME if named else DATE
    known = _kind_of_noun(head.lower) if len(head.lower) <= LONGEST_NOUN else None
    return known or BY_TAG.get(head.tag, NOUN)


@lru_cache(MOST_NOUNS)
def _kind_of_noun(word: str) -> MentionKind | None:
    """What a noun tells of itself."""
    if is_human(word):
        return MentionKind.HUMAN
    if is_organisation(word):
        return MentionKind.ORGANISATION
    if is_document(word):
        return MentionKind.DOCUMENT
    return DATE if word in DAYS else None
