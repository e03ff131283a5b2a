"""Find the tables of a page by rows of cells that stand under each other."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from taalscan.readers.pdf.layout import Line

Row = tuple[Line, ...]
"""The lines of one page with the same baseline, from left to right."""

_FIGURE: Final = re.compile(
    r"[-+–(€$<>±~]*\s*(?:\d[\d.,/:\s–-]*)?[%)*€-]*|n\.?v\.?t\.?|pm|x|[√✓]", re.IGNORECASE
)
_STARTS: Final = re.compile(r"\W*(?:[A-Z0-9](?![A-Z ]{8})|\Z)")
"""How a cell starts: a capital or digit, but not a slogan in capitals."""

_LONGEST_CELL: Final = 80
_SHORT_CELL: Final = 18
_MEDIUM_CELL: Final = 30
_LABEL: Final = 28
_LEAST_ROWS: Final = 3
_MOST_EDGES: Final = 300


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one table, from top to bottom."""

    rows: tuple[Row, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """Return the cells, row by row."""
        return tuple(line for row in self.rows for line in row)


def rows_of(lines: Sequence[Line]) -> list[Row]:
    """Return the rows of a page from top to bottom."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=_height):
        if rows and rows[-1][0].y - line.y < 0.35 * min(line.size, rows[-1][0].size):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [tuple(sorted(row, key=_left)) for row in rows]


def find_tables(lines: Sequence[Line]) -> list[Table]:
    """Return the tables of a page; `lines` hold no headers, footers or contents."""
    tables: list[Table] = []
    run: list[Row] = []
    for row in rows_of(lines):
        if run and _is_apart(run[-1], row):
            tables += _as_table(run)
            run = []
        if _is_cells(row) or (run and _is_label(row)):
            run.append(row)
        else:
            tables += _as_table(run)
            run = []
    return tables + _as_table(run)


def _as_table(run: Sequence[Row]) -> list[Table]:
    """Return the run as a table, without the labels at its end, if it is long enough."""
    ends = [number for number, row in enumerate(run) if len(row) > 1]
    if not ends:
        return []
    rows = tuple(run[: ends[-1] + 1])
    cells = [row for row in rows if len(row) > 1]
    least = _LEAST_ROWS - (max(len(row) for row in cells) > 2)
    return [Table(rows)] if len(cells) >= least and _is_aligned(cells) else []


def _is_cells(row: Row) -> bool:
    """Tell whether a row looks like cells, not like the lines of columns side by side."""
    if len(row) < 2:
        return False
    texts = [line.words for line in row]
    if max(len(text) for text in texts) > _LONGEST_CELL:
        return False
    figures = sum(_FIGURE.fullmatch(text) is not None for text in texts[1:])
    if 2 * figures >= len(texts) - 1:
        return True
    if sum(_STARTS.match(text) is not None for text in texts) < 0.6 * len(texts):
        return False  # lines of text side by side start in the middle of a sentence
    if len(texts) > 2:
        lengths = [len(text) for text in texts]
        mean = sum(lengths) / len(lengths)
        # the lines of columns of text are about as long as each other
        is_uneven = min(lengths) < 0.5 * max(lengths)
        return mean < (_MEDIUM_CELL if is_uneven else _SHORT_CELL)
    return len(texts[0]) < _LABEL and not texts[0].endswith("-") and texts[0][:1].isupper()


def _is_label(row: Row) -> bool:
    """Tell whether a lone cell can be the label of a row, or the heading of a group of rows."""
    text = row[0].words
    return len(row) == 1 and len(text) < _LABEL + _SHORT_CELL and not text.endswith((".", ";"))


def _is_apart(upper: Row, lower: Row) -> bool:
    """Tell whether two rows stand too far apart for one table."""
    return upper[0].y - lower[0].y > 4 * max(upper[0].size, lower[0].size)


def _is_aligned(rows: Sequence[Row]) -> bool:
    """Tell whether most cells stand under another cell, left or right."""
    edges = [(line.left, line.right) for row in rows for line in row[1:]][:_MOST_EDGES]
    shared = sum(
        sum(abs(left - other[0]) < 4 or abs(right - other[1]) < 4 for other in edges) > 1
        for left, right in edges
    )
    return shared >= 0.6 * len(edges)


def _height(line: Line) -> tuple[float, float]:
    return (-line.y, line.left)


def _left(line: Line) -> float:
    return line.left
