"""Words in marks that nobody says: analysts' ratings, nicknames inside names, what something is known as, words as words."""

from .blocks import Block
from .lexicon import is_human, words
from .situation import Situation
from .tokens import Token

RATINGS = words(
    """buy hold sell neutral reduce add accumulate overweight underweight outperform underperform equal-weight equalweight
    market-perform strong-buy"""
)
RATING = words(
    "rating ratings call recommendation stock counter shares share target rated upgraded downgraded cut raised upgrade downgrade"
)
KNOWN = words("known knew")
WORDS = words("word term")
NAMING = words("called named titled entitled christened labelled labeled marked nicknamed")
CHRISTENING = words("named christened nicknamed")
HEADED = words("headed headlined titled entitled")
HEADINGS = words("heading headline title category name label")
BE = words("is was were be been being")
USING = words("chosen used uses use using chose chooses heard uttered with in by avoided repeated prefers preferred")
AS = 5
"""Words that "known locally as" takes."""
FEW = 4
"""Words a label may have."""


def is_label(here: Situation) -> bool:
    """Whether a segment is surely no quotation; longer ones and those with a finite verb never are labels."""
    if here.words > FEW or here.inner[-1:] in "?!" or here.left is None:
        return False
    before = here.reading.tokens[max(0, here.first.index - AS - 2) : here.first.index]
    before = [token for token in before if token.sentence == here.first.sentence and token.segment < 0]
    by_itself = _is_rating(here) or _is_nickname(here)
    return by_itself or _is_known_as(here, before) or _is_word(here, before) or _is_named(here, before)


def _is_rating(here: Situation) -> bool:
    """ "upgraded the counter to “hold”"."""
    if here.inner.lower().rstrip(",.") not in RATINGS:
        return False
    sentence = here.reading.sentences[here.first.sentence]
    return any(token.lower in RATING for token in sentence.tokens if token.segment < 0)


def _is_nickname(here: Situation) -> bool:
    """ "mayor Sharon “Shazza” Bell": marks that only part the words of a name."""
    sentence = here.reading.sentences[here.first.sentence].tokens
    first, after = here.first.position, here.last.position + 1
    if first < 1 or after >= len(sentence) or here.reading.paragraphs[here.segment.paragraph].block is not Block.BODY:
        return False
    return here.words < 3 and here.inner[:1].isupper() and _is_name(sentence[first - 1]) and _is_name(sentence[after])


def _is_name(token: Token) -> bool:
    return token.tag == "NNP" and token.text[0].isupper() and token.segment < 0


def _is_known_as(here: Situation, before: list[Token]) -> bool:
    """ "is known locally as ‘the Lido’", "the so-called ‘granny tax’"."""
    lower = [token.lower for token in before]
    if lower[-1:] == ["so-called"]:
        return not here.clause
    return lower[-1:] == ["as"] and bool(KNOWN & set(lower[-AS:])) and not here.clause


def _is_word(here: Situation, before: list[Token]) -> bool:
    """ "explained the word ‘outreach’"; a word that somebody used is quoted."""
    lower = [token.lower for token in before]
    following = {token.lower for token in here.reading.tokens[here.last.index + 1 : here.last.index + 5]}
    told = lower[-2:-1] == ["the"] and lower[-1] in WORDS
    return told and not USING & (set(lower[-4:-2]) | following)


def _is_named(here: Situation, before: list[Token]) -> bool:
    """ "a speedboat called ‘Dough Money’": what a thing is called; an expert who called it so is quoted.

    "a note headed ‘Over and out’", "under the heading ‘sundries’": what stands above something.
    """
    if len(before) < 3:
        return False
    lower = [token.lower for token in before]
    if lower[-3:-1] == ["under", "the"] and lower[-1] in HEADINGS:
        return True
    thing = before[-2].tag in ("NN", "NNS") and not is_human(lower[-2])
    if lower[-1] in HEADED and thing:
        return True
    names = all(token.text[0].isupper() for token in here.tokens if token.text[0].isalpha())
    return names and (lower[-1] in NAMING and thing or lower[-1] in CHRISTENING and lower[-2] in BE)
