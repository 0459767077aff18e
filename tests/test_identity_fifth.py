"""Who is who in the fifth set's phenomena: days before names, landlords, leagues of many, firms by their listing, kin."""

import pytest

from articles.text import extract

NAMED = [
    ("Late on Wednesday Rebecca Rushmore posted a picture. ‘Best tea in years,’ she wrote.", "Rebecca Rushmore"),
    ("Landlord Donald Pickering, 66, was grim. ‘I will serve them,’ he said.", "Donald Pickering"),
    (
        "The Ruritania Patients’ Rights League had doubts. In a statement, it called the plan “a tax on being sick”.",
        "Ruritania Patients’ Rights League",
    ),
    ("Consultancy Fenwick Oldcastle cut its forecast on Monday. “It is slow,” it said.", "Fenwick Oldcastle"),
    (
        "Deputy Public Prosecutor Eugene Toh asked for jail. “It was a business,” said DPP Toh, who sat down.",
        "Eugene Toh",
    ),
    ("Fiscal depute Euan Tarbet said: ‘The roof could come in.’", "Euan Tarbet"),
    ("‘It’s just so dumb,’ said one Liberal MP, who asked not to be named.", "one Liberal MP"),
    (
        "One of the first was clerk Nurul Ain Rahmat, 39. Madam Nurul Ain had doubts. “I can spell,” she said.",
        "Nurul Ain Rahmat",
    ),
    (
        "A doctor at the state hospital, Cemal Ozgurel, was up all night. “We have a tent,” he said by telephone.",
        "Cemal Ozgurel",
    ),
    (
        "Thurle Group is well. The FTSE 250 company told investors that the bid was ‘unwelcome and low’.",
        "Thurle Group",
    ),
    (
        "Koh Boon Siang, 44, admitted it. A retiree who wanted to be known only as Mr Lee was in court. “I feel stupid,” he said.",
        "Lee",
    ),
    (
        "Talks began, said a person familiar with the talks, who was not allowed to speak. The person added: “It is far off.”",
        "a person familiar with the talks",
    ),
    (
        "Dr Owen Lyle read the scans. Nuala Tarpin, a widow, was angry. The couple’s daughter, Imelda, came. “It was like a letter,” said Imelda.",
        "Imelda Tarpin",
    ),
]


@pytest.mark.parametrize(("text", "name"), NAMED)
def test_the_last_quotation_is_of(text, name):
    found = extract(text)
    assert found.sources[found.quotes[-1].source].name == name


def test_whoever_was_brought_in_since_is_the_td():
    text = (
        "Independent TD Fergal Kilbride spoke first. “They are not leaves,” he said.\n\n"
        "Another deputy left early. A backbench TD said the timing was bad. “I had 60 emails before breakfast,” the TD said."
    )
    found = extract(text)
    assert found.sources[found.quotes[-1].source].name == "A backbench TD"
