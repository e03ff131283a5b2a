"""Two folders of documents become one comparison, whatever the number of processes."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from taalscan.cli.compare_folders import CompareFoldersOptions, compare_folders
from taalscan.cli.exit_code import ExitCode
from taalscan.errors import UsageError
from tests.group_texts import BUYING, MEETING, write_group

pytestmark = pytest.mark.model


def options(first: Path, second: Path, out: Path) -> CompareFoldersOptions:
    return CompareFoldersOptions(
        folders=(str(first), str(second)),
        out=out,
        lexicons=("beleid-nl",),
        jobs=1,
        language="nl",
        model=None,
        classifier=None,
        reference=None,
    )


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    root = tmp_path_factory.mktemp("groepen")
    first = write_group(root / "inkoop", BUYING, documents=6, paragraphs=24, seed=1)
    second = write_group(root / "brieven", MEETING, documents=5, paragraphs=24, seed=100)
    (first / "kort.txt").write_text("De gemeente koopt de zorg in.\n", encoding="utf-8")
    (second / "leeg.txt").write_text("", encoding="utf-8")
    return first, second


@pytest.fixture(scope="module")
def compared(folders: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("verslag")
    assert compare_folders(options(*folders, out)) is ExitCode.SOME_FAILED
    return out


def files(out: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(out.rglob("*")):
        if path.is_file():
            yield path.relative_to(out).as_posix(), path.read_bytes()


def test_the_groups_differ_as_they_were_written(compared: Path) -> None:
    record = json.loads((compared / "groups.json").read_text(encoding="utf-8"))
    found = {(own["axis"], own["figure"]): own for own in record["comparisons"]}
    assert found["marktgericht", "density"]["auc"]["value"] == 1.0
    assert found["marktgericht", "density"]["conclusion"] == "first"
    assert found["relationeel", "density"]["conclusion"] == "second"
    assert record["size"] == "indicative"
    assert [len(group["documents"]) for group in record["groups"]] == [6, 5]
    assert [own["name"] for own in record["groups"][0]["left_out"]] == ["kort.txt"]
    assert [own["code"] for own in record["groups"][1]["failures"]] == ["empty"]


def test_every_link_of_the_page_leads_to_a_report(compared: Path) -> None:
    page = LexborHTMLParser((compared / "groups.html").read_text(encoding="utf-8"))
    links = {node.attributes["href"] or "" for node in page.css("a[href]")} - {"#main"}
    assert len(links) == 11
    assert all((compared / link).is_file() for link in links)


def test_the_terminal_says_what_was_found_and_what_failed(
    folders: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    compare_folders(options(*folders, tmp_path))
    said = capsys.readouterr()
    assert "Groep A: inkoop, 6 documenten vergeleken" in said.out
    assert (
        "Marktgericht, gevonden woorden per 1.000 woorden: Dit cijfer ligt in groep A" in said.out
    )
    assert said.out.rstrip().endswith("groups.html")
    assert said.err.count("leeg.txt: In dit document staat geen tekst.") == 1


@pytest.mark.slow
def test_any_number_of_processes_gives_the_same_bytes(
    folders: tuple[Path, Path], compared: Path, tmp_path: Path
) -> None:
    compare_folders(replace(options(*folders, tmp_path), jobs=2))
    assert dict(files(tmp_path)) == dict(files(compared))


def test_scans_that_were_made_before_give_the_same_figures(compared: Path, tmp_path: Path) -> None:
    """The scans of an earlier run are compared without their documents."""
    for name, letter in (("inkoop", "a"), ("brieven", "b")):
        shutil.copytree(compared / letter, tmp_path / name)
    own = options(tmp_path / "inkoop", tmp_path / "brieven", tmp_path / "uit")
    assert compare_folders(own) is ExitCode.OK
    again, before = (
        json.loads((out / "groups.json").read_text(encoding="utf-8"))
        for out in (tmp_path / "uit", compared)
    )
    assert again["comparisons"] == before["comparisons"]
    for name, data in files(tmp_path / "uit" / "a"):
        assert data == (compared / "a" / name).read_bytes()


def test_a_folder_of_which_nothing_can_be_scanned_leaves_nothing_to_compare(
    folders: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "stuk").mkdir()
    (tmp_path / "stuk" / "stuk.txt").write_text("", encoding="utf-8")
    own = options(folders[1], tmp_path / "stuk", tmp_path / "uit")
    assert compare_folders(own) is ExitCode.NOTHING_DONE
    assert "niets om te vergelijken" in capsys.readouterr().err
    assert not (tmp_path / "uit" / "groups.html").exists()


def test_a_folder_without_documents_is_wrong_use(
    folders: tuple[Path, Path], tmp_path: Path
) -> None:
    (tmp_path / "leeg").mkdir()
    with pytest.raises(UsageError):
        compare_folders(options(folders[0], tmp_path / "leeg", tmp_path / "uit"))
