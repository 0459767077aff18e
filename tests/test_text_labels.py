"""Words in marks that nobody says: what things are known as, what trades call them, titles, schemes and terms."""

import pytest

from articles.text import extract

NAMES = [
    "The field is known locally as the ‘parish lung’ and was used for bonfires.",
    "The boy belonged to a group of early swimmers, known as the ‘Laughing Seals’. Police called on two of them.",
    "The newer blocks on the river have long been known as ‘the biscuit boxes’. They fell first.",
    "Known to the ferrymen of the lower river as ‘the Duchess of the Reeds’, she kept on until she was 73.",
    "The stretch is what river guides call a ‘drowning machine’. It was closed.",
    "They sat in what officers call the ‘soft room’, a parlour with armchairs.",
    "At the works, engineers speak of ‘the bathtub’ with dread.",
    "A cook recalls that staff used to refer to Lady Rudge as ‘the Duchess’ because of her hats.",
    "The poet who wrote a sequence for the reopening, ‘Forty-Two Wheels’, was there.",
    "It was agreed to advertise in the village magazine, the ‘Wimbling Warbler’. The clerk will see to it.",
    "She told of it in her memoir, ‘A Tin for Beetles’ (1974).",
    "Tenants were kept out of the ‘Grain Raksha’ scheme for a year.",
    "The ministry should first expand its ‘holiday clinic’ programme, which pays for neighbourhood surgeries.",
]
SAID = [
    "The field is derisively known as the ‘parish lung’, said Ann Lee, a farmer.",
    "Ann Lee told the court she had been ‘the biscuit maker’ of the village.",
    "He takes aim at what critics call the ‘long lunch’ of the ministry, said Ann Lee.",
    "Ann Lee, a farmer, refers to the scheme as ‘the bathtub’ of the ministry.",
    "Ann Lee, a farmer, called the scheme ‘a tax on sheep’.",
    "Ann Lee, a farmer, said the ‘rotten’ scheme was dead.",
]


def in_marks(text: str) -> list[str]:
    """What is quoted of a text that goes on with a quotation in single marks."""
    text += "\n\n‘We are ready to go,’ said Jo Hart, a nurse. ‘We have been for years.’"
    inside = text[text.index("‘") : text.index("’") + 1]
    return [inside for quote in extract(text).quotes if any(inside in span.of(text) for span in quote.spans)]


@pytest.mark.parametrize("text", NAMES)
def test_what_something_is_called_is_nobodys_words(text):
    assert in_marks(text) == []


@pytest.mark.parametrize("text", SAID)
def test_somebodys_opinion_of_it_is_quoted(text):
    assert len(in_marks(text)) == 1


def test_a_title_that_begins_a_note_on_a_book_is_no_quotation():
    text = "‘You would think I knew,’ says Ann Lee, a novelist.\n\n‘The Lower Reeds’ is published by Hart & Lee at £12."
    assert [quote.spans[0].of(text) for quote in extract(text).quotes] == ["‘You would think I knew,’"]


def test_a_retort_of_short_words_is_a_quotation():
    text = "‘I know what it is called,’ says Kofi Lowe, a joiner.\n\n‘You do not.’\n\n‘You talk in your sleep, Immy.’"
    assert "‘You do not.’" in [span.of(text) for quote in extract(text).quotes for span in quote.spans]
