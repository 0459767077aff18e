"""Runs of capitalised words read as names: title, name proper, what kind of thing is named."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ..blocks import Block, is_title_case
from ..lexicon import DAYS
from ..reading import Reading, Sentence
from ..tokens import Token
from . import organisations
from .folding import fold, word_set
from .given_names import FAMILY_FIRST, is_given
from .places import PLACES
from .proper import MATTERS, proper
from .titles import HONORIFICS, MODIFIERS, OFFICE_NAMES, SUFFIXES, is_human_noun, is_title, title_gender

BODIES = word_set(
    "commission administration agency bureau council board services service committee enforcement department ministry authority"
)
"""Last words of bodies whose names hold an "and"."""
LONGEST = 12
"""Words after which a run of capitals is no name any more."""
PARTICLES = word_set(
    "van von der den de del della di da dos das do du la le el al bin ibn bint ben ter ten af av zu zum und y e 't in st ap ui"
)
"""Small words inside a person's name; `in` and `und` only before another particle."""
LINKS = frozenset(("of", "for", "and", "&"))
LINKED = (
    organisations.ORGANISATION_WORDS
    | word_set("""secretary minister chancellor archbishop bishop dean duke duchess prince princess earl lord lady mayor sheriff president
    leader speaker director master queen king attorney commissioner ambassador governor head chief citizens doctors campaign women
    undersecretary under-secretary spokesman spokeswoman spokesperson envoy representative chair chairman chairwoman adviser
    inspector commander member mp judge dean archdeacon warden treasurer transport voice network sport save friends americans parents students workers house republic states""")
)
"""Words after which "of" or "for" goes on with the name."""
NEVER = word_set("""i i'm a an the this that these those it he she they we you his her their our my its there here who what when where why how
    which if but and or so yet for nor as at by in of on to from with without within after before since until while although though
    because during despite however meanwhile moreover furthermore also another other both each every some many most more all any few
    several no not yes only even still then now today yesterday tomorrow according asked speaking earlier later last next one two
    three four five six seven eight nine ten among amid between under over about above below across against along around behind
    beyond beside besides unlike like once twice thus therefore instead perhaps maybe just additionally nevertheless nonetheless
    whether whose whom ok okay oh well please let's can could would should will may might must do does did is are was were has have
    had be been being said says told asked added wrote
    video photo photos image read watch follow updated breaking exclusive opinion analysis advertisement""")
PARTY = re.compile(r"[RDIL]-[A-Z]")
"""The beginning of "D-N.Y."."""
STATES = word_set(
    "Va. Pa. Calif. Mass. Conn. Ariz. Ill. Ind. Mich. Minn. Mo. Nev. Ore. Tenn. Tex. Wash. Wis. Ky. La. Md. Del. Ga. Ala. Ark. Colo. Kan. "
    "Neb. Okla. Wyo. Fla. N.Y. N.J. N.C. S.C. N.D. S.D. N.H. N.M. W.Va. D.C. R.I. Vt."
)
SENTENCE_TAGS = frozenset(("NNP", "NN", "NNS", "JJ", "FW", "VBN", "VB", "MD", "UH", "CD", "VBP", "VBD"))


HOLIDAYS = word_set("election labor memorial thanksgiving christmas easter veterans independence boxing")
LANDMARKS = word_set("""street road avenue tower stadium airport bridge day act bill prize award show cup building plaza station lane
    square valley river island mountain park arena speech sees says""")
"""Last words of what is named after people."""


