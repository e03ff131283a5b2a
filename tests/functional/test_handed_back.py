"""`taalscan scan --format docx` hands documents back with comments, and says when it cannot."""

import csv
import shutil
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from taalscan.cli import run_command_line
from tests.word_files import W, odt_comments, part, word_comments

pytestmark = pytest.mark.model

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run every command in a folder with an example, and a text."""
    monkeypatch.chdir(tmp_path)
    shutil.copy(EXAMPLES / "concept-nieuwkomers.docx", "concept.docx")
    shutil.copy(EXAMPLES / "herschreven-nieuwkomers.odt", "herschreven.odt")
    Path("brief.txt").write_text("De klant krijgt geen product. Wij kopen zorg in.", "utf-8")


def test_each_document_comes_back_in_the_format_that_people_write_in(
    capsys: pytest.CaptureFixture[str],
) -> None:
    paths = ["concept.docx", "herschreven.odt", "brief.txt"]
    assert run_command_line(["scan", *paths, "-o", "uit", "--format", "docx"]) == 0
    assert "De documenten met opmerkingen staan in uit\n" in capsys.readouterr().out
    names = sorted(path.name for path in Path("uit").iterdir())
    assert names == ["brief.docx", "concept.docx", "herschreven.odt"]
    concept = word_comments(Path("uit/concept.docx").read_bytes())
    assert concept[0].anchored == "Meedoen loont"
    assert len(concept) > 85
    assert all(own.author == "taalscan" for own in concept)
    herschreven = odt_comments(Path("uit/herschreven.odt").read_bytes())
    assert herschreven[0].anchored == "Van elkaar leren in Veldervoort"
    brief = word_comments(Path("uit/brief.docx").read_bytes())
    assert "kopen zorg in" in [own.anchored for own in brief]


def dates_of(data: bytes) -> set[str | None]:
    return {own.get(f"{W}date") for own in part(data, "word/comments.xml")}


def test_comments_have_the_date_of_today_without_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("taalscan.batch.today", partial(date, 2031, 5, 6))
    for name in ("een", "twee"):
        command = ["scan", "concept.docx", "herschreven.odt", "--format", "docx", "-o", name]
        assert run_command_line(command) == 0
    for name in ("concept.docx", "herschreven.odt"):
        assert Path("een", name).read_bytes() == Path("twee", name).read_bytes()
    assert dates_of(Path("een/concept.docx").read_bytes()) == {"2031-05-06T00:00:00Z"}
    content = part(Path("een/herschreven.odt").read_bytes(), "content.xml")
    found = {own.text for own in content.iter("{http://purl.org/dc/elements/1.1/}date")}
    assert "2031-05-06T00:00:00" in found


def test_what_is_deliberate_has_its_reason_first_and_no_question() -> None:
    text = Path("brief.txt").read_text("utf-8")
    marks = f'format: 1\nbewust-zo:\n  - passage: "{text}"\n    reden: Zo is het.\n'
    Path("brief.txt.taalscan.yaml").write_text(marks, "utf-8")
    assert run_command_line(["scan", "brief.txt", "--format", "docx", "-o", "uit"]) == 0
    summary, *comments = word_comments(Path("uit/brief.docx").read_bytes())
    assert any("dat het bewust zo is" in line for line in summary.paragraphs)
    assert comments
    for comment in comments:
        assert comment.paragraphs[1] == "Bewust zo: Zo is het."
        assert not any(line.startswith(("Vraag", "Het kan")) for line in comment.paragraphs)


def test_where_the_files_are_is_told_whatever_was_asked_for(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run_command_line(["scan", "brief.txt", "-o", "uit", "--format", "docx,pdf"]) == 3
    told = capsys.readouterr().out
    assert "De documenten met opmerkingen staan in uit\n" in told
    assert "pdf’s" not in told
    assert run_command_line(["scan", "brief.txt", "-o", "uit", "--format", "xlsx"]) == 0
    assert "De bestanden staan in uit\n" in capsys.readouterr().out


def test_all_hits_and_a_date_are_for_the_asking() -> None:
    command = ["scan", "concept.docx", "--format", "docx"]
    assert run_command_line([*command, "-o", "kaal"]) == 0
    assert run_command_line([*command, "-o", "vol", "--all-hits", "--date", "2027-03-31"]) == 0
    bare, full = (Path(name, "concept.docx").read_bytes() for name in ("kaal", "vol"))
    assert len(word_comments(full)) > len(word_comments(bare))
    assert dates_of(full) == {"2027-03-31T00:00:00Z"}


def test_the_document_itself_is_left_alone(capsys: pytest.CaptureFixture[str]) -> None:
    before = Path("concept.docx").read_bytes()
    assert run_command_line(["scan", "concept.docx", "-o", ".", "--format", "docx,json"]) == 3
    assert Path("concept.docx").read_bytes() == before
    assert Path("concept.json").is_file()
    assert "kies een andere map met -o" in " ".join(capsys.readouterr().err.split())


def test_a_document_beside_the_one_that_was_scanned_is_left_alone(
    capsys: pytest.CaptureFixture[str],
) -> None:
    shutil.move("brief.txt", "concept.txt")
    before = Path("concept.docx").read_bytes()
    assert run_command_line(["scan", "concept.txt", "-o", ".", "--format", "docx"]) == 3
    assert Path("concept.docx").read_bytes() == before
    assert "niet van taalscan" in " ".join(capsys.readouterr().err.split())


def test_what_came_back_scans_the_same() -> None:
    assert run_command_line(["scan", "concept.docx", "-o", "een", "--format", "docx,csv"]) == 0
    assert run_command_line(["scan", "een/concept.docx", "-o", "twee", "--format", "csv"]) == 0
    once, twice = (counts(Path(name, "scores.csv")) for name in ("een", "twee"))
    assert once == twice
    assert once["words"] == "1735"


def counts(path: Path) -> dict[str, str]:
    """Return words, passages and hits; intervals are drawn with the digest of the file."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file, delimiter=";")
    return {
        name: value
        for name, value in row.items()
        if name in {"words", "passages"} or name.endswith("hits")
    }


def test_a_date_that_is_none_is_wrong_use() -> None:
    assert run_command_line(["scan", "brief.txt", "--date", "morgen"]) == 2
