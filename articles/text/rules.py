"""Shapes of sentence that decide by themselves, where the ranker is not sure.

"Nobody had "given up", but they were worried, said one person": the closing "said" covers the whole sentence.
"He was told by a judge that he "…"": the source stands after "by".
"Lee's announcement on Monday that the money had been "sent back"": whose announcement it is, is printed.
"""

from collections.abc import Sequence

from .blocks import Block
from .candidates import Candidate, CandidateKind, is_title_like
from .grammar import subject_of
from .lexicon import FINITE_TAGS, NOUN_TAGS, words
from .mentions import Mention, MentionKind
from .situation import STOPS, CueSite, Situation
from .tokens import Token

WORKS = words(
    "musical memoir novel book play film album song ship trawler yacht poem sitcom anthology monograph sculpture"
)
"""What has a title."""
SURE_CUE = 0.8
OWN_CUE = 0.3
"""A cue this likely between the sentence's beginning and the segment is the segment's own."""
BESIDE = 2
"""Unquoted tokens that may stand between a segment and its own cue after it."""
TELLING = 0.5
ANNOUNCING = 0.1
FARTHEST_THAT = 8
PRONOUNS = words("i you he she it we they")
FEW = 3
"""Words of an answer that may look like a title: "“From who?”", "“Not now.”"."""


def decided(here: Situation, options: Sequence[Candidate]) -> Candidate | None:
    """The candidate that the sentence's shape decides for, if it does."""
    told = _told_by(here)
    if told is not None:
        return next((option for option in options if _is_pair(option, told)), None)
    site = _closing(here) or _announced(here)
    if site is None:
        return _joined(here, options)
    fitting = [option for option in options if option.cue is site.cue.token and option.mention is not None]
    if site.before:
        fitting = [option for option in fitting if _owner(option, site)]
    else:
        subject = subject_of(site.sentence, site.cue.token).mention
        fitting = [option for option in fitting if subject is not None and option.mention.span == subject.span]
    return next((option for option in fitting if option.kind is CandidateKind.PAIR), None)


def _joined(here: Situation, options: Sequence[Candidate]) -> Candidate | None:
    """ "as Lee denounced it and called it "…"": whoever the verb joined to calls it, where that one reports, too."""
    best = max(options, key=lambda option: option.score)
    if best.kind is not CandidateKind.PAIR or best.cue is None or best.mention is None:
        return None
    site = next((site for site in here.sites if site.cue.token is best.cue), None)
    if site is None or not site.before or site.sentence.tokens[best.cue.position - 1].lower != "and":
        return None
    subject = subject_of(site.sentence, best.cue)
    if subject.rule != "shared" or subject.mention is None or subject.mention.span == best.mention.span:
        return None
    reports = (cue.token for cue in site.sentence.cues if cue.likelihood >= OWN_CUE and cue.token is not best.cue)
    if not any(_subject_is(site, verb, subject.mention) for verb in reports if verb.position < best.cue.position):
        return None
    return next((option for option in options if _is_pair(option, (site, subject.mention))), None)


def _subject_is(site: CueSite, verb: Token, mention: Mention) -> bool:
    found = subject_of(site.sentence, verb).mention
    return verb.tag in FINITE_TAGS and found is not None and found.span == mention.span


def _told_by(here: Situation) -> tuple[CueSite, Mention] | None:
    """ "He was told by a judge that he "…"": the source stands after the passive."""
    for site in reversed(here.sites):
        token, tokens = site.cue.token, site.sentence.tokens
        if not site.before or site.sentence.number != here.first.sentence or site.cue.likelihood < TELLING:
            continue
        passive = token.position and tokens[token.position - 1].lower in ("was", "were", "been", "being", "is", "are")
        if not passive or token.position + 2 >= len(tokens) or tokens[token.position + 1].lower != "by":
            return None
        by = next((each for each in site.sentence.mentions if each.first == token.position + 2), None)
        return (site, by) if by is not None else None
    return None


def participle(here: Situation, options: Sequence[Candidate]) -> Candidate | None:
    """ "Lee said her client was sorry, adding: "…"": the source of "adding" is that of the report before it."""
    for site in reversed(here.sites):
        token, tokens = site.cue.token, site.sentence.tokens
        if not site.before or site.crossed or site.sentence.number != here.first.sentence:
            continue
        if (
            token.tag != "VBG"
            or site.cue.likelihood < OWN_CUE
            or len(site.gap) > BESIDE
            or tokens[token.position - 1].text != ","
        ):
            return None
        reports = [
            cue.token
            for cue in site.sentence.cues
            if cue.token.position < token.position and cue.likelihood >= SURE_CUE and cue.token.tag in FINITE_TAGS
        ]
        source = subject_of(site.sentence, reports[-1]).mention if reports else None
        return next((option for option in options if source and _is_pair(option, (site, source))), None)
    return None


