"""Write the entries of a lexicon as one table of text."""

import csv
import io

from taalscan.lexicon.exchange.cells import Cell, header, spread
from taalscan.lexicon.schema import EntryFile
from taalscan.lexicon.sources import Sources

_FORMULA = ("=", "+", "-", "@", "\t")
"""First characters that make a spreadsheet program run a cell as a formula."""

PLACE = ("categorie", "subdimensie")
"""The columns that say which file an entry stands in."""


def entry_rows(sources: Sources) -> list[dict[str, Cell]]:
    """Return the cells of every entry, with the axis and facet it belongs to."""
    return [
        {"categorie": file.categorie, "subdimensie": file.subdimensie, **spread(entry)}
        for file in sources.facets
        for entry in file.ingangen
    ]


def to_csv(sources: Sources) -> bytes:
    """Return all entries as CSV, with `;` and a byte order mark, as Dutch Excel reads it.

    It is for reading: a cell that a spreadsheet would run as a formula gets an apostrophe.
    """
    rows = entry_rows(sources)
    names = [*PLACE, *header(EntryFile, rows)]
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(names)
    writer.writerows([[_safe(row.get(name, "")) for name in names] for row in rows])
    return out.getvalue().encode("utf-8-sig")


def _safe(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