class Named(StrEnum):
    """What a run of capitals names."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    UNSURE = "unsure"
    OFFICE = "office"
    """A title without a name ("the Prime Minister")."""


@dataclass(slots=True, eq=False)
class Run:
    """A name where it is printed: tokens `first`…`after`-1 (by index in the reading), titles cut off."""

    first: int
    after: int
    whole: int
    """Index of the first token with the titles."""
    end: int
    """Index after the letters that follow the name ("QC")."""
    sentence: int
    paragraph: int
    words: tuple[str, ...]
    folded: tuple[str, ...]
    titles: tuple[str, ...]
    kind: Named
    gender: str
    quoted: bool
    body: bool
    """In running text, neither caption nor heading."""


def runs(reading: Reading) -> list[Run]:
    """All runs of the text in order; datelines and plain days are left out."""
    return [run for sentence in reading.sentences for run in _of_sentence(reading, sentence)]


def _of_sentence(reading: Reading, sentence: Sentence) -> Iterator[Run]:
    tokens = sentence.tokens
    if not tokens:
        return
    block = reading.block(tokens[0])
    if block is Block.NOTICE:
        return
    body = (block is Block.BODY or block is Block.SIGNATURE) and not _is_title_case(reading, tokens[0].paragraph)
    at = _after_dateline(reading, sentence)
    while at < len(tokens):
        if not _begins(tokens, at):
            at += 1
            continue
        after = _end(tokens, at)
        for part in _parts(tokens, at, after):
            run = _run(tokens, *part, body=body)
            if run is not None:
                yield run
        at = max(after, at + 1)


def _is_title_case(reading: Reading, number: int) -> bool:
    """Whether a paragraph is short and capitalised throughout, so that capitals tell nothing."""
    paragraph = reading.paragraphs[number]
    return paragraph.end - paragraph.start < 200 and is_title_case(reading.text[paragraph.start : paragraph.end])


def _after_dateline(reading: Reading, sentence: Sentence) -> int:
    """The position after "LONDON (Reuters) —" at the beginning of a paragraph, else 0."""
    tokens = sentence.tokens
    if tokens[0].start != reading.paragraphs[tokens[0].paragraph].start or not tokens[0].text[:1].isupper():
        return 0
    if not (tokens[0].text.isupper() and len(tokens[0].text) > 2):
        limit = 6 if len(tokens) > 6 and tokens[0].text[0].isupper() else 0
    else:
        limit = 14
    if sentence.paragraph < 4 and limit == 14 and len(tokens) > 8 and not tokens[2].quoted:
        colon = next((at for at in range(1, 5) if tokens[at].text == ":"), None)
        if colon and all(token.text.isupper() or not token.text.isalpha() for token in tokens[:colon]):
            return colon + 1
    for at, token in enumerate(tokens[:limit]):
        if token.text in ("—", "–", "-", "--", "―"):
            plain = all(other.text[0].isupper() or not other.text[0].isalpha() for other in tokens[:at])
            return at + 1 if at and plain and not token.quoted else 0
    return 0


def capital(token: Token) -> bool:
    """Whether a token looks like a word of a name; "al-Sisi" does."""
    text = token.text
    if text[0].isupper():
        return text[0].isalpha()
    head, hyphen, tail = text.partition("-")
    return bool(hyphen and tail[:1].isupper() and head in ("al", "el", "as", "ash", "ad", "an", "ur", "ul", "bin"))


def _begins(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if not capital(token) or PARTY.match(token.text) or token.lower in NEVER and not _given_here(tokens, at):
        return False
    if token.lower in DAYS:
        return _given_here(tokens, at) or (
            token.lower in ("may", "june", "april")
            and at + 1 < len(tokens)
            and tokens[at + 1].tag in ("VBD", "VBZ", "POS")
        )
    starts = (
        at == 0 or tokens[at - 1].tag == "Q" or tokens[at - 1].text in (":", "“", '"', "‘", "'", "(", "—", "–", ".")
    )
    if not starts or token.tag == "NNP":
        return True
    follows = at + 1 < len(tokens) and capital(tokens[at + 1])
    if is_given(token.lower) or is_title(token.text) or organisations.is_acronym(token.text):
        return (
            follows
            or is_given(token.lower)
            or _shouted(token)
            or (at + 1 < len(tokens) and tokens[at + 1].lower in LINKS)
        )
    return token.tag in SENTENCE_TAGS and (follows or token.tag in ("NN", "FW"))


def _given_here(tokens: Sequence[Token], at: int) -> bool:
    """ "Will Smith", "April Jones", "An Wang": a given name that is a common word as well."""
    return (
        tokens[at].lower not in ("an", "in", "so", "on", "do", "no", "he", "may", "will", "can", "to", "said")
        and (
            is_given(tokens[at].lower)
            and at + 1 < len(tokens)
            and capital(tokens[at + 1])
            and tokens[at + 1].tag == "NNP"
        )
        or (
            tokens[at].text == "Will"
            and at + 1 < len(tokens)
            and capital(tokens[at + 1])
            and tokens[at + 1].tag == "NNP"
        )
    )


def _end(tokens: Sequence[Token], first: int) -> int:
    """Where the run that begins at `first` ends."""
    at = first + 1
    linked = fold(tokens[first].text) in LINKED
    named = fold(tokens[first].text) in organisations.ORGANISATION_WORDS
    segment, shouting = tokens[first].segment, _shouted(tokens[first])
    while at < len(tokens) and at - first < LONGEST and tokens[at].segment == segment:
        token = tokens[at]
        if (
            capital(token)
            and not (token.lower in DAYS and token.lower not in ("may", "april", "june"))
            and token.lower not in ("i", "i'm")
        ):
            if token.lower in HOLIDAYS and at - first > 1 and is_given(tokens[first].lower):
                break
            if shouting and at - first > 1 and not _shouted(token):
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


def _shouted(token: Token) -> bool:
    return len(token.text) > 3 and token.text.isupper()


def _step(tokens: Sequence[Token], at: int, *, linked: bool) -> int:
    """How many small words at `at` belong to the name because a capital follows; 0 for none."""
    lower = tokens[at].lower
    if tokens[at].tag == "POS" and _owned_by_many(tokens, at):
        return 1
    if lower in ("plc", "ltd", "inc", "llp"):
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
    if linked and lower in ("of", "for"):
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


def _body_of_matters(tokens: Sequence[Token], at: int) -> bool:
    """ "Securities and Exchange Commission": what follows the "and" at `at` ends in such a word."""
    last = at + 1
    while last + 1 < len(tokens) and last - at < 4 and capital(tokens[last + 1]):
        last += 1
    return last > at + 1 and fold(tokens[last].text) in BODIES and not is_given(tokens[at - 1].lower)


def _owned_by_many(tokens: Sequence[Token], at: int) -> bool:
    """ "Anglers' Conservancy", "People's Bank": the possessive mark at `at` stands inside a name."""
    if at + 1 >= len(tokens) or not capital(tokens[at + 1]):
        return False
    owner = tokens[at - 1].lower
    many = tokens[at].text in ("'", "’") and owner.endswith("s") and not is_given(owner)
    named = at > 1 and tokens[at - 2].lower == "the" and many
    return (
        named
        or (many or owner in ("people", "women", "children", "men"))
        and (
            fold(tokens[at + 1].text) in organisations.ORGANISATION_WORDS
            or owner in ("people", "women", "children", "men")
        )
    )


def _organisation_goes_on(tokens: Sequence[Token], at: int) -> bool:
    """ "Securities and Exchange Commission": the "and" at `at` joins words of one name."""
    if _body_of_matters(tokens, at):
        return True
    before, following = fold(tokens[at - 1].text), tokens[at + 1]
    if before in organisations.ORGANISATION_WORDS or is_given(following.lower) or is_title(following.text):
        return False
    last = at + 1
    while last + 1 < len(tokens) and last - at < 5 and capital(tokens[last + 1]):
        last += 1
    after = last + 1
    if after < len(tokens) and tokens[after].tag in ("VBD", "VBZ", "VBP") and last == at + 1:
        return fold(tokens[last].text) in organisations.ORGANISATION_WORDS
    return True


def _parts(tokens: Sequence[Token], first: int, after: int) -> Iterator[tuple[int, int]]:
    """A run cut where two names were run together: "Conservative Party and Labour"."""
    start = first
    for at in range(first + 1, after - 1):
        if tokens[at].lower == "and" and fold(tokens[at + 1].text) in HONORIFICS:
            yield start, at
            start = at + 1
    yield start, after


def _run(tokens: Sequence[Token], first: int, after: int, *, body: bool) -> Run | None:
    first += _matters_of_title(tokens, first, after)
    words = tokens[first:after]
    start, end = proper(words)
    titles = tuple(fold(token.text) for token in words[:start])
    if start >= end and words[0].lower in OFFICE_NAMES and len(words) == 3 and words[1].lower == "of":
        start, end, kind, titles = 0, len(words), Named.PERSON, ()
    elif start >= end:
        start, end, kind = 0, len(words), Named.OFFICE
    else:
        kind = _kind([token.text for token in words[start:end]], titles)
        if titles and titles[-1] in organisations.NOUNS and not is_title(titles[-1]):
            kind = Named.ORGANISATION
    name = words[start:end]
    folded = tuple(fold(token.text) for token in name)
    if all(len(word.replace(".", "")) < 2 for word in folded) or (
        len(folded) == 1 and (folded[0] in DAYS or name[0].text in STATES)
    ):
        return None
    return Run(
        end=words[-1].index + 1,
        first=name[0].index, after=name[-1].index + 1, whole=words[0].index, sentence=words[0].sentence,
        paragraph=words[0].paragraph, words=tuple(token.text for token in name), folded=folded, titles=titles, kind=kind,
        gender=next((gender for title in reversed(titles) if (gender := title_gender(title))), ""),
        quoted=words[0].quoted, body=body,
    )  # fmt: skip


def _matters_of_title(tokens: Sequence[Token], first: int, after: int) -> int:
    """How many capitals at `first` end a title begun in small letters: "secretary of State Clinton"."""
    if first < 2 or tokens[first - 1].lower not in ("of", "for") or not is_human_noun(tokens[first - 2].lower):
        return 0
    count = 0
    while first + count + 1 < after and fold(tokens[first + count].text) in MATTERS | MODIFIERS:
        count += 1
    return count


def _kind(words: Sequence[str], titles: Sequence[str]) -> Named:
    folded = [fold(word) for word in words]
    joined = " ".join(folded)
    if any(title not in MODIFIERS for title in titles) and len(words) <= 5 and "of" not in folded:
        return Named.PERSON
    if joined in PLACES or joined.removeprefix("the ") in PLACES:
        return Named.PLACE
    if folded[0] in OFFICE_NAMES and len(words) <= 3:
        return Named.PERSON
    given = is_given(words[0]) and len(words) > 1
    if organisations.looks_like_one(words, given_first=given):
        return Named.ORGANISATION
    if len(words) == 1 and organisations.is_acronym(words[0]) and words[0].isupper():
        return Named.ORGANISATION
    if folded[-1] in LANDMARKS and len(folded) > 1:
        return Named.PLACE
    if given or folded[-1] in SUFFIXES or any(len(word.strip(".")) == 1 for word in words[:-1]):
        return Named.PERSON if len(words) <= 6 else Named.UNSURE
    if len(words) in (2, 3) and folded[0] in FAMILY_FIRST:
        return Named.PERSON
    if (
        any(word in PARTICLES or word.startswith(("al-", "el-", "o'", "mac", "mc")) for word in folded)
        and len(words) > 1
    ):
        return Named.PERSON
    return Named.UNSURE
