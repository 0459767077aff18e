"""The whole noun phrase of an unnamed source, and the clause that tells why there is no name."""

import calendar
import re
from collections.abc import Sequence

from ..document import Span
from ..folding import small_letters
from ..reading import Reading
from ..tokens import Token
from .folding import word_set

OFFICES = frozenset(("ministry", "department", "secretary", "minister", "office", "committee"))
LONGEST = 24
PREPOSITIONS = word_set("of for from at in with within on inside near to close about behind against over across by")
ADJECTIVES = word_set("familiar close briefed involved aware knowledgeable privy present responsible")
PARTICIPLES = word_set(
    "based called named known opposed charged injured affected employed appointed posted elected assigned trained interviewed hired"
)
ROUGHLY = word_set("about around nearly almost roughly over under some")
"""Words before a number: "a stake of about 3 per cent"."""
INNER_TAGS = frozenset(("DT", "PRP$", "JJ", "CD", "NN", "NNS", "NNP", "POS", "VBN", "VBG", "RB"))
CALENDAR = frozenset(name.lower() for name in (*calendar.day_name, *calendar.month_name[1:]))
NOMINAL = frozenset(("NN", "NNS", "NNP", "CD"))
TIMES = CALENDAR | word_set("""statement interview email e-mail letter tweet message press release filing memo speech conference briefing response reply
    post time afterwards evening morning night week month year yesterday""")
ADVERBS_OF_TIME = frozenset(("yesterday", "today", "tomorrow", "tonight"))
RESUMING = word_set("was were is are has have had will would said says told tells admitted claimed called")
"""Verbs that go on with the sentence behind "who had come by bus"."""
NOTE = re.compile(
    r"""(?:who|and\s(?:who\s)?|which)?\s*(?:(?:has|have|had)\s)?(?:spoke|speaking|declined\sto\sbe|asked\s(?:not\sto\sbe|for)|asking\s(?:not\sto\sbe|for)|
        did\snot\swant|didn[’']t\swant|requested|requesting|wished\sto|(?:was|were|is|are|been)\snot\s(?:authori[sz]ed|allowed|permitted|named)|not\sauthori[sz]ed|
        insisted\son|insisting\son|could\snot\sbe|cannot\sbe|can[’']t\sbe|on\s(?:the\s)?condition\sof|granted|wants?\sto\sremain|
        wanted\sto\sremain|wishing\sto|preferred|preferring|refused\sto\s(?:be|give))
        [^.;“”"\n]{0,200}?(?:anonym|not\sto\sbe\s(?:named|identified|quoted)|be\s(?:named|identified|quoted)|publicly|to\sspeak\sto\s(?:the\s)?(?:media|press)|
        to\sthe\s(?:media|press)|name|legal\sreasons)[^.;“”"\n]{0,160}""",
    re.X | re.I,
)

NOTED = ("anonym", "name", "identified", "quoted", "publicly", "media", "press", "legal")
"""Every such clause holds one of these; the expression itself takes far longer than looking for them."""


def extended(reading: Reading, tokens: Sequence[Token], first: int, after: int, stop: int) -> Span:
    """The phrase [first, after) with its of-, at- and who-clauses, up to token position `stop` at most."""
    at, step = after, 0
    limit = min(stop, len(tokens), after + LONGEST)
    while at < limit:
        further = _step(tokens, at, limit) if at > after or tokens[at].tag != "POS" else 0
        if not further:
            break
        at, step = at + further, further
    last = tokens[at - 1]
    told = step > 0 and tokens[at - step].lower in ("who", "whose")
    if at > after and last.tag in ("VBG", "VBN") and last.lower not in ADJECTIVES and not told:
        at -= 1  # "the chief | known as Bob", "a poll of voters | taken on Monday"
    return Span(tokens[first].start, tokens[at - 1].end)


