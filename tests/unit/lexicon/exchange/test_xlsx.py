"""A workbook holds every field of a lexicon, and says where it is wrong."""

import io
import zipfile
from dataclasses import replace

import pytest
import xlsxwriter
from hypothesis import given, settings
from python_calamine import CalamineWorkbook

from taalscan.errors import LexiconError
from taalscan.lexicon import resolve_lexicon
from taalscan.lexicon.exchange import from_xlsx, to_xlsx
from taalscan.lexicon.load import lexicon_of, read_sources
from taalscan.lexicon.sources import Sources
from tests.unit.lexicon.strategies import lexicon_sources


@settings(deadline=None, max_examples=60)
@given(lexicon_sources())
def test_out_and_in_again_gives_an_equal_lexicon(sources: Sources) -> None:
    again = from_xlsx(to_xlsx(sources), "proef.xlsx")
    assert again == sources
    assert lexicon_of(again) == lexicon_of(sources)


def test_the_shipped_lexicon_goes_out_and_in_again() -> None:
    sources = read_sources(resolve_lexicon("beleid-nl"))
    data = to_xlsx(sources)
    assert from_xlsx(data, "beleid-nl.xlsx") == replace(sources, sha256="")
    assert data == to_xlsx(sources)  # the same bytes on every run


def _edited(cell: str, value: str | int) -> bytes:
    """Return the workbook of the shipped lexicon, a value of its first entry changed."""
    data = to_xlsx(read_sources(resolve_lexicon("beleid-nl")))
    old = CalamineWorkbook.from_filelike(io.BytesIO(data))
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"strings_to_formulas": False})
    for title in old.sheet_names:
        sheet = book.add_worksheet(title)
        rows = old.get_sheet_by_name(title).to_python()
        if title == "ingangen":
            rows[1][rows[0].index(cell)] = value
        for number, row in enumerate(rows):
            for place, item in enumerate(row):
                sheet.write(number, place, item)
    book.close()
    return out.getvalue()


@pytest.mark.parametrize(
    ("cell", "value", "problem"),
    [
        ("gewicht", 3, "ingangen:2 C1-001: gewicht: out of range; allowed: at most"),
        ("pos", "NAAMWOORD", "ingangen:2 C1-001: pos: not an allowed value; allowed: NOUN"),
        ("vorm", "", "ingangen:2 C1-001: key 'vorm' is missing"),
        ("subdimensie", "C9", "'C9' is no facet of convergerend"),
        ("id", "C1-002", "ingangen:3 C1-002: id stands in ingangen:2 too"),
    ],
)
def test_a_mistake_is_told_with_sheet_row_and_entry(
    cell: str, value: str | int, problem: str
) -> None:
    with pytest.raises(LexiconError) as error:
        from_xlsx(_edited(cell, value), "x.xlsx")
    assert problem in str(error.value.values["problems"])


def test_a_number_that_a_spreadsheet_made_of_a_word_is_a_word_again() -> None:
    sources = from_xlsx(_edited("varianten", 112), "x.xlsx")
    assert sources.facets[0].ingangen[0].varianten == ["112"]


def _zip_of(name: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr(name, "x")
    return out.getvalue()


@pytest.mark.parametrize("data", [b"", b"geen werkboek", _zip_of("a.txt")])
def test_what_is_no_workbook_is_refused(data: bytes) -> None:
    with pytest.raises(LexiconError, match=r"x\.xlsx"):
        from_xlsx(data, "x.xlsx")


def test_a_workbook_without_our_sheets_is_refused() -> None:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    book.add_worksheet("lexicon")
    book.close()
    with pytest.raises(LexiconError, match="assen, ingangen"):
        from_xlsx(out.getvalue(), "x.xlsx")
