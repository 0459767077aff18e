"""Quotations without a cue of their own: whose turn it is to speak.

"Lee waved it away. “We are ready.”": the sentence just before tells whose words follow.
"“Are you ready?” asked Ann Lee. / “We are.”": a question is answered by the other of the two.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .actors import REPORTING, SPEAKERS, actor, names, owns, reporter
from .candidates import Candidate, CandidateKind
from .features import Features
from .grammar import subject_of
from .lexicon import AUXILIARIES, FINITE_TAGS, words
from .mentions import Mention, MentionKind
from .reading import Sentence
from .situation import Situation
from .tokens import Token

PUTTING = words("ask asks asked press pressed put challenge challenged tell told remind reminded")
"""Verbs of a question or a remark that the next sentence answers."""
QUESTIONS = words("if whether why what how when where who which about")
REPORTERS = words("i we")
ANSWERS = words("reply response answer verdict advice message conclusion explanation reaction retort riposte")
CALLED = re.compile(r"(?:^|,)\s*((?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Lady|Judge)\.? )?[\w’'-]+)[.?!]$")
ADDRESSES = words("sir madam ma'am ma’am mate minister chancellor councillor doctor son dear love")
"""What those who are spoken to are called."""
BESIDE = 8
"""Words of the sentence after a segment among which its own cue may stand ("“Why?” / Lee asked")."""
RECENT = 4
"""So many paragraphs back somebody still takes part in a conversation."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One segment that somebody was given, or the question of somebody who is not named."""

    paragraph: int
    who: Candidate
    asks: bool
    """Whether it ends in a question."""
    text: str = ""
    """Its words."""
    bare: bool = False
    """Whether it is all of its paragraph, and closed."""
    spoken: bool = False
    """Whether it is a sentence rather than a few words."""


class Turns:
    """Who has spoken so far, and who therefore speaks where no cue tells."""

    def __init__(self) -> None:
        self._turns: list[Turn] = []
        self._open = -1
        """The paragraph in which a quotation was left open, which goes on in the next."""

    def add(self, here: Situation, chosen: Candidate) -> None:
        """Remember who said a segment."""
        if chosen.kind is CandidateKind.NONE:
            return
        self._add_asker(here)
        self._turns.append(
            Turn(
                here.segment.paragraph,
                chosen.root,
                here.inner.endswith("?"),
                here.inner,
                bare=here.extent == "whole" and here.segment.closed,
                spoken=here.beginning == "U" and bool(here.clause or here.stands_alone),
            )
        )
        self._open = -1 if here.segment.closed else here.segment.paragraph

    def _add_asker(self, here: Situation) -> None:
        """ "Ms Lee asked the witness what it was. / “Flour,” he said.": her question is a turn, too."""
        before = here.reading.sentences[max(0, here.first.sentence - 1)]
        for token in before.tokens[: 0 if here.left is not None or len(before.tokens) < 4 else -1]:
            put = token.lower == "put" and before.tokens[token.position + 1].lower == "it"  # "put it to her that"
            if (put or token.lower in ("asked", "asks")) and token.segment < 0 and token.tag in FINITE_TAGS:
                asker = subject_of(before, token).mention
                if asker is not None and _is_asker(before, asker) and not _is_passive(before.tokens, token):
                    who = Candidate(CandidateKind.PAIR, token, asker, (Features(["TURN"]),))
                    self._turns.append(Turn(before.paragraph, who, asks=True))
                return

    def speaker(self, here: Situation, chosen: Candidate) -> Candidate | None:
        """Who says a segment that stands alone as a sentence, if that can be told better than `chosen` does."""
        if not here.stands_alone or not here.first.sentence or _has_own_cue(here, chosen):
            return None
        if self._open == here.segment.paragraph - 1 and here.left is None:
            return None
        before = here.reading.sentences[here.first.sentence - 1]
        if any(token.segment >= 0 for token in before.tokens) or _tags(here, before):
            return _last_reporter(here, before, chosen) or self._in_conversation(here, before)
        if here.extent not in ("whole", "begin") and before.paragraph != here.segment.paragraph:
            return None
        if before.tokens[-1].text == "?":
            return _said_by(_whose_answer(before) or _questioned(here, before)) or (
                None if _introduced(before, chosen) else self._last(here)
            )
        if not here.inner.endswith("?"):
            asked = self._asked(here, before)
            if asked is not None:
                return asked
        somebody = chosen.mention is not None and chosen.mention.head not in ("this", "that")
        paired = chosen.kind is CandidateKind.PAIR and chosen.cue is not None and somebody
        if paired and chosen.cue.sentence == before.number:
            return None
        return self._after_beat(here, before, chosen)

    def _after_beat(self, here: Situation, before: Sentence, chosen: Candidate) -> Candidate | None:
        """ "Lee shrugged. “We are ready.”"; a "she" that only goes on with whoever spoke is left to `chosen`."""
        reports = reporter(before)
        if reports is not None:
            return _said_by(reports)
        who = actor(before)
        if who is not None and who.kind is MentionKind.HE_SHE and chosen.kind is CandidateKind.PREVIOUS:
            recent = self._recent(here)
            if recent and recent[-1].paragraph == before.paragraph:
                return None
        return _said_by(who)

    def _in_conversation(self, here: Situation, before: Sentence) -> Candidate | None:
        """ "“Are you ready?” / “We are.”": the answer is not the asker's, and the next question is."""
        if before.paragraph == here.segment.paragraph or here.extent != "whole":
            return None
        recent = self._recent(here)
        if not recent or recent[-1].paragraph != here.segment.paragraph - 1:
            return None
        if before.tokens[-1].segment < 0 and not _reports(before):
            return None
        last = recent[-1].who
        told = _told(here, last) if here.inner.endswith("?") else None
        if told is not None:
            return _said_by(told)
        if not _hands_over(here, recent):
            return None
        others = (turn.who for turn in reversed(recent) if _takes_part(turn) and _differ(turn.who, last))
        other = next(others, None)
        return other and _going_on(other)

    def _last(self, here: Situation) -> Candidate | None:
        """Whoever spoke last goes on answering the reporter."""
        recent = [turn for turn in self._recent(here) if _is_person(turn.who)]
        spoken = [turn for turn in recent if turn.spoken] or recent
        return _going_on(spoken[-1].who) if spoken else None

    def _interviewed(self) -> Candidate | None:
        """Whoever the reporter is talking to, however long ago they last spoke."""
        who = next((turn.who for turn in reversed(self._turns[-8:]) if _is_person(turn.who)), None)
        return who and _going_on(who)

    def _recent(self, here: Situation) -> Sequence[Turn]:
        return [turn for turn in self._turns[-8:] if here.segment.paragraph - turn.paragraph <= RECENT]

    def _asked(self, here: Situation, sentence: Sentence) -> Candidate | None:
        """ "I ask Ann Lee why.", "Lee was asked if she was ready.", "Ray asked if she was.": whoever is asked answers."""
        for token in sentence.tokens[:-1]:
            following = sentence.tokens[token.position + 1]
            if token.lower not in PUTTING or token.segment >= 0 or token.tag not in FINITE_TAGS | {"VBN"}:
                continue
            subject = next((each for each in reversed(sentence.mentions) if each.after <= token.position), None)
            if _is_passive(sentence.tokens, token):
                if following.lower not in QUESTIONS and following.text != ".":
                    return None
                self._turns.append(Turn(here.segment.paragraph - 1, _nobody(), asks=True))
                return _said_by(actor(sentence))
            listener = next((each for each in sentence.mentions if each.first == token.position + 1), None)
            if listener is not None and following.lower not in QUESTIONS:
                question = sentence.tokens[listener.after].lower if listener.after < len(sentence.tokens) else ""
                return _said_by(listener) if question in QUESTIONS | {"."} else None
            if subject is not None and subject.head in REPORTERS:
                return self._interviewed()
            return _said_by(_inside_question(sentence, token)) if token.lower.startswith("ask") else None
        return None


