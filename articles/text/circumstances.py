"""How and to whom something was said, where the words around the cue tell."""

from collections.abc import Sequence

from .attributions import Attribution
from .document import Medium
from .lexicon import words
from .mentions import Mention, MentionKind
from .reading import Reading, Sentence
from .tokens import Token

TOLD = words(
    """told tells tell telling asked asks asking informed informs informing assured assures assuring warned warns
    warning reminded reminding urged urging advised notified"""
)
TWEETED = words("tweeted tweets tweeting retweeted")
TESTIFIED = words("testified testifies testifying pleaded ruled")
WROTE = words("wrote writes writing written")
BROADCASTERS = words(
    """cnn cbs nbc abc fox bbc msnbc cnbc c-span pbs npr itv sky rté rte channel radio television tv podcast newsnight
    newshour rnz rtl al-jazeera sabc ndtv cbc ctv tvnz"""
)
AUDIENCES = words(
    """rally crowd supporters audience conference delegates voters students graduates parliament mps senators lawmakers
    congress conferencegoers members activists donors workers cheering gathering meeting event forum commons lords"""
)
COURTS = words("court jury jurors judge inquest tribunal hearing magistrates coroner inquiry trial")
PHRASES = {
    "twitter": Medium.TWEET,
    "tweet": Medium.TWEET,
    "tweets": Medium.TWEET,
    "facebook": Medium.TWEET,
    "instagram": Medium.TWEET,
    "statement": Medium.STATEMENT,
    "release": Medium.STATEMENT,
    "announcement": Medium.STATEMENT,
    "letter": Medium.LETTER,
    "email": Medium.LETTER,
    "e-mail": Medium.LETTER,
    "memo": Medium.LETTER,
    "note": Medium.LETTER,
    "interview": Medium.INTERVIEW,
    "interviews": Medium.INTERVIEW,
    "speech": Medium.SPEECH,
    "address": Medium.SPEECH,
    "rally": Medium.SPEECH,
    "remarks": Medium.SPEECH,
    "sermon": Medium.SPEECH,
    "lecture": Medium.SPEECH,
    "court": Medium.COURT,
    "testimony": Medium.COURT,
    "affidavit": Medium.COURT,
    "report": Medium.DOCUMENT,
    "book": Medium.DOCUMENT,
    "paper": Medium.DOCUMENT,
    "study": Medium.DOCUMENT,
    "memoir": Medium.DOCUMENT,
    "op-ed": Medium.DOCUMENT,
    "column": Medium.DOCUMENT,
    "filing": Medium.DOCUMENT,
    "broadcast": Medium.BROADCAST,
    "television": Medium.BROADCAST,
    "radio": Medium.BROADCAST,
    "podcast": Medium.BROADCAST,
}
AFTER = 9
FIRST = 7
NEAR = 14
"""Tokens on either side of the cue in which its circumstances stand."""


def addressee(reading: Reading, attribution: Attribution) -> Mention | None:
    """The mention to whom it was said: "told CBS", "asked reporters"."""
    cue = attribution.cue
    if cue is None or cue.lower not in TOLD:
        return None
    sentence = reading.sentences[cue.sentence]
    for mention in sentence.mentions:
        if mention.first == cue.position + 1 and not _is_source(mention, attribution):
            return None if mention.kind in (MentionKind.DATE, MentionKind.THAT) else mention
    return None


def _is_source(mention: Mention, attribution: Attribution) -> bool:
    return attribution.mention is not None and mention.span == attribution.mention.span


def medium(reading: Reading, attribution: Attribution) -> Medium:
    """How the words reached the paper."""
    cue = attribution.cue
    if cue is None:
        return Medium.UNTOLD
    if cue.lower in TWEETED:
        return Medium.TWEET
    if cue.lower in TESTIFIED:
        return Medium.COURT
    listener = addressee(reading, attribution)
    if listener is not None:
        told = _by_listener(reading.sentences[cue.sentence], listener)
        if told is not Medium.UNTOLD:
            return told
    phrase = _by_phrase(_at_hand(around(reading, attribution), cue))
    if phrase is not Medium.UNTOLD:
        return phrase
    if attribution.mention is not None and attribution.mention.kind is MentionKind.DOCUMENT:
        return PHRASES.get(attribution.mention.head, Medium.DOCUMENT)
    return Medium.UNTOLD


def around(reading: Reading, attribution: Attribution) -> list[Token]:
    """The tokens near the cue in its sentence that are not part of what was said."""
    cue = attribution.cue
    if cue is None:
        return []
    tokens = reading.sentences[cue.sentence].tokens
    near = [token for token in tokens[max(0, cue.position - NEAR) : cue.position + NEAR] if token.segment < 0]
    for start, end in attribution.spans:
        near = [token for token in near if not start <= token.start < end]
    return near


def _at_hand(near: Sequence[Token], cue: Token) -> list[Token]:
    """Those that can belong to the cue: some words after it, or the sentence's first ("In a letter, she said …")."""
    return [token for token in near if 0 < token.position - cue.position <= AFTER or token.position < FIRST]


def _by_listener(sentence: Sentence, listener: Mention) -> Medium:
    spoken_to = {token.lower for token in sentence.tokens[listener.first : listener.after]}
    if spoken_to & BROADCASTERS:
        return Medium.BROADCAST
    if spoken_to & COURTS:
        return Medium.COURT
    if spoken_to & AUDIENCES:
        return Medium.SPEECH
    if listener.kind is MentionKind.NAME and spoken_to & words(
        "times post guardian journal herald news telegraph mail"
    ):
        return Medium.INTERVIEW
    return Medium.UNTOLD


def _by_phrase(near: Sequence[Token]) -> Medium:
    """ "in a statement", "on Twitter", "by email": a preposition, at most three words, then the noun."""
    for number, token in enumerate(near):
        if token.lower not in ("in", "on", "by", "via", "at", "during", "to"):
            continue
        for other in near[number + 1 : number + 5]:
            if other.lower in PHRASES:
                return PHRASES[other.lower]
            if token.lower == "on" and other.lower in BROADCASTERS:
                return Medium.BROADCAST
            if other.tag not in ("DT", "JJ", "NN", "NNP", "PRP$", "POS", "VBN", "CD"):
                break
    return Medium.UNTOLD
