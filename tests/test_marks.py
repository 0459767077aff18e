import pytest

from articles.text.reading import read


def quoted(text):
    return [segment.span.of(text) for segment in read(text).segments]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “yes, no” and left.", ["“yes, no”"]),
        ('He said "yes, no" and left.', ['"yes, no"']),
        ("He said ''yes, no'' and left.", ["''yes, no''"]),
        ("Il a dit «oui, non» hier.", ["«oui, non»"]),
        ("Two: “one two” and “three four”.", ["“one two”", "“three four”"]),
        ("“He said ‘go home’ to me,” she said.", ["“He said ‘go home’ to me,”"]),
        ('He wanted a 6" pipe. Nothing more.', []),
        ("“The mark that closes was lost\nNobody minded.", ["“The mark that closes was lost"]),
        ("”We begin with the wrong one,” he said.", ["”We begin with the wrong one,”"]),
        ("She called [the plan] “[a] disgrace”.", ["“[a] disgrace”"]),
        ('"" and "..." hold no words.', []),
    ],
)
def test_double_marks_are_paired(text, expected):
    assert quoted(text) == expected


def test_mark_of_inches_without_a_partner_ends_with_its_paragraph():
    assert quoted('The pipe was 6" wide\n"Fine," he said.')[-1] == '"Fine,"'


@pytest.mark.parametrize(
    "text",
    [
        "The workers' pay and the boss's car don't match.",
        "Rock 'n' roll in the '90s, 'til it ended.",
        "It’s the boys’ club, isn’t it?",
        "He got 'em all by the '60s.",
    ],
)
def test_apostrophes_are_never_marks(text):
    assert quoted(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "‘We won’t go,’ said Ann Lee. ‘It’s the drivers’ turn.’ Bob Ray called it ‘mad’.",
            ["‘We won’t go,’", "‘It’s the drivers’ turn.’", "‘mad’"],
        ),
        (
            "'We don't know,' said Ann Lee. 'She told me \"never again\" and left.'",
            ["'We don't know,'", "'She told me \"never again\" and left.'"],
        ),
        (
            "‘The first of it,’ said Ann Lee.\n‘The second runs on.\n‘And the third ends it.’",
            ["‘The first of it,’", "‘The second runs on.", "‘And the third ends it.’"],
        ),
    ],
)
def test_single_marks_are_main_marks_in_some_papers(text, expected):
    assert quoted(text) == expected


def test_paragraph_that_reopens_a_quotation_is_a_segment_of_its_own():
    text = "“It began here.\n“And it ended here,” she said."
    assert quoted(text) == ["“It began here.", "“And it ended here,”"]


def test_segments_never_overlap():
    text = "‘One “two” three’ and “four ‘five’ six” and 'seven \"eight' nine\"."
    segments = read(text).segments
    assert all(a.end <= b.start for a, b in zip(segments, segments[1:], strict=False))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "'The residents' letters went in the bin,' said Ann Lee. 'I kept them, an' all, and it says \"noted\".'",
            ["'The residents' letters went in the bin,'", "'I kept them, an' all, and it says \"noted\".'"],
        ),
        (
            "‘It was smoke,’ said Ann Lee. ‘Keepers’ smoke gets everywhere. So we used none.\n‘It was the same.’",
            ["‘It was smoke,’", "‘Keepers’ smoke gets everywhere. So we used none.", "‘It was the same.’"],
        ),
        (
            "‘I told him so,’ said Ann Lee. ‘He laughed at that. You couldn’t tell him a thing.\nBob Ray ‘sighed’.",
            ["‘I told him so,’", "‘He laughed at that. You couldn’t tell him a thing.", "‘sighed’"],
        ),
        (
            "‘It was them,’ said Ann Lee. ‘Cowards’ was his word.\n‘Nobody minded.’",
            ["‘It was them,’", "‘Cowards’", "‘Nobody minded.’"],
        ),
    ],
)
def test_single_marks_beside_apostrophes_and_without_a_partner(text, expected):
    assert quoted(text) == expected
