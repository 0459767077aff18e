"""Rows cut into pages that never fail: a page too far is the last one."""

from collections.abc import Iterator

from django.core.paginator import Page, Paginator

PER_PAGE = 25
AROUND = 2


def pages(rows, number: object, *, per_page: int = PER_PAGE) -> Page:
    """The page of that number; nonsense is the first page, too large a number the last."""
    return Paginator(rows, per_page).get_page(number)


def numbers(page: int, last: int) -> Iterator[int | None]:
    """The pages a pager names: the first, the last and those near; None for a gap."""
    before = 0
    for number in sorted({1, last, *range(max(1, page - AROUND), min(last, page + AROUND) + 1)}):
        if number - before > 1:
            yield None if number - before > 2 else number - 1
        yield number
        before = number
