"""The command line keeps its contract: files, streams, exit codes."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from taalscan.cli import run_command_line

pytestmark = pytest.mark.model

TEXT = (
    "Wij kopen de zorg volgend jaar bij twee partijen in. "
    "De weekmarkt verhuist naar het plein. We kiezen niet voor marktwerking."
)


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Run every command in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(name: str, text: str = TEXT) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_scan_writes_pages_json_index_and_scores() -> None:
    write("nota.txt")
    assert run_command_line(["scan", "nota.txt"]) == 0
    written = sorted(path.name for path in Path("taalscan-out").iterdir())
    assert written == ["index.html", "nota.html", "nota.json", "scores.csv"]


def test_only_the_formats_that_were_asked_for_are_written() -> None:
    write("nota.txt")
    assert run_command_line(["scan", "nota.txt", "--format", "json", "-o", "uit"]) == 0
    assert [path.name for path in Path("uit").iterdir()] == ["nota.json"]


def test_the_summary_goes_to_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    write("nota.txt")
    run_command_line(["scan", "nota.txt"])
    captured = capsys.readouterr()
    assert "nota.txt" in captured.out
    assert "alleen markeringen" in captured.out
    assert captured.err == ""


def test_a_bad_document_does_not_stop_the_run(capsys: pytest.CaptureFixture[str]) -> None:
    write("goed.txt")
    write("leeg.txt", "")
    assert run_command_line(["scan", "goed.txt", "leeg.txt"]) == 3
    assert "leeg.txt" in capsys.readouterr().err
    assert Path("taalscan-out/goed.html").exists()
    assert "leeg.txt" in Path("taalscan-out/index.html").read_text(encoding="utf-8")


def test_nothing_but_bad_documents_is_exit_code_4() -> None:
    write("leeg.txt", "")
    assert run_command_line(["scan", "leeg.txt"]) == 4


@pytest.mark.parametrize(
    ("bound", "code"),
    [("marktgericht.hits > 0", 1), ("marktgericht.hits > 9", 0), ("marktgericht.density > 0", 0)],
)
def test_a_crossed_bound_is_exit_code_1(bound: str, code: int) -> None:
    write("nota.txt")
    assert run_command_line(["scan", "nota.txt", "--fail-on", bound]) == code


@pytest.mark.parametrize(
    "arguments",
    [
        ["scan"],
        ["scan", "weg.txt"],
        ["scan", "nota.txt", "--format", "rtf"],
        ["scan", "nota.txt", "--fail-on", "markt > veel"],
        ["scan", "nota.txt", "--jobs", "-1"],
        ["scan", "nota.txt", "--lang", "de"],
        ["praat"],
        ["report", "weg.json"],
    ],
)
def test_wrong_use_is_exit_code_2(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    write("nota.txt")
    assert run_command_line(arguments) == 2
    captured = capsys.readouterr()
    assert captured.err
    assert "Traceback" not in captured.err


@pytest.mark.parametrize(
    "option", [["--lexicon", "bestaat-niet"], ["--model", "nl_core_news_bestaat_niet"]]
)
def test_a_lexicon_or_model_that_is_not_there_is_told(
    option: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    write("nota.txt")
    assert run_command_line(["scan", "nota.txt", *option]) == 4
    assert option[1] in capsys.readouterr().err


def test_the_number_of_processes_changes_no_byte() -> None:
    for number in range(3):
        write(f"in/nota{number}.txt", f"{TEXT} Dit is nota {number}.")
    run_command_line(["scan", "in", "--jobs", "1", "-o", "een"])
    run_command_line(["scan", "in", "--jobs", "2", "-o", "twee"])
    one = {path.name: path.read_bytes() for path in Path("een").iterdir()}
    two = {path.name: path.read_bytes() for path in Path("twee").iterdir()}
    assert one == two


@pytest.mark.parametrize("language", ["nl", "en"])
def test_report_gives_the_same_page_byte_for_byte(language: str) -> None:
    write("nota.txt")
    run_command_line(["scan", "nota.txt", "--lang", language, "-o", "uit"])
    code = run_command_line(["report", "uit/nota.json", "--lang", language, "-o", "opnieuw"])
    assert code == 0
    assert Path("opnieuw/nota.html").read_bytes() == Path("uit/nota.html").read_bytes()


def test_a_file_that_is_no_scan_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    write("x.json", "{}")
    assert run_command_line(["report", "x.json"]) == 4
    assert "x.json" in capsys.readouterr().err


def test_scores_are_a_table_with_a_line_a_document() -> None:
    write("in/een.txt")
    write("in/twee.txt", f"{TEXT} Meer.")
    run_command_line(["scan", "in"])
    text = Path("taalscan-out/scores.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    assert len(rows) == 2


def test_standard_input_is_read() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "taalscan", "scan", "-", "--format", "json"],
        input=TEXT.encode(),
        capture_output=True,
        check=True,
    )
    assert done.stderr == b""
    scan = json.loads(Path("taalscan-out/stdin.json").read_text(encoding="utf-8"))
    found = {hit["status"] for passage in scan["passages"] for hit in passage["hits"]}
    assert {"counted", "negated"} <= found


def test_help_starts_without_the_heavy_libraries() -> None:
    code = (
        "import sys; from taalscan.cli import run_command_line; run_command_line(['--help']);"
        "print([name for name in ('spacy', 'numpy', 'jinja2', 'pydantic') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_settings_come_from_the_settings_file() -> None:
    write("nota.txt")
    write("taalscan.toml", 'format = ["csv"]\nout = "uit"')
    assert run_command_line(["scan", "nota.txt"]) == 0
    assert [path.name for path in Path("uit").iterdir()] == ["scores.csv"]


def test_wrong_settings_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    write("nota.txt")
    write("taalscan.toml", 'talen = "nl"')
    assert run_command_line(["scan", "nota.txt"]) == 2
    assert "talen" in capsys.readouterr().err


def test_our_own_pages_are_no_documents() -> None:
    write("in/nota.txt")
    run_command_line(["scan", "in", "-o", "in/verslag"])
    run_command_line(["scan", "in", "-o", "elders", "--format", "json"])
    assert [path.name for path in Path("elders").iterdir()] == ["nota.json"]


@pytest.mark.parametrize("out", ["bestand", "bestand/map"])
def test_a_folder_that_cannot_be_written_is_told_first(
    out: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write("nota.txt")
    write("bestand")
    assert run_command_line(["scan", "nota.txt", "-o", out]) == 2
    assert out in capsys.readouterr().err


@pytest.mark.parametrize("name", ["[bold]x[red].txt", ":smile:.txt", "a\\[b].txt"])
def test_names_are_shown_as_they_are(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    write(name)
    assert run_command_line(["scan", name, "-o", "uit[/red]"]) == 0
    captured = capsys.readouterr()
    assert name in captured.out
    assert "uit[/red]" in captured.out


def test_a_name_cannot_steer_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    write("a\x1b[31mb.txt")
    run_command_line(["scan", "a\x1b[31mb.txt"])
    assert "\x1b" not in capsys.readouterr().out


def test_scans_of_one_name_give_pages_of_their_own() -> None:
    write("a/nota.txt")
    write("b/nota.txt", "De gemeente koopt hulp in.")
    for folder in ("a", "b"):
        run_command_line(["scan", f"{folder}/nota.txt", "-o", folder])
    assert run_command_line(["report", "a/nota.json", "b/nota.json", "-o", "uit"]) == 0
    assert len(list(Path("uit").iterdir())) == 2


def test_an_empty_bound_is_wrong_use() -> None:
    write("nota.txt")
    assert run_command_line(["scan", "nota.txt", "--fail-on", ""]) == 2


def test_messages_follow_the_settings_file(capsys: pytest.CaptureFixture[str]) -> None:
    write("taalscan.toml", 'lang = "en"')
    run_command_line(["scan", "weg.txt"])
    assert "does not exist" in capsys.readouterr().err


def test_a_bug_is_no_crossed_bound(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("taalscan.batch.collect", lambda *_, **__: 1 / 0)
    write("nota.txt")
    assert run_command_line(["scan", "nota.txt"]) == 4
    assert "ZeroDivisionError" in capsys.readouterr().err


def test_a_closed_standard_input_is_an_empty_document(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert run_command_line(["scan", "-"]) == 4


def test_a_terminal_that_lacks_letters_stops_nothing() -> None:
    write("ünïcode 文.txt")
    done = subprocess.run(
        [sys.executable, "-m", "taalscan", "scan", "ünïcode 文.txt"],
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0
