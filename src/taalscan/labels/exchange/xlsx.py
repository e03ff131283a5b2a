"""Write passages as a workbook to label in, a row a passage, and read it back."""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime

import xlsxwriter
from python_calamine import CalamineError, CalamineWorkbook

from taalscan.errors import LabelsError
from taalscan.labels.exchange.fields import (
    AXIS,
    CODER,
    DEGREES,
    FACETS,
    FLAGS,
    INTENSITIES,
    MENTIONS,
    NOTE,
    SURE,
    fields,
    judgement,
)
from taalscan.labels.passage import LabelledPassage
from taalscan.labels.read import passages_of
from taalscan.model import Axis

SHEET = "passages"
_EVIDENCE, _HEADING = "bewijs", "kop"
_FRAGMENTS = 3  # the most that the codebook asks for (§1)
_PLAIN = {NOTE: "note", CODER: "coder", "doc": "doc", "source": "source", "genre": "genre"}
"""Columns that hold one text, and the key of a line that they fill."""

_CHOICES = {SURE: DEGREES}
_WIDTHS = {"text": 80, NOTE: 30, FACETS: 14, MENTIONS: 22, FLAGS: 18, "id": 20, SURE: 7}
_NUMBERED = re.compile(rf"(?:{_EVIDENCE} ([A-Z]{{1,3}})|{_HEADING}) \d+")
_MOST_CHARACTERS = 32_767  # that a cell of a workbook can hold
_MOST_BYTES = 200_000_000
"""Unzipped size over which a workbook is no set of labels but an attack or a mistake."""

Cells = dict[str, str | int]


def to_xlsx(passages: Iterable[LabelledPassage], axes: Sequence[Axis], name: str) -> bytes:
    """Return the workbook of passages; the same passages give the same bytes.

    Args:
        passages: the passages, labelled or not.
        axes: the axes to label, each with a column for its value and some for evidence; no
            passage has others (`check_axes`).
        name: of the file the passages come from, for messages.

    Raises:
        LabelsError: if a text is longer than a cell can hold.
    """
    passages = tuple(passages)
    rows = [_cells(passage) for passage in passages]
    problems = [
        f"{passage.id}: {column}: longer than a cell can hold ({_MOST_CHARACTERS} characters)"
        for passage, row in zip(passages, rows, strict=True)
        for column, cell in row.items()
        if len(str(cell)) > _MOST_CHARACTERS
    ]
    if problems:
        raise LabelsError(file=name, problems="\n".join(problems))
    return _workbook(_columns(passages, [axis.code for axis in axes]), rows)


def _cells(passage: LabelledPassage) -> Cells:
    chosen = fields(passage)
    cells: Cells = {"id": passage.id, "text": passage.text, "page": passage.page or ""}
    cells |= {f"{_HEADING} {n}": text for n, text in enumerate(passage.headings, 1)}
    cells.update(passage.labels)
    cells |= {name: "; ".join(chosen.get(name, ())) for name in (FACETS, MENTIONS, FLAGS)}
    cells[SURE] = passage.sure or ""
    for code, fragments in passage.evidence.items():
        cells |= {f"{_EVIDENCE} {code} {n}": text for n, text in enumerate(fragments, 1)}
    texts = (passage.note, passage.coder, passage.document, passage.source, passage.genre)
    return {**cells, **dict(zip(_PLAIN, texts, strict=True))}


def _columns(passages: Sequence[LabelledPassage], codes: Sequence[str]) -> list[str]:
    """Return the columns in the order of the work: what to read, what to fill in, the rest."""
    headings = max((len(passage.headings) for passage in passages), default=0)
    evidence = []
    for code in codes:
        used = max((len(passage.evidence.get(code, ())) for passage in passages), default=0)
        evidence += [f"{_EVIDENCE} {code} {n}" for n in range(1, max(_FRAGMENTS, used) + 1)]
    return [
        "id",
        *(f"{_HEADING} {n}" for n in range(1, headings + 1)),
        "text",
        *codes,
        FACETS,
        *evidence,
        MENTIONS,
        FLAGS,
        SURE,
        *_PLAIN,
        "page",
    ]