def _is_asker(sentence: Sentence, mention: Mention) -> bool:
    """Somebody by name or trade, or a phrase that a name is given to: "Counsel assisting, Ann Lee, asked"."""
    return mention.kind in (MentionKind.NAME, MentionKind.HUMAN) or names(sentence, mention.after + 1)


def _has_own_cue(here: Situation, chosen: Candidate) -> bool:
    """Whether the choice stands in the segment itself, is repeated words, or its cue is right behind."""
    if chosen.kind in (CandidateKind.LABEL, CandidateKind.SIGNATURE, CandidateKind.ECHO):
        return True
    cue = chosen.cue
    if cue is None or chosen.kind is CandidateKind.PREVIOUS:
        return False
    if here.first.sentence <= cue.sentence <= here.last.sentence:
        return True
    following = cue.sentence == here.last.sentence + 1 and cue.paragraph == here.segment.paragraph
    return following and cue.position < BESIDE


def _hands_over(here: Situation, recent: Sequence[Turn]) -> bool:
    """Whether somebody else than before speaks: a question or a reproach was answered, or speech goes to and fro."""
    last = recent[-1]
    if last.asks or _calls(here, last.who):
        return True
    earlier = recent[-2] if len(recent) > 1 else None
    if earlier is None:
        return False
    if here.inner.endswith("?") and earlier.asks:
        return True
    if last.text.startswith("You ") and here.inner.startswith(("I ", "I’", "I'")):
        return True
    return last.bare and earlier.paragraph == last.paragraph - 1 and _differ(earlier.who, last.who)


def _calls(here: Situation, last: Candidate) -> bool:
    """ "“You own no boat, Mr Ray.”": whoever spoke last is called by name or by what one calls people."""
    called = CALLED.search(here.inner)
    if called is None or last.mention is None:
        return False
    words = called.group(1).split()
    return len(words) > 1 or words[0].lower() in ADDRESSES or words[0].lower() == last.mention.head


