"""What the pronouns after a name tell of its bearer's gender."""

from collections.abc import Mapping

from ..reading import Reading
from .antecedents import FINITE
from .cast import Cast
from .entity import Entity, given_gender
from .runs import Named, Run
from .titles import is_human_noun

GENDER = {"he": "m", "she": "f", "his": "m", "her": "f"}
FURTHEST = 120
"""Tokens after a name that are looked at."""
MOST = 40
"""Those of them that are the paper's own words."""
BEFORE = 12
"""Tokens before a name among which somebody else may be named."""
BESIDE = 6
"""Tokens after a name in which its own verb stands."""


def hint(reading: Reading, run: Run, entity: Entity, run_at: Mapping[int, Run], cast: Cast) -> None:
    """Where the name tells no gender, the first pronoun after it in its own or the next paragraph may."""
    if run.kind in (Named.ORGANISATION, Named.PLACE) or run.quoted or given_gender(entity.words):
        return
    tokens = reading.tokens
    plain = 0
    for index in range(run.end, min(len(tokens), run.end + FURTHEST)):
        token = tokens[index]
        if token.quoted:
            continue
        plain += 1
        if plain > MOST or token.paragraph > run.paragraph + 1:
            return
        if token.paragraph > run.paragraph and token.tag == "NN" and is_human_noun(token.lower):
            return  # "the widow … her": somebody else may be meant from here on
        if _is_anothers(reading, index):
            continue
        if token.lower in ("her", "him") and index - run.end < BESIDE and tokens[index - 1].tag in FINITE:
            return  # "Bell, KC, told her that she": whoever is told is somebody else
        if token.lower in GENDER and (token.lower != "her" or token.tag == "PRP$"):
            if not _is_anothers_turn(reading, run, GENDER[token.lower], run_at, cast):
                entity.hints[GENDER[token.lower]] += 1
            return
        other = run_at.get(index)
        somebody = other is not None and other.kind in (Named.PERSON, Named.UNSURE)
        if somebody and cast.of.get(other.first) not in (None, entity):
            return


def _is_anothers_turn(reading: Reading, run: Run, gender: str, run_at: Mapping[int, Run], cast: Cast) -> bool:
    """ "Sarah Bell and her partner, | Tom, | moved in. “It is ours,” she says.": who fits better stands just before."""
    for index in range(run.whole - 1, max(-1, run.whole - BEFORE), -1):
        if reading.tokens[index].sentence != run.sentence:
            return False
        other = run_at.get(index)
        somebody = cast.of.get(other.first) if other is not None else None
        if somebody is not None and given_gender(somebody.words) == gender:
            return True
    return False


def _is_anothers(reading: Reading, index: int) -> bool:
    """ "Bell, who was | her | registrar", "Bell, | her | coach": whose coach somebody is tells nothing of Bell."""
    before, token = reading.tokens[index - 1], reading.tokens[index]
    following = reading.tokens[index + 1 : index + 4]
    if token.tag != "PRP$" or not (before.text == "," or before.lower in ("was", "is", "be", "been", "as")):
        return False
    return any(is_human_noun(each.lower) and each.tag != "NNS" for each in following)
