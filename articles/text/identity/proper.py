"""The name proper in a run of capitals: titles, parties and trades before it and letters after it left out."""

from collections.abc import Sequence

from ..tokens import Token
from .folding import fold, word_set
from .given_names import FAMILY_FIRST, is_given
from .organisations import FAMILY_TOO, ORGANISATION_WORDS
from .places import PEOPLES, PLACES
from .titles import HONORIFICS, MODIFIERS, OFFICE_NAMES, POST_NOMINALS, SUFFIXES, is_human_noun, is_title

MATTERS = word_set("""state affairs health education defence defense trade finance transport transportation justice interior
    security treasury exchequer environment opposition labour labor commerce energy agriculture culture immigration police staff
    welfare sports tourism science technology communications women children families youth communities sanitation forestry planning
    infrastructure industry innovation climate indigenous veterans disability social services cooperation information broadcasting
    petroleum railways aviation textiles arts food rural digital media heritage parliamentary commons parliament business housing
    development relations rolls rights fisheries works""")
"""What ministers are of and for."""
NOT_AFTER_TITLE = word_set("""motors electric assembly league election elections court medical hospital counsel staff council
    department office party committee association club day house bank university administration street road union campaign
    college school institute centre center museum trust foundation review board commission""")
"""Words before which "General" or "Captain" is no title."""
NAMES_TOO = frozenset(("begum", "sheikh", "shaikh", "bibi", "khatun"))
"""Styles of address that end names as often as they begin them."""
SMALL = frozenset(("of", "for", "the", "and", "to", ","))
FRONT = word_set("""district local team company club party union county city town police army navy air force star school hospital
    charity think-tank supermarket brewer builder chain watchdog regulator bookmaker grocer developer manufacturer miner producer publisher giant
    us uk eu u.s u.k snp anc bjp tory civic insurer consultancy brokerage retailer lender carmaker airline drugmaker broadcaster""")
"""Words that, with a capital at the beginning of a sentence, may stand before a name."""
HAILING = ("-based", "-born", "-listed", "-owned", "-led", "-backed", "-trained", "-educated")
"""What tells where somebody or something is from: "Geneva-based"."""
TRADE_ENDINGS = ("er", "or", "ist", "ian", "man", "woman", "person", "ant", "ee")


def proper(words: Sequence[Token]) -> tuple[int, int]:
    """Which of the words, [first, after), are the name proper; empty where there is nothing but a title."""
    folded = [fold(token.text) for token in words]
    end = _without_letters(words, folded)
    introduced = _introduced(folded, end)
    if introduced:
        return introduced, end
    last = _last_title(words, folded, end)
    if last is None:
        return 0, end
    if last < 0:
        return _without_trade(words, folded, end), end
    if folded[last] in OFFICE_NAMES and end - last in (2, 3) and folded[last + 1] not in ("of", "and"):
        return last, end
    first = _after_matters(folded, last, end)
    if first < end:
        return first, end
    if end > 1 and last == end - 1 and folded[last - 1] in HONORIFICS:
        return last, end  # "Mr King"
    if end == 2 and last == 1 and is_given(folded[0]):
        return 0, end  # "Grace Major"
    return first, end


def _introduced(folded: Sequence[str], end: int) -> int:
    """Position of a given name after what tells who that is: "Ruritanian Navy General Counsel | Ann Bell"; 0 for none."""
    for at in range(end - 2, 0, -1):
        trade = end - at == 2 and folded[at - 1].endswith(("man", "woman")) and is_human_noun(folded[at - 1])
        named = is_given(folded[at]) and not is_given(folded[at - 1])
        if (named and end - at <= 3 + (folded[end - 1] in SUFFIXES)) or trade:
            before = at - 1
            if folded[before - 1] in ("of", "for"):
                before -= 2  # "Supervisor of Elections"
            if before < 1:
                return at if before == 0 and "-" in folded[0] and _tells_who(folded[0]) else 0
            return at if _tells_who(folded[before]) and not is_given(folded[before - 1]) else 0
    return 0


