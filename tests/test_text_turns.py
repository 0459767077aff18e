"""Quotations without a cue of their own: beats, questions and answers."""

import pytest

from articles.text import extract

TALK = "Ann Lee, a farmer, met Bob Ray, a baker, at the mill on Monday.\n\n"


def said_by(text: str, words: str) -> str | None:
    """The name of whoever says the quotation that holds the words, "-" where there is none."""
    found = extract(text)
    for quote in found.quotes:
        if any(words in span.of(text) for span in quote.spans):
            return None if quote.source is None else found.sources[quote.source].name
    return "-"


@pytest.mark.parametrize(
    ("rest", "words", "name"),
    [
        ("“We sold it,” said Ann Lee. Bob Ray was unmoved. “Nobody told me.”", "Nobody", "Bob Ray"),
        (
            "“We sold it,” said Ann Lee.\n\nBob Ray, who was listening, shrugged.\n\n“Nobody told me.”",
            "Nobody",
            "Bob Ray",
        ),
        ("“We sold it,” said Ann Lee. In the yard Mr Ray shook his head. “Nobody told me.”", "Nobody", "Bob Ray"),
        ("“We sold it,” said Ann Lee. Asked if he minded, Bob Ray laughed. “I mind a lot.”", "I mind", "Bob Ray"),
        ("“We sold it,” said Ann Lee. Asked about that word Mr Ray laughed. “I mind a lot.”", "I mind", "Bob Ray"),
        ("Bob Ray was asked whether he had been paid.\n\n“Not a penny.”", "Not a penny", "Bob Ray"),
        ("“We sold it,” said Ann Lee. I ask Bob Ray why.\n\n“She never said.”", "She never", "Bob Ray"),
        ("“We sold it,” said Ann Lee. Then she smiled. “It was time.”", "It was time", "Ann Lee"),
        ("“We sold it,” said Bob Ray. And Ann Lee’s reply? “He sold it.”", "He sold it", "Ann Lee"),
        (
            "“We sold it,” said Ann Lee.\n\nWhen I call on Bob Ray he has the door open. “Come in.”",
            "Come in",
            "Bob Ray",
        ),
        ("“We sold it,” said Bob Ray.\n\nWas it worth much?\n\n“It was worth the drive.”", "It was worth", "Bob Ray"),
        (
            "“We sold it,” said Ann Lee.\n\nBob Ray is a man of few words. How did he take it? “I took it well.”",
            "I took it",
            "Bob Ray",
        ),
        ("“We sold it,” said Ann Lee.\n\nAnd what does Bob Ray think?\n\n“She is right.”", "She is", "Bob Ray"),
        (
            "“We sold it,” said Ann Lee. The owner, Carl Oak, called it “a gift”.\n\nWas it one?\n\n“It was fair.”",
            "It was fair",
            "Ann Lee",
        ),
        (
            "Bob Ray said that he was done. His father, he admitted, had sold more. “He sold the roof.”",
            "He sold",
            "Bob Ray",
        ),
    ],
)
def test_a_sentence_without_marks_tells_whose_words_follow(rest, words, name):
    assert said_by(TALK + rest, words) == name


QUESTION = "“Did you sell it, Mr Ray?” asked Ann Lee.\n\n“I did not,” Bob Ray replied.\n\n"


@pytest.mark.parametrize(
    ("rest", "words", "name"),
    [
        ("“Who did?”", "Who did", "Ann Lee"),
        ("“Who did?”\n\n“My brother did.”", "My brother", "Bob Ray"),
        ("“Who did?”\n\n“My brother did.”\n\n“And what did he get?”", "And what", "Ann Lee"),
        ("“It went by itself.”", "It went", "Bob Ray"),
        ("“By itself?” the Bench asked.\n\n“By itself.”", "“By itself.”", "Bob Ray"),
    ],
)
def test_question_and_answer_take_turns(rest, words, name):
    assert said_by(TALK + QUESTION + rest, words) == name


