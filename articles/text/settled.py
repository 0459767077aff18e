"""Shapes of sentence that name the source plainly, whatever else stands nearby.

"“Quite right,” Canon Lee remarks, when I tell her.": who comes right after the comma that closes speech.
"It was, as Lee put it in her diary, “a farce”.", "In the words of Lee, “a farce”."
"Ray rejected Lee’s claim that it had been “a farce”.": whose claim it is.
"Lee was accused of “hiding”.": not the one who is accused.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from .candidates import Candidate, CandidateKind, is_title_like
from .grammar import subject_of
from .lexicon import FINITE_TAGS, NOUN_TAGS, VERB_TAGS, words
from .mentions import Mention, MentionKind
from .passives import BE, PEOPLE, accused, heard, informed, pair
from .reading import Sentence
from .situation import CueSite, Situation
from .tokens import Token

PUTTING = words("put puts had has described describes expressed phrased phrases called calls")
WORDING = words("words phrase remark phrasing language verdict description")
DENYING = words(
    """rejected rejects denied denies dismissed dismisses disputed disputes refuted refutes ridiculed contradicted
    questioned challenged scorned brushed"""
)
CALLING = words("called calls termed terms dubbed dubs labelled labeled branded styled")
DESCRIBING = words("described describes characterised characterized dismissed")
CITING = words("cite cites cited citing quote quotes quoted quoting echoed echoes recalled recalls repeated repeats")
WRITING = words("write wrote say said conclude concluded add added argue argued note noted")
"""What several people whose noun is not known as theirs do: "“It works,” the authors write"."""
SURE = 0.5
LIKELY_VERB = 0.3
NOUN_SURE = 0.9
"""The share from which a noun that is itself the subject of a verb is a cue all the same."""
NEAR = 8
"""Words between "as Lee put it" or the accusation and the segment."""


def settled(here: Situation, chosen: Candidate) -> Candidate | None:
    """The source that the shape of the sentence names, where `chosen` says otherwise."""
    if chosen.kind in (CandidateKind.LABEL, CandidateKind.SIGNATURE):
        return None
    told = _before_colon(here, chosen) or _is_how(here) or _named_by(here)
    if told is not None or _passed_on(chosen):
        return told
    if chosen.kind is CandidateKind.NONE and is_title_like(here.text):
        return None
    found = (
        _asked_before(here, chosen)
        or _after_comma(here)
        or _as_put(here)
        or _quoted_as(here)
        or _with_words(here)
        or _cited(here)
        or informed(here, chosen)
        or _in_words_of(here)
        or _denied(here)
        or accused(here, chosen)
        or heard(here, chosen)
    )
    if found is None or (found.mention is not None and chosen.mention is not None and _same(found, chosen)):
        return None
    return found


def _passed_on(chosen: Candidate) -> bool:
    """ "“…,” Lee said, according to the note": the note is the outermost source."""
    return chosen.cue is not None and chosen.cue.lower == "according"


def _same(one: Candidate, other: Candidate) -> bool:
    return one.mention.start < other.mention.end and other.mention.start < one.mention.end


def _beginning_at(sentence: Sentence, position: int) -> Mention | None:
    """The longest mention that begins there."""
    found = [each for each in sentence.mentions if each.first == position]
    return max(found, key=lambda each: each.after, default=None)


def _before_colon(here: Situation, chosen: Candidate) -> Candidate | None:
    """ "Below that Lee has written: “…”": the verb at the colon goes before any cue of another sentence."""
    tokens = here.reading.sentences[here.first.sentence].tokens
    at = here.first.position
    if at < 3 or tokens[at - 1].text != ":" or chosen.cue is None or chosen.cue.sentence == here.first.sentence:
        return None
    site = next((site for site in _before(here) if site.cue.token.position == at - 2), None)
    if site is None or site.cue.likelihood < LIKELY_VERB or site.cue.token.tag not in VERB_TAGS:
        return None
    subject = subject_of(site.sentence, site.cue.token).mention
    return pair(site.cue.token, subject) if subject is not None and subject.kind in PEOPLE else None


def _is_how(here: Situation) -> Candidate | None:
    """ "“Hysteria” is how Lee describes it.": whoever does."""
    tokens = here.reading.sentences[here.last.sentence].tokens
    at = here.last.position + 1
    if at + 3 >= len(tokens) or tokens[at].lower not in BE or tokens[at + 1].lower not in ("how", "what"):
        return None
    mention = _beginning_at(here.reading.sentences[here.last.sentence], at + 2)
    if mention is None or mention.kind not in PEOPLE or mention.after >= len(tokens):
        return None
    verb = tokens[mention.after]
    return pair(verb, mention) if verb.tag in ("VBD", "VBZ", "VBP") else None


def _after_comma(here: Situation) -> Candidate | None:
    """ "“Quite right,” Canon Lee remarks": a name and its verb right behind the comma that closes speech."""
    sentence = here.reading.sentences[here.last.sentence]
    at = here.last.position + 1
    if not here.inner.endswith(",") or not here.clause or at >= len(sentence.tokens):
        return None
    mention = _without_verb(sentence, _beginning_at(sentence, at))
    if mention is not None and mention.kind is MentionKind.PLURAL:
        verb = sentence.tokens[mention.after] if mention.after < len(sentence.tokens) else None
        return pair(verb, mention) if verb is not None and verb.lower in WRITING else None
    if mention is None or mention.kind not in PEOPLE:
        return None
    verb = mention.after
    if (
        mention.kind is MentionKind.NAME
        and sentence.tokens[verb].tag == "NNS"
        and sentence.tokens[verb + 1].text == ","
    ):
        return pair(sentence.tokens[verb], mention)
    while verb < len(sentence.tokens) and sentence.tokens[verb].tag == "RB":
        verb += 1
    if verb >= len(sentence.tokens) or sentence.tokens[verb].tag not in ("VBD", "VBZ"):
        return None
    return pair(sentence.tokens[verb], mention)


def _without_verb(sentence: Sentence, mention: Mention | None) -> Mention | None:
    """ "Canon Lee remarks," was read as one phrase of many remarks: the name in it."""
    if mention is None or mention.kind is not MentionKind.PLURAL or mention.after - mention.first < 2:
        return mention
    before = sentence.tokens[mention.after - 2]
    if before.tag != "NNP" or mention.after >= len(sentence.tokens):
        return mention
    return replace(mention, after=mention.after - 1, end=before.end, kind=MentionKind.NAME, head=before.lower)


def _asked_before(here: Situation, chosen: Candidate) -> Candidate | None:
    """ "Pressed by Lee, who asked if it was “his job,” Ray replied that it was not.": Ray has a content of his own."""
    cue = chosen.cue
    if chosen.kind is not CandidateKind.PAIR or cue is None or cue.sentence != here.last.sentence:
        return None
    tokens = here.reading.sentences[here.last.sentence].tokens
    that = tokens[cue.position + 1].lower if cue.position + 1 < len(tokens) else ""
    if cue.index < here.last.index or that != "that":
        return None
    likely = (site for site in _before(here) if site.cue.likelihood >= SURE)
    site = next((site for site in likely if site.cue.token.tag in FINITE_TAGS), None)
    if site is None or site.crossed or len(site.gap) > NEAR:
        return None
    subject = subject_of(site.sentence, site.cue.token).mention
    return pair(site.cue.token, subject) if subject is not None else None


def _as_put(here: Situation) -> Candidate | None:
    """ "as Lee put it, “…”" and "“…”, as Lee put it", asides in between."""
    sentence = here.reading.sentences[here.first.sentence]
    for token in sentence.tokens:
        if token.lower != "as" or token.segment >= 0:
            continue
        mention = _beginning_at(sentence, token.position + 1)
        verb = _putting(sentence, mention) if mention is not None else None
        if verb is None and mention is not None and 0 < token.index - here.last.index <= 2:
            verb = _calling(sentence, mention)  # "“poets’ day”, as he called any that was short"
        if mention is None or verb is None:
            continue
        before = verb.index < here.first.index
        between = (
            here.reading.tokens[verb.index + 2 : here.first.index]
            if before
            else here.reading.tokens[here.last.index + 1 : token.index]
        )
        if not _crosses(between) and len(between) <= (NEAR if before else 1):
            return pair(verb, mention)
    return None


def _putting(sentence: Sentence, mention: Mention) -> Token | None:
    """The "put" of "put it", or "described it", that belongs to the mention; an aside may part them."""
    tokens, at = sentence.tokens, mention.after
    if at < len(tokens) and tokens[at].text == ",":
        closing = next((k for k in range(at + 1, min(len(tokens), at + 12)) if tokens[k].text == ","), None)
        at = closing + 1 if closing is not None else at
    while at < len(tokens) and tokens[at].tag == "RB":
        at += 1
    if at + 1 < len(tokens) and tokens[at].lower in PUTTING and tokens[at + 1].lower == "it":
        return tokens[at]
    return None


def _calling(sentence: Sentence, mention: Mention) -> Token | None:
    verb = sentence.tokens[mention.after] if mention.after < len(sentence.tokens) else None
    return verb if verb is not None and mention.kind in PEOPLE and verb.lower in CALLING else None


def _named_by(here: Situation) -> Candidate | None:
    """ "results that one expert called “…”", "… described as “…”": whoever stands right before the verb."""
    sentence, at = here.reading.sentences[here.first.sentence], here.first.position
    described = at > 1 and sentence.tokens[at - 1].lower == "as" and sentence.tokens[at - 2].lower in DESCRIBING
    verb = sentence.tokens[at - 2 if described else at - 1] if at else None
    if verb is None or not (described or verb.lower in CALLING) or verb.tag not in FINITE_TAGS | {"VBN"}:
        return None
    before = [each for each in sentence.mentions if each.after == verb.position and each.kind in PEOPLE]
    mention = min(before, key=lambda each: each.first, default=None)
    if mention is None or not mention.first or sentence.tokens[mention.first - 1].lower not in ("that", "which"):
        return None
    return pair(verb, mention)


def _quoted_as(here: Situation) -> Candidate | None:
    """ "“…,” the paper quoted Lee as saying.": Lee, not the paper."""
    sentence = here.reading.sentences[here.last.sentence]
    for token in sentence.tokens[:-3]:
        if token.lower not in ("quoted", "quotes", "quoting") or token.segment >= 0:
            continue
        mention = _beginning_at(sentence, token.position + 1)
        behind = [each.lower for each in sentence.tokens[mention.after : mention.after + 2]] if mention else []
        if mention is not None and mention.kind in PEOPLE and behind == ["as", "saying"]:
            return pair(token, mention)
    return None


def _with_words(here: Situation) -> Candidate | None:
    """ "Lee, who had opened it with the words “…”,": whoever did."""
    sentence, at = here.reading.sentences[here.first.sentence], here.first.position
    if [token.lower for token in sentence.tokens[max(0, at - 3) : at]] != ["with", "the", "words"]:
        return None
    verb = next((each for each in reversed(sentence.tokens[: at - 3]) if each.tag in VERB_TAGS), None)
    subject = subject_of(sentence, verb).mention if verb is not None else None
    return pair(verb, subject) if subject is not None and subject.kind is MentionKind.WHO else None


def _cited(here: Situation) -> Candidate | None:
    """ "She likes to cite Lee’s line that “…”": the line is Lee's."""
    sentence = here.reading.sentences[here.first.sentence]
    for owner in sentence.mentions:
        if not owner.first or sentence.tokens[owner.first - 1].lower not in CITING or not _owns(sentence, owner):
            continue
        between = sentence.tokens[owner.after : here.first.position]
        if 3 <= len(between) <= NEAR and between[2].lower == "that" and between[1].tag == "NN":
            return pair(between[1], owner)
    return None