def _step(tokens: Sequence[Token], at: int, limit: int) -> int:
    """How many tokens of post-modifier start at `at`."""
    token = tokens[at]
    if token.segment >= 0 or token.text in (",", ".", ";", ":", "—", "–", "("):
        return 0
    if token.lower in ADJECTIVES or (
        (token.tag == "VBG" or token.lower in PARTICIPLES)
        and token.lower != "saying"
        and at + 1 < limit
        and tokens[at + 1].tag in ("IN", "TO", "DT", "PRP$", "NNP")
    ):
        return 1
    if token.lower == "to" and tokens[at - 1].tag == "VBG" and at + 1 < limit and tokens[at + 1].tag == "VB":
        return 2 + _phrase(tokens, at + 2, limit)  # "campaigners fighting to save a pool"
    if token.lower in PREPOSITIONS:
        size = _phrase(tokens, at + 1, limit)
        if size and not _is_time(tokens[at + size]):
            return 1 + size
        return 0
    if token.tag in INNER_TAGS and at and tokens[at - 1].tag in ("VBN", "VBG") and token.tag not in ("RB",):
        return _phrase(tokens, at, limit)
    if token.tag == "POS":
        size = _phrase(tokens, at + 1, limit)
        return 1 + size if size else 0
    if token.lower in ("and", "&"):
        size = _phrase(tokens, at + 1, limit)
        return 1 + size if size and _joined(tokens, at, at + size) else 0
    if token.lower in ("who", "whose") and at + 1 < limit and not _anonymous(tokens, at):
        return _clause(tokens, at, limit)
    return 0


def _is_time(token: Token) -> bool:
    year = token.text.isdigit() and len(token.text) == 4
    return token.lower in TIMES or year


def _joined(tokens: Sequence[Token], at: int, last: int) -> bool:
    """ "the ministry of coasts and inland waters": the "and" at `at` joins nouns of one phrase."""
    if tokens[at - 2].lower == "of" and tokens[at - 3].lower in OFFICES:
        return True
    kinds = ("NN", "NNP")
    counted = tokens[at - 1].tag == tokens[last].tag == "NNS" and tokens[at - 2].tag == tokens[at + 1].tag == "CD"
    if counted:  # "a jury of four women and three men"
        return True
    same = tokens[at - 1].tag == tokens[last].tag and tokens[last].tag in kinds
    return same and tokens[at - 2].tag in ("IN", *kinds)


def _phrase(tokens: Sequence[Token], at: int, limit: int) -> int:
    """The length of the noun phrase at `at`, 0 if none begins there."""
    if at < limit and tokens[at].lower in ("them", "those", "these"):
        return 1
    end = at + (at + 1 < limit and tokens[at].lower in ROUGHLY and tokens[at + 1].tag == "CD")
    while end < limit and _is_inner(tokens, end) and tokens[end].segment < 0:
        if end > at and tokens[end].tag in ("DT", "PRP$"):
            break
        if end > at and (tokens[end].tag == "RB" or tokens[end].lower in ADVERBS_OF_TIME):
            break
        end += 1
    if end > at and not any(token.tag in NOMINAL for token in tokens[at:end]):
        return 0
    return end - at


def _is_inner(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token goes on with a noun phrase: "3 per cent", too."""
    return tokens[at].tag in INNER_TAGS or (tokens[at].lower == "per" and tokens[at - 1].tag == "CD")


def _anonymous(tokens: Sequence[Token], at: int) -> bool:
    text = " ".join(token.lower for token in tokens[at : at + 14])
    return "anonym" in text or "named" in text or "identified" in text or "authori" in text


def _clause(tokens: Sequence[Token], at: int, limit: int) -> int:
    """The length of "who …" when it ends at `limit` or before a comma or full stop."""
    end = at + 1
    been = end < limit and tokens[end].lower in ("had", "has", "have", "was", "were", "is", "are")
    while end < limit and tokens[end].text not in (",", ".", ";", "—", "–", ":") and tokens[end].segment < 0:
        if tokens[end].lower == "and" and end + 1 < limit and tokens[end + 1].lower in ("who", "asked", "spoke"):
            break
        if been and end > at + 2 and tokens[end].lower in RESUMING and tokens[end - 1].tag in NOMINAL:
            break  # "who had come by bus | was amused"
        end += 1
    return end - at


def anonymity(reading: Reading, sentence: int, start: int) -> str:
    """The clause about anonymity in a sentence from offset `start` on (or just before it), "" if there is none."""
    tokens = reading.sentences[sentence].tokens
    for begin in (start, tokens[0].start):
        end = min(tokens[-1].end, begin + 1200)
        small = small_letters(reading.text[begin:end])
        found = NOTE.search(reading.text, begin, end) if any(word in small for word in NOTED) else None
        if found:
            return " ".join(found.group().split()).strip(" ,")
    return ""
