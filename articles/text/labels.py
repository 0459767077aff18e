"""Words in marks that nobody says: ratings, nicknames, titles, terms, what something is known as, words as words."""

from .blocks import Block
from .candidates import is_title_like
from .lexicon import FINITE_TAGS, is_human, words
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
AS = 9
"""Words that "known to the porters of the Hindu Kush as" takes."""
OF_VIEW = words("derisively mockingly disparagingly for")
"""Words with which somebody's view is told, or what somebody is known for, not a name."""
ARTICLES = words("the a an")
SUMMING = words(
    """critics opponents supporters campaigners protesters residents rivals allies detractors sceptics skeptics activists
    ministers officials politicians lawmakers leaders authorities organisers organizers unions prosecutors lawyers advisers"""
)
"""People whose word for a thing is an opinion."""
CREW = words("staff police locals colleagues people")
RELATING = words("what that which whom who")
CALLING = words("call calls called dub dubbed term termed nickname nicknamed")
TITLED = words(
    """book memoir memoirs novel novella autobiography biography poem play musical opera film documentary album song single hymn
    magazine newsletter journal comic exhibition painting sculpture sitcom podcast essay title show series club choir"""
)
"""What has a title, which may be told behind a comma: "the village magazine, the ‘Wickering Warbler’"."""
RUN_UNDER = words(
    "scheme schemes programme programmes program programs initiative initiatives clause award awards fund app exhibition show"
)
"""What goes by a name that stands before it: "the “Grain Shield” scheme"."""
PUBLISHED = words("published released")
FEW = 4
"""Words a label may have."""
MANY = 6
"""Words that something may be known as."""


def is_label(here: Situation) -> bool:
    """Whether a segment is surely no quotation; of longer ones only titles are."""
    if _is_work(here):
        return True
    if here.words > MANY or here.inner[-1:] in "?!" or here.left is None:
        return False
    before = here.reading.tokens[max(0, here.first.index - AS - 2) : here.first.index]
    before = [token for token in before if token.sentence == here.first.sentence and token.segment < 0]
    if here.words > FEW:
        return _is_known_as(here, before)
    by_itself = _is_rating(here) or _is_nickname(here)
    named = _is_known_as(here, before) or _is_called(here, before) or _is_named(here, before)
    return by_itself or named or _is_word(here, before) or _runs_under(here, before)


def _is_work(here: Situation) -> bool:
    """The title of a book or the like: "her memoir, ‘A Tin of Seeds’", "‘The Tin’ (1974)"."""
    if not is_title_like(here.text) or not here.segment.closed or here.inner[-1:] in "?!":
        return False
    following = here.reading.tokens[here.last.index + 1 : here.last.index + 4]
    if [token.text for token in following[::2]] == ["(", ")"] and following[1].text.isdigit():
        return True
    if here.left is None:
        lower = [token.lower for token in following[:2]]
        return lower[:1] in (["is"], ["was"]) and bool(PUBLISHED & set(lower[1:]))
    capitals = sum(token.text[0].isupper() for token in here.tokens)
    if here.left.text == "," and here.right is not None and here.right.text == "," and capitals > 1:
        return here.inner[-1:].isalnum()  # "a sequence for the reopening, ‘Forty Wheels’, was"
    before = [token.lower for token in here.reading.tokens[max(0, here.first.index - 3) : here.first.index]]
    while before and before[-1] in ARTICLES | {","}:
        before.pop()
    return bool(before) and before[-1] in TITLED


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
    phrase = not here.clause or here.inner.partition(" ")[0].lower() in ARTICLES or is_title_like(here.text)
    before = _without_article(before)
    known = next((k for k in range(len(before) - 1, -1, -1) if before[k].lower in KNOWN), len(before))
    between = before[known + 1 :]
    plain = not any(token.tag in FINITE_TAGS or token.lower in OF_VIEW for token in between)
    told = before[max(0, known - 1) : known]
    return (
        phrase
        and [token.lower for token in between[-1:]] == ["as"]
        and plain
        and not any(token.lower in OF_VIEW for token in told)
    )


def _without_article(before: list[Token]) -> list[Token]:
    return before[:-1] if before and before[-1].lower in ARTICLES else before


def _is_called(here: Situation, before: list[Token]) -> bool:
    """ "what river guides call a ‘drowning machine’", "a clerk whom staff called ‘the Duke’": the word of a trade."""
    before = _without_article(before)
    if not here.clause and _is_trade(_before_speaking(before)):
        return True
    if len(before) < 3 or before[-1].lower not in CALLING or here.clause:
        return False
    return _is_trade(before[-2]) and any(token.lower in RELATING for token in before[-5:-2])


def _is_trade(caller: Token | None) -> bool:
    """Whether several people are meant who have a word for a thing, not an opinion of it."""
    many = caller is not None and (caller.tag == "NNS" or caller.lower in CREW)
    return many and caller.lower not in SUMMING


def _before_speaking(before: list[Token]) -> Token | None:
    """ "engineers speak of", "staff used to refer to Bell as": the word before the verb."""
    lower = [token.lower for token in before]
    if lower[-2:] in (["speak", "of"], ["talk", "of"]):
        at = len(before) - 2
    elif lower[-1:] == ["as"] and "refer" in lower[:-2] and lower[lower.index("refer") + 1] == "to":
        at = lower.index("refer")
    else:
        return None
    while at and (lower[at - 1] in ("used", "to") or before[at - 1].tag == "RB"):
        at -= 1
    return before[at - 1] if at else None


def _runs_under(here: Situation, before: list[Token]) -> bool:
    """ "the “Grain Shield” scheme": the name that something goes by."""
    determined = bool(before) and (before[-1].lower in ARTICLES or before[-1].tag in ("PRP$", "POS"))
    return determined and here.right is not None and here.right.lower in RUN_UNDER and not here.clause


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