def _told(here: Situation, last: Candidate) -> Mention | None:
    """ "“It was small talk,” she told Ray. / “So he is a friend?”": whoever was told asks."""
    if last.cue is None or last.cue.lower not in ("told", "tells"):
        return None
    mentions = here.reading.sentences[last.cue.sentence].mentions
    told = next((each for each in mentions if each.first == last.cue.position + 1), None)
    return told if told is not None and told.kind is MentionKind.NAME else None


def _questioned(here: Situation, question: Sentence) -> Mention | None:
    """ "Ray says little. How did | he | do it?": who is asked about, where a sentence before says who that is."""
    tokens = question.tokens
    goes_on = tokens[0].index > 0 and here.reading.tokens[tokens[0].index - 1].paragraph == question.paragraph
    for mention in question.mentions:
        if not mention.first or tokens[mention.first - 1].lower not in AUXILIARIES or mention.after >= len(tokens):
            continue
        if mention.kind is MentionKind.HE_SHE and goes_on:
            return mention
        if mention.kind is MentionKind.NAME and tokens[mention.after].lower in ("think", "say", "make", "feel"):
            return mention
    return None


def _tags(here: Situation, sentence: Sentence) -> bool:
    """ "“Why?” | Ms. Lee asked.": a sentence that only tells who said the words before it."""
    first = sentence.tokens[0]
    last = here.reading.tokens[first.index - 1] if first.index else first
    return last.segment >= 0 and last.paragraph == first.paragraph and _reports(sentence)


def _last_reporter(here: Situation, before: Sentence, chosen: Candidate) -> Candidate | None:
    """ "He denied her claim that it was “odd”, and said that it was hers. / “She calls it safe.”": not she, but he."""
    if here.extent != "whole" or chosen.cue is None:
        return None
    if chosen.kind is CandidateKind.PAIR and chosen.cue.tag == "VBG" and chosen.cue.sentence == before.number:
        return _said_by(reporter(before))  # "He said that it had grown, with some people | claiming it"
    if chosen.kind is not CandidateKind.PREVIOUS:
        return None
    quoted = max((token.position for token in before.tokens if token.segment >= 0), default=0)
    later = [cue.token for cue in before.cues if cue.token.position > quoted and cue.likelihood >= REPORTING]
    if chosen.cue.sentence != before.number or not later or later[-1].tag not in FINITE_TAGS:
        return None
    subject = subject_of(before, later[-1]).mention
    return _said_by(subject) if subject is not None and chosen.cue is not later[-1] else None


def _introduced(question: Sentence, chosen: Candidate) -> bool:
    """Whether the choice has its cue in the paragraph of the reporter's question before it."""
    cue = chosen.cue
    if chosen.kind is not CandidateKind.PAIR or cue is None or cue.sentence == question.number:
        return False
    return cue.paragraph == question.paragraph


def _is_passive(tokens: Sequence[Token], verb: Token) -> bool:
    return verb.position > 0 and tokens[verb.position - 1].lower in AUXILIARIES


def _inside_question(sentence: Sentence, verb: Token) -> Mention | None:
    """ "Ray asked if | she | was ready": the person that the question is about."""
    first = verb.position + 1
    if sentence.tokens[first].lower not in QUESTIONS:
        return None
    about = next((each for each in sentence.mentions if each.first == first + 1), None)
    return about if about is not None and about.kind is MentionKind.HE_SHE else None


def _whose_answer(sentence: Sentence) -> Mention | None:
    """ "And her father's verdict?": the owner of the answer."""
    if len(sentence.tokens) < 3 or sentence.tokens[-2].lower not in ANSWERS:
        return None
    at = sentence.tokens[-2].position
    owners = [each for each in sentence.mentions if each.after <= at and owns(sentence.tokens, each)]
    return max(owners, key=lambda each: (each.after, -each.first), default=None)


def _said_by(mention: Mention | None) -> Candidate | None:
    if mention is None or mention.kind not in SPEAKERS | {MentionKind.NOUN, MentionKind.POSSESSIVE}:
        return None
    return Candidate(CandidateKind.PAIR, None, mention, (Features(["TURN"]),))


def _going_on(who: Candidate) -> Candidate:
    """The same source as that of an earlier segment."""
    return Candidate(CandidateKind.PREVIOUS, who.cue, who.mention, (Features(["TURN"]),), who)


def _nobody() -> Candidate:
    return Candidate(CandidateKind.UNSOURCED, None, None, (Features(["TURN"]),))


def _reports(sentence: Sentence) -> bool:
    """Whether something in the sentence says that somebody speaks."""
    return any(cue.likelihood >= REPORTING for cue in sentence.cues)


def _is_person(who: Candidate) -> bool:
    return who.mention is not None and who.mention.kind in SPEAKERS


def _takes_part(turn: Turn) -> bool:
    """A person, somebody who is not named, or whatever asks: "“By what right?” the Bench asked."."""
    return turn.asks or turn.who.mention is None or _is_person(turn.who)


def _differ(one: Candidate, other: Candidate) -> bool:
    """Whether the two are certainly not one mention or one word for somebody."""
    if one.mention is None or other.mention is None:
        return one.mention is not other.mention
    return one.mention.span != other.mention.span and one.mention.head != other.mention.head
