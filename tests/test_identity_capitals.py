"""Capitals that begin a sentence, a party or an office, and what of them is a name."""

import pytest

from articles.text.document import SourceKind
from articles.text.extraction import extract

PERSON, BODY, UNNAMED = SourceKind.PERSON, SourceKind.ORGANISATION, SourceKind.UNNAMED
NAMES = [
    ("Regulators said the bridge was “not safe”.", "Regulators", UNNAMED),
    ("Poll: Most voters “want a bridge”, it found. Doctors said the bridge was “not safe”.", "Doctors", UNNAMED),
    ("Voice of the Vale said the bridge was “not safe”.", "Voice of the Vale", BODY),
    ("“It leaks,” Brown said. “It does.” He, Amos Brown, left.", "Amos Brown", PERSON),
    ("Amos Stone ran for mayor. Continued Stone: “The bridge leaks.”", "Amos Stone", PERSON),
    ("Amos Stone ran for mayor.\n\nAbsent Stone said the bridge was “not safe”.", "Amos Stone", PERSON),
    ("Tom Bragg left. Interestingly Amos Stone said the bridge was “not safe”.", "Amos Stone", PERSON),
    ("Research suggests the bridge is “not safe”.", "Research", UNNAMED),
    ("“It leaks,” one senior Democrat said.", "one senior Democrat", UNNAMED),
    ("“It leaks,” Pres. Amos Stone said.", "Amos Stone", PERSON),
    ("Amos Stone came. “It leaks,” rival Mr. Stone's campaign said.", "Stone campaign", BODY),
    ("Amos Stone came. “It leaks,” Mr. Stone's new company said.", "Stone's new company", BODY),
    ("President Stone came. Given Stone's temper it was “not safe”, Mr Stone said.", "Stone", PERSON),
    ("“It leaks,” Catriona wrote in a poem.", "Catriona", PERSON),
    ("“It leaks,” said a New Hampshire Democrat.", "a New Hampshire Democrat", UNNAMED),
    ("Senator Amos Stone came. “It leaks,” the Kentucky Republican said.", "Amos Stone", PERSON),
    ("Senator Amos Stone, R-Ky., said it was “not safe”.", "Amos Stone", PERSON),
    ("“It leaks,” said Harbour Board General Counsel Anna B. Stone.", "Anna B. Stone", PERSON),
    ("“It leaks,” said Dell County Supervisor of Elections Anna Stone.", "Anna Stone", PERSON),
    ("“It leaks,” said Dockers’ Union Secretary-Treasurer Anna Stone.", "Anna Stone", PERSON),
    ("“It leaks,” said the Packet’s Rakeyia Falla.", "Rakeyia Falla", PERSON),
    ("“It leaks,” Voicebox UK said in a leaflet.", "Voicebox UK", BODY),
    ("Bexmoor Pelagia, which owns the bridge, said it was “not safe”.", "Bexmoor Pelagia", BODY),
    ("“It leaks,” said South Bexmoor Harbour Committeeman Curly Falla.", "Curly Falla", PERSON),
    ("“It leaks,” said Co-moderator Andrea Falla.", "Andrea Falla", PERSON),
    ("“It leaks,” said the base chief known as Bob.", "the base chief", UNNAMED),
    (
        "Campaigners fighting to save a bridge said it was “not safe”.",
        "Campaigners fighting to save a bridge",
        UNNAMED,
    ),
]


@pytest.mark.parametrize(("text", "name", "kind"), NAMES)
def test_capitals_that_are_no_name_are_left_out_of_it(text, name, kind):
    source = [extract(text).sources[quote.source] for quote in extract(text).quotes if quote.source is not None][-1]
    assert (source.name, source.kind) == (name, kind)
