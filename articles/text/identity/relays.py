"""Words that a paper or a witness passes on: in '“…,” Lee said, according to the Echo' they are Lee's."""

from collections.abc import Sequence

from ..attributions import Attribution
from ..cues import COLON, Cue
from ..grammar import main_subject, subject_of
from ..lexicon import FINITE_TAGS
from ..mentions import Mention, MentionKind
from ..reading import Reading, Sentence
from ..tokens import Token

SURE = 0.5
"""How likely a word must be a cue."""
PASSING_ON = frozenset(("according", "per", "reported", "reports", "reporting"))
QUOTING = frozenset(("quoting", "quoted", "quotes"))
UTTERERS = frozenset((MentionKind.NAME, MentionKind.HE_SHE, MentionKind.HUMAN, MentionKind.WHO, MentionKind.THEY))
TALKERS = frozenset(("caller", "speaker", "sender", "poster", "commenter", "questioner", "informant", "tipster"))
"""Nouns that say no more of people than that they speak."""
PRONOUNS = frozenset((MentionKind.HE_SHE, MentionKind.WHO, MentionKind.THEY))
BODIES = frozenset((MentionKind.ORGANISATION, MentionKind.DOCUMENT))
TELLING = frozenset(("said", "says", "told", "added", "claimed", "claims"))
"""Verbs after which other people's words may be told."""
WARNING = frozenset(
    (
        "warned",
        "told",
        "described",
        "called",
        "branded",
        "admitted",
        "promised",
        "said",
        "dismissed",
        "labelled",
        "wrote",
        "found",
    )
)
"""Verbs by which those others said them."""
WITHIN = 10
"""Tokens between such a verb and the words."""
BESIDE = 8
"""Unquoted tokens that may stand between the words and the verb after them."""


def quoted_by(reading: Reading, attribution: Attribution) -> Mention | None:
    """Who is quoted: "the Echo reported, quoting an official", '“…,” he quoted one analyst'; None if nobody is."""
    cue = attribution.cue
    if cue is None or not attribution.segments or attribution.mention is None:
        return None
    sentence = reading.sentences[cue.sentence]
    if cue.lower in QUOTING and cue.tag != "VBN":
        return _object(sentence, cue)
    if cue.lower not in PASSING_ON:
        return None
    verb = next((token for token in sentence.tokens[cue.position + 1 :] if _quotes(token)), None)
    return _object(sentence, verb) if verb is not None else None


def _quotes(token: Token) -> bool:
    return token.lower == "quoting" and token.segment < 0


def _object(sentence: Sentence, verb: Token) -> Mention | None:
    return next((each for each in sentence.mentions if each.first == verb.position + 1 and _utters(each)), None)


def uttered_by(reading: Reading, attribution: Attribution) -> Mention | None:
    """Who said what the mention only passes on: the subject of the other verb of saying beside the words."""
    cue = attribution.cue
    if cue is None or cue.lower not in PASSING_ON or not attribution.segments:
        return None
    first = reading.inside[attribution.segments[0]]
    sentence = reading.sentences[first[0].sentence]
    if cue.sentence not in (sentence.number, first[-1].sentence):
        return None
    site = _before(sentence, first, cue) or _after(reading.sentences[first[-1].sentence], first, cue)
    if site is None:
        return None
    where, other = site
    found = subject_of(where, other).mention if other.text != COLON else _before_colon(where, other)
    if other.tag == "VBG" or found is None:
        found = main_subject(where, other) or found
    if found is None or not _utters(found) or found.span == attribution.mention.span:
        return None
    return found


def told_within(reading: Reading, attribution: Attribution) -> Mention | None:
    """ "Lee said the auditor had warned that it was “adrift”": the auditor, whose words Lee only tells of."""
    cue, mention = attribution.cue, attribution.mention
    if cue is None or mention is None or not attribution.segments or cue.lower not in TELLING:
        return None
    first = reading.inside[attribution.segments[0]]
    sentence = reading.sentences[first[0].sentence]
    if cue.sentence != sentence.number or cue.index > first[0].index:
        return None
    inner = next((each for each in reversed(_likely(sentence, cue)) if each.token.index < first[0].index), None)
    if inner is None or inner.token.lower not in WARNING or first[0].index - inner.token.index > WITHIN:
        return None
    found = subject_of(sentence, inner.token).mention
    if found is None or found.first <= cue.position or found.kind not in BODIES | UTTERERS - PRONOUNS:
        return None
    between = sentence.tokens[inner.token.position + 1 : first[0].position]
    return found if not any(token.text in (",", ";") or token.segment >= 0 for token in between) else None


def _utters(mention: Mention) -> bool:
    return mention.kind in UTTERERS or (mention.kind is MentionKind.NOUN and mention.head in TALKERS)


def _likely(sentence: Sentence, cue: Token) -> list[Cue]:
    return [
        each
        for each in sentence.cues
        if each.token is not cue and each.likelihood >= SURE and each.token.lower not in PASSING_ON
    ]


def _before(sentence: Sentence, words: Sequence[Token], cue: Token) -> tuple[Sentence, Token] | None:
    """The last cue before the words in their sentence."""
    near = [each.token for each in _likely(sentence, cue) if each.token.index < words[0].index]
    return (sentence, near[-1]) if near else None


def _after(sentence: Sentence, words: Sequence[Token], cue: Token) -> tuple[Sentence, Token] | None:
    """The verb of saying that follows the words at once."""
    for each in _likely(sentence, cue):
        between = each.token.index - words[-1].index
        if 0 < between <= BESIDE and each.token.tag in FINITE_TAGS:
            return sentence, each.token
    return None


def _before_colon(sentence: Sentence, colon: Token) -> Mention | None:
    """The subject of the last verb of saying before a colon."""
    verbs = [each.token for each in sentence.cues if each.token.position < colon.position and each.likelihood >= SURE]
    return subject_of(sentence, verbs[-1]).mention if verbs else None
