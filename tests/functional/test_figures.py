"""A scan gives the figures that the length of a document allows, and says why not others."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from taalscan.cli import run_command_line
from taalscan.cli.exit_code import ExitCode
from taalscan.reference import shipped_reference, to_bytes
from taalscan.reference.file import sealed

pytestmark = pytest.mark.model

MARKET = (
    "De gemeente Zilverdam koopt de zorg in bij aanbieders die een scherpe prijs bieden. "
    "De klant krijgt een product dat past bij het afgesproken tarief, en de prestaties worden "
    "elk kwartaal gemeten en afgerekend met de contractpartij."
)
TIES = (
    "In de buurt kennen mensen elkaar en zij vertrouwen erop dat iemand langskomt. "
    "Bewoners en nieuwkomers beslissen samen over het buurthuis, en wie iets kan, helpt een ander "
    "die daar later weer iets voor terugdoet."
)
PLAIN = (
    "Het zwembad aan de Kade is in de zomer open van acht uur in de ochtend tot acht uur in de "
    "avond. Op zaterdag en zondag begint het een uur later, en in de herfst blijft het dicht."
)


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def nota(passages: int) -> str:
    """Return a document of so many passages, a chapter every 25."""
    parts = ["# Nota Samen in Zilverdam"]
    for number in range(passages):
        if number % 25 == 0:
            parts.append(f"## Hoofdstuk {number // 25 + 1}")
        parts.append((MARKET, PLAIN, TIES, PLAIN)[number % 4])
    return "\n\n".join(parts) + "\n"


def scan(text: str, *options: str, code: ExitCode = ExitCode.OK) -> dict[str, Any]:
    Path("nota.md").write_text(text, encoding="utf-8")
    arguments = ["scan", "nota.md", "-o", "uit", *options]
    assert run_command_line(arguments) == code
    record: dict[str, Any] = json.loads(Path("uit/nota.json").read_text(encoding="utf-8"))
    return record


def codes(record: dict[str, Any]) -> set[str]:
    return {warning["code"] for warning in record["warnings"]}


def test_a_document_of_ten_passages_shows_highlights_and_says_why_there_are_no_scores() -> None:
    record = scan(nota(10))
    assert record["document"]["passages"] == 10
    assert record["reliability"] == "highlights-only"
    assert record["scores"]["marktgericht"]["hits"] > 5
    assert record["scores"]["marktgericht"]["density"]["value"] is None
    assert record["balance"] is None
    page = Path("uit/nota.html").read_text(encoding="utf-8")
    assert 'class="h ' in page  # a highlight in the text
    assert "Voor cijfers zijn ten minste 20 passages en 300 woorden nodig" in page


def test_a_long_document_has_figures_a_balance_and_a_place_among_its_genre() -> None:
    record = scan(nota(100), "--genre", "programma")
    assert record["reliability"] == "full"
    for score in record["scores"].values():
        assert score["density"]["low"] <= score["density"]["value"] <= score["density"]["high"]
        assert 0 <= score["percentile"]["value"] <= 100
    assert set(record["balance"]) >= {"b", "b_core", "b_dc", "b_conf", "importance", "verdict"}
    assert record["genre"] == {
        "id": "programma",
        "title": "Politiek programma of akkoord",
        "probability": None,
    }
    assert record["stratum"]["level"] == "genre"
    assert record["stratum"]["documents"] >= 30
    assert record["provenance"]["reference"]["name"] == "beleid-nl"
    assert [section["first"] for section in record["sections"]] == [0, 25, 50, 75]


def test_a_genre_without_documents_gets_no_percentile_and_says_so() -> None:
    record = scan(nota(100), "--genre", "begroting")
    assert record["scores"]["marktgericht"]["percentile"] is None
    assert "genre-without-reference" in codes(record)


def test_nothing_is_compared_where_that_is_asked() -> None:
    record = scan(nota(60), "--reference", "none")
    assert (record["provenance"]["reference"], record["stratum"]) == (None, None)
    assert record["scores"]["marktgericht"]["percentile"] is None


def test_a_genre_that_does_not_exist_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    Path("nota.md").write_text(nota(3), encoding="utf-8")
    assert run_command_line(["scan", "nota.md", "--genre", "roman"]) == ExitCode.WRONG_USE
    assert "Kies uit: beleidsnota" in capsys.readouterr().err


def test_a_reference_of_another_lexicon_is_refused_when_it_is_asked_for(
    capsys: pytest.CaptureFixture[str],
) -> None:
    other = sealed(replace(shipped_reference(), lexicons=("0" * 64,)))
    Path("ander.json").write_bytes(to_bytes(other))
    Path("nota.md").write_text(nota(3), encoding="utf-8")
    arguments = ["scan", "nota.md", "--reference", "ander.json"]
    assert run_command_line(arguments) == ExitCode.NOTHING_DONE
    assert "een andere versie van: lexicon" in capsys.readouterr().err


def test_the_shipped_reference_is_stale_for_scans_without_the_classifier() -> None:
    record = scan(nota(60), "--model-file", "none", "--genre", "programma")
    assert record["scores"]["marktgericht"]["percentile"] is None
    assert "reference-stale" in codes(record)
