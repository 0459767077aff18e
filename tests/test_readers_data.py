import json
from datetime import UTC, date, datetime

import pytest

from articles.readers import data as d
from articles.readers.json_lines import NotJson, UnknownKeys, read_line, read_lines


def row(**fields) -> bytes:
    return json.dumps({"headline": "H", "body": "Some text.", **fields}).encode()


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (b"{not json", NotJson),
        (b"[1, 2]", NotJson),
        (b'"text"', NotJson),
        (b"\xff\xfe", NotJson),
        (b"[" * 100_000, NotJson),
        (b'{"id": ' + b"9" * 5000 + b"}", NotJson),
        (row(body=""), d.NoBody),
        (row(body="  \n "), d.NoBody),
        (row(headline=None), d.NoHeadline),
        (row(body="x" * 1_000_001), d.TooLong),
        (row(headline="x" * 501), d.TooLong),
        (row(body="null \0 inside"), d.NotText),
        (row(body="\x07\x08 bells"), d.NotText),
        (row(body="lone \ud800 surrogate"), d.NotText),
        (row(body=["a", "list"]), d.NotAString),
        (row(published="9999-01-01"), d.BadDate),
        (row(published="2018-13-01"), d.BadDate),
        (row(published="yesterday"), d.BadDate),
        (row(published="0001-01-01T00:00:00+14:00"), d.BadDate),
        (row(published=20180722), d.NotAString),
        (row(url="javascript:alert(1)"), d.BadAddress),
        (row(url='https://x.example/"><script>'), d.BadAddress),
        (row(colour="red"), UnknownKeys),
    ],
    ids=range(23),
)
def test_a_broken_line_is_refused_with_its_sentence(line, problem):
    with pytest.raises(problem) as caught:
        read_line(line)
    assert str(caught.value).endswith(".")


@pytest.mark.parametrize(
    ("published", "day", "exact"),
    [
        ("", None, None),
        (None, None, None),
        ("2018-07-22", date(2018, 7, 22), None),
        ("2018-07-22T09:30:00", date(2018, 7, 22), None),
        ("2018-07-22T01:30:00+12:00", date(2018, 7, 22), datetime(2018, 7, 21, 13, 30, tzinfo=UTC)),
        ("2018-07-22T09:30:00Z", date(2018, 7, 22), datetime(2018, 7, 22, 9, 30, tzinfo=UTC)),
    ],
)
def test_dates(published, day, exact):
    article = d.article_data(headline="H", body="B", published=published)
    assert (article.published_on, article.published_at) == (day, exact)


def test_text_is_kept_as_printed_but_for_line_ends_and_stray_control_characters():
    body = "One.\r\n\r\n“Two”  \x83three.\rFour." + " More words." * 100
    assert d.article_data(headline=" A \n headline ", body=body).body.startswith("One.\n\n“Two”  three.\nFour.")


def test_a_number_will_do_as_identifier():
    assert read_line(row(id=17)).external_id == "17"


def test_bad_lines_do_not_stop_good_ones():
    lines = list(read_lines([row(), b"\n", b"{", row(headline="Second")]))
    assert [(line.where, bool(line.article)) for line in lines] == [
        ("line 1", True),
        ("line 3", False),
        ("line 4", True),
    ]
