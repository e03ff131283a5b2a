"""The table of scores opens as columns, keeps its numbers and runs nothing."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taalscan.model import Scan
from taalscan.reports import row_of, scores_csv
from tests.builders import axes, scan_of

LONG = "\n\n".join(["De {M3-001:klant} wacht op een antwoord van ons."] * 25)


def read(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


def table(*scans: Scan) -> bytes:
    return scores_csv([row_of(scan, None) for scan in scans], axes())


def test_a_document_is_a_row_with_columns_for_each_axis() -> None:
    (row,) = read(table(scan_of(LONG, name="nota.pdf", title="Zorg; en meer")))
    assert row["document"] == "nota.pdf"
    assert row["title"] == "Zorg; en meer"
    assert row["reliability"] == "indicative"
    assert row["marktgericht_hits"] == "25"
    assert row["marktgericht_types"] == "1"
    assert row["marktgericht_density"] == "125.000000"
    assert row["marktgericht_share_high"] == "1.000000"
    assert row["marktgericht_M3"] == "25"
    assert row["relationeel_density_low"] == "0.000000"


def test_what_is_not_known_is_empty_and_counts_stay() -> None:
    (row,) = read(table(scan_of("De {M3-001:klant} belt.")))
    assert row["marktgericht_hits"] == "1"
    assert row["marktgericht_density"] == ""
    assert row["marktgericht_share"] == ""
    assert row["pages"] == ""


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "  =1", "＝1"])
def test_no_cell_starts_a_formula(start: str) -> None:
    (row,) = read(table(scan_of("Tekst.", name=f"{start}.pdf", title=start)))
    assert row["document"] == f"'{start}.pdf"
    assert row["title"] == f"'{start}"


def test_lines_end_as_the_standard_says_and_excel_sees_the_encoding() -> None:
    data = table(scan_of("Tekst."))
    assert data.startswith(b"\xef\xbb\xbfdocument;title;")
    assert data.endswith(b"\r\n")


@given(name=st.text(min_size=1))
def test_any_name_comes_back(name: str) -> None:
    (row,) = read(table(scan_of("Tekst.", name=name)))
    assert row["document"].removeprefix("'") == name.replace("\0", "�").removeprefix("'")
