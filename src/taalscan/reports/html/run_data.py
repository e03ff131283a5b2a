"""Pack the rows of a run as compact JSON, for a browser to search and sort without a server.

Columns instead of rows, one text a column of figures, and paths without what they all end with
keep ten thousand documents well under three megabytes. Every column comes with the place of each
row in its order, so that a browser sorts numbers and needs no rules for names or signs.

The keys are `names`, `titles`, `order` (of the names), `links` and `data` (`starts`, one a row,
and the `end` of all of them; `starts` is null where those of the links do), and `columns`: either
`of` and `at` (the different words, and which of them each row has), or `text` and `order`.
"""

import json
import re
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, TypeVar

from taalscan.reports.html.run_rows import Cell, RowView, TableView

if TYPE_CHECKING:
    from markupsafe import Markup

_DIGITS = re.compile(r"(\d+)")
_PARTS, _ROWS = "\t", "\n"
"""Part value, bounds and remark of a cell, and the cells of a column; no figure holds them."""

Json = dict[str, object]
Natural = tuple[tuple[int, int, str], ...]
Value = TypeVar("Value", float, str, Natural)


def run_data(rows: Iterable[RowView], table: TableView) -> "Markup":
    """Return the rows as JSON that may stand inside a page.

    Args:
        rows: the documents, once.
        table: the columns.
    """
    from jinja2.utils import htmlsafe_json_dumps  # noqa: PLC0415  # jinja loads when a page is made

    names, titles, links, data = [], [], [], []
    columns = [_Filled() for _ in table.columns]
    for row in rows:
        names.append(row.name)
        titles.append(row.title)
        links.append(row.href)
        data.append(row.data)
        for column, cell in zip(columns, row.cells, strict=True):
            column.add(cell)
    reports, scans = _paths(links), _paths(data)
    if scans["starts"] == reports["starts"]:
        scans["starts"] = None
    record: Json = {
        "names": names,
        "titles": titles,
        "order": places([_natural(name) for name in names]),
        "links": reports,
        "data": scans,
        "columns": [
            filled.figures() if column.number else filled.words()
            for column, filled in zip(table.columns, columns, strict=True)
        ],
    }
    return htmlsafe_json_dumps(record, dumps=_compact)


class _Filled:
    """The cells of a column as they come in, kept as words and numbers only."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._orders: list[float] = []

    def add(self, cell: Cell) -> None:
        own = cell.told
        self._texts.append(_PARTS.join((own.value, own.bounds, own.under)).rstrip(_PARTS))
        self._orders.append(cell.order or 0.0)

    def figures(self) -> Json:
        return {"text": _ROWS.join(self._texts), "order": places(self._orders)}

    def words(self) -> Json:
        words = sorted(set(self._texts))
        return {"of": words, "at": places(self._texts)}


def _paths(links: Sequence[str]) -> Json:
    """Return links without the extension that all of them have."""
    ends = {PurePosixPath(link).suffix for link in links}
    end = ends.pop() if len(ends) == 1 else ""
    return {"starts": [link.removesuffix(end) for link in links], "end": end}


def places(values: Sequence[Value]) -> list[int]:
    """Return the place of each value among the different ones, in ascending order.

    >>> places([4.5, 1.0, 4.5, 3.0])
    [2, 0, 2, 1]
    """
    at = {value: place for place, value in enumerate(sorted(set(values)))}
    return [at[value] for value in values]


def _natural(name: str) -> Natural:
    """Return what names sort on: without capitals and accents, and 9 before 10."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    parts = [(part, part.lstrip("0")) for part in _DIGITS.split(plain) if part]
    return tuple(
        (0, len(digits), digits) if part.isdecimal() else (1, 0, part) for part, digits in parts
    )


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
