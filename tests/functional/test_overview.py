"""The overview of a real run leads to the files that were written, and to no others."""

from pathlib import Path
from urllib.parse import unquote

import pytest
from selectolax.lexbor import LexborHTMLParser

from taalscan.cli import run_command_line

pytestmark = pytest.mark.model

FOLDER = Path(__file__).parents[2] / "examples"
EXAMPLES = [
    str(FOLDER / name)
    for name in ("concept-nieuwkomers.docx", "herschreven-nieuwkomers.odt", "participatienota.pdf")
]


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def links(page: Path) -> set[str]:
    tree = LexborHTMLParser(page.read_text(encoding="utf-8"))
    hrefs = [str(node.attributes["href"]) for node in tree.css("a[href]")]
    return {unquote(href) for href in hrefs if not href.startswith("#")}


@pytest.mark.parametrize("formats", ["html,json,csv", "html,csv", "html"])
def test_every_file_is_led_to_and_there(formats: str) -> None:
    assert run_command_line(["scan", *EXAMPLES, "-o", "uit", "--format", formats]) == 0
    written = {path.name for path in Path("uit").iterdir()}
    assert links(Path("uit/index.html")) == written - {"index.html"}


def test_the_kind_of_each_document_and_its_comparison_are_told() -> None:
    command = ["scan", *EXAMPLES, "-o", "uit", "--genre", "beleidsnota", "--format", "html"]
    assert run_command_line(command) == 0
    tree = LexborHTMLParser(Path("uit/index.html").read_text(encoding="utf-8"))
    genres = {row.css("td")[0].text() for row in tree.css(".documents tbody tr")}
    assert genres == {"Beleidsnota of visie"}
    assert [row.css("th")[0].text() for row in tree.css(".genres tbody tr")] == list(genres)


def test_without_a_reference_the_overview_says_so() -> None:
    command = ["scan", *EXAMPLES, "-o", "uit", "--reference", "none", "--format", "html"]
    assert run_command_line(command) == 0
    page = Path("uit/index.html").read_text(encoding="utf-8")
    assert "Er is geen referentie gebruikt" in page


def test_csv_alone_writes_no_overview() -> None:
    assert run_command_line(["scan", *EXAMPLES, "-o", "uit", "--format", "csv"]) == 0
    assert [path.name for path in Path("uit").iterdir()] == ["scores.csv"]
