import pytest

from articles.paging import numbers, pages


@pytest.mark.parametrize(
    ("page", "last", "expected"),
    [
        (1, 1, [1]),
        (1, 3, [1, 2, 3]),
        (1, 9, [1, 2, 3, None, 9]),
        (5, 9, [1, 2, 3, 4, 5, 6, 7, 8, 9]),
        (6, 12, [1, None, 4, 5, 6, 7, 8, None, 12]),
        (9, 9, [1, None, 7, 8, 9]),
    ],
)
def test_a_pager_names_both_ends_and_what_is_near(page, last, expected):
    assert list(numbers(page, last)) == expected


@pytest.mark.parametrize(("asked", "given"), [("2", 2), ("0", 4), ("-1", 4), ("x", 1), (None, 1), ("99", 4)])
def test_a_page_that_is_not_there_is_the_nearest(asked, given):
    assert pages(range(20), asked, per_page=5).number == given
