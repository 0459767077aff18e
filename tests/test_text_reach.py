"""How far reports reach: which words of a sentence each of its cues reports."""

import pytest

from articles.text.reach import reach
from articles.text.reading import Sentence, read


def sentence_of(text: str) -> Sentence:
    return read(text).sentences[0]


def reach_of(sentence: Sentence, word: str):
    return reach(sentence, next(cue for cue in sentence.cues if cue.token.text == word))


def position(sentence: Sentence, word: str) -> int:
    return next(token.position for token in sentence.tokens if token.text == word)


@pytest.mark.parametrize(
    ("text", "outer", "inner"),
    [
        ("The minister said that Lee had called the mill “a disgrace” in March.", "said", "called"),
        ("Ann Lee claimed that the council had promised to “mend the pump” by June.", "claimed", "promised"),
        ("The council had called the pump “a toy”, Ann Lee said on Monday.", "said", "called"),
    ],
)
def test_the_outer_report_holds_the_inner_one_and_not_the_other_way_round(text, outer, inner):
    sentence = sentence_of(text)
    over, under = reach_of(sentence, outer), reach_of(sentence, inner)
    assert over.covers(position(sentence, inner)) > 0.5 > under.covers(position(sentence, outer))


def test_a_report_reaches_its_words_and_not_its_own_source():
    sentence = sentence_of("Ann Lee said on Monday that the pump was “a toy” and nothing else.")
    said = reach_of(sentence, "said")
    assert said.reports > 0.5
    assert said.covers(position(sentence, "toy")) > 0.5
    assert said.covers(position(sentence, "Lee")) < 0.1


def test_a_word_that_hardly_reports_reaches_nothing():
    sentence = sentence_of("The mill made “fine paper” for a hundred years.")
    assert reach_of(sentence, "made").reports < 0.3
