"""Where the capitals of a name end: small words and marks that belong inside it."""

from collections.abc import Sequence
from itertools import takewhile

from ..lexicon import DAYS
from ..tokens import Token
from . import organisations
from .folding import fold, word_set
from .given_names import is_given
from .proper import MATTERS
from .titles import is_human_noun, is_title

BODIES = word_set(
    "union association federation guild commission administration agency bureau council board services service committee enforcement department ministry authority"
)
"""Last words of bodies whose names hold an "and"."""
WORKS = word_set("""fire rescue ambulance health safety social care oil gas steel energy power light water sewerage police crime parks recreation
    leisure wildlife fisheries game heritage arts culture sport tourism trade industry commerce roads transport drug drugs food medicine""")
"""What bodies see to: two such words joined by "and" are of one name, "Fire and Rescue"."""
STATE = word_set("department ministry secretariat directorate")
SHARED = word_set("police constabulary council")
"""What two counties or towns may share."""
FIRMS = word_set("inc ltd plc llc corp")
"""Ends of firms' names: "of" after them tells the place."""
AIMED = word_set("alliance coalition campaign committee initiative movement fund trust project network association")
"""Words of bodies after which "to" may lead on to what they want."""
INQUIRING = word_set("commission committee inquiry council panel conference convention commissioner rapporteur")
"""Words of bodies after which "on" or "into" leads on to what they look into."""
LONGEST = 12
"""Words after which a run of capitals is no name any more."""
PARTICLES = word_set(
    "van von der den de del della di da dos das do du la le el al bin binti binte ibn bint ben ter ten af av zu zum und y e 't in st ap ui wa ka ole arap"
)
"""Small words inside a person's name; `in` and `und` only before another particle."""
WEB = frozenset(("com", "org", "net", "co", "info"))
"""Ends of names that are addresses on the web."""
LINKS = frozenset(("of", "for", "and", "&"))
LINKED = (
    organisations.ORGANISATION_WORDS
    | word_set("""secretary minister chancellor archbishop bishop dean duke duchess prince princess earl lord lady mayor sheriff president
    leader speaker director master queen king attorney commissioner ambassador governor head chief citizens doctors campaign women
    undersecretary under-secretary spokesman spokeswoman spokesperson envoy representative chair chairman chairwoman adviser
    inspector commander member mp judge dean archdeacon warden treasurer transport voice network sport save friends americans parents students workers house republic states""")
)
"""Words after which "of" or "for" goes on with the name."""
LOWER_HEADS = word_set("al el as ash ad an ur ul bin t h n")
"""Beginnings in small letters of words that are capitals for all that: "al-Sisi", "Mac an t-Saoir"."""
HOLIDAYS = word_set("election labor memorial thanksgiving christmas easter veterans independence boxing")


def capital(token: Token) -> bool:
    """Whether a token looks like a word of a name; "al-Sisi" does."""
    text = token.text
    if text[0].isupper():
        return text[0].isalpha()
    head, hyphen, tail = text.partition("-")
    return bool(hyphen and tail[:1].isupper() and head in LOWER_HEADS)


def end_of_name(tokens: Sequence[Token], first: int) -> int:
    """Where the run that begins at `first` ends."""
    at = first + 1
    person = _is_trade_of_person(tokens, first)
    linked = fold(tokens[first].text) in LINKED and not person
    named = fold(tokens[first].text) in organisations.ORGANISATION_WORDS and not person
    segment, shouting = tokens[first].segment, shouted(tokens[first])
    while at < len(tokens) and at - first < LONGEST and tokens[at].segment == segment:
        token = tokens[at]
        if (
            capital(token)
            and not (token.lower in DAYS and token.lower not in ("may", "april", "june"))
            and token.lower not in ("i", "i'm")
        ):
            if token.lower in HOLIDAYS and at - first > 1 and is_given(tokens[first].lower):
                break
            if shouting and at - first > 1 and not shouted(token):
                break
            linked = fold(token.text) in LINKED or (named and linked and tokens[at - 1].lower not in LINKS)
            named = named or fold(token.text) in organisations.ORGANISATION_WORDS
            at += 1
            continue
        step = _step(tokens, at, linked=linked or (named and at - first > 2))
        if not step:
            break
        at += step
    return at


