"""Tell the column of each cell of a table, as its rows and cells are met."""

from dataclasses import dataclass
from typing import Final

_WIDEST: Final = 1_000
"""HTML lets no cell span more columns; a wider one is a mistake, or a trap."""


@dataclass(frozen=True, slots=True)
class Cell:
    """The place of a cell: its first column, from 1, and the number of its table."""

    column: int
    group: int


class Grid:
    """A table that is open; the columns of cells that span rows stay taken below them."""

    def __init__(self, group: int) -> None:
        self._group = group
        self._row = 0
        self._next = 1
        self._taken: dict[int, int] = {}

    def start_row(self, skipped: int = 0) -> None:
        """Begin the next row, after columns that it leaves out."""
        self._row += 1
        self._next = 1 + skipped

    def cell(self, columns: int = 1, rows: int = 1) -> Cell:
        """Return the place of the next cell of the row, which spans columns and rows.

        >>> table = Grid(group=7)
        >>> [table.cell(columns=2).column, table.cell(rows=2).column]
        [1, 3]
        >>> table.start_row()
        >>> [table.cell().column for _ in range(3)]
        [1, 2, 4]
        """
        while self._taken.get(self._next, -1) >= self._row:
            self._next += 1
        first = self._next
        self._next += min(max(columns, 1), _WIDEST)
        if rows > 1:
            self._taken |= dict.fromkeys(range(first, self._next), self._row + rows - 1)
        return Cell(first, self._group)
