import pytest

from articles.text.fragments import fragment


@pytest.mark.parametrize(
    ("stretches", "expected"),
    [
        ([], ""),
        (["“”"], ""),
        (["“We knew,”"], ":~:text=We%20knew"),
        (["twenty-one, A & B"], ":~:text=twenty%2Done%2C%20A%20%26%20B"),
        (["“We knew,”", "“and said so.”"], ":~:text=We%20knew&text=and%20said%20so"),
        (
            ["one two three four five six seven eight nine ten eleven twelve thirteen fourteen"],
            ":~:text=one%20two%20three%20four%20five,ten%20eleven%20twelve%20thirteen%20fourteen",
        ),
        (["Été"], ":~:text=%C3%89t%C3%A9"),
    ],
)
def test_a_fragment_names_the_words_and_nothing_around_them(stretches, expected):
    assert fragment(stretches) == expected