def _is_trade_of_person(tokens: Sequence[Token], first: int) -> bool:
    """ "Economist Ann Bell of Harwick Capital": no economist's body, but somebody's trade."""
    return is_human_noun(tokens[first].lower) and first + 1 < len(tokens) and is_given(tokens[first + 1].lower)


def shouted(token: Token) -> bool:
    return len(token.text) > 3 and token.text.isupper()


def _step(tokens: Sequence[Token], at: int, *, linked: bool) -> int:
    """How many small words at `at` belong to the name because a capital follows; 0 for none."""
    lower = tokens[at].lower
    if tokens[at].tag == "POS" and (_owned_by_many(tokens, at) or _owned_by_saint(tokens, at)):
        return 1
    if tokens[at].tag == "POS" and _owned_by_two(tokens, at):
        return 2
    if lower in ("plc", "ltd", "inc", "llp"):
        return 1
    if lower == "," and _matters_go_on(tokens, at):
        return 1
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None:
        return 0
    if lower in PARTICLES and lower not in ("in", "und"):
        if capital(following):
            return 1
        if following.lower in PARTICLES and at + 2 < len(tokens) and capital(tokens[at + 2]):
            return 2
    if lower == "an" and tokens[at - 1].lower == "mac" and capital(following):
        return 1
    if lower in ("in", "und") and following.lower in PARTICLES and at + 2 < len(tokens) and capital(tokens[at + 2]):
        return 2
    if tokens[at].text in ("&", "-", "–") and capital(following) and tokens[at].end == following.start:
        return 1
    if tokens[at].text == "&" and capital(following):
        return 1
    if tokens[at].text == "." and following.lower in WEB and tokens[at].end == following.start:
        return 2
    if _is_okina(tokens, at):
        return 1
    if lower == "to" and fold(tokens[at - 1].text) in AIMED and at + 2 < len(tokens):
        return int(capital(following) and capital(tokens[at + 2]))  # "Coalition to Save Our Schools"
    if lower in ("on", "into") and fold(tokens[at - 1].text) in INQUIRING and capital(following):
        return int(following.lower not in DAYS)  # "Royal Commission on Bees"
    if tokens[at - 1].lower == "bench" and lower == "of":
        return 0  # "the Bench of Justices Bell and Hart"
    if linked and lower in ("of", "for") and fold(tokens[at - 1].text).rstrip(".") not in FIRMS:
        if capital(following) and following.lower not in DAYS:
            return 1
        if following.text in ("the", "a") and at + 2 < len(tokens) and capital(tokens[at + 2]):
            return 2
    if (
        lower == "and"
        and capital(following)
        and (linked or _body_of_matters(tokens, at))
        and _organisation_goes_on(tokens, at)
    ):
        return 1
    return 1 if tokens[at].text == "." and tokens[at - 1].text in ("St", "Jr", "Sr") and capital(following) else 0


def _is_okina(tokens: Sequence[Token], at: int) -> bool:
    """ "Tevita 'Ofa Havili": a mark that opens no quotation, before a word of the name."""
    mark, before, following = tokens[at], tokens[at - 1], tokens[at + 1]
    if mark.text not in ("'", "‘", "’") or not (before.end < mark.start and mark.end == following.start):
        return False
    return capital(following) and at + 2 < len(tokens) and capital(tokens[at + 2])


def _body_of_matters(tokens: Sequence[Token], at: int) -> bool:
    """ "Securities and Exchange Commission": what follows the "and" at `at` ends in such a word."""
    last = at + 1
    while last + 1 < len(tokens) and last - at < 5 and (capital(tokens[last + 1]) or tokens[last + 1].tag == "POS"):
        last += 1
    if _of_state(tokens, at) or _of_two_places(tokens, at):
        return True
    return last > at + 1 and fold(tokens[last].text) in BODIES and not is_given(tokens[at - 1].lower)


def _of_two_places(tokens: Sequence[Token], at: int) -> bool:
    """ "Avon and Somerset Police": the "and" at `at` joins two counties that share a force or a council."""
    following = tokens[at + 1 : at + 3]
    shared = len(following) == 2 and fold(following[1].text) in SHARED and capital(following[1])
    alone = at < 2 or not capital(tokens[at - 2])
    return shared and alone and not is_given(tokens[at - 1].lower) and not is_title(tokens[at - 1].text)