def _workbook(columns: Sequence[str], rows: Sequence[Cells]) -> bytes:
    out = io.BytesIO()
    # a text such as "=1+1" stays a text: nothing in a cell is run
    safe = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(out, safe)
    # a workbook that says when it was made would differ on every run
    book.set_properties({"created": datetime(2026, 1, 1, tzinfo=UTC)})
    head = book.add_format({"bold": True, "bottom": 1})
    body = book.add_format({"text_wrap": True, "valign": "top"})
    sheet = book.add_worksheet(SHEET)
    sheet.freeze_panes(1, 1)
    for place, column in enumerate(columns):
        sheet.write_string(0, place, column, head)
        sheet.set_column(place, place, _width(column))
        choices = INTENSITIES if AXIS.fullmatch(column) else _CHOICES.get(column)
        if choices and rows:
            allowed = {"validate": "list", "source": list(choices)}
            sheet.data_validation(1, place, len(rows), place, allowed)
        for number, row in enumerate(rows, start=1):
            _write(sheet, (number, place), row.get(column, ""), body)
    book.close()
    return out.getvalue()


def _width(column: str) -> int:
    return _WIDTHS.get(column, 4 if AXIS.fullmatch(column) else 16)


def _write(
    sheet: xlsxwriter.worksheet.Worksheet,
    place: tuple[int, int],
    cell: str | int,
    form: xlsxwriter.format.Format,
) -> None:
    if isinstance(cell, int):
        sheet.write_number(*place, cell, form)
    elif cell:
        sheet.write_string(*place, cell, form)
    else:
        sheet.write_blank(*place, None, form)


def from_xlsx(data: bytes, name: str) -> tuple[LabelledPassage, ...]:
    """Return the passages of a workbook that `to_xlsx` made and coders filled in.

    Columns may stand in any order, and columns that are not ours are left alone.

    Raises:
        LabelsError: if it is no such workbook; `problems` lists the rows that are wrong.
    """
    lines = [(number, _line(cells)) for number, cells in _rows(data, name) if any(cells.values())]
    return passages_of(lines, name, [], labelled=False)


def _rows(data: bytes, name: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the number and the cells of every row, by the names of their columns."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            size = sum(item.file_size for item in packed.infolist())
        if size > _MOST_BYTES:
            raise LabelsError(file=name, problems="too large")
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        if SHEET not in book.sheet_names:
            raise LabelsError(file=name, problems=f"sheet '{SHEET}' is missing")
        rows = book.get_sheet_by_name(SHEET).to_python(skip_empty_area=False)
    except (zipfile.BadZipFile, CalamineError) as error:
        raise LabelsError(file=name, problems="no xlsx workbook") from error
    names = [str(cell).strip() for cell in rows[0]] if rows else []
    for number, row in enumerate(rows[1:], start=2):
        yield number, {own: _text(cell) for own, cell in zip(names, row, strict=True) if own}


def _text(cell: object) -> str:
    """Return a cell as text; a spreadsheet makes 12.0 of a 12."""
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


def _line(cells: Mapping[str, str]) -> dict[str, object]:
    """Return a row as a line of a file of labels."""
    chosen = {own: [cell] for own, cell in cells.items() if cell and AXIS.fullmatch(own)}
    for own in (FACETS, MENTIONS, FLAGS):
        parts = re.split(r"[;,\n]", cells.get(own, ""))
        chosen[own] = [part.strip() for part in parts if part.strip()]
    if cells.get(SURE):
        chosen[SURE] = [cells[SURE]]
    evidence: dict[str, list[str]] = {}
    headings = []
    for own, cell in cells.items():
        numbered = _NUMBERED.fullmatch(own)
        if numbered and cell and numbered[1]:
            evidence.setdefault(numbered[1], []).append(cell)
        elif numbered and cell:
            headings.append(cell)
    return {
        "id": cells.get("id", ""),
        "text": cells.get("text", ""),
        **({"page": cells["page"]} if cells.get("page") else {}),
        **{key: cells.get(column, "") for column, key in _PLAIN.items()},
        "headings": headings,
        "stratum": "",
        "evidence": evidence,
        **judgement(chosen),
    }
