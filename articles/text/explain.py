"""Why a quote was given to its source: a sentence for editors, and all candidates with their reasons for developers."""

from collections.abc import Iterator
from typing import Any

from .attributions import Attribution
from .candidates import Candidate, CandidateKind
from .choice import Choice, choose
from .echoes import with_echoes
from .reading import Reading, read
from .weights import linear

REASONS = 8
"""How many of a candidate's features are shown, the weightiest first."""


def reason(reading: Reading, attribution: Attribution) -> str:
    """Why this source, in a short sentence."""
    choice = attribution.choice
    if choice is None:
        return _by_cue(reading, attribution)
    kind = choice.chosen.root.kind
    if kind is CandidateKind.LABEL:
        return "The speaker's label stands before the words."
    if kind is CandidateKind.SIGNATURE:
        return "The name stands after a dash at the end."
    if kind is CandidateKind.ECHO:
        return "The heading repeats words that the article attributes."
    return _by_cue(reading, attribution)


def _by_cue(reading: Reading, attribution: Attribution) -> str:
    if attribution.cue is None and attribution.mention is not None:
        return f"No word says who speaks; the sentence before is about “{reading.printed(attribution.mention)}”."
    if attribution.cue is None:
        return "The text does not say by whom."
    cue = attribution.cue.text
    if attribution.mention is None:
        return f"“{cue}” has no source in the text."
    source = reading.printed(attribution.mention)
    more = ", which goes on" if len(attribution.segments) > 1 else ""
    if cue in (":", "—", "–", "-", "--", "―"):
        return f"“{source}” stands before the {'colon' if cue == ':' else 'dash'}{more}."
    return f"“{source}” is the source of “{cue}”{more}."


def explanations(text: str) -> Iterator[dict[str, Any]]:
    """For every quoted segment its best candidates, with scores, shares and the features that weigh most."""
    reading = read(text)
    for choice in with_echoes(reading, choose(reading)):
        segment = reading.segments[choice.segment]
        yield {
            "segment": list(segment.span),
            "text": segment.span.of(text),
            "chosen": str(choice.chosen.kind),
            "share": round(choice.probability, 3),
            "candidates": [_candidate(reading, choice, candidate) for candidate in choice.ranked],
        }


def _candidate(reading: Reading, choice: Choice, candidate: Candidate) -> dict[str, Any]:
    weights = linear("ranker").weights
    weighed = sorted(((weights.get(name, 0.0), name) for name in candidate.names), key=lambda pair: -abs(pair[0]))
    return {
        "kind": str(candidate.kind),
        "cue": candidate.cue.text if candidate.cue else None,
        "source": reading.printed(candidate.mention) if candidate.mention else None,
        "score": round(candidate.score, 2),
        "reasons": [f"{name} {weight:+.2f}" for weight, name in weighed[:REASONS] if weight],
    }
