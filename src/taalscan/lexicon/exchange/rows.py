"""Hold the values of a sheet with the rows they stand in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from taalscan.lexicon.nodes import Loc, Plain


@dataclass(frozen=True, slots=True)
class Rows:
    """Values, and the number of the row of each item, from 1; row 1 holds the column names."""

    data: Plain
    rows: Mapping[Loc, int] = field(default_factory=dict)

    def line(self, loc: Loc) -> int:
        """Return the row of the value at `loc`, or of the nearest value around it."""
        around = (loc[:length] for length in range(len(loc), 0, -1))
        return next((self.rows[place] for place in around if place in self.rows), 1)

    def repeated_keys(self) -> Iterator[tuple[int, str]]:
        """Yield nothing: a row has each column once."""
        return iter(())
