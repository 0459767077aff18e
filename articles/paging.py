"""Rows cut into pages that never fail: a page too far is the last one."""

from dataclasses import dataclass

from django.core.paginator import Page, Paginator

PER_PAGE = 25


@dataclass(frozen=True, slots=True)
class Pages:
    """One page of rows and the numbers a pager shows, None for a gap."""

    page: Page
    numbers: tuple[int | None, ...]


def pages(rows, number: object, *, per_page: int = PER_PAGE) -> Pages:
    """The page of that number; nonsense is the first page, too large a number the last."""
    paginator = Paginator(rows, per_page)
    page = paginator.get_page(number)
    elided = paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1)
    return Pages(page, tuple(n if isinstance(n, int) else None for n in elided))
