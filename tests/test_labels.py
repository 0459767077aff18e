"""Words in marks that nobody says are no quotations; the same words used by somebody are."""

import pytest

from tests.identity import speakers


@pytest.mark.parametrize(
    "text",
    [
        "Clarissa Quay, an analyst, upgraded the counter to “hold” from “reduce”.",
        "The council will shut the pool, which opened in 1934 and is known locally as ‘the Lido’ although it has a roof.",
        "Forty of his own MPs signed a letter demanding that he drop the so-called ‘granny tax’.",
        "Mr Garrity has asked the hospital to take out the word ‘any’.",
        "When detectives raided the house they found a speedboat called ‘Dough Money’ on a trailer.",
        "Officers said that they found an exercise book labelled ‘Netball’ and 212 entries under the heading ‘sundries (M)’ at Ann Lee’s.",
        "In a note to clients headed ‘Stuffing knocked out’ Ann Lee cut her target price.",
        "The strain, which has been named ‘Ichal-7’ after a town, grew fast, Ann Lee found.",
    ],
)
def test_ratings_names_and_words_as_words_are_no_quotations(text: str) -> None:
    assert speakers(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("“There are two things,” mayor Sharon “Shazza” Trembley said.", ["Sharon Trembley"]),
        ("Asked whether the word “full” had been chosen with care, Ann Lee wrote back: “Yes.”", ["Ann Lee"]),
        ("Ann Lee used the word “disgrace”.", ["Ann Lee"]),
        ("Ann Lee called it “Dough Money”.", ["Ann Lee"]),
        ("Ann Lee labelled it “Mostly True”.", ["Ann Lee"]),
        ("“Hold,” said Ann Lee.", ["Ann Lee"]),
    ],
)
def test_words_that_somebody_says_are(text: str, names: list[str]) -> None:
    assert speakers(text)[-1:] == names
