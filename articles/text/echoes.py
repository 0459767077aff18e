"""Headings that repeat a quotation of the body: 'Birds are using it' belongs to whoever says so below."""

from collections.abc import Sequence

from .blocks import Block
from .candidates import Candidate, CandidateKind
from .choice import Choice
from .features import Features
from .marks import WORD
from .reading import Reading

MOST = 40
"""Headings looked at; an article has a handful."""


def with_echoes(reading: Reading, choices: Sequence[Choice]) -> list[Choice]:
    """The choices, those in headings replaced by the body's where the body quotes the same words."""
    headings = [choice for choice in choices if _in_heading(reading, choice)][:MOST]
    if not headings:
        return list(choices)
    body = [choice for choice in choices if choice.quoted and not _in_heading(reading, choice)]
    said = [(_words(reading, choice), choice) for choice in body]
    replaced = {}
    for heading in headings:
        words = _words(reading, heading)
        alone = len(words.split()) < 2  # a single word must be all that is quoted in the body
        first = next((choice for text, choice in said if (words == text if alone else words in text)), None)
        if first is not None and words.strip():
            replaced[heading.segment] = _echo(heading, first)
    return [replaced.get(choice.segment, choice) for choice in choices]


def _in_heading(reading: Reading, choice: Choice) -> bool:
    paragraph = reading.paragraphs[reading.segments[choice.segment].paragraph]
    return paragraph.block in (Block.HEADLINE, Block.SUBHEAD)


def _words(reading: Reading, choice: Choice) -> str:
    segment = reading.segments[choice.segment]
    words = (match.group().lower() for match in WORD.finditer(reading.text, segment.start, segment.end))
    return f" {' '.join(words)} "


def _echo(heading: Choice, first: Choice) -> Choice:
    root = first.chosen.root
    candidate = Candidate(CandidateKind.ECHO, root.cue, root.mention, (Features(["ECHO"]),))
    return Choice(heading.segment, candidate, first.probability, (candidate, *heading.ranked))
