"""Later scans honour what an author marked, and list it, until its passage changes."""

import json
from pathlib import Path
from typing import Any

import docx
import pytest

import taalscan
from taalscan.cli import run_command_line

pytestmark = pytest.mark.model

BUY = (
    "De gemeente koopt de hulp bij het huishouden vanaf volgend jaar in bij drie aanbieders, "
    "want zo staat het in de aanbestedingswet en in het besluit van de raad."
)
TALK = (
    "In het dorpshuis van Zonnedorp praten bewoners elke week met elkaar over wat zij nodig "
    "hebben en wie hen daarbij het beste kan helpen."
)
MARKS = f"""
format: 1
bewust-zo:
  - passage: "{BUY}"
    as: M
    reden: "De wet schrijft dit woord voor."
    door: "team Inkoop"
"""


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(*paragraphs: str) -> None:
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.save("plan.docx")


def scanned(*more: str) -> dict[str, Any]:
    """Scan the folder; return the scan of the document."""
    assert run_command_line(["scan", ".", "-o", "uit", *more]) == 0
    assert [path.name for path in Path("uit").glob("*.json")] == ["plan.json"]
    loaded: dict[str, Any] = json.loads(Path("uit/plan.json").read_text(encoding="utf-8"))
    return loaded


def test_a_mark_outlives_edits_elsewhere_and_is_listed_when_its_passage_changes() -> None:
    write(BUY, TALK)
    plain = scanned()
    assert plain["deliberate"] == []
    Path("plan.docx.taalscan.yaml").write_text(MARKS, encoding="utf-8")

    marked = scanned()
    (mark,) = marked["deliberate"]
    assert (mark["passages"], mark["axis"], mark["by"]) == (
        ["p0001"],
        "marktgericht",
        "team Inkoop",
    )
    assert marked["scores"] == plain["scores"]
    page = Path("uit/plan.html").read_text(encoding="utf-8")
    assert "De wet schrijft dit woord voor." in page

    write(f"{TALK} Dat doen zij graag.", "Een nieuwe alinea gaat over de weg naar school.", BUY)
    (mark,) = scanned()["deliberate"]
    assert mark["passages"] == ["p0003"]

    write(TALK, BUY.replace("drie aanbieders", "vier aanbieders"))
    (mark,) = scanned()["deliberate"]
    assert (mark["passages"], mark["near"]) == ([], "p0002")
    assert mark["reason"] == "De wet schrijft dit woord voor."


def test_the_page_from_the_json_is_the_same_page() -> None:
    write(BUY, TALK)
    Path("plan.taalscan.yaml").write_text(MARKS, encoding="utf-8")
    scanned()
    first = Path("uit/plan.html").read_bytes()
    assert run_command_line(["report", "uit/plan.json", "-o", "nog"]) == 0
    assert Path("nog/plan.html").read_bytes() == first


def test_a_bad_file_gives_a_warning_and_the_document_is_scanned() -> None:
    write(BUY, TALK)
    Path("plan.docx.taalscan.yaml").write_text("format: 1\nbewust: []\n", encoding="utf-8")
    scan = scanned()
    told = [own["text"] for own in scan["warnings"] if own["code"].startswith("deliberate-")]
    assert len(scan["passages"]) == 2
    assert told[0].startswith("Bewust zo: de redenen in plan.docx.taalscan.yaml staan niet")
    missing, unknown = told[1:]
    assert missing == "plan.docx.taalscan.yaml, regel 1: ‘bewust-zo’ ontbreekt."
    assert unknown.startswith("plan.docx.taalscan.yaml, regel 2: ‘bewust’ hoort hier niet.")
    assert unknown.endswith("U kunt gebruiken: format, bewust-zo.")


def test_a_pdf_of_the_document_has_the_same_marks() -> None:
    text = f"{BUY}\n\n{TALK}\n"
    Path("plan.txt").write_text(text.replace("hulp bij", "hulp\nbij"), encoding="utf-8")
    Path("plan.md").write_text(text.replace("huishouden", "**huishouden**"), encoding="utf-8")
    Path("plan.taalscan.yaml").write_text(MARKS, encoding="utf-8")
    scanner = taalscan.load_scanner()
    for name in ("plan.txt", "plan.md"):
        (mark,) = taalscan.scan(name, scanner).deliberate
        assert mark.passages == ("p0001",), name


def test_two_versions_with_marks_compare() -> None:
    write(BUY, TALK)
    Path("plan.docx.taalscan.yaml").write_text(MARKS, encoding="utf-8")
    scanned()
    Path("oud.json").write_bytes(Path("uit/plan.json").read_bytes())
    assert run_command_line(["compare", "oud.json", "plan.docx", "-o", "verschil"]) == 0
