"""Whose words they are where the sentence names whoever was told, blamed or heard them.

"Lee was told by a man: “…”": the man's. "Lee was accused of “hiding”": not Lee's. "The jury heard that Lee had said: “…”": Lee's.
"""

from .actors import REPORTING
from .candidates import Candidate, CandidateKind
from .features import Features
from .grammar import subject_of
from .lexicon import FINITE_TAGS, words
from .mentions import Mention, MentionKind
from .reading import Sentence
from .situation import Situation
from .tokens import Token

PEOPLE = frozenset((MentionKind.HE_SHE, MentionKind.NAME, MentionKind.HUMAN, MentionKind.THEY))
BLAMING = words(
    """accused described dismissed branded labelled labeled criticised criticized condemned hailed praised likened
    derided mocked dubbed lambasted slammed ridiculed denounced lauded characterised characterized"""
)
BE = words("is was were are be been being 's")
AGENTS = ("er", "or", "ist", "ian", "ant", "man", "woman")
ONE = ("one", "a", "an", "another")
FAR = 18
"""Words between "was told by" and the segment."""
NEAR = 9
"""Words between the accusation and the segment."""


def pair(cue: Token, mention: Mention) -> Candidate:
    """The candidate that a shape of sentence decides for."""
    return Candidate(CandidateKind.PAIR, cue, mention, (Features(["SETTLED"]),))


def informed(here: Situation, chosen: Candidate) -> Candidate | None:
    """ "Lee was told by a man in a hat: “…”": the man; without him untold, but not Lee."""
    sentence, at = here.reading.sentences[here.first.sentence], here.first.position
    if at < 3 or sentence.tokens[at - 1].text != ":":
        return None
    told = next((token for token in reversed(sentence.tokens[max(0, at - FAR) : at]) if token.lower == "told"), None)
    if told is None or told.segment >= 0 or not told.position or sentence.tokens[told.position - 1].lower not in BE:
        return None
    by = _agent(sentence, told)
    if by is not None:
        return pair(told, by)
    if told.position < at - 2 or chosen.mention is None or chosen.mention.sentence != sentence.number:
        return None
    return _by_nobody(told)


def accused(here: Situation, chosen: Candidate) -> Candidate | None:
    """ "Lee was accused of “hiding”": by whom is untold, and it is not Lee; "was described in a memo as “late”": the memo."""
    if chosen.kind not in (CandidateKind.PAIR, CandidateKind.UNSOURCED):
        return None
    sentence = here.reading.sentences[here.first.sentence]
    for token in reversed(sentence.tokens[max(0, here.first.position - NEAR) : here.first.position]):
        if token.segment >= 0 or token.text in (".", ";", ","):
            return None
        if token.lower not in BLAMING or not _passive(sentence, token):
            continue
        by = _agent(sentence, token) or _paper(sentence, token)
        if by is not None:
            return pair(token, by)
        subject = subject_of(sentence, token).mention
        if subject is None or chosen.mention is None or subject.span != chosen.mention.span:
            return None
        return _by_nobody(token)
    return None


def heard(here: Situation, chosen: Candidate) -> Candidate | None:
    """ "The jury heard that Lee had told them: “…”": whoever told, not whoever heard."""
    cue = chosen.cue
    if chosen.kind is not CandidateKind.PAIR or cue is None or cue.lower not in ("heard", "hears", "told"):
        return None
    sentence = here.reading.sentences[here.first.sentence]
    if cue.sentence != sentence.number or cue.index > here.first.index:
        return None
    if cue.lower == "told" and not _passive(sentence, cue):
        return None
    for site in reversed(here.sites):
        inner = site.cue.token
        if not site.before or site.crossed or inner.sentence != sentence.number or inner.position <= cue.position + 1:
            continue
        if site.cue.likelihood < REPORTING or inner.tag not in FINITE_TAGS | {"VBN"}:
            continue
        subject = subject_of(sentence, inner).mention
        if subject is not None and subject.kind in PEOPLE and subject.first > cue.position:
            return pair(inner, subject)
    return None


def _by_nobody(cue: Token) -> Candidate:
    return Candidate(CandidateKind.UNSOURCED, cue, None, (Features(["SETTLED"]),))


def _passive(sentence: Sentence, verb: Token) -> bool:
    at = verb.position - 1
    while at > 0 and sentence.tokens[at].tag == "RB":
        at -= 1
    return at >= 0 and sentence.tokens[at].lower in BE and sentence.tokens[at].tag != "POS"


def _agent(sentence: Sentence, verb: Token) -> Mention | None:
    """ "described by Lee as": the mention right after "by" after the verb."""
    return next((each for each in sentence.mentions if _is_agent(sentence, each, verb)), None)


def _is_agent(sentence: Sentence, mention: Mention, verb: Token) -> bool:
    at = mention.first
    trade = mention.kind is MentionKind.NOUN and mention.head.endswith(AGENTS) and sentence.tokens[at].lower in ONE
    by = at == verb.position + 2 and sentence.tokens[at - 1].lower == "by"
    return by and (mention.kind in PEOPLE or trade)


def _paper(sentence: Sentence, verb: Token) -> Mention | None:
    """ "described in | a memo of 6 January | as": the document after "in" after the verb."""
    if verb.position + 2 >= len(sentence.tokens) or sentence.tokens[verb.position + 1].lower != "in":
        return None
    papers = (each for each in sentence.mentions if each.kind is MentionKind.DOCUMENT)
    return next((each for each in papers if each.first == verb.position + 2), None)
