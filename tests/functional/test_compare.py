"""`taalscan compare` tells the truth of real files: an export is no change, a rewriting is one."""

import json
import re
import shutil
import subprocess
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from taalscan.cli import run_command_line
from taalscan.comparing import compare
from taalscan.model.comparison import Comparison
from taalscan.reports import to_json
from taalscan.resources import shipped
from taalscan.scanner import Scanner, load_scanner

pytestmark = pytest.mark.model

ROOT = Path(__file__).parents[2]
DRAFT = ROOT / "examples" / "concept-nieuwkomers.docx"
REWRITTEN = ROOT / "examples" / "herschreven-nieuwkomers.odt"
AGREEMENT = ROOT.parent / "shared" / "corpus" / "docs" / "30-coalitieakkoord-2021-2025.pdf"
SCHEMA = json.loads(shipped("reports", "schema", "compare-1.json").read_text(encoding="utf-8"))
OFFICE = shutil.which("soffice")

exports = pytest.mark.skipif(OFFICE is None, reason="soffice (LibreOffice) is not installed")


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Run every command in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(scope="module")
def scanner() -> Scanner:
    return load_scanner(reference=None)


def exported(document: Path, form: str, folder: Path) -> Path:
    """Return a document as LibreOffice saves it in another format."""
    assert OFFICE is not None
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(
        [OFFICE, profile, "--headless", "--convert-to", form, "--outdir", folder, document],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return folder / f"{document.stem}.{form}"


def without(pattern: bytes, document: Path, folder: Path) -> Path:
    """Return a Word document whose text and settings lack what a pattern finds."""
    path = folder / "concept.docx"
    with zipfile.ZipFile(document) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name in {"word/document.xml", "word/settings.xml"}:
                data = re.sub(pattern, b"", data, flags=re.DOTALL)
            new.writestr(name, data)
    return path


def kinds(found: Comparison) -> Counter[str]:
    return Counter(unit.kind.value for unit in found.alignment.units)


def changes(found: Comparison) -> set[tuple[float, float, float]]:
    figures = [f for own in found.axes for f in (own.density, own.weighted_density, own.share)]
    return {
        (own.difference.change.low, own.difference.change.value, own.difference.change.high)
        for own in figures
    }


# --- the same text in another file ---


@pytest.mark.slow
@exports
@pytest.mark.parametrize("form", ["pdf", "odt"])
def test_a_draft_and_its_own_export_do_not_differ(
    form: str, tmp_path: Path, scanner: Scanner
) -> None:
    found = compare(DRAFT, exported(DRAFT, form, tmp_path / "export"), scanner)
    assert set(kinds(found)) == {"unchanged"}
    assert kinds(found)["unchanged"] >= 50
    assert (changes(found), found.swaps) == ({(0.0, 0.0, 0.0)}, ())
    assert found.alignment.headings == ()


@pytest.mark.slow
@exports
def test_a_draft_whose_changes_are_accepted_does_not_differ_from_its_web_page(
    tmp_path: Path, scanner: Scanner
) -> None:
    """LibreOffice writes struck text to HTML as if it were not struck, whatever is shown."""
    draft = without(rb"<w:del .*?</w:del>", DRAFT, tmp_path)
    found = compare(draft, exported(draft, "html", tmp_path / "export"), scanner)
    assert set(kinds(found)) == {"unchanged"}
    assert changes(found) == {(0.0, 0.0, 0.0)}


@pytest.mark.slow
@exports
def test_a_page_that_shows_tracked_changes_holds_the_struck_sentence(
    tmp_path: Path, scanner: Scanner
) -> None:
    draft = without(rb"<w:revisionView[^>]*>", DRAFT, tmp_path)
    found = compare(draft, exported(draft, "pdf", tmp_path / "export"), scanner)
    (unit,) = [own for own in found.alignment.units if not own.kind.same_words]
    (stretch,) = unit.stretches
    assert stretch.new.cut(found.new.document.text) == (
        "Een alternatief is onderzocht maar te duur gebleken"
    )
    assert {own.density.difference.direction.value for own in found.axes} == {"none"}


@pytest.mark.slow
@exports
def test_a_rewriting_and_its_own_export_do_not_differ(tmp_path: Path, scanner: Scanner) -> None:
    found = compare(REWRITTEN, exported(REWRITTEN, "pdf", tmp_path), scanner)
    assert set(kinds(found)) == {"unchanged"}
    assert changes(found) == {(0.0, 0.0, 0.0)}


@pytest.mark.slow
@pytest.mark.shared
@pytest.mark.skipif(not AGREEMENT.exists(), reason="needs ../shared/corpus")
def test_a_long_document_does_not_differ_from_itself(scanner: Scanner) -> None:
    found = compare(AGREEMENT, AGREEMENT, scanner)
    assert set(kinds(found)) == {"unchanged"}
    assert changes(found) == {(0.0, 0.0, 0.0)}


# --- a rewriting ---


@pytest.fixture(scope="module")
def rewritten(scanner: Scanner) -> Comparison:
    return compare(DRAFT, REWRITTEN, scanner)


def test_a_rewriting_is_a_difference(rewritten: Comparison) -> None:
    """The draft speaks of customers and targets; the rewriting of neighbours and doubt."""
    densities = {own.axis: own.density.difference.direction.value for own in rewritten.axes}
    assert densities == {
        "marktgericht": "less",
        "relationeel": "more",
        "divergerend": "more",
        "convergerend": "none",
    }
    share = rewritten.axes[0].share.difference
    assert share.direction.value == "less"
    assert rewritten.swaps == ()


def test_a_rewriting_holds_every_kind_of_passage(rewritten: Comparison) -> None:
    found = kinds(rewritten)
    assert found["unchanged"] >= 8
    assert found["changed"] >= 15
    assert found["removed"] >= 10
    assert found["new"] >= 10


def test_words_that_are_swapped_all_over_show_as_a_difference_of_words_only(
    tmp_path: Path, scanner: Scanner
) -> None:
    """METRICS §8.4: who only replaces words gets a lower density, and is told what it is worth."""
    other = tmp_path / "ander.docx"
    words = {b"klant ": b"inwoner ", b"aanbieders": b"organisaties", b"rendement": b"resultaat"}
    with zipfile.ZipFile(DRAFT) as old, zipfile.ZipFile(other, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            for before, after in words.items() if name == "word/document.xml" else ():
                data = data.replace(before, after)
            new.writestr(name, data)
    found = compare(DRAFT, other, scanner)
    market = found.axes[0].density
    swapped = {own.hit.span.cut(found.old.document.text) for own in found.swaps}
    assert {"aanbieders", "rendement", "klant"} <= swapped
    assert market.without_swaps is not None
    assert market.difference.change.value < market.without_swaps.value <= 0


# --- the command ---


def test_the_command_writes_a_page_and_json(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_command_line(["compare", str(DRAFT), str(REWRITTEN), "-o", "uit"]) == 0
    written = sorted(path.name for path in Path("uit").iterdir())
    assert written == ["compare.html", "compare.json"]
    record: dict[str, Any] = json.loads((tmp_path / "uit" / "compare.json").read_bytes())
    jsonschema.Draft202012Validator(SCHEMA).validate(record)
    printed = capsys.readouterr().out
    assert "Marktgericht" in printed
    assert "geen aantoonbaar verschil" in printed
    assert "uit/compare.html" in printed


def test_scans_in_json_are_compared_without_reading_again(
    rewritten: Comparison, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, scan in (("oud.json", rewritten.old), ("nieuw.json", rewritten.new)):
        Path(name).write_bytes(to_json(scan, "nl"))
    arguments = ["compare", "oud.json", "nieuw.json", "--format", "json", "--lang", "en"]
    assert run_command_line(arguments) == 0
    assert [path.name for path in Path("taalscan-out").iterdir()] == ["compare.json"]
    record = json.loads(Path("taalscan-out/compare.json").read_bytes())
    assert record["counts"] == dict(kinds(rewritten))
    assert "no difference shown" in capsys.readouterr().out


def test_scans_made_with_other_parts_are_refused(
    rewritten: Comparison, capsys: pytest.CaptureFixture[str]
) -> None:
    data = to_json(rewritten.old, "nl")
    Path("oud.json").write_bytes(data)
    version = rewritten.old.provenance.lexicons[0].sha256.encode()
    Path("nieuw.json").write_bytes(data.replace(version, b"00" * 32))
    assert run_command_line(["compare", "oud.json", "nieuw.json"]) == 4
    told = capsys.readouterr().err
    assert "de woordenlijst is niet dezelfde" in told
    assert "Scan beide documenten opnieuw" in told


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["weg.docx", str(DRAFT)], "weg.docx"),
        (["map", str(DRAFT)], "een map met een map"),
        ([str(DRAFT), str(DRAFT), "--format", "csv"], "csv"),
    ],
)
def test_wrong_use_is_told(
    arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("map").mkdir()
    assert run_command_line(["compare", *arguments]) == 2
    assert told in capsys.readouterr().err


def test_a_document_that_cannot_be_read_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    Path("stuk.pdf").write_bytes(b"%PDF-1.7 ...")
    Path("leeg.json").write_text("{}", encoding="utf-8")
    assert run_command_line(["compare", "stuk.pdf", "leeg.json"]) == 4
    told = capsys.readouterr().err
    assert "stuk.pdf: " in told
    assert "leeg.json: " in told