@pytest.mark.parametrize(
    ("rest", "words", "name"),
    [
        ("“You did not own it, Mr Ray.”", "You did not", "Ann Lee"),
        ("“You did not own it, Mr Ray.”\n\n“Half of it.”", "Half", "Bob Ray"),
        ("“You did not own it, Mr Ray.”\n\n“Half of it.”\n\n“A third of it.”", "A third", "Ann Lee"),
    ],
)
def test_those_who_have_begun_to_talk_to_and_fro_go_on(rest, words, name):
    assert said_by(TALK + QUESTION + rest, words) == name


def test_whoever_is_told_or_reproached_answers():
    told = TALK + "“It was small talk,” Ann Lee told Mr Ray. “I sold it.”\n\n“So it was yours?”\n\n“It was.”"
    assert said_by(told, "So it was") == "Bob Ray"
    assert said_by(told, "“It was.”") == "Ann Lee"
    threw = TALK + "“I saw it fall,” said Bob Ray.\n\n“You pushed it,” said Ann Lee.\n\n“I touched it.”"
    assert said_by(threw, "I touched") == "Bob Ray"


def test_a_short_question_in_answer_is_no_title():
    text = '"You should stay put," Ann Lee, a farmer, told Bob Ray, a baker.\n\n"From who?"\n\nThe line went dead.'
    assert said_by(text, "From who") == "Bob Ray"


def test_a_question_that_is_only_reported_is_answered_too():
    text = TALK + "Ann Lee asked the baker what he did all night.\n\n“I bake,” said Bob Ray.\n\n“You own no oven, sir.”"
    assert said_by(text, "no oven") == "Ann Lee"


def test_an_answer_is_not_that_of_whoever_just_asked():
    text = (
        TALK + "“I did,” Bob Ray said.\n\n“Did you sell it?” Ms. Lee asked.\n\n“I don’t believe so.”\n\n“Did anyone?”"
    )
    assert said_by(text, "believe so") == "Bob Ray"
    assert said_by(text, "Did anyone") == "Ann Lee"


def test_nobody_is_named_for_the_questions_of_an_asker_without_a_name():
    text = TALK + "Bob Ray was asked if he was sorry.\n\n“I am.”\n\n“And is the mill?”\n\n“The mill is fine.”"
    assert said_by(text, "I am") == "Bob Ray"
    assert said_by(text, "And is the mill") is None
    assert said_by(text, "The mill is fine") == "Bob Ray"


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (TALK + "Bob Ray had no answer. “Is it not odd?” Ann Lee asked.", "Is it not", "Ann Lee"),
        (TALK + "“Why did he?\n\n“He was poor,” said Ann Lee.", "Why did he", "Ann Lee"),
        (TALK + "Bob Ray said that it was late. “The cows were asleep.”", "The cows", "Bob Ray"),
    ],
)
def test_a_cue_of_its_own_goes_before_any_turn(text, words, name):
    assert said_by(text, words) == name


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (TALK + "“We sold it,” said Ann Lee.\n\nThe mill is older than the road.\n\n“No, no. A ruin.”", "No, no"),
        (TALK + "When I drive out the wheel is turning.\n\n“I told him so. He would not hear it.”", "I told him"),
        (
            TALK
            + "The mill was sold.\n\n“Nobody told me”\n\n"
            + "Ann Lee and Bob Ray were at odds about it for years. " * 3,
            "Nobody",
        ),
    ],
)
def test_sentences_alone_in_their_marks_are_quotations(text, words):
    assert said_by(text, words) != "-"


def test_the_editor_is_told_that_no_cue_names_the_speaker():
    last = extract(TALK + "“We sold it,” said Ann Lee. Bob Ray was unmoved. “Nobody told me.”").quotes[-1]
    assert last.reason == "No word says who speaks; the sentence before is about “Bob Ray”."
