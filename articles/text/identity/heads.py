"""The phrase that a mention only ends: "a source close to | the board", "a nurse who stole from | patients"."""

from collections.abc import Sequence

from ..mentions import Mention, MentionKind
from ..reading import Sentence
from ..tokens import Token
from . import phrases
from .folding import word_set
from .titles import KIN, is_human_noun

INANIMATE = (MentionKind.NOUN, MentionKind.DOCUMENT)
RELATED = (*INANIMATE, MentionKind.HUMAN, MentionKind.PLURAL, MentionKind.NAME)
"""Kinds of phrases that a relative clause may end with: "a nurse who stole from | patients"."""
CLAUSE_VERBS = word_set("""said says told claimed thought believed knew hoped feared felt insisted argued alleged saw heard found denied admitted
    suggested warned wrote complained agreed conceded pretended realised realized when after before because while as if that""")
"""Words after which a clause with a subject of its own may follow."""

ONE = ("a", "an", "one", "another")
NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight")
CLAUSE = 30
"""Tokens that a relative clause may take."""


def governing(sentence: Sentence, mention: Mention) -> Mention | None:
    """ "a source close to | the Dunmere board", "an official who knew | the plan": the person, of whom that is told."""
    tokens = sentence.tokens
    if mention.after >= len(tokens) or tokens[mention.after].tag not in ("VBD", "VBZ"):
        return None
    at = mention.first - 1
    ends = {_before_preposition(tokens, at), _before_who(tokens, mention)} - {0}
    for other in sentence.mentions:
        if other.after in ends and _is_somebody(tokens, other) and tokens[other.first].lower in ONE:
            return _relative_of(sentence, other)
    return None


def noun(words: Sequence[Token]) -> Token:
    """The noun of a phrase: "a person | familiar" with something is a person."""
    return words[-2] if len(words) > 2 and words[-1].lower in phrases.ADJECTIVES else words[-1]


def is_relative_of(tokens: Sequence[Token], mention: Mention) -> bool:
    """ "the widow of Ian Bell", but not "the mother of three"."""
    following = tokens[mention.after : mention.after + 2]
    if len(following) < 2 or following[0].lower != "of" or tokens[mention.after - 1].lower not in KIN:
        return False
    return following[1].tag != "CD" and following[1].lower not in NUMBERS


def _is_somebody(tokens: Sequence[Token], mention: Mention) -> bool:
    noun = mention.kind is MentionKind.NOUN and is_human_noun(tokens[mention.after - 1].lower)
    return mention.kind is MentionKind.HUMAN or noun


def _relative_of(sentence: Sentence, mention: Mention) -> Mention:
    """ "The widow of | a cyclist who was killed": the widow, else whom the mention means."""
    at = mention.first - 1
    if at < 1 or sentence.tokens[at].lower != "of" or sentence.tokens[at - 1].lower not in KIN:
        return mention
    return next((each for each in sentence.mentions if each.after == at), mention)


def _before_preposition(tokens: Sequence[Token], at: int) -> int:
    """Where "a source | close to the board" has its phrase's end, for the token before "the"; 0 for nowhere."""
    if at < 2 or tokens[at].lower not in phrases.PREPOSITIONS:
        return 0
    return at - (tokens[at - 1].lower in phrases.ADJECTIVES)


def _before_who(tokens: Sequence[Token], mention: Mention) -> int:
    """Where "a nurse | who stole from patients" has its phrase's end; 0 for nowhere."""
    who = next((k for k in range(mention.first - 1, max(0, mention.first - CLAUSE), -1) if tokens[k].lower == "who"), 0)
    between = tokens[who : mention.first]
    if not who or mention.kind not in RELATED or tokens[who].quoted or any(token.text == "," for token in between):
        return 0
    if mention.kind not in INANIMATE and any(token.lower in CLAUSE_VERBS for token in between):
        return 0  # "a man who said | the minister lied"
    return who
