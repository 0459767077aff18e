from datetime import date

import pytest

from articles.text import Medium, extract

PUBLISHED = date(2018, 7, 22)  # a Sunday


def quote_of(text, published=PUBLISHED):
    (quote,) = extract(text, published=published).quotes
    return quote


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("“We are ready,” Ann Lee said.", Medium.UNTOLD),
        ("“We are ready,” Ann Lee tweeted.", Medium.TWEET),
        ("“We are ready,” Ann Lee said in a statement.", Medium.STATEMENT),
        ("“We are ready,” Ann Lee wrote in a letter to the council.", Medium.LETTER),
        ("“We are ready,” Ann Lee told the BBC.", Medium.BROADCAST),
        ("“We are ready,” Ann Lee told the jury.", Medium.COURT),
        ("“We are ready,” Ann Lee told a rally in Harwick.", Medium.SPEECH),
        ("“We are ready,” Ann Lee said in an interview.", Medium.INTERVIEW),
        ("“The road was never safe,” the report said.", Medium.DOCUMENT),
    ],
)
def test_medium_is_told_by_cue_addressee_or_phrase(text, medium):
    assert quote_of(text).medium is medium


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("“We are ready,” Ann Lee told reporters last Wednesday.", "reporters"),
        ("“We are ready,” Ann Lee told the council.", "the council"),
        ("“We are ready,” Ann Lee said.", ""),
    ],
)
def test_addressee_is_whom_it_was_told(text, addressee):
    assert quote_of(text).addressee == addressee


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("“We are ready,” Ann Lee said last Wednesday.", date(2018, 7, 18)),
        ("“We are ready,” Ann Lee said on Saturday.", date(2018, 7, 21)),
        ("“We are ready,” Ann Lee said on Sunday.", date(2018, 7, 22)),
        ("“We are ready,” Ann Lee said last Sunday.", date(2018, 7, 15)),
        ("“We are ready,” Ann Lee said yesterday.", date(2018, 7, 21)),
        ("“We are ready,” Ann Lee said on June 20.", date(2018, 6, 20)),
        ("“We are ready,” Ann Lee said on 20 June.", date(2018, 6, 20)),
        ("“We are ready,” Ann Lee said on December 3.", date(2017, 12, 3)),
        ("“We are ready,” Ann Lee said on June 20, 2011.", date(2011, 6, 20)),
        ("“We are ready,” Ann Lee said on June 31.", None),
        ("“We are ready for Monday,” Ann Lee said.", None),
        ("“We are ready,” Ann Lee said.", None),
    ],
)
def test_day_of_speaking_is_resolved_against_publication(text, day):
    assert quote_of(text).said_on == day


def test_without_publication_only_a_whole_date_is_a_day():
    assert quote_of("“We are ready,” Ann Lee said on Monday.", None).said_on is None
    assert quote_of("“We are ready,” Ann Lee said on June 20, 2011.", None).said_on == date(2011, 6, 20)


def test_first_day_of_the_calendar_is_no_trouble():
    assert quote_of("“We are ready,” Ann Lee said yesterday.", date.min).said_on is None
