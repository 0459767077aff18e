"""Runs of capitalised words read as names: title, name proper, what kind of thing is named."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from ..blocks import Block, is_title_case
from ..lexicon import DAYS
from ..ordinary import is_common, is_ordinary
from ..reading import Reading, Sentence
from ..tokens import Token
from . import organisations
from .extents import LINKS, PARTICLES, capital, end_of_name, shouted
from .folding import fold, word_set
from .given_names import FAMILY_FIRST, is_given
from .mending import mended
from .places import PARTISANS, PEOPLES, PLACES
from .proper import HAILING, MATTERS, proper
from .titles import HONORIFICS, MODIFIERS, OFFICE_NAMES, SUFFIXES, is_human_noun, is_title, title_gender

NEVER = word_set("""given considering regarding concerning following including excluding i i'm a an the this that these those it he she they we you his her their our my its there here who what when where why how
    which if but and or so yet for nor as at by in of on to from with without within after before since until while although though
    because during despite however meanwhile moreover furthermore also another other both each every some many most more all any few
    several no not yes only even still then now today yesterday tomorrow according asked speaking earlier later last next one two
    three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen twenty thirty forty fifty sixty hundreds thousands
    dozens half none nobody everybody everyone somebody someone anybody anyone something everything nothing among amid between under over about above below across against along around behind
    beyond beside besides unlike like once twice thus therefore instead perhaps maybe just additionally nevertheless nonetheless
    afterwards afterward elsewhere eventually outside whether whose whom ok okay oh well please let's can could would should will may might must do does did is are was were has have
    had be been being said says told asked added wrote
    video photo photos image read watch follow updated breaking exclusive opinion analysis advertisement""")
PLACE_WORDS = frozenset(word for place in PLACES for word in place.split())
PARTY = re.compile(r"[RDIL]-[A-Z]")
"""The beginning of "D-N.Y."."""
STATES = word_set(
    "Va. Pa. Calif. Mass. Conn. Ariz. Ill. Ind. Mich. Minn. Mo. Nev. Ore. Tenn. Tex. Wash. Wis. Ky. La. Md. Del. Ga. Ala. Ark. Colo. Kan. "
    "Neb. Okla. Wyo. Fla. N.Y. N.J. N.C. S.C. N.D. S.D. N.H. N.M. W.Va. D.C. R.I. Vt."
)
SENTENCE_TAGS = frozenset(("NNP", "NN", "NNS", "JJ", "FW", "VBN", "VB", "MD", "UH", "CD", "VBP", "VBD"))


SINGULAR = {
    "justices": "justice", "senators": "senator", "sens": "sen", "reps": "rep", "ministers": "minister", "messrs": "mr",
    "drs": "dr", "profs": "prof", "professors": "professor", "councillors": "councillor", "cllrs": "cllr", "judges": "judge",
    "constables": "constable", "governors": "governor", "representatives": "representative",
}  # fmt: skip
"""Titles of several people and of one."""
LANDMARKS = word_set("""street road avenue tower stadium airport bridge day act bill prize award show cup building plaza station lane
    square valley river island mountain park arena speech sees says""")
"""Last words of what is named after people."""


FAMILIES = word_set("street bridge day bill lane park tower rivers")
"""Such words that are surnames as well."""


DATING = word_set("on last next this late early every until till by since from before after in")
"""Words after which a day or a month is one."""


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
    known = _only_capitalised(reading)
    found = [run for sentence in reading.sentences for run in _of_sentence(reading, sentence, known)]
    _share_titles(reading.tokens, found)
    return found


def _share_titles(tokens: Sequence[Token], found: Sequence[Run]) -> None:
    """ "Justices Ann Bell and Jo Hart": both are justices."""
    for run in found:
        run.titles = tuple(SINGULAR.get(title, title) for title in run.titles)
    for run, following in pairwise(found):
        many = run.first > run.whole and any(tokens[k].lower in SINGULAR for k in range(run.whole, run.first))
        between = [token.lower for token in tokens[run.end : following.whole]]
        if many and between in (["and"], [","], [",", "and"]) and not following.titles:
            following.titles = run.titles
            if following.kind in (Named.UNSURE, Named.OFFICE):
                following.kind = Named.PERSON


def _only_capitalised(reading: Reading) -> frozenset[str]:
    """Words that stand with a capital inside sentences of the body, never without one; surnames that are common words."""
    capitals, others = set(), set()
    for token in reading.tokens:
        if not token.text[0].isupper():
            others.add(token.lower)
        elif token.tag == "NNP" and token.position and len(token.text) > 2 and not _after_mark(reading, token):
            capitals.add(token.lower)
    return frozenset(word for word in capitals - others - NEVER if not (word in DAYS and word.endswith("day")))


def _after_mark(reading: Reading, token: Token) -> bool:
    return reading.tokens[token.index - 1].tag == "Q"


def _of_sentence(reading: Reading, sentence: Sentence, known: frozenset[str]) -> Iterator[Run]:
    tokens = sentence.tokens
    if not tokens:
        return
    block = reading.block(tokens[0])
    if block is Block.NOTICE:
        return
    body = (block is Block.BODY or block is Block.SIGNATURE) and not _is_title_case(reading, tokens[0].paragraph)
    at = _after_dateline(reading, sentence)
    while at < len(tokens):
        text = tokens[at].text
        if not (text[0].isupper() or "-" in text):
            at += 1
            continue
        if not (_begins(tokens, at) or (tokens[at].lower in known and capital(tokens[at]))):
            at += 1
            continue
        after = end_of_name(tokens, at)
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


def _begins(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if not capital(token) or PARTY.match(token.text):
        return False
    if token.lower in NEVER and not _given_here(tokens, at) and not _is_told_by(tokens, at):
        return False
    if token.lower in DAYS and at and tokens[at - 1].lower in DATING:
        return False  # "late on Wednesday Ann Bell"
    if token.lower in DAYS:
        return _given_here(tokens, at) or (
            token.lower in ("may", "june", "april")
            and at + 1 < len(tokens)
            and tokens[at + 1].tag in ("VBD", "VBZ", "POS")
        )
    starts = (
        at == 0 or tokens[at - 1].tag == "Q" or tokens[at - 1].text in (":", "“", '"', "‘", "'", "(", "—", "–", ".")
    )
    if not starts:
        return True
    follows = at + 1 < len(tokens) and capital(tokens[at + 1])
    ordinary = is_ordinary(token.lower) and not is_given(token.lower) and not _goes_on(tokens, at)
    if at and tokens[at - 1].tag == "Q" and not token.quoted:
        ordinary = False  # "…,” Hung said"
    if token.lower.endswith("ly") and is_common(token.lower[:-2]) and not is_given(token.lower):
        return False  # "Interestingly Bell"
    if token.tag == "NNP":
        return follows or not ordinary
    if is_common(token.lower) and not follows and not _goes_on(tokens, at):
        return False
    if is_given(token.lower) or is_title(token.text) or organisations.is_acronym(token.text):
        return (
            follows
            or is_given(token.lower)
            or shouted(token)
            or (at + 1 < len(tokens) and tokens[at + 1].lower in LINKS)
        )
    return token.tag in SENTENCE_TAGS and (follows or (token.tag in ("NN", "FW") and not ordinary))


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """ "Voice of the Vale", "Immigration and Customs Enforcement": a small word joins more capitals to this one."""
    words = [token for token in tokens[at + 1 : at + 4] if token.lower != "the"]
    return len(words) > 1 and words[0].lower in LINKS and capital(words[1])


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


def _is_told_by(tokens: Sequence[Token], at: int) -> bool:
    """ "said | Oh.", "| So told reporters": a family name that is a common word as well."""
    token = tokens[at]
    if token.lower not in FAMILY_FIRST or token.tag != "NNP" or token.quoted:
        return False
    beside = {each.lower for each in (*tokens[max(0, at - 1) : at], *tokens[at + 1 : at + 2])}
    return bool(beside & {"said", "says", "told", "added", "wrote"})


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
    titles = tuple(fold(token.text) for token in words[:start] if not token.lower.endswith(HAILING))
    if start >= end and words[0].lower in OFFICE_NAMES and len(words) == 3 and words[1].lower == "of":
        start, end, kind, titles = 0, len(words), Named.PERSON, ()
    elif start >= end and len(words) > 2 and words[-1].text == "Leader" and words[0].lower in PLACE_WORDS:
        start, end, kind, titles = 0, len(words), Named.ORGANISATION, ()
    elif start >= end:
        start, end, kind = 0, len(words), Named.OFFICE
    else:
        kind = _kind([mended(token.text) for token in words[start:end]], titles)
        if titles and titles[-1] in organisations.NOUNS and not any(is_title(title) for title in titles):
            somebody = is_human_noun(titles[-1]) and is_given(words[start].lower)  # "Landlord Ann Bell"
            kind = kind if somebody else Named.ORGANISATION
    if kind is Named.PLACE and words[end - 1].lower in FAMILIES and _is_told(tokens, words, after):
        kind = Named.PERSON
    if kind is Named.PERSON and not titles and first and tokens[first - 1].lower in ("a", "an"):
        kind = Named.UNSURE  # "a Morris Bell": made by Morris
    if _is_partisan([fold(token.text) for token in words]):
        start, end, kind, titles = 0, len(words), Named.OFFICE, ()
    if kind is not Named.OFFICE and _is_dedicated(tokens, words, after):
        kind = Named.ORGANISATION
    name = words[start:end]
    folded = tuple(fold(mended(token.text)) for token in name)
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


def _is_told(tokens: Sequence[Token], words: Sequence[Token], after: int) -> bool:
    """ "The actor Rufus Lane", "Rufus Lane, 45,": what is said beside it is said of a person."""
    at = words[0].position - 1
    before = tokens[max(0, at - (tokens[at].text == ","))]
    following = tokens[after : after + 2]
    aged = len(following) == 2 and following[0].text in (",", "(") and following[1].text.isdigit()
    return is_given(words[0].lower) and (is_human_noun(before.lower) or (aged and len(following[1].text) < 3))


def _is_partisan(folded: Sequence[str]) -> bool:
    """ "Kentucky Republican", "Scottish Tory", "Democrat": somebody of a party, nobody's name."""
    before = folded[:-1]
    if not before:
        return folded[-1] in ("republican", "democrat", "democratic", "libertarian")
    where = " ".join(before) in PLACES or all(word.rpartition("-")[2] in PEOPLES for word in before)
    return folded[-1] in PARTISANS and where


def _is_dedicated(tokens: Sequence[Token], words: Sequence[Token], after: int) -> bool:
    """ "St Ebba's": a school, a church or a hospital."""
    return len(words) == 2 and words[0].text == "St" and after < len(tokens) and tokens[after].tag == "POS"


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
    if any(organisations.is_acronym(word) and word.isupper() and len(word) < 5 for word in words[1:]):
        return Named.ORGANISATION  # "Voicebox UK"
    return Named.UNSURE