def _is_pair(option: Candidate, told: tuple[CueSite, Mention]) -> bool:
    return option.cue is told[0].cue.token and option.mention is not None and option.mention.span == told[1].span


def is_spoken(here: Situation) -> bool:
    """Whole sentences in marks with their own full stop, alone in the body, and words alone between subheads' marks."""
    block = here.reading.paragraphs[here.segment.paragraph].block
    in_main_marks = here.segment.single == here.reading.single_marks
    if block is Block.SUBHEAD:
        return here.is_heading and here.segment.closed and in_main_marks
    if block is Block.BODY and here.clause and here.words > FEW and _after_the_words(here):
        return True
    if block is not Block.BODY or not here.stands_alone or not in_main_marks:
        return False
    titled = is_title_like(here.text) and not _is_retort(here)
    if titled and here.words <= FEW and here.extent == "whole" and here.inner[-1:] in STOPS:
        return _answers(here)
    return not titled and (here.extent == "whole" or bool(here.clause))


def _is_retort(here: Situation) -> bool:
    """ "‘You do not.’": short words that a title would have in capitals are a sentence all the same."""
    return here.inner.partition(" ")[0].lower() in PRONOUNS and bool(here.clause) and here.inner[-1:] in STOPS


def _after_the_words(here: Situation) -> bool:
    """ "She opened the case with the words | “It was late”"."""
    before = [token.lower for token in here.reading.tokens[max(0, here.first.index - 2) : here.first.index]]
    return before == ["the", "words"]


def is_name(here: Situation) -> bool:
    """A nickname between names, or a title behind "the musical", "the author of", "known as"."""
    if not is_title_like(here.text) or not here.segment.closed or here.left is None:
        return False
    left, right = here.left, here.right
    if here.words == 1 and right is not None and left.tag == right.tag == "NNP" and right.text[0].isupper():
        return here.inner[-1:].isalnum()
    tokens = here.reading.tokens[max(0, here.first.index - 3) : here.first.index]
    before = [token.lower for token in tokens if token.sentence == here.first.sentence]
    if before and before[-1] in WORKS:
        return True
    return before[-1:] == ["as"] and "known" in before or before[-2:] == ["author", "of"]


def _answers(here: Situation) -> bool:
    """Whether the paragraph before ends with a question or with words in marks, so that this one goes on talking."""
    before = here.reading.tokens[here.first.index - 1] if here.first.index else None
    return before is not None and (before.segment >= 0 or before.text == "?")


def _closing(here: Situation) -> CueSite | None:
    """The "…, said X." at the end of a sentence in which nothing else says so."""
    last = next((site for site in reversed(here.sites) if site.place == "same" and not site.before), None)
    if last is None or last.cue.likelihood < SURE_CUE:
        return None
    tokens, position = last.sentence.tokens, last.cue.token.position
    if tokens[position - 1].text != "," or subject_of(last.sentence, last.cue.token).rule != "inverted":
        return None
    if any(token.tag in FINITE_TAGS for token in tokens[position + 1 :]):
        return None
    own = any(
        site.sentence is last.sentence
        and site is not last
        and site.cue.likelihood >= OWN_CUE
        and (site.before or len(site.gap) <= BESIDE)
        for site in here.sites
    )
    return None if own else last


def _announced(here: Situation) -> CueSite | None:
    """ "X's announcement … that" before the segment, no finite verb between noun and "that"."""
    for site in reversed(here.sites):
        token = site.cue.token
        if not (site.before and site.sentence.number == here.first.sentence and token.tag in NOUN_TAGS):
            continue
        if site.cue.likelihood < ANNOUNCING or site.crossed:
            continue
        that = next((k for k, word in enumerate(site.gap[:FARTHEST_THAT]) if word.lower == "that"), None)
        if that is None or any(word.tag in FINITE_TAGS for word in site.gap[:that]):
            continue
        if any(
            other.before and other.cue.token.index > token.index and other.cue.likelihood >= OWN_CUE
            for other in here.sites
        ):
            return None
        return site
    return None


def _owner(option: Candidate, site: CueSite) -> bool:
    """Whether the mention owns the noun: "Lee's claim", "his claim"."""
    mention, tokens = option.mention, site.sentence.tokens
    if mention is None or mention.first > site.cue.token.position:
        return False
    if mention.kind is MentionKind.POSSESSIVE:
        return site.cue.token.position - mention.after <= 3
    return tokens[mention.after].tag == "POS" and site.cue.token.position - mention.after <= 4
