"""Headings and pull quotes that repeat a quotation of the body: 'Birds are using it' belongs to whoever says so there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .blocks import Block
from .candidates import Candidate, CandidateKind
from .choice import Choice
from .features import Features
from .marks import WORD
from .reading import Reading

MOST = 40
"""Headings looked at; an article has a handful."""
PULLED = 5
"""So many words make a pull quote."""
SHORTENED = 4
"""So many words of a heading may be a longer quotation's."""
LEFT_OUT = 3
"""So many words of the quotation it may leave out."""
LISTED = 160
"""Characters a line of the list above a report may have."""
STOPS = (".", "?", "!", "…", ",")


@dataclass(frozen=True, slots=True)
class Said:
    """What one source says in the body in one go, as plain words, and the first choice of it."""

    words: str
    choice: Choice


def with_echoes(reading: Reading, choices: Sequence[Choice]) -> list[Choice]:
    """The choices, those in headings and pull quotes replaced by the body's where it quotes the same words."""
    echoing = [choice for choice in choices if _in_heading(reading, choice) or _is_pulled(reading, choice)][:MOST]
    if not echoing:
        return list(choices)
    numbers = {choice.segment for choice in echoing}
    said = list(_said(reading, [each for each in choices if each.quoted and each.segment not in numbers]))
    replaced = {}
    for heading in echoing:
        first = _first(_words(reading, heading), said)
        if first is not None:
            replaced[heading.segment] = _echo(heading, first)
    return [replaced.get(choice.segment, choice) for choice in choices]


def _said(reading: Reading, body: Sequence[Choice]) -> Iterator[Said]:
    """Every quotation of the body, and those that go on over "she said" as one."""
    for number, choice in enumerate(body):
        words = _words(reading, choice)
        yield Said(words, choice)
        following = body[number + 1] if number + 1 < len(body) else None
        if following is not None and _same(following, choice):
            yield Said(words.rstrip() + _words(reading, following), choice)


def _same(one: Choice, other: Choice) -> bool:
    """Whether both have one cue and one mention."""
    first, second = one.chosen.root, other.chosen.root
    return first.cue is second.cue and first.mention is not None and first.mention is second.mention


def _first(words: str, said: Sequence[Said]) -> Choice | None:
    """Who says those words in the body; a word alone must be all that is quoted, or quoted of one source only."""
    if not words.strip():
        return None
    alone = len(words.split()) < 2
    exact = next((each.choice for each in said if (words == each.words if alone else words in each.words)), None)
    if exact is None and len(words.split()) >= SHORTENED:
        exact = next((each.choice for each in said if _is_condensed(words.split(), each.words.split())), None)
    if exact is not None or not alone or len(words) < 6:
        return exact
    holding = {id(each.choice.chosen.root): each.choice for each in said if words in each.words}
    return next(iter(holding.values())) if len(holding) == 1 else None


def _is_condensed(words: Sequence[str], quoted: Sequence[str]) -> bool:
    """Whether a heading's words are a quotation's with a few left out: "No winners, some very bad sandwiches"."""
    starts = [at for at, word in enumerate(quoted) if word == words[0]]
    for start in starts:
        rest = iter(quoted[start : start + len(words) + LEFT_OUT])
        if all(word in rest for word in words):
            return True
    return False


def _in_heading(reading: Reading, choice: Choice) -> bool:
    paragraph = reading.paragraphs[reading.segments[choice.segment].paragraph]
    listed = reading.text[paragraph.start] in "-–•*" and paragraph.end - paragraph.start < LISTED
    return paragraph.block in (Block.HEADLINE, Block.SUBHEAD) or listed


def _is_pulled(reading: Reading, choice: Choice) -> bool:
    """A paragraph that is nothing but words in marks, without the stop of speech."""
    segment = reading.segments[choice.segment]
    paragraph = reading.paragraphs[segment.paragraph]
    if not segment.closed or segment.span != paragraph.span or len(_words(reading, choice).split()) < PULLED:
        return False
    return reading.text[segment.end - 2] not in STOPS


def _words(reading: Reading, choice: Choice) -> str:
    segment = reading.segments[choice.segment]
    words = (match.group().lower() for match in WORD.finditer(reading.text, segment.start, segment.end))
    return f" {' '.join(words)} "


def _echo(heading: Choice, first: Choice) -> Choice:
    root = first.chosen.root
    candidate = Candidate(CandidateKind.ECHO, root.cue, root.mention, (Features(["ECHO"]),))
    return Choice(heading.segment, candidate, first.probability, (candidate, *heading.ranked), first.way)
