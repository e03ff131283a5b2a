"""Find what is not running text: headers, footers, page numbers and tables of contents."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import yaml

from taalscan.readers.pdf.layout import Line, Page, goes_on_beside, letters
from taalscan.readers.pdf.tables import Row, rows_of

Place = tuple[int, int]
"""Page and start of a line."""

_EDGE_ROWS: Final = 4
"""Rows from the top or bottom of a page among which headers and footers are sought."""

_EDGE: Final = 0.2
"""Share of the height of a page, at top and bottom, where headers and footers stand."""

_AROUND_NUMBER: Final = " -–—|.•·[]()\u00a0"
_DIGITS: Final = re.compile(r"\d{1,9}")
_SPACES: Final = re.compile(r"\s+")
_LEADERS: Final = re.compile(r"(?:[.·…_]\s?){4,}\s*\d{0,4}\s*(?:-\s*\d{1,4})?\Z")
_ENDS_IN_NUMBER: Final = re.compile(r"(?:\A|[\s.…])\d{1,3}\W{0,3}\Z")
_TAIL: Final = 80
"""Characters that are looked at where only the end of a line matters: lines can be endless."""

_STARTS_IN_NUMBER: Final = re.compile(r"\d{1,3}\s+\S*[^\W\d_]{3}")


def find_boilerplate(pages: Sequence[Page]) -> set[Place]:
    """Return the places of all lines that are no running text."""
    places = _outside(pages) | _running(pages) | _stamped(pages) | _page_numbers(pages)
    return places | _contents(pages, places)


@dataclass(frozen=True, slots=True)
class _Signs:
    """What page numbers and the headings of tables of contents look like."""

    page_number: re.Pattern[str]
    contents: re.Pattern[str]


@cache
def _signs() -> _Signs:
    """Return the patterns made of the words in the data file."""
    path = Path(__file__).with_name("words.yaml")
    words = yaml.safe_load(path.read_text(encoding="utf-8"))
    page, of, contents = (_any_of(words[key]) for key in ("page", "of", "contents"))
    # in "3 van 12" any word may stand in front: text recognition spells it in many ways
    alone = rf"(?:{page}\s*)?(?:\d{{1,4}}|[ivxlc]{{1,7}})"
    counted = rf"(?:[^\W\d_]{{1,12}}\s*)?\d{{1,4}}\s*{of}\s*\d{{1,4}}"
    return _Signs(
        re.compile(rf"\W*(?:{alone}|{counted})\W*", re.IGNORECASE),
        re.compile(rf"\W*(?:\d+\W+)?{contents}\W*", re.IGNORECASE),
    )


def _any_of(words: Sequence[str]) -> str:
    patterns = (re.escape(word).replace(r"\ ", r"\s?") for word in words)
    return f"(?:{'|'.join(patterns)})"


# --- headers and footers --------------------------------------------------------------------


def _outside(pages: Sequence[Page]) -> set[Place]:
    """Return lines that are not shown, because they stand outside the page or its crop box."""
    return {
        _place(line)
        for page in pages
        for line in page.lines
        if page.view.height > 0
        and (
            line.right <= page.view.left
            or line.left >= page.view.right
            or line.top <= page.view.bottom
            or line.bottom >= page.view.top
        )
    }


def _running(pages: Sequence[Page]) -> set[Place]:
    """Return lines at the edge of a page that a page close by has at the same place."""
    edges: defaultdict[str, list[Line]] = defaultdict(list)
    for line in _edge_lines(pages):
        if letters(line.words) > 2:
            edges[_key(line.words)].append(line)
    places: set[Place] = set()
    for lines in edges.values():
        for number, line in enumerate(lines):
            for other in lines[number + 1 : number + 1 + 2 * _EDGE_ROWS]:
                if _is_repeat(line, other):
                    places |= {_place(line), _place(other)}
    return places


def _stamped(pages: Sequence[Page]) -> set[Place]:
    """Return lines that half of at least three pages have at the same place (a form, a stamp)."""
    spots: defaultdict[tuple[str, int, int], set[Place]] = defaultdict(set)
    for page in pages:
        for line in page.lines:
            spots[(line.words, round(line.left / 4), round(line.y / 4))].add(_place(line))
    least = max(3, len(pages) / 2)
    return {
        place
        for found in spots.values()
        if len({page for page, _ in found}) >= least
        for place in found
    }


def _is_repeat(line: Line, other: Line) -> bool:
    """Tell whether two lines of pages close by differ in the number of the page only."""
    pages = other.page - line.page
    if not 0 < pages <= 2 or abs(other.y - line.y) > 6 or abs(other.size - line.size) > 1:
        return False
    numbers = zip(_DIGITS.findall(line.words), _DIGITS.findall(other.words), strict=False)
    return all(one == two or int(two) - int(one) == pages for one, two in numbers)


def _edge_lines(pages: Sequence[Page]) -> Iterator[Line]:
    """Give the lines at the top and the bottom of all pages."""
    for page in pages:
        rows = rows_of(page.lines)
        top = page.view.top - _EDGE * page.view.height
        bottom = page.view.bottom + _EDGE * page.view.height
        upper = [row for row in rows[:_EDGE_ROWS] if row[0].y > top]
        lower = [row for row in rows[len(upper) :][-_EDGE_ROWS:] if row[0].y < bottom]
        for row in upper + lower:
            yield from row


def _place(line: Line) -> Place:
    return (line.page, line.start)


def _key(text: str) -> str:
    """Return a text without what differs from page to page."""
    return _DIGITS.sub("#", _SPACES.sub(" ", text)).strip().lower()


def _page_numbers(pages: Sequence[Page]) -> set[Place]:
    """Return page numbers at the edge of a page.

    A bare number counts if it is the number of its page, or as far from it as on another page: a
    year or an amount at the edge of a page is none.
    """
    signs = _signs()
    bare: defaultdict[int, list[Place]] = defaultdict(list)
    places: set[Place] = set()
    for page in pages:
        for line in _edge_lines([page]):
            is_number = len(line.words) < _TAIL and signs.page_number.fullmatch(line.words)
            if not is_number or any(goes_on_beside(line, other) for other in page.lines):
                continue  # a number with text right behind it is the number of a note
            numbers = [int(digits) for digits in _DIGITS.findall(line.words)]
            if line.words.strip(_AROUND_NUMBER).isdecimal():
                bare[numbers[0] - line.page].append(_place(line))
            elif numbers == sorted(numbers):  # "3 / 12", but not the end of "(EU) 2016/679"
                places.add(_place(line))
    for offset, found in bare.items():
        if offset == 0 or len({page for page, _ in found}) > 1:
            places |= set(found)
    return places


# --- tables of contents ---------------------------------------------------------------------


def _contents(pages: Sequence[Page], known: set[Place]) -> set[Place]:
    """Return the lines of tables of contents.

    Lines with dot leaders are always one; other lines when they follow the heading and end in a
    page number, or come back later as a heading.
    """
    later = _short_lines(pages)
    places: set[Place] = set()
    is_open = False
    for page in pages:
        rows = rows_of([line for line in page.lines if _place(line) not in known])
        inside, is_open = _contents_rows(rows, later, is_open=is_open)
        leaders = [row for row in rows if any(_has_leaders(line.words) for line in row)]
        places |= {_place(line) for row in (*inside, *leaders) for line in row}
    return places


def _contents_rows(
    rows: Sequence[Row], later: dict[str, int], *, is_open: bool
) -> tuple[list[Row], bool]:
    """Return the rows of one page that belong to a contents list, and whether it goes on."""
    entries = [_is_entry(row, later) for row in rows]
    found: list[Row] = []
    for number, row in enumerate(rows):
        if _is_contents_heading(row):
            is_open = any(entries[number + 1 : number + 4])
        elif is_open:
            # a title can take two lines, of which the last has the page number
            is_open = any(entries[number : number + 3])
        if is_open:
            found.append(row)
    return found, is_open


def _is_contents_heading(row: Row) -> bool:
    words = row[0].words
    is_short = len(row) == 1 and len(words) < _TAIL
    return is_short and _signs().contents.fullmatch(words) is not None


def _has_leaders(text: str) -> bool:
    return _LEADERS.search(text[-_TAIL:]) is not None


def _is_entry(row: Row, later: dict[str, int]) -> bool:
    """Tell whether a row can be an entry in a table of contents."""
    text = " ".join(line.words for line in row).strip()
    if _has_leaders(text) or _ENDS_IN_NUMBER.search(text[-_TAIL:]):
        return True
    if len(row) > 1 and _STARTS_IN_NUMBER.match(text):
        return True
    return later.get(_entry_key(text), 0) > row[0].page


def _short_lines(pages: Sequence[Page]) -> dict[str, int]:
    """Return the last page on which each short line stands."""
    return {
        _entry_key(line.words): line.page
        for page in pages
        for line in page.lines
        if letters(line.words) > 3
    }


def _entry_key(text: str) -> str:
    return " ".join(re.findall(r"[^\W\d_]+", text.lower()))
