"""What holds for every text, and that no text is too much."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.text import Kind, extract
from articles.text.blocks import paragraphs
from articles.text.marks import single_marks_are_main

PIECES = st.sampled_from(
    [
        "said",
        "Ann",
        "Lee",
        "he",
        "told",
        "reporters",
        "“",
        "”",
        '"',
        "‘",
        "’",
        "'",
        "''",
        "«",
        "»",
        ",",
        ".",
        ":",
        "—",
        "-",
        "that",
        "who",
        ",",
        "and",
        "the",
        "council",
        "claimed",
        "“We",
        "are",
        "ready,”\n",
        "",
        "",
        "",
        "'No,'",
        "(",
        ")",
        "[",
        "]",
        "\n",
        "according",
        "to",
        "Mr",
        "Ray’s",
        "report",
        "on",
        "Monday",
        "\u202e",
        "́",
        "\x00",
        "א",
        "é",
        "1,000",
        "https://t.co/x",
        "@a",
        "LEE:",
        '6"',
        "“Yes”",
    ]
)
PROSE = st.lists(PIECES, max_size=60).map(" ".join)
relaxed = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@relaxed
@given(PROSE | st.text(max_size=300))
def test_spans_lie_in_the_text_in_order_and_quotes_do_not_overlap(text):
    extraction = extract(text)
    quoted = []
    for quote in extraction.quotes:
        for span in (*quote.spans, quote.cue, quote.mention):
            assert span is None or 0 <= span.start < span.end <= len(text)
        assert all(a.end <= b.start for a, b in zip(quote.spans, quote.spans[1:], strict=False))
        assert 0 <= quote.confidence <= 1
        assert quote.source is None or 0 <= quote.source < len(extraction.sources)
        if quote.kind is not Kind.INDIRECT:
            quoted += quote.spans
    quoted.sort()
    assert all(a.end <= b.start for a, b in zip(quoted, quoted[1:], strict=False))
    keys = [(quote.spans[0].start, quote.spans[-1].end, quote.kind) for quote in extraction.quotes]
    assert len(keys) == len(set(keys))
    assert [quote.spans for quote in extraction.quotes] == sorted(quote.spans for quote in extraction.quotes)


@relaxed
@given(PROSE)
def test_extraction_twice_is_the_same(text):
    assert extract(text) == extract(text)


@relaxed
@given(PROSE)
def test_unrelated_paragraph_at_the_end_changes_no_quote_before_it(text):
    body = (
        f"The council met on Monday.\n{text}\nThe bridge was then closed, and nothing more was heard of it for years.\n"
    )
    unrelated = (
        "Rain fell on the hills for a week, and the river rose, and by Sunday the lower fields were under water."
    )
    before = [(quote.spans, quote.kind, quote.mention, quote.cue) for quote in extract(body).quotes]
    after = [(quote.spans, quote.kind, quote.mention, quote.cue) for quote in extract(body + unrelated).quotes]
    assert after[: len(before)] == before


HOSTILE = {
    "marks": '"',
    "curly marks": "“”",
    "spaced marks": '" ',
    "unclosed marks": "“word ",
    "unclosed single marks": "'word ",
    "apostrophes": "a' ",
    "one quoted line": "“Yes,” he said. ",
    "paragraphs": "“Yes,” Ann Lee said.\n\n",
    "labels": "“LEE: yes ” ",
    "signatures": "“Yes, no” — Ann Lee ",
    "nulls": "\0",
    "right to left": "שלום “מה” أحمد قال ",
    "combining": "e\u0301",
    "dots": ".",
    "commas": "he said, ",
    "colons": "Lee: ",
    "digits": "1,",
    "addresses": "a.",
    "hyphens": "a-",
    "names": "Ann Lee said. ",
    "surrogates": "\ud800",
}


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE.keys())
def test_no_text_is_too_much(unit):
    assert extract(unit * (5_000 // len(unit))).version


def test_ten_million_marks_are_read_without_complaint():
    assert extract('"' * 10_000_000).quotes == ()


def test_what_stands_past_the_length_of_a_book_is_left_alone():
    assert extract("word " * 10_000 + "\n" * 400_000 + "“Yes,” Ann Lee said.").quotes == ()


def test_paper_of_single_marks_is_known_by_its_openings():
    text = "‘We won’t,’ said Ann Lee. ‘It’s too far.’ He called it ‘mad’."
    assert single_marks_are_main(text, [paragraph.span for paragraph in paragraphs(text)])
