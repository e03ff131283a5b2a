"""A workbook holds all figures, passages and hits, and nothing in it runs or links."""

import io
import re
import zipfile
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from taalscan.model import Scan
from taalscan.reports import from_json, render_xlsx, to_json
from taalscan.reports.xlsx.book import to_xlsx
from taalscan.reports.xlsx.sheet import Column, Sheet
from tests.builders import entry, scan_of
from tests.golden.samples import memo, nota, plan
from tests.unit.reports.strategies import scans

Table = list[list[Any]]


def _sheets(data: bytes) -> dict[str, Table]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def _column(table: Table, head: str) -> list[Any]:
    place = table[0].index(head)
    return [row[place] for row in table[1:]]


@pytest.mark.parametrize("scan", [nota(), memo(), plan()])
def test_every_axis_passage_and_hit_has_a_row(scan: Scan) -> None:
    scores, passages, hits, method = _sheets(render_xlsx(scan, "nl")).values()
    levels = _column(scores, "Niveau")
    assert levels.count("Document") == len(scan.axes)
    assert levels.count("Onderdeel") == sum(len(score.facets) for score in scan.scores)
    assert levels.count("Hoofdstuk") == sum(len(section.axes) for section in scan.sections)
    assert _column(passages, "Passage") == list(range(1, len(scan.passages) + 1))
    found = [hit for passage in scan.passages for hit in passage.hits]
    assert _column(hits, "Ingang") == [hit.entry for hit in found]
    assert ["", "Deze scan beschrijft taal, niet bedoeling of kwaliteit van beleid."] in method


def test_figures_are_those_of_the_scan() -> None:
    scan = plan()
    scores = _sheets(render_xlsx(scan, "nl"))["Cijfers"]
    for row, score in zip(scores[1:], scan.scores, strict=False):
        assert row[3] == score.hits
        assert score.density is not None
        assert row[5:8] == pytest.approx(
            [score.density.value, score.density.low, score.density.high]
        )
        assert score.share is not None
        assert row[11:14] == pytest.approx([score.share.value, score.share.low, score.share.high])


def test_a_figure_that_is_not_known_is_an_empty_cell() -> None:
    scores = _sheets(render_xlsx(memo(), "nl"))["Cijfers"]
    assert set(_column(scores, "Per 1.000 woorden")) == {""}


def test_a_hit_tells_why_it_counts_or_not_and_what_may_be_asked() -> None:
    known = entry("M3-001", "klant", "Wie is dit?", instead="inwoner", only_if="hij hier woont")
    scan = scan_of("De {M3-001:klant} en geen {M3-001 negated geen:klant}.", entries=[known])
    hits = _sheets(render_xlsx(scan, "nl"))["Gevonden woorden"]
    assert _column(hits, "Telt het?") == ["geteld", "ontkend"]
    assert _column(hits, "Telt mee") == [1, 0]
    assert all(_column(hits, "Waarom"))
    assert set(_column(hits, "Vraag")) == {"Wie is dit?"}
    told = str(_column(hits, "Wat er ook zou kunnen staan")[0])
    assert told.startswith("inwoner")
    assert "hij hier woont" in told


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_same_scan_gives_the_same_bytes_also_by_way_of_json(language: str) -> None:
    scan = plan()
    assert render_xlsx(scan, language) == render_xlsx(scan, language)
    again = from_json(to_json(scan, language))
    assert render_xlsx(again, language) == render_xlsx(scan, language)


@pytest.mark.parametrize(
    "nasty",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "http://elders.example", "mailto:a@b.c", "12"],
)
def test_text_stays_text(nasty: str) -> None:
    scan = scan_of(f"{nasty} de klant.", name=nasty, title=nasty)
    axis = replace(scan.axes[0], title=nasty)
    data = render_xlsx(replace(scan, axes=(axis, *scan.axes[1:])), "nl")
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        names = book.namelist()
        for name in names:
            if name.startswith("xl/worksheets/"):
                xml = book.read(name).decode()
                assert "<f>" not in xml
                assert "<hyperlink" not in xml
        styles = book.read("xl/styles.xml").decode()
    assert not [name for name in names if name.startswith("xl/worksheets/_rels")]
    assert 'quotePrefix="1"' in styles
    assert nasty.strip() in str(_column(_sheets(data)["Passages"], "Tekst")[0])
    assert nasty in [str(cell) for cell in _column(_sheets(data)["Cijfers"], "As")]


def test_the_head_stays_in_sight_and_columns_can_be_filtered() -> None:
    with zipfile.ZipFile(io.BytesIO(render_xlsx(nota(), "nl"))) as book:
        for number in range(1, 5):
            xml = book.read(f"xl/worksheets/sheet{number}.xml").decode()
            assert re.search(r'<pane [^>]*ySplit="1"[^>]*state="frozen"', xml)
            assert "<autoFilter " in xml
            assert "<cols>" in xml


def test_text_keeps_clear_of_the_number_in_the_cell_before_it() -> None:
    sheet = Sheet("Blad", (Column("Bladzijde", 10, "0"), Column("Hoofdstuk", 20)), ((2, "1. Zo"),))
    with zipfile.ZipFile(io.BytesIO(to_xlsx([sheet]))) as book:
        styles = book.read("xl/styles.xml").decode()
        cell = re.search(r'r="B2" s="(\d+)"', book.read("xl/worksheets/sheet1.xml").decode())
    assert cell is not None
    forms = re.findall(r"<xf .*?(?:/>|</xf>)", styles.partition("<cellXfs")[2])
    assert 'indent="1"' in forms[int(cell[1])]


@given(text=st.text(st.characters(), max_size=60))
@settings(max_examples=40, deadline=None)
def test_any_text_gives_a_workbook_that_opens(text: str) -> None:
    sheet = Sheet("Blad", (Column("Kop"),), ((text,), ("einde",)))
    rows = _sheets(to_xlsx([sheet]))["Blad"]
    assert rows[-1] == ["einde"]


def test_a_text_longer_than_a_cell_is_cut_with_a_sign() -> None:
    sheet = Sheet("Blad", (Column("Kop"),), (("a" * 40_000,),))
    cell = str(_sheets(to_xlsx([sheet]))["Blad"][1][0])
    assert len(cell) == 32_767
    assert cell.endswith("…")


@given(scan=scans())
@settings(max_examples=15, deadline=None)
def test_any_scan_gives_a_workbook_that_opens(scan: Scan) -> None:
    assert len(_sheets(render_xlsx(scan, "nl"))) == 4
