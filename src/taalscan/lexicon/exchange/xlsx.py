"""Write a whole lexicon as a workbook, and read it back without loss of a field.

Sheets: `lexicon` (main file), `assen` (a row a facet), `ingangen` (a row an entry), and one for
each helper list (a row an item).
"""

import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import xlsxwriter
from python_calamine import CalamineError, CalamineWorkbook

from taalscan.errors import LexiconError
from taalscan.lexicon.checks import ReadFacet
from taalscan.lexicon.exchange.cells import Cell, columns, gather, header, spread
from taalscan.lexicon.exchange.helperlists import gather_lists, spread_lists
from taalscan.lexicon.exchange.rows import Rows
from taalscan.lexicon.exchange.table import PLACE, entry_rows
from taalscan.lexicon.load import checked
from taalscan.lexicon.problems import Problem, validated
from taalscan.lexicon.schema import (
    HELPER_FILES,
    AxisFile,
    EntryFile,
    FacetFile,
    FacetHeading,
    LexiconFile,
)
from taalscan.lexicon.sources import Sources

if TYPE_CHECKING:
    from taalscan.lexicon.nodes import Loc, Plain

_MAIN, _AXES, _ENTRIES = "lexicon", "assen", "ingangen"
_FACET = "facet."
_LONGEST = 60
_MOST_BYTES = 200_000_000
"""Unzipped size over which a workbook is no lexicon but an attack or a mistake."""

Table = list[dict[str, Cell]]


def to_xlsx(sources: Sources) -> bytes:
    """Return the workbook of a lexicon; the same lexicon gives the same bytes."""
    entries = entry_rows(sources)
    main = spread(sources.main)
    tables: dict[str, tuple[list[str], Table]] = {
        _MAIN: (
            ["veld", "waarde"],
            [
                {"veld": path, "waarde": cell}
                for path, cell in main.items()
                if not path.startswith("assen.")
            ],
        ),
        _AXES: _axes_table(sources.main),
        _ENTRIES: ([*PLACE, *header(EntryFile, entries)], entries),
    }
    for kind, lists in sources.helpers:
        tables[kind] = spread_lists(lists)
    return _workbook(tables)


def _axes_table(main: LexiconFile) -> tuple[list[str], Table]:
    """Return a row a facet; the axis stands in full in the row of its first facet."""
    names = [name for name, _ in columns(AxisFile) if not name.startswith("facetten")]
    facet_names = [_FACET + name for name, _ in columns(FacetHeading)]
    rows: Table = []
    for axis in main.assen:
        own = {k: v for k, v in spread(axis).items() if not k.startswith("facetten")}
        for ordinal, facet in enumerate(axis.facetten):
            cells = {_FACET + name: cell for name, cell in spread(facet).items()}
            rows.append({**(own if ordinal == 0 else {"id": axis.id}), **cells})
    return [*names, *facet_names], rows


def _workbook(tables: Mapping[str, tuple[list[str], Table]]) -> bytes:
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(out, options)
    # a workbook that says when it was made would differ on every run
    book.set_properties({"created": datetime(2026, 1, 1, tzinfo=UTC)})
    head = book.add_format({"bold": True, "bottom": 1})
    body = book.add_format({"text_wrap": True, "valign": "top"})
    for title, (names, rows) in tables.items():
        sheet = book.add_worksheet(title)
        sheet.freeze_panes(1, 1)
        for place, name in enumerate(names):
            sheet.write_string(0, place, name, head)
            cells = [row.get(name, "") for row in rows]
            longest = max((len(line) for c in cells for line in str(c).splitlines()), default=0)
            sheet.set_column(place, place, min(_LONGEST, max(len(name), longest) + 2))
        for number, row in enumerate(rows, start=1):
            for place, name in enumerate(names):
                _write(sheet, (number, place), row.get(name, ""), body)
        sheet.autofilter(0, 0, len(rows), len(names) - 1)
    book.close()
    return out.getvalue()


def _write(
    sheet: xlsxwriter.worksheet.Worksheet,
    place: tuple[int, int],
    cell: Cell,
    form: xlsxwriter.format.Format,
) -> None:
    if isinstance(cell, bool):
        sheet.write_boolean(*place, cell, form)
    elif isinstance(cell, int | float):
        sheet.write_number(*place, cell, form)
    elif cell:
        sheet.write_string(*place, cell, form)