def _tells_who(word: str) -> bool:
    """ "Adviser", "Editor-in-Chief", "Secretary-Treasurer", "Ruritanian-born"."""
    return word.endswith(HAILING) or is_human_noun(word) or any(is_human_noun(part) for part in word.split("-"))


def _without_letters(words: Sequence[Token], folded: Sequence[str]) -> int:
    end = len(words)
    while end > 1 and folded[end - 1] in POST_NOMINALS and sum(map(str.isupper, words[end - 1].text)) > 1:
        end -= 1
    return end


def _last_title(words: Sequence[Token], folded: Sequence[str], end: int) -> int | None:
    """Position of the last word that is a title by itself, -1 if none is, None if the run begins like "General Motors"."""
    last = -1
    for at in range(end):
        if at and at == end - 1 and is_given(folded[at - 1]) and not is_title(folded[at - 1]):
            break  # "Charlie King"
        if at and at == end - 1 and is_given(folded[0]) and not any(is_title(word.text) for word in words[:at]):
            break  # "Abdul Mannan Sheikh"
        if at and at == end - 1 and folded[at] in NAMES_TOO and not is_title(words[at - 1].text):
            break  # "Razwana Begum"
        if is_given(folded[at]) and end - at == 2 and (at == 0 or is_title(words[at - 1].text)):
            break  # "Lance Corporal Dean Whitty"
        if is_title(words[at].text) and folded[at] not in MODIFIERS and (at == 0 or words[at - 1].text != "&"):
            if at + 1 < end and folded[at + 1] in NOT_AFTER_TITLE:
                return None
            last = at
    return last


def _after_matters(folded: Sequence[str], last: int, end: int) -> int:
    """Position after a title's "of State", "for Health and Education", "of Fisheries"."""
    at = last + 1
    if folded[last] in ("det", "temp") and at + 1 < end and folded[at] in ("con", "ch", "chief"):
        at += 1  # "Det Con Dean Whitty"
    while at < end and (folded[at] in SMALL or folded[at] in MATTERS or folded[at] in MODIFIERS - {"lead"}):
        at += 1
    plain = at < end and folded[last + 1] in ("of", "for") and (at == last + 2 or folded[at - 1] == "the")
    if not plain:
        return at
    rest = end - at
    if rest > 3:
        return end - 3 if is_given(folded[end - 3]) else end - 2
    if rest >= 2 and is_given(folded[at]):
        return at
    return end - 2 if rest == 3 else end


def _without_trade(words: Sequence[Token], folded: Sequence[str], end: int) -> int:
    """Position after "Democrat", "British" or a trade before the name; "Irish Ward Sisters’ Union" is all name."""
    if end > 3 and folded[0] in PEOPLES and folded[end - 1] in ORGANISATION_WORDS - FAMILY_TOO:
        return 0
    at = 0
    while at < end - 1 - (not folded[at].endswith(HAILING)) and _is_front(folded, at) and not is_given(folded[at]):
        at += 1
    if at and (is_given(folded[at]) or is_human_noun(folded[at - 1]) or folded[at - 1].endswith(HAILING)):
        return at
    if end < 2 or words[0].position or is_given(folded[0]) or folded[0] in FAMILY_FIRST:
        return 0
    if is_human_noun(folded[0]) or is_human_noun(folded[0].removesuffix("s")) or (end > 2 and folded[0] in FRONT):
        return 1
    return 1 if end > 2 and is_given(folded[1]) and words[0].tag != "NNP" else 0


def _is_front(folded: Sequence[str], at: int) -> bool:
    """Whether a word may stand before a name without belonging to it."""
    word = folded[at]
    if word.endswith(HAILING):  # "Geneva-based Bell Commodities"
        return True
    if word in MODIFIERS or word in PEOPLES or word in FRONT or word in PLACES or is_human_noun(word):
        return True
    return at > 0 and word.endswith(TRADE_ENDINGS) and len(word) > 4
