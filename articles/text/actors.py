"""Who acts or reports in a sentence of the paper's own words: whoever a quotation after it is likely of."""

from collections.abc import Sequence

from .grammar import subject_of
from .lexicon import FINITE_TAGS, words
from .mentions import Mention, MentionKind
from .reading import Sentence
from .tokens import Token

SPEAKERS = frozenset((MentionKind.HE_SHE, MentionKind.NAME, MentionKind.HUMAN))
BYSTANDERS = frozenset((MentionKind.I_WE, MentionKind.OTHER_PRONOUN))
"""Who is passed over in search of whoever acts: "When I call on him he has the door open."."""
ASKED = words("asked told pressed challenged questioned quizzed reminded")
JOINING = words("of for in at from with on by to about against than as")
REPORTING = 0.5
"""The likelihood from which a cue surely reports."""


def actor(sentence: Sentence) -> Mention | None:
    """The subject of a sentence's main clause: whoever is doing something before speaking."""
    tokens = sentence.tokens
    begin, asked = 0, tokens[0].lower in ASKED
    if asked or tokens[0].tag in ("VBN", "VBG", "IN", "WRB", "TO"):
        begin = next((at for at in range(1, len(tokens)) if _resumes(sentence, at)), len(tokens) if asked else 0)
        if asked and begin == len(tokens):
            begin = _without_comma(sentence)
    for mention in sentence.mentions:
        if mention.first < begin or tokens[mention.first].segment >= 0 or not mention.speaks:
            continue
        lead = tokens[mention.first - 1].lower if mention.first else ""
        if lead in JOINING or owns(tokens, mention) or mention.kind is MentionKind.POSSESSIVE:
            continue
        thing = mention.head in ("this", "that", "which")
        if mention.kind in SPEAKERS or (asked and mention.kind is MentionKind.NOUN and not thing):
            return mention
        if mention.kind in BYSTANDERS or names(sentence, mention.after):
            continue
        return next((each for each in sentence.mentions if each.first == mention.first and _is_owner(each)), None)
    return None


def _without_comma(sentence: Sentence) -> int:
    """ "Asked about the mill | Bob Ray laughed.": where the one finite verb's name begins."""
    verbs = [token.position for token in sentence.tokens if token.tag in FINITE_TAGS]
    names = (each for each in sentence.mentions if each.kind is MentionKind.NAME)
    return next((each.first for each in names if len(verbs) == 1 and each.after == verbs[0]), len(sentence.tokens))


def names(sentence: Sentence, position: int) -> bool:
    """Whether a name begins at that token: "harbour chief | Ann Lee"."""
    return any(each.first == position and each.kind is MentionKind.NAME for each in sentence.mentions)


def _is_owner(mention: Mention) -> bool:
    """ "Her verdict was short": she is meant."""
    return mention.kind is MentionKind.POSSESSIVE and mention.head in ("his", "her")


def reporter(sentence: Sentence) -> Mention | None:
    """ "His grandfather, he admitted, was thrown out": who reports in the sentence, if a person does."""
    for cue in reversed(sentence.cues):
        if cue.likelihood >= REPORTING and cue.token.tag in FINITE_TAGS:
            found = subject_of(sentence, cue.token)
            if found.mention is not None and found.mention.kind in SPEAKERS:
                return found.mention
    return None


def _resumes(sentence: Sentence, at: int) -> bool:
    """Whether the main clause begins at that token: after a comma, a phrase and its verb or an aside."""
    tokens = sentence.tokens
    if tokens[at - 1].text != ",":
        return False
    phrase = next((each for each in sentence.mentions if each.first == at), None)
    if phrase is None or phrase.after >= len(tokens):
        return False
    after = phrase.after
    while after < len(tokens) - 1 and tokens[after].tag == "RB":
        after += 1
    return tokens[after].tag in FINITE_TAGS or (tokens[after].text == "," and tokens[at - 2].tag not in ("NNP",))


def owns(tokens: Sequence[Token], mention: Mention) -> bool:
    return mention.after < len(tokens) and tokens[mention.after].tag == "POS"