def from_xlsx(data: bytes, name: str) -> Sources:
    """Return the lexicon of a workbook.

    Args:
        data: the bytes of the workbook.
        name: its name, for messages.

    Raises:
        LexiconError: if it is no workbook of a lexicon; `problems` lists sheet, row and entry.
    """
    tables = _tables(data, name)
    problems: list[Problem] = []
    main = _main(tables, problems)
    facets = [*_facet_files(tables.get(_ENTRIES, []), problems)]
    helpers = []
    for kind, model in HELPER_FILES.items():
        if kind in tables:
            rows = Rows(gather_lists(tables[kind], model))
            value, found = validated(model, rows, kind)
            problems += found
            helpers += [(kind, value)] if value else []
    return checked(main, tuple(facets), tuple(helpers), ("", problems))


def _tables(data: bytes, name: str) -> dict[str, Table]:
    """Return the rows of every sheet by their column names."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            size = sum(item.file_size for item in packed.infolist())
        if size > _MOST_BYTES:
            raise LexiconError(problems=f"{name}: too large")
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = {own: book.get_sheet_by_name(own).to_python() for own in book.sheet_names}
    except (zipfile.BadZipFile, CalamineError) as error:
        raise LexiconError(problems=f"{name}: no xlsx workbook that can be read") from error
    missing = sorted({_MAIN, _AXES, _ENTRIES} - set(sheets))
    if missing:
        raise LexiconError(problems=f"{name}: sheets are missing: {', '.join(missing)}")
    return {title: _table(rows) for title, rows in sheets.items()}


def _table(rows: Sequence[Sequence[object]]) -> Table:
    if not rows:
        return []
    names = [str(cell).strip() for cell in rows[0]]
    return [
        {
            column: cell if isinstance(cell, str | int | float) else str(cell)
            for column, cell in zip(names, row, strict=True)
            if column and cell != ""
        }
        for row in rows[1:]
    ]


def _main(tables: Mapping[str, Table], problems: list[Problem]) -> LexiconFile | None:
    cells = {str(row.get("veld", "")): row.get("waarde", "") for row in tables[_MAIN]}
    data = gather(cells, LexiconFile)
    axes: dict[str, dict[str, Plain]] = {}
    lines: dict[Loc, int] = {}
    for number, row in enumerate(tables[_AXES], start=2):
        own = {key: cell for key, cell in row.items() if not key.startswith(_FACET)}
        facet = {k.removeprefix(_FACET): c for k, c in row.items() if k.startswith(_FACET)}
        axis = axes.setdefault(str(row.get("id", "")), {**gather(own, AxisFile), "facetten": []})
        lines.setdefault(("assen", len(axes) - 1), number)
        facets = axis["facetten"]
        if isinstance(facets, list):
            facets.append(gather(facet, FacetHeading))
    data["assen"] = list(axes.values())
    value, found = validated(LexiconFile, Rows(data, lines), _AXES)
    problems += found
    return value


def _facet_files(rows: Table, problems: list[Problem]) -> Sequence[ReadFacet]:
    """Return the entries by facet, in the order in which the facets come first."""
    places: dict[tuple[str, str], list[tuple[int, dict[str, Cell]]]] = {}
    for number, row in enumerate(rows, start=2):
        if row:
            place = str(row.get("categorie", "")), str(row.get("subdimensie", ""))
            places.setdefault(place, []).append((number, row))
    files: list[ReadFacet] = []
    for (axis, facet), items in places.items():
        entries: list[Plain] = [
            gather({k: c for k, c in row.items() if k not in PLACE}, EntryFile) for _, row in items
        ]
        data: dict[str, Plain] = {"categorie": axis, "subdimensie": facet, "ingangen": entries}
        lines: dict[Loc, int] = {("ingangen", i): number for i, (number, _) in enumerate(items)}
        located = Rows(data, lines)
        value, found = validated(FacetFile, located, _ENTRIES)
        problems += found
        if value:
            files.append(ReadFacet(_ENTRIES, value, located))
    return files
