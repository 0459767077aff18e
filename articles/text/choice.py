"""The choice of cue and source for every quoted segment, in order of the text, by the trained ranker."""

import math
from dataclasses import dataclass, replace
from enum import StrEnum

from .candidates import Candidate, CandidateKind, Given, candidates
from .labels import is_label
from .reading import Reading
from .rules import decided, is_name, is_spoken, participle
from .settled import continued, settled
from .situation import Situation
from .turns import Turns
from .weights import Linear, linear

UNSURE = 0.8
"""The share below which the shape of the sentence may decide."""
DOUBTFUL = 0.5
"""The share below which a participle takes the source of the report before it."""
CLOSE = 2.0
"""How far behind "no quotation" a source may be and still be taken for a paragraph of dialogue."""
CERTAIN = frozenset((CandidateKind.LABEL, CandidateKind.SIGNATURE))
KEPT = 6
"""Candidates remembered with a choice, for those who ask why."""


class Way(StrEnum):
    """What decided for a source; how often each is right is measured in training."""

    RANKER = "ranker"
    RULE = "rule"
    """The shape of the sentence, where the ranker was not sure."""
    SHAPE = "shape"
    """The shape of the sentence, whatever the ranker says."""
    SPOKEN = "spoken"
    """Being a paragraph of dialogue."""
    TURN = "turn"
    """Whose turn it was to speak."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What was decided for one segment."""

    segment: int
    chosen: Candidate
    probability: float
    """The ranker's share for its answer (all candidates of the same mention together), 0…1."""
    ranked: tuple[Candidate, ...]
    """The best candidates, best first."""
    way: Way = Way.RANKER

    @property
    def quoted(self) -> bool:
        return self.chosen.kind is not CandidateKind.NONE


def choose(reading: Reading) -> list[Choice]:
    """One choice a segment."""
    model = linear("ranker")
    choices: list[Choice] = []
    previous: Given | None = None
    turns = Turns()
    for number, tokens in enumerate(reading.inside):
        if not tokens:
            continue
        here = Situation(reading, number)
        options = candidates(here, previous, model)
        judge(options, model)
        choice = _in_turn(turns, here, _settled(here, _decide(here, options)))
        choices.append(choice)
        last = choice.chosen.root if choice.quoted else (previous.candidate if previous else None)
        previous = Given(number, last, choice.quoted)
    return choices


def _settled(here: Situation, choice: Choice) -> Choice:
    """The choice, or the source that the shape of the sentence names."""
    if is_label(here):
        return replace(choice, chosen=Candidate(CandidateKind.NONE, None, None, ()), way=Way.SHAPE)
    plainly = settled(here, choice.chosen)
    if plainly is not None:
        return replace(choice, chosen=plainly, way=Way.SHAPE)
    if choice.way is not Way.RANKER:
        return choice
    before = continued(here, choice.chosen, choice.ranked, choice.probability)
    return replace(choice, chosen=before, way=Way.RULE) if before is not None else choice


def _in_turn(turns: Turns, here: Situation, choice: Choice) -> Choice:
    """The choice, or whoever's turn it is where the segment has no cue of its own."""
    by_turn = turns.speaker(here, choice.chosen)
    if by_turn is not None:
        choice = replace(choice, chosen=by_turn, way=Way.TURN)
    turns.add(here, choice.chosen)
    return choice


def judge(options: list[Candidate], model: Linear) -> None:
    """Score the candidates."""
    for option in options:
        option.score = sum([features.weight(model) for features in option.features])


def _decide(here: Situation, options: list[Candidate]) -> Choice:
    by_answer = _shares(options)
    every = sorted(options, key=lambda option: (-by_answer[_answer(option)], -option.score))
    ranked = tuple(every[:KEPT])
    label = next((option for option in options if _is_certain(option)), None)
    if label:
        return Choice(here.number, label, 1.0, ranked)
    chosen = ranked[0]
    share = by_answer[_answer(chosen)]
    if share < UNSURE:
        by_rule = decided(here, options)
        if by_rule is None and share < DOUBTFUL:
            by_rule = participle(here, options)
        if by_rule is not None:
            way = Way.RANKER if _answer(by_rule) == _answer(chosen) else Way.RULE
            return Choice(here.number, by_rule, share, ranked, way)
    if is_name(here):
        return Choice(here.number, options[-1], by_answer[_answer(options[-1])], ranked)
    if is_spoken(here) and (chosen.kind is CandidateKind.NONE or here.is_heading):
        return Choice(here.number, _speech(here, ranked), 1 - share, ranked, Way.SPOKEN)
    return Choice(here.number, chosen, share, ranked)


def _speech(here: Situation, ranked: tuple[Candidate, ...]) -> Candidate:
    """The best candidate that makes a paragraph of dialogue a quotation; without a source if none is near, or in a heading."""
    best = next((option for option in ranked if option.kind is not CandidateKind.NONE), None)
    if best is not None and best.score > ranked[0].score - CLOSE and not here.is_heading:
        return best
    return Candidate(CandidateKind.UNSOURCED, None, None, ())


def _shares(options: list[Candidate]) -> dict[object, float]:
    """The part of the softmax of every answer: all candidates that name the same source, by whatever cue, are one."""
    best = max(option.score for option in options)
    odds: dict[object, float] = {}
    for option in options:
        odds[_answer(option)] = odds.get(_answer(option), 0.0) + math.exp(option.score - best)
    total = sum(odds.values())
    return {each: odd / total for each, odd in odds.items()}


def _answer(option: Candidate) -> object:
    """What a candidate answers: whose words they are, nobody's that is named, or no quotation."""
    if option.mention is not None:
        return option.mention.span
    return option.kind is CandidateKind.NONE


def _is_certain(option: Candidate) -> bool:
    """A signature, or a label in capitals, needs no ranking."""
    if option.kind not in CERTAIN:
        return False
    return option.kind is CandidateKind.SIGNATURE or option.names[1].endswith("True")
