"""Who is who among people of whom little is told: offices without a name, unusual given names, relatives, benches of judges."""

import pytest

from articles.text.tokens import tokenize
from tests.identity import speakers

BENCHES = [
    (
        "A Bench of Justices S. R. Venkat and Firdaus Mistry heard the plea. “Did the ants not care for brass?” Justice Mistry asked.",
        ["Firdaus Mistry"],
    ),
    (
        "A Bench comprising Justices Rekha Pillai and Amit Sarin rose at noon. Justice Sarin added: “Go home.”",
        ["Amit Sarin"],
    ),
]
OFFICES = [
    ("The Premier declined to say whether she would go. “There’s a process,” she said.", ["The Premier"]),
    ("The Prime Minister was asked about the leak. “I have nothing to add,” she said.", ["The Prime Minister"]),
    (
        "Iris Farrow, a retired postmistress, sat in the gallery with her son. The Minister, looking up at her, called it “a lapse”.",
        ["The Minister"],
    ),
]
NAMELESS = [
    (
        "A wild-food forager on the island, who feared for her trade, said she had lost £300. “They talk to us like fools,” she said.",
        ["A wild-food forager on the island"],
    ),
    (
        "‘She’ll empty the few pews we’ve left,’ said one retired minister, who asked not to be named. ‘It is sad,’ he said.",
        ["one retired minister", "one retired minister"],
    ),
]
UNUSUAL = [
    (
        "Gurinder Cole, a hydrologist who lives on the hill, told a meeting the pumps were too small. “It’s a bath,” she said.",
        ["Gurinder Cole"],
    ),
    (
        "Larkin Stannard, who was her registrar, minded a great deal. He speaks of it with grief. “She’d have operated on the bus,” he says.",
        ["Larkin Stannard"],
    ),
    (
        "Timothy Bell, a nurse, left early. “I wanted to go home,” she said.",  # a name that misleads
        ["Timothy Bell"],
    ),
    (
        "Pa'amalo Tuivale, principal of Waikari High, said boys had been offered fees. 'We're not a farm,' he said. 'We had these kids from 13.'",
        ["Pa'amalo Tuivale"],
    ),
    ("The chair, Nomvula ka Zondo, brought down her gavel. “Order,” she said.", ["Nomvula ka Zondo"]),
    ("Azlina binti Yusof laughed. “It is,” Azlina said.", ["Azlina binti Yusof"]),
    (
        "He thanked Alasdair Mac an t-Sagairt, who steps down in May. “I am tired,” Mr Mac an t-Sagairt said.",
        ["Alasdair Mac an t-Sagairt"],
    ),
]
RELATED = [
    (
        "Among them was Derek Swaine, 71, a lock-keeper from Upper Thorle, who caught it in 2011.\n\n‘It was bad,’ said Mr Swaine.\n\n"
        "His wife, Maureen, said she had known. ‘He started whistling,’ Mrs Swaine said.",
        ["Derek Swaine", "Maureen Swaine"],
    ),
    (
        "Philomena Garrity, a retired postmistress, was there with her son. “The nurses were saints,” Mrs Garrity said. "
        "Her son, Gerard, was not jolly. “My mother would apologise to the floor,” said Mr Garrity.",
        ["Philomena Garrity", "Gerard Garrity"],
    ),
]


@pytest.mark.parametrize(("text", "names"), [*BENCHES, *OFFICES, *NAMELESS, *UNUSUAL, *RELATED])
def test_people_of_whom_little_is_told_are_brought_to_their_names(text: str, names: list[str]) -> None:
    assert speakers(text) == names


@pytest.mark.parametrize("name", ["Mo'alani", "Fa’atoto", "Te'o", "Ma'a", "Tu'ipala-Reed"])
def test_a_glottal_stop_does_not_end_a_name(name: str) -> None:
    text = f"{name}'s boots"
    assert [token.text for token in tokenize(text, 0, len(text), 0)] == [name, "'s", "boots"]


@pytest.mark.parametrize("text", ["We're off", "You'll see", "They’ve gone", "I'd go"])
def test_a_clitic_is_no_glottal_stop(text: str) -> None:
    assert len(list(tokenize(text, 0, len(text), 0))) == 3
