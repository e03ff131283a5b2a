"""Tell which column of a table each of its cells stands in."""

import re
from collections.abc import Sequence
from dataclasses import replace
from statistics import median
from typing import Final

from taalscan.readers.pdf.layout import Line
from taalscan.readers.pdf.tables import Row, rows_of

Column = tuple[float, float]
"""The left and right edge of what stands in one column."""

_WORD: Final = re.compile(r"\S+")
_FIGURE: Final = re.compile(r"[-+–€<>(]*\d[\d.,%)]*")

_NARROWEST: Final = 0.3
"""Least gap between columns, as a multiple of the type size."""

_SPANNING: Final = 0.1
"""Largest share of the rows that may have a cell over the gap between two columns."""

_DOUBTFUL: Final = 0.1
"""Largest share of the rows that may have two cells in one column."""


def cells_of(lines: Sequence[Line]) -> list[tuple[Line, int | None]]:
    """Return the cells of a table with their columns, from 1; None where it does not show them.

    Args:
        lines: the lines of one table, row by row; one over several columns has the first, but
            figures that are set so closely that they make one line are a cell each.
    """
    rows = [row for row in rows_of(lines) if len(row) > 1]
    usual = median(len(row) for row in rows) if rows else 0
    # a row with few cells, such as a head over several columns, hides the gaps between them
    columns = _columns([row for row in rows if len(row) >= usual])
    if len(columns) < 2 or _is_doubtful(rows, columns):
        return [(line, None) for line in lines]
    return [cell for line in lines for cell in _cells(line, columns)]


def _is_doubtful(rows: Sequence[Row], columns: Sequence[Column]) -> bool:
    """Tell whether many rows have more cells than the columns they stand in."""
    crowded = sum(len({_column(line, columns) for line in row}) < len(row) for row in rows)
    return crowded > _DOUBTFUL * len(rows)


def _cells(line: Line, columns: Sequence[Column]) -> list[tuple[Line, int | None]]:
    """Return a line as a cell, or as several where it has a figure for each of its columns."""
    figures = [match for match in _WORD.finditer(line.text) if _FIGURE.fullmatch(match.group())]
    covered = [
        number
        for number, (left, right) in enumerate(columns, start=1)
        if min(line.right, right) > max(line.left, left)
    ]
    if len(figures) < 2 or len(figures) != len(covered) or len(figures) != len(line.words.split()):
        return [(line, _column(line, columns))]
    return [
        (
            replace(
                line, start=line.start + match.start(), text=match.group(), words=match.group()
            ),
            number,
        )
        for match, number in zip(figures, covered, strict=True)
    ]


def _columns(rows: Sequence[Row]) -> list[Column]:
    """Return the columns from left to right: what is between gaps that most rows leave open."""
    cells = [line for row in rows for line in row]
    narrowest = _NARROWEST * median(line.size for line in cells) if cells else 0.0
    most = _SPANNING * len(rows)
    edges = [(line.left, 1) for line in cells] + [(line.right, -1) for line in cells]
    columns: list[Column] = []
    start, count = 0.0, 0
    for place, step in sorted(edges):
        before, count = count, count + step
        if before <= most < count:
            start = place
            if columns and start - columns[-1][1] < narrowest:
                start = columns.pop()[0]
        elif count <= most < before:
            columns.append((start, place))
    return columns


def _column(line: Line, columns: Sequence[Column]) -> int:
    """Return the first column that a cell takes a good part of, or else the nearest."""
    shared = [min(line.right, right) - max(line.left, left) for left, right in columns]
    for number, ((left, right), part) in enumerate(zip(columns, shared, strict=True), start=1):
        if part > 0.5 * min(right - left, line.right - line.left):
            return number
    return shared.index(max(shared)) + 1
