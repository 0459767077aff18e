"""Shapes of sentence that name the source plainly, and what is nobody's words at all."""

import pytest

from articles.text import extract
from tests.test_text_turns import said_by

PLACE = "Ann Lee, a farmer, and Bob Ray, a baker, spoke at the mill on Monday.\n\n"


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("“She is quite right, you know,” Bob Ray remarks, when I repeat this to him.", "quite right", "Bob Ray"),
        (
            "Pressed by Ann Lee, who asked if it was “his job to tell her,” Bob Ray replied that it was not.",
            "his job",
            "Ann Lee",
        ),
        ("Nine in ten are clean, according to results that Bob Ray described as “a full stop”.", "a full", "Bob Ray"),
        ("“They always do,” the newspaper quoted Bob Ray as saying.", "They always", "Bob Ray"),
        ("Ann Lee said that it was “bread day”, as Bob Ray called any that was short.", "bread day", "Bob Ray"),
        ("Ann Lee likes to cite Bob Ray’s line that a mill is “a fire with water in it”.", "a fire", "Bob Ray"),
        ("The jury heard that Bob Ray had told Ann Lee: “I never touched a hen.”", "I never", "Bob Ray"),
        (
            "Ann Lee counted. The hens had been described in a memo of May 6 as “winter hens”.",
            "winter hens",
            "a memo of May 6",
        ),
        ("Ann Lee’s widower has described her as “my rock”.", "my rock", "Ann Lee’s widower"),
        ("Bob Ray came late, thanked Ann Lee and the band, and said that he would “wait a little”.", "wait", "Bob Ray"),
        ("“The hens are an active ingredient,” the authors write.", "The hens", "the authors"),
        (
            "The report names nobody, but observes that the mill was bought “with a want of haste”.",
            "a want",
            "The report",
        ),
        (
            "‘No winners, some very bad bread’\n\nAnn Lee, who had lent the room to both sides for a night and a day of talks, said that there had "
            "been ‘no winners, and some very bad bread’ on the table, and that both sides had asked for more of it in the morning.",
            "No winners, some",
            "Ann Lee",
        ),
        ("“Nobody is a hen,” the message read.", "Nobody", "the message"),
        ("Told of this, Mr Ray nods. “I left a crease in it.”", "I left", "Bob Ray"),
        (
            "Bob Ray said that hens had become a game, with some people claiming that they were a cure.\n\n“The answer is that it depends.”",
            "The answer",
            "Bob Ray",
        ),
        ("Ann Lee, who had come far to ask, was told: “Don’t.”", "Don’t", None),
        (
            "Ann Lee, who had come by bus, was told by Bob Ray in a flat cap that he would stay: “I have bread in there.”",
            "I have bread",
            "Bob Ray",
        ),
        (
            "The judge asked Bob Ray, who had opened the fair with the words “This is a day about hens”, to sit.",
            "This is",
            "Bob Ray",
        ),
        ("It was a wheel that Bob Ray described as “a wreck on a stick”.", "a wreck", "Bob Ray"),
        ("“Hysteria” is how Bob Ray described the hens.", "Hysteria", "Bob Ray"),
        (
            "“The hens went,” Ann Lee said, according to a note. Below that Bob Ray has written: “Where?”",
            "Where",
            "Bob Ray",
        ),
        ("It was, as Bob Ray put it in a speech, “a bit of a farce”, and Ann Lee agreed.", "a bit of", "Bob Ray"),
        ("Ann Lee saw “a bit of a farce”, as Bob Ray once described it.", "a bit of", "Bob Ray"),
        ("The mill was bought, paid for and, in the words of Bob Ray, “never seen again”.", "never seen", "Bob Ray"),
        ("It tastes, in the words of Bob Ray who has tried it twice, “like licking a stone”.", "like", "Bob Ray"),
        ("Ann Lee quoted the remark of Bob Ray, in a debate about hens, that “they know”.", "they know", "Bob Ray"),
        ("Ann Lee rejected Bob Ray’s claim that she had been “hiding the hens”.", "hiding", "Bob Ray"),
        ("Ann Lee was dismissed by Bob Ray as “a danger to hens”.", "a danger", "Bob Ray"),
        ("Ann Lee was accused of “hiding the hens” as the mill was sold.", "hiding", None),
        ("Ann Lee, KC, for the mill, had told the court that it was “a fine old place”.", "a fine", "Ann Lee"),
        (
            "Ann Lee, who would not go in because “I have to live here”, said the pier alone would cost a fortune.",
            "have to live",
            "Ann Lee",
        ),
    ],
)
def test_the_shape_of_the_sentence_names_the_source(text, words, name):
    assert said_by(PLACE + text, words) == name


@pytest.mark.parametrize("place", ["PATNA: ", "CHENNAI, Oct 3 – ", "LONDON (Wire) - "])
def test_the_place_before_a_report_says_nothing(place):
    text = place + "Nearly four decades after a tree was cut, Ann Lee told the court that it had been “a good tree”."
    assert said_by(text, "a good tree") == "Ann Lee"
    assert all("PATNA" not in source.name for source in extract(text).sources)


def test_a_name_before_a_colon_and_marks_speaks():
    assert said_by(PLACE + "LEE: “It is late.”\n\nRAY: “It is early.”", "It is late") == "Ann Lee"


def test_what_happened_is_told_by_whoever_was_telling_it():
    text = (
        PLACE
        + "Bob Ray was pressed on it. He was tired, he said, ‘of the whole mill’. The mill’s pumps had been ‘fine on paper’."
    )
    assert said_by(text, "fine on paper") == "Bob Ray"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("“We lost every hen”", "Bob Ray"),
        ("“We lost every hen but one”", "Bob Ray"),
        ("“Nobody told us”", None),
    ],
)
def test_a_pull_quote_belongs_to_whoever_says_it_in_the_body(line, name):
    body = "“We lost every hen,” said Bob Ray, who has baked at the mill for many years, “but one.”"
    assert said_by(f"{PLACE}{line}\n\nThe baker\n\n{body} “It hides.”", line[1:-1]) == name


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ann Lee told the court that she had written the musical ‘The Last Hen’, which nobody saw.", "The Last Hen"),
        ("Bob Ray, known locally as “Ray of the Mill”, had told Ann Lee that it was late.", "Ray of the Mill"),
        ("Ann “Hen” Lee said that it was late.", "Hen"),
        ("According to Bob Ray, who is the author of “The Empty Mill”, it was late.", "The Empty Mill"),
    ],
)
def test_titles_and_nicknames_are_nobodys_words(text, words):
    found = extract(PLACE + text)
    printed = [span.of(PLACE + text) for quote in found.quotes if quote.kind != "indirect" for span in quote.spans]
    assert not any(words in each for each in printed)
