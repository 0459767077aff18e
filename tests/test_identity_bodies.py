"""Organisations and documents as sources: whose words a spokesman's are, what "it" takes up, whose report it is."""

import pytest

from articles.text.document import Kind, SourceKind
from articles.text.extraction import extract


def speakers(text):
    """The names of the sources of all quotations of a text, in order."""
    found = extract(text)
    return [
        found.sources[quote.source].name if quote.source is not None else None
        for quote in found.quotes
        if quote.kind is not Kind.INDIRECT
    ]


BODIES = [
    (
        "The roof was left open all night. A spokesman for Harbury & Lisk said the firm was “looking into it”.",
        ["Harbury & Lisk"],
    ),
    (
        "“No rules were broken,” a spokeswoman for the Harbour Office of Dunmere said. The crates had been moved, she added, “by hand”.",
        ["Harbour Office of Dunmere", "Harbour Office of Dunmere"],
    ),
    (
        "The Dunmere Fishing Union met on Monday. A union spokesman for Bill Oakes said the vote was “a sham”.",
        ["A union spokesman for Bill Oakes"],
    ),
    (
        "The shop belonged to the Great Northern Combine until 1931. The combine would not mend the windows, it said, since “light is a luxury”.",
        ["Great Northern Combine"],
    ),
    (
        "The heritage body Tirlan Glas came in May. Its first report, seen by the Mail, calls the barn “a perfect wreck”.",
        ["Tirlan Glas"],
    ),
    (
        "The inquiry reported on Friday. The report is kind to the engineer. It says that she was “the only one who counted”.",
        ["The inquiry"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), BODIES)
def test_bodies_speak_by_their_names(text, expected):
    assert speakers(text) == expected


def test_a_spokesman_is_no_source_beside_the_organisation():
    found = extract("A spokesperson for Bexmoor Water said: “We are sorry.” Bexmoor Water said it was “fixed”.")
    assert [(source.name, source.kind) for source in found.sources] == [("Bexmoor Water", SourceKind.ORGANISATION)]
