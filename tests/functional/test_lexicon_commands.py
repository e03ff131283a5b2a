"""`taalscan lexicon …`, in process, on real files."""

import json
import shutil
from pathlib import Path

import pytest

from taalscan.cli.app import run_command_line
from taalscan.cli.exit_code import ExitCode
from taalscan.lexicon import load_lexicon, resolve_lexicon

pytestmark = pytest.mark.model

OWN = Path(__file__).parents[2] / "examples" / "lexicon-juridisering"


def _run(*arguments: str | Path) -> int:
    return run_command_line(["lexicon", *map(str, arguments)])


def test_check_passes_on_a_lexicon_with_axes_of_its_own(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert _run("check", OWN) == ExitCode.OK
    out = capsys.readouterr().out
    assert "juridisch" in out
    assert "J1 3" in out
    assert "Alle zinnen komen uit" in out


def test_check_tells_a_sentence_that_comes_out_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = shutil.copytree(OWN, tmp_path / "eigen")
    file = folder / "J2.yaml"
    file.write_text(file.read_text("utf-8").replace("legt er een laag zand", "legt een boete"))
    assert _run("check", folder) == ExitCode.BOUND_CROSSED
    out = capsys.readouterr().out
    assert "J2-002: het tegenvoorbeeld telt" in out
    assert "1 fout." in out


def test_check_tells_a_broken_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = shutil.copytree(OWN, tmp_path / "eigen")
    (folder / "J2.yaml").write_text("categorie: juridisch\n")
    assert _run("check", folder) == ExitCode.NOTHING_DONE
    assert "J2.yaml:1: key 'ingangen' is missing" in capsys.readouterr().err


def test_show_prints_every_field_that_is_filled(capsys: pytest.CaptureFixture[str]) -> None:
    assert _run("show", "j2-002", "--lexicon", OWN) == ExitCode.OK
    out = capsys.readouterr().out
    for told in ("opleggen", "scheidbaar.partikel", "legt na drie waarschuwingen", "boete · maat"):
        assert told in out
    assert _run("show", "Q1-001") == ExitCode.WRONG_USE


def test_kwic_shows_status_in_every_form(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = tmp_path / "nota.txt"
    text.write_text(
        "Het college legt na drie waarschuwingen een boete op aan wie afval verkeerd aanbiedt. "
        "In de eerste maand leggen wij geen boete op, zodat iedereen kan wennen aan de regels.\n"
    )
    assert _run("kwic", "J2-002", text, "--lexicon", OWN) == ExitCode.OK
    out = capsys.readouterr().out
    assert "geteld" in out
    assert "ontkend" in out
    assert _run("kwic", "boete", text, "--lexicon", OWN, "--format", "csv") == ExitCode.OK
    rows = capsys.readouterr().out.splitlines()
    assert rows[0].endswith("document;page;before;keyword;after;entry;status;reason")
    assert len(rows) == 3
    page = tmp_path / "uit" / "boete.html"
    form = ("--format", "html", "--lang", "en", "-o", page)
    assert _run("kwic", "boete", text, "--lexicon", OWN, *form) == ExitCode.OK
    html = page.read_text("utf-8")
    assert "‘boete’ in context" in html
    assert "2 places" in html


def test_kwic_goes_on_after_a_document_that_cannot_be_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "leeg.txt").write_text("")
    assert _run("kwic", "boete", tmp_path) == ExitCode.NOTHING_DONE
    assert "leeg.txt" in capsys.readouterr().err
    assert _run("kwic", "boete", tmp_path / "weg.txt") == ExitCode.WRONG_USE


@pytest.mark.parametrize(("to", "suffix"), [("csv", "csv"), ("liwc", "dic"), ("quanteda", "yml")])
def test_export_writes_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, to: str, suffix: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert _run("export", OWN, "--to", to) == ExitCode.OK
    assert "verplichting" in (tmp_path / f"juridisering.{suffix}").read_text("utf-8-sig")


def test_a_workbook_comes_back_as_the_same_lexicon(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book, folder = tmp_path / "a.xlsx", tmp_path / "terug"
    assert _run("export", OWN, "--to", "xlsx", "-o", book) == ExitCode.OK
    assert _run("import", book, "-o", folder) == ExitCode.OK
    capsys.readouterr()
    assert _run("diff", OWN, folder) == ExitCode.OK
    assert capsys.readouterr().out == "0 ingangen verschillen.\n"
    assert _run("import", book, "-o", folder) == ExitCode.WRONG_USE  # a lexicon is there already
    assert _run("import", book, "-o", folder, "--force") == ExitCode.OK


def test_a_broken_workbook_writes_nothing(tmp_path: Path) -> None:
    book = tmp_path / "a.xlsx"
    book.write_bytes(b"geen werkboek")
    assert _run("import", book, "-o", tmp_path / "uit") == ExitCode.NOTHING_DONE
    assert not (tmp_path / "uit").exists()


def test_diff_names_what_changed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = shutil.copytree(OWN, tmp_path / "nieuw")
    file = folder / "J2.yaml"
    file.write_text(file.read_text("utf-8").replace("gewicht: 0.6", "gewicht: 0.7", 1))
    assert _run("diff", OWN, folder) == ExitCode.OK
    out = capsys.readouterr().out
    assert "veranderd: J2-001 handhaving" in out
    assert "weight: 0.6 → 0.7" in out


def _labels(path: Path) -> Path:
    texts = {
        "Wij leggen een boete op aan wie de regels overtreedt.": 1,
        "De stratenmaker legt de maatregel vast en een boete op tafel.": 0,
    }
    lines = (
        json.dumps({"id": f"p{n}", "text": text, "labels": {"J": label, "A": 0}, "doc": f"d{n}"})
        for n, (text, label) in enumerate(texts.items())
    )
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_evidence_is_printed_and_written_into_a_folder_of_ones_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = shutil.copytree(OWN, tmp_path / "eigen")
    labels = _labels(tmp_path / "labels.jsonl")
    assert _run("evidence", labels, "--lexicon", folder, "--write") == ExitCode.OK
    assert "| J2-002 | opleggen | proef |" in capsys.readouterr().out
    entry = next(e for e in load_lexicon(folder).entries if e.id == "J2-002")
    assert entry.evidence is not None
    assert entry.evidence.corpus == "labels.jsonl"


def test_evidence_does_not_write_over_the_shipped_lexicon(tmp_path: Path) -> None:
    before = load_lexicon(resolve_lexicon("beleid-nl")).sha256
    assert _run("evidence", _labels(tmp_path / "l.jsonl"), "--write") == ExitCode.WRONG_USE
    assert load_lexicon(resolve_lexicon("beleid-nl")).sha256 == before
    assert _run("evidence", tmp_path / "weg.jsonl") == ExitCode.NOTHING_DONE


def test_a_lexicon_with_axes_of_its_own_scans_and_reports(tmp_path: Path) -> None:
    out = tmp_path / "uit"
    nota = OWN.parent / "concept-nieuwkomers.docx"
    code = run_command_line(["scan", str(nota), "-o", str(out), "--lexicon", str(OWN)])
    assert code == ExitCode.OK
    scan = json.loads((out / "concept-nieuwkomers.json").read_bytes())
    assert list(scan["scores"]) == ["juridisch", "alledaags"]
    page = (out / "concept-nieuwkomers.html").read_text("utf-8")
    assert "Plicht en voorwaarde" in page
    assert "Marktgericht" not in page
