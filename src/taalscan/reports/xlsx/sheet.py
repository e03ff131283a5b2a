"""Hold what a sheet of a workbook shows."""

from dataclasses import dataclass

from taalscan.model import Interval, Percentile

Cell = str | int | float | None
"""Text, a number, or nothing: a figure that is not known is an empty cell."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, its width in characters, and how its numbers are shown.

    Attributes:
        form: number format of Excel; empty for text.
    """

    head: str
    width: int = 12
    form: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet; every row has a cell for each column.

    Attributes:
        fixed: columns at the left that stay in sight.
    """

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    fixed: int = 1


def bounds(figure: Interval | Percentile | None) -> tuple[Cell, Cell, Cell]:
    """Return a figure with its bounds as three cells."""
    return (None, None, None) if figure is None else (figure.value, figure.low, figure.high)
