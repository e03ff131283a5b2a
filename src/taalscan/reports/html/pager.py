"""Part the rows of a run over pages, and lead from each to the others."""

from dataclasses import dataclass

PAGE_ROWS = 100
"""Rows on a page: a browser lays them out in a moment, and a person finds the end."""

FOLDER = "index"
"""Holds the pages after the first. No document has a file in it: "index" is kept from them."""

_NEAR = 2
"""Pages to either side that are named; the others stand behind dots."""


@dataclass(frozen=True, slots=True)
class PageLink:
    """A page to go to; 0 stands for pages that are not named."""

    number: int
    href: str


@dataclass(frozen=True, slots=True)
class Pager:
    """The way to the other pages of a run; the links are "" where there is none."""

    number: int
    pages: int
    previous: str
    next: str
    links: tuple[PageLink, ...]


def pages_of(rows: int) -> int:
    """Return how many pages a number of rows takes, at least one."""
    return max(1, -(-rows // PAGE_ROWS))


def page_path(number: int) -> str:
    """Return where a page is, relative to the index, which is the first one."""
    return "index.html" if number == 1 else f"{FOLDER}/page-{number}.html"


def pager(number: int, pages: int) -> Pager:
    """Return the way from a page to the others.

    >>> [link.number for link in pager(5, 50).links]
    [1, 0, 3, 4, 5, 6, 7, 0, 50]
    """
    named = [own for own in range(1, pages + 1) if own in {1, pages} or abs(own - number) <= _NEAR]
    links: list[PageLink] = []
    for own in named:
        if links and own > links[-1].number + 1:
            links.append(PageLink(0, ""))
        links.append(PageLink(own, _href(number, own, pages)))
    return Pager(
        number=number,
        pages=pages,
        previous=_href(number, number - 1, pages),
        next=_href(number, number + 1, pages),
        links=tuple(links),
    )


def _href(start: int, to: int, pages: int) -> str:
    """Return the link from one page to another; "" where there is no such page."""
    if not 1 <= to <= pages:
        return ""
    path = page_path(to) if start == 1 else "../" + page_path(to)
    return f"{path}#documents"
