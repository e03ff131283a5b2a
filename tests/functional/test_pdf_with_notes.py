"""`taalscan scan --format pdf` hands a PDF back with notes, and says when it cannot."""

import shutil
from pathlib import Path

import pytest

from taalscan.cli import run_command_line
from tests.pdf_looks import around, letters, notes_of, texts, words_in

pytestmark = pytest.mark.model

EXAMPLES = Path(__file__).parents[2] / "examples"


def test_a_pdf_comes_back_and_other_formats_are_refused_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copy(EXAMPLES / "participatienota.pdf", "plan.pdf")
    Path("brief.txt").write_text("De klant krijgt geen product. Wij kopen zorg in.", "utf-8")
    command = ["scan", "plan.pdf", "brief.txt", "-o", "uit", "--format", "pdf,json"]
    assert run_command_line(command) == 3
    assert sorted(path.name for path in Path("uit").iterdir()) == [
        "brief.json",
        "plan.json",
        "plan.pdf",
    ]
    said = capsys.readouterr()
    assert "De pdf’s met markeringen staan in uit\n" in said.out
    assert "brief.txt" in said.err
    assert "het is geen pdf" in said.err
    data, made = (Path(name).read_bytes() for name in ("plan.pdf", "uit/plan.pdf"))
    assert texts(made) == texts(data)
    notes = notes_of(made)
    assert {note.kind for note in notes} == {"/Text", "/Highlight"}
    found = {
        letters(words_in(made, note.page, map(around, note.quads)))
        for note in notes
        if note.kind == "/Highlight"
    }
    # over a line end, with a hyphen; and a verb in pieces with other words between them
    assert {"concurrentie", "gingenbewonerslangsbij"} <= found