def _crosses(between: list[Token]) -> bool:
    """Whether another cue's clause or sentence lies between."""
    return any(token.text in (".", ";", "?", "!") for token in between)


def _in_words_of(here: Situation) -> Candidate | None:
    """ "in the words of Lee, “…”", "the remark of Lee, in 2006, that “…”"."""
    sentence = here.reading.sentences[here.first.sentence]
    for token in sentence.tokens[: here.first.position]:
        following = sentence.tokens[token.position + 1 : token.position + 2]
        if token.lower not in WORDING or token.segment >= 0 or not following or following[0].lower != "of":
            continue
        mention = _beginning_at(sentence, token.position + 2)
        if mention is None or mention.after > here.first.position:
            continue
        between = sentence.tokens[mention.after : here.first.position]
        opened = token.position > 1 and sentence.tokens[token.position - 2].lower == "in"
        that = bool(between) and between[-1].lower == "that"
        clause = bool(between) and between[0].lower == "who" and between[-1].text == ","
        near = clause or not [word for word in between if word.text != ","]
        if not (opened and near) and not (that and mention.kind is MentionKind.NAME):
            continue
        owner = next(
            (each for each in sentence.mentions if each.first == mention.first and _owns(sentence, each)), None
        )
        return pair(token, owner or mention)
    return None


