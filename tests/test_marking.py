import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.marking import Mark, Stretch, marked, paragraphs, window

ALPHABET = "abcdefghij"


def drawn(parts):
    """Parts in a short notation: [1:…] where a mark begins, [1+…] where it goes on."""
    return "".join(
        part if isinstance(part, str) else f"[{part.label}{':' if part.opening else '+'}{drawn(part.parts)}]"
        for part in parts
    )


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([], "abcdefghij"),
        ([Mark(2, 4, 1)], "ab[1:cd]efghij"),
        ([Mark(0, 10, 1)], "[1:abcdefghij]"),
        ([Mark(2, 4, 1), Mark(4, 6, 2)], "ab[1:cd][2:ef]ghij"),
        ([Mark(1, 8, 1), Mark(3, 5, 2)], "a[1:bc[2:de]fgh]ij"),
        ([Mark(3, 5, 2), Mark(1, 8, 1)], "a[1:bc[2:de]fgh]ij"),
        ([Mark(1, 5, 1), Mark(3, 8, 2)], "a[1:bc[2:de]][2+fgh]ij"),
        ([Mark(1, 4, 1), Mark(1, 4, 2)], "a[1:[2:bcd]]efghij"),
        ([Mark(1, 4, 1), Mark(2, 6, 2), Mark(3, 8, 3)], "a[1:b[2:c[3:d]]][3+[2+ef]gh]ij"),
        ([Mark(1, 3, 1), Mark(6, 8, 1)], "a[1:bc]def[1+gh]ij"),
        ([Mark(5, 5, 1)], "abcdefghij"),
        ([Mark(8, 99, 1)], "abcdefgh[1:ij]"),
    ],
)
def test_marks_nest_and_overlaps_are_cut(marks, expected):
    (paragraph,) = marked(ALPHABET, marks)
    assert drawn(paragraph.parts) == expected


def test_a_mark_goes_on_in_the_next_paragraph():
    first, second = marked("He said\n\nand said", [Mark(3, 12, "q")])
    assert drawn(first.parts) == "He [q:said]"
    assert drawn(second.parts) == "[q+and] said"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("", []),
        ("  \n\n ", []),
        ("One.", ["One."]),
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("One.\nTwo.", ["One.", "Two."]),
        ("One\nstill one.\n\nTwo.", ["One\nstill one.", "Two."]),
        ("One.\r\n\r\nTwo.\r\n", ["One.", "Two."]),
        ("\n\n One. \n \n\n\tTwo.", ["One.", "Two."]),
    ],
)
def test_paragraphs_are_parted_by_blank_lines_or_else_by_lines(body, expected):
    assert [body[start:end] for start, end in paragraphs(body)] == expected


def test_window_takes_the_paragraphs_on_either_side():
    body = "One.\n\nTwo.\n\nThree.\n\nFour."
    start, end = window(body, body.index("Three"), body.index("Three") + 3)
    assert body[start:end] == "Two.\n\nThree.\n\nFour."


def text_of(parts):
    return "".join(part if isinstance(part, str) else text_of(part.parts) for part in parts)


def openings(parts):
    for part in parts:
        if isinstance(part, Stretch):
            yield from [part.label] * part.opening
            yield from openings(part.parts)


@given(
    st.text(alphabet="ab \n", max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=8),
)
def test_no_character_is_lost_and_no_mark_opens_twice(body, places):
    marks = [Mark(start, end, n) for n, (start, end) in enumerate(places)]
    whole = list(marked(body, marks))
    assert [text_of(p.parts) for p in whole] == [body[start:end] for start, end in paragraphs(body)]
    opened = [label for p in whole for label in openings(p.parts)]
    assert len(opened) == len(set(opened))
