"""The table of scores opens as columns, keeps its numbers and runs nothing."""

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taalscan.model import DocumentGenre, Notice, Scan
from taalscan.reports import row_of, scores_csv
from tests.builders import axes, scan_of
from tests.figures import with_figures

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


FIRST = [
    "document", "title", "pages", "words", "passages", "reliability",
    "marktgericht_hits", "marktgericht_types", "marktgericht_density",
    "marktgericht_density_low", "marktgericht_density_high", "marktgericht_weighted_density",
    "marktgericht_share", "marktgericht_share_low", "marktgericht_share_high",
    "marktgericht_M1", "marktgericht_M2", "marktgericht_M3", "relationeel_hits",
]  # fmt: skip


def test_columns_that_were_there_first_keep_their_place() -> None:
    (row,) = read(table(scan_of(LONG)))
    names = list(row)
    assert names[: len(FIRST)] == FIRST
    old = names.index("genre")
    assert names[old - 1] == "convergerend_C3"
    newer = names[old:]
    assert len(newer) == 17 + 4 * 16 + 5
    assert names[-6] == "convergerend_disagreement"
    assert names[-5:-1] == ["genre_title", "stratum_level", "reference", "uncompared"]
    assert names[-1] == "deliberate_passages"


def test_the_figures_stand_in_the_newer_columns() -> None:
    scan = with_figures(scan_of(LONG))
    (row,) = read(table(scan))
    assert (row["genre"], row["genre_probability"]) == ("beleidsnota", "0.930000")
    assert (row["stratum"], row["stratum_documents"]) == ("Beleidsnota of visie", "61")
    assert (row["balance_verdict"], row["balance_basis"]) == ("below", "passages")
    assert scan.balance is not None
    scaled, ratio = scan.balance.main.scaled, scan.balance.main.log_ratio
    assert row["balance_b"] == f"{scaled.value:.6f}"
    assert row["balance_b_high"] == f"{scaled.high:.6f}"
    assert row["balance_log_ratio_low"] == f"{ratio.low:.6f}"
    assert row["balance_relative"] == "-0.250000"
    assert row["balance_percentile"] == "31.000000"
    assert row["marktgericht_expected_share"] == "0.580000"
    assert row["marktgericht_word_share_low"] == "0.666667"
    assert row["marktgericht_weighted_density_low"] == "50.000000"
    assert row["marktgericht_percentile_high"] == "86.000000"
    assert row["marktgericht_share_percentile"] == "64.000000"
    assert row["marktgericht_types_1000"] == "0.500000"
    assert row["marktgericht_disagreement"] == "0.000000"
    assert row["divergerend_disagreement"] == ""


def test_a_document_without_the_newer_figures_leaves_their_cells_empty() -> None:
    (row,) = read(table(scan_of("De {M3-001:klant} belt.")))
    newer = list(row)[list(row).index("genre") : -1]
    assert {row[name] for name in newer[:-1]} == {""}
    assert row["uncompared"] == "no-reference"


def test_a_genre_that_is_not_sure_is_no_genre() -> None:
    scan = replace(scan_of(LONG), genre=DocumentGenre(None, "Brief", 0.4))
    (row,) = read(table(scan))
    assert (row["genre"], row["genre_probability"]) == ("", "0.400000")
    assert row["genre_title"] == "Brief"


def test_what_a_document_compares_with_is_told_or_why_with_nothing() -> None:
    scan = with_figures(scan_of(LONG))
    (row,) = read(table(scan))
    assert (row["stratum_level"], row["reference"]) == ("genre", "gemeenten-test 0.1")
    assert row["uncompared"] == ""
    stale = tuple(replace(own, share_percentile=None) for own in scan.scores)
    notice = Notice("reference-stale", (("parts", "lexicons"),))
    (row,) = read(table(replace(scan, scores=stale, warnings=(notice,))))
    assert row["uncompared"] == "stale"


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