def _owns(sentence: Sentence, mention: Mention) -> bool:
    return mention.after < len(sentence.tokens) and sentence.tokens[mention.after].tag == "POS"


def _denied(here: Situation) -> Candidate | None:
    """ "rejected Lee’s claim that it was “…”": the claim is Lee's, not that of whoever rejects it."""
    for site in _before(here):
        token, tokens = site.cue.token, site.sentence.tokens
        if token.tag not in ("NN", "NNS") or site.crossed:
            continue
        owner = next(
            (each for each in site.sentence.mentions if _owned(site.sentence, each, token) and each.first > 0), None
        )
        if owner is None or tokens[owner.first - 1].lower not in DENYING or not site.gap:
            continue
        if any(word.lower == "that" for word in site.gap[:2]):
            return pair(token, owner)
    return None


def _owned(sentence: Sentence, owner: Mention, noun: Token) -> bool:
    if owner.kind is MentionKind.POSSESSIVE:
        return 0 <= noun.position - owner.after <= 1 and owner.head in ("his", "her", "their")
    return _owns(sentence, owner) and 1 <= noun.position - owner.after <= 2


def _before(here: Situation) -> Iterator[CueSite]:
    """The cues of the segment's sentence that stand before it, the nearest first."""
    return (site for site in reversed(here.sites) if site.before and site.sentence.number == here.first.sentence)


def continued(here: Situation, chosen: Candidate, options: Sequence[Candidate], share: float) -> Candidate | None:
    """ "It was late, Lee said. The pumps had been “fine on paper”.": a thing near a weak word is nobody's cue."""
    if chosen.kind is not CandidateKind.PAIR or chosen.mention is None or chosen.cue is None:
        return None
    if share >= (NOUN_SURE if _is_subject(here, chosen.cue) else SURE):
        return None
    if chosen.mention.kind in PEOPLE or chosen.cue.tag in FINITE_TAGS or here.stands_alone:
        return None
    before = next((option for option in options if option.kind is CandidateKind.PREVIOUS), None)
    near = before is not None and before.cue is not None and 0 <= here.first.sentence - before.cue.sentence <= 1
    return before if near and before.cue.paragraph == here.segment.paragraph else None


def _is_subject(here: Situation, cue: Token) -> bool:
    """Whether the cue is a noun right before a finite verb: "The mill’s | pumps | had been"."""
    tokens = here.reading.sentences[cue.sentence].tokens
    following = tokens[cue.position + 1] if cue.position + 1 < len(tokens) else None
    return cue.tag in NOUN_TAGS and following is not None and following.tag in FINITE_TAGS
