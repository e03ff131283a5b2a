"""Write sheets as an Excel workbook."""

import io
import re
from collections.abc import Sequence
from datetime import UTC, datetime

import xlsxwriter

from taalscan.reports.xlsx.sheet import Cell, Column, Sheet

_LONGEST = 32_767
"""Characters that a cell of Excel can hold."""

_A4 = 9
_INDENT = 1
"""Of text; without it a page number and the chapter beside it read as one: 2|1. Inleiding."""

_LINE, _TALLEST = 15.0, 409.0
"""Height of a line, and the greatest of a row, in points."""

_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SAFE = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def to_xlsx(sheets: Sequence[Sheet]) -> bytes:
    """Return a workbook; the same sheets give the same bytes.

    Every text is written as text, and marked so that it stays text when someone edits the cell
    (the apostrophe that Excel shows in the formula bar).
    """
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, _SAFE)
    # a workbook that says when it was made would differ on every run
    book.set_properties({"created": datetime(2026, 1, 1, tzinfo=UTC)})
    for own in sheets:
        _sheet(book, book.add_worksheet(own.title), own)
    book.close()
    return out.getvalue()


def _sheet(
    book: xlsxwriter.Workbook,
    sheet: xlsxwriter.worksheet.Worksheet,
    own: Sheet,
) -> None:
    bold = {"bold": True, "bottom": 1, "text_wrap": True, "valign": "bottom"}
    head = book.add_format(bold | {"indent": _INDENT})
    above_numbers = book.add_format(bold | {"align": "right"})
    plain = {"text_wrap": True, "valign": "top", "quote_prefix": True, "indent": _INDENT}
    text = book.add_format(plain)
    sheet.freeze_panes(1, own.fixed)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    for place, column in enumerate(own.columns):
        sheet.write_string(0, place, _clean(column.head), above_numbers if column.form else head)
        sheet.set_column(place, place, column.width)
    sheet.set_row(0, _height([column.head for column in own.columns], own.columns))
    forms = [_form(book, column, text) for column in own.columns]
    for number, row in enumerate(own.rows, start=1):
        sheet.set_row(number, _height(row, own.columns))
        for place, (cell, form) in enumerate(zip(row, forms, strict=True)):
            _write(sheet, (number, place), cell, text if isinstance(cell, str) else form)
    sheet.autofilter(0, 0, max(len(own.rows), 1), len(own.columns) - 1)


def _height(row: Sequence[Cell], columns: Sequence[Column]) -> float:
    """Return the height that shows every line of a row, in points: not all programs find it."""
    lines = max(
        (
            sum(-(-len(line) // max(1, column.width - _INDENT)) or 1 for line in cell.split("\n"))
            for cell, column in zip(row, columns, strict=True)
            if isinstance(cell, str)
        ),
        default=1,
    )
    return min(_TALLEST, _LINE * lines)


def _form(
    book: xlsxwriter.Workbook, column: Column, text: xlsxwriter.format.Format
) -> xlsxwriter.format.Format:
    if not column.form:
        return text
    return book.add_format({"num_format": column.form, "valign": "top"})


def _write(
    sheet: xlsxwriter.worksheet.Worksheet,
    place: tuple[int, int],
    cell: Cell,
    form: xlsxwriter.format.Format,
) -> None:
    if isinstance(cell, str):
        if cell:
            sheet.write_string(*place, _clean(cell), form)
    elif cell is not None:
        sheet.write_number(*place, cell, form)


def _clean(text: str) -> str:
    """Return a text that a cell can hold: no characters that XML forbids, and not too long."""
    plain = _NO_XML.sub("\N{REPLACEMENT CHARACTER}", text)
    return plain if len(plain) <= _LONGEST else f"{plain[: _LONGEST - 1]}…"
