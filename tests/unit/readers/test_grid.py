"""The columns of the cells of a table, with cells that span columns and rows."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taalscan.readers.grid import Grid

Size = tuple[int, int]


def columns(rows: Sequence[Sequence[Size]]) -> list[list[int]]:
    """Return the first column of each cell, given how many columns and rows each spans."""
    grid = Grid(group=1)
    found = []
    for row in rows:
        grid.start_row()
        found.append([grid.cell(wide, high).column for wide, high in row])
    return found


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([[(1, 1), (1, 1)], [(1, 1), (1, 1)]], [[1, 2], [1, 2]]),
        ([[(2, 1), (1, 1)], [(1, 1), (1, 1), (1, 1)]], [[1, 3], [1, 2, 3]]),
        ([[(1, 2), (1, 1)], [(1, 1)], [(1, 1)]], [[1, 2], [2], [1]]),
        ([[(1, 1), (2, 2), (1, 1)], [(1, 1), (1, 1)]], [[1, 2, 4], [1, 4]]),
        ([[(0, 0), (-3, 1)]], [[1, 2]]),
    ],
    ids=["plain", "wide", "high", "wide and high", "no size at all"],
)
def test_a_cell_stands_in_its_first_column(
    rows: Sequence[Sequence[Size]], found: list[list[int]]
) -> None:
    assert columns(rows) == found


def test_a_row_can_leave_columns_out() -> None:
    grid = Grid(group=4)
    grid.start_row(skipped=2)
    cell = grid.cell()
    assert (cell.column, cell.group) == (3, 4)


sizes = st.tuples(st.integers(-1, 5_000), st.integers(-1, 5))


@given(st.lists(st.lists(sizes, max_size=5), max_size=6))
def test_columns_rise_within_a_row_and_widths_are_bounded(rows: list[list[Size]]) -> None:
    for found in columns(rows):
        assert found == sorted(set(found))
        assert all(1 <= column <= 1 + 30 * 1_000 for column in found)
