"""What counts as a word: the analyzer's table."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.query.words import fold, parts, split, stem, tokens

FOUND_BY = [
    ("Sánchez", "Sanchez"),
    ("Sanchez", "SÁNCHEZ"),
    ("Sa\u0301nchez", "Sánchez"),
    ("Zürich", "zurich"),
    ("Straße", "strasse"),
    ("Łódź", "lodz"),
    ("Ørsted", "orsted"),
    ("İstanbul", "istanbul"),
    ("O'Brien", "O’Brien"),
    ("O’Brien", "obrien"),
    ("Kim’s", "Kim"),
    ("Kim", "Kim's"),
    ("James’", "james"),
    ("‘cancel’", "cancel"),
    ("U.S.", "US"),
    ("US", "U.S."),
    ("U.S", "us"),
    ("U.N.-led", "UN"),
    ("J.D.", "JD"),
    ("co-operate", "cooperate"),
    ("cooperate", "co-operate"),
    ("co\u00adoperate", "cooperate"),
    ("e\u2011mail", "email"),
    ("F-16", "f16"),
    ("running", "run"),
    ("run", "running"),
    ("negotiations", "negotiated"),
    ("parties", "party"),
    ("denied", "deny"),
    ("lying", "lie"),
    ("1,000,000", "1000000"),
    ("3.5", "3.5"),
    ("ﬁnal", "final"),
    ("@realName", "realname"),
    ("#MeToo", "metoo"),
    ("שלום", "שלום"),
    ("كِتاب", "كتاب"),
    ("Москва", "МОСКВА"),
    ("मोदी", "मोदी"),
]


@pytest.mark.parametrize(("printed", "typed"), FOUND_BY)
def test_a_word_is_found_however_it_is_typed(printed, typed):
    assert {stem(word) for word in split(printed)[0]} & {stem(word) for word in split(typed)[0]}


@pytest.mark.parametrize(
    ("printed", "typed"),
    [
        ("news", "new"),
        ("general", "generate"),
        ("were", "we're"),
        ("ill", "I'll"),
        ("organ", "organs’s x"),
        ("3.5", "35"),
    ],
)
def test_words_that_only_look_alike_are_told_apart(printed, typed):
    assert [stem(word) for word in split(printed)[0]] != [stem(word) for word in split(typed)[0]]


@pytest.mark.parametrize(
    ("text", "surfaces", "positions"),
    [
        ("To be, or not to be?", ["to", "be", "or", "not", "to", "be"], None),
        ("Kim’s plan", ["kim", "'s", "plan"], None),
        ("they co-operate now", ["they", "cooperate", "co", "operate", "now"], [0, 1, 1, 2, 3]),
        ("state-of-the-art’s", ["stateoftheart", "state", "of", "the", "art", "'s"], [0, 0, 1, 2, 3, 4]),
        ("2018-07-22", ["2018", "07", "22"], None),
        ("北京市 talks", ["北", "京", "市", "talks"], None),
        ("don't we're", ["dont", "we", "'re"], None),
        ("— … * ''", [], None),
    ],
)
def test_surface_words_and_their_positions(text, surfaces, positions):
    assert split(text) == (surfaces, positions)


def test_a_phrase_has_one_word_a_position():
    assert parts("Kim’s co-operation") == ["kim", "'s", "co", "operation"]


def test_offsets_point_at_what_is_printed():
    text = "The U.S. and Kim’s state-of-the-art"
    assert [text[token.start : token.end] for token in tokens(text)] == [
        "The", "U.S.", "and", "Kim", "’s", "state-of-the-art", "state", "of", "the", "art",
    ]  # fmt: skip


@given(st.text())
def test_any_text_has_words_in_order_inside_it(text):
    found = tokens(text)
    assert all(0 <= token.start < token.end <= len(text) and token.surface for token in found)
    assert [token.position for token in found] == sorted(token.position for token in found)
    surfaces, positions = split(text)
    assert surfaces == [token.surface for token in found]
    assert (positions or list(range(len(found)))) == [token.position for token in found]


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)