def _of_state(tokens: Sequence[Token], at: int) -> bool:
    """ "Department of Water and Sanitation": the "and" at `at` joins what a department is of."""
    of = next((k for k in range(at - 1, max(0, at - 5), -1) if tokens[k].lower in ("of", "for")), 0)
    if not of:
        return False
    minister = fold(tokens[of - 1].text) in ("minister", "secretary") and fold(tokens[at + 1].text) in MATTERS | WORKS
    return minister or fold(tokens[of - 1].text) in STATE


def _matters_go_on(tokens: Sequence[Token], at: int) -> bool:
    """ "Department of Sport, Arts and Culture", "Minister for Health, Housing and Sport": the comma at `at` is inside."""
    of = next((k for k in range(at - 1, max(0, at - 8), -1) if tokens[k].lower in ("of", "for")), 0)
    if not of or fold(tokens[of - 1].text) not in STATE | {"minister", "secretary"}:
        return False
    after = at + 1
    while after < len(tokens) and after - at < 6 and capital(tokens[after]):
        after += 1
    known = fold(tokens[at + 1].text) in MATTERS | WORKS if after > at + 1 else False
    if not known or after + 1 >= len(tokens) or not capital(tokens[after + 1]):
        return False
    return tokens[after].lower == "and" or (tokens[after].text == "," and _matters_go_on(tokens, after))


def _owned_by_many(tokens: Sequence[Token], at: int) -> bool:
    """ "Anglers' Conservancy", "People's Bank": the possessive mark at `at` stands inside a name."""
    if at + 1 >= len(tokens) or not capital(tokens[at + 1]) or is_given(fold(tokens[at + 1].text)):
        return False  # "the Greens' | Ann Bell"
    owner = tokens[at - 1].lower
    many = tokens[at].text in ("'", "’") and owner.endswith("s") and not is_given(owner)
    named = at > 1 and tokens[at - 2].lower == "the" and many
    goes_on = takewhile(capital, tokens[at + 2 : at + 4])  # "Ruritania Patients’ Rights League"
    if (
        many
        and is_human_noun(owner[:-1])
        and any(fold(token.text) in organisations.ORGANISATION_WORDS for token in goes_on)
    ):
        return True
    return (
        named
        or (many or owner in ("people", "women", "children", "men"))
        and (
            fold(tokens[at + 1].text) in organisations.ORGANISATION_WORDS
            or owner in ("people", "women", "children", "men")
        )
    )


def _owned_by_saint(tokens: Sequence[Token], at: int) -> bool:
    """ "St Brenda's Hospital"."""
    saint = at > 1 and tokens[at - 2].text.rstrip(".") == "St"
    words = (fold(token.text) for token in takewhile(capital, tokens[at + 1 : at + 4]))
    return saint and any(word in organisations.ORGANISATION_WORDS for word in words)


def _owned_by_two(tokens: Sequence[Token], at: int) -> bool:
    """ "Millers’ and Bakers’ Union": the mark at `at` closes the first of two owners of one body."""
    if at + 4 >= len(tokens) or tokens[at + 1].lower not in ("and", "&") or not capital(tokens[at + 2]):
        return False
    return tokens[at + 3].tag == "POS" and _owned_by_many(tokens, at + 3)


def _organisation_goes_on(tokens: Sequence[Token], at: int) -> bool:
    """ "Securities and Exchange Commission": the "and" at `at` joins words of one name."""
    if _body_of_matters(tokens, at):
        return True
    before, following = fold(tokens[at - 1].text), tokens[at + 1]
    if before in WORKS and fold(following.text) in WORKS:
        return True
    if before in organisations.ORGANISATION_WORDS or is_given(following.lower) or is_title(following.text):
        return False
    last = at + 1
    while last + 1 < len(tokens) and last - at < 5 and capital(tokens[last + 1]):
        last += 1
    after = last + 1
    if after < len(tokens) and tokens[after].tag in ("VBD", "VBZ", "VBP") and last == at + 1:
        return fold(tokens[last].text) in organisations.ORGANISATION_WORDS
    return True
