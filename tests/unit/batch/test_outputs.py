"""The files of a document are made before one is written, and never replace the document."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from taalscan.batch import outputs
from taalscan.batch.outputs import Made, Output, Writer, write_outputs
from taalscan.errors import OutputError
from taalscan.model import Failure
from taalscan.reports import render_html, to_json
from tests.builders import scan_of


@pytest.fixture
def made() -> Made:
    return Made(scan_of("De {M3-001:klant}.", name="nota.txt"), b"De klant.", None, "nl")


def _refuse(_: Made) -> Output:
    raise OutputError(flaw="own-source", format="steen")


def _paper(made: Made) -> Output:
    return Output("papier", made.data)


def _writers() -> Mapping[str, Writer]:
    return {"steen": _refuse, "papier": _paper}


def test_the_formats_that_were_asked_for_are_written(made: Made, tmp_path: Path) -> None:
    written, refused = write_outputs(made, tmp_path / "nota", frozenset({"json", "html", "csv"}))
    assert written == ("json", "html")
    assert refused == ()
    assert (tmp_path / "nota.json").read_bytes() == to_json(made.scan, "nl")
    assert (tmp_path / "nota.html").read_text() == render_html(made.scan, "nl")
    assert len(list(tmp_path.iterdir())) == 2


def test_a_stem_with_a_dot_keeps_it(made: Made, tmp_path: Path) -> None:
    write_outputs(made, tmp_path / "nota.v2", frozenset({"json"}))
    assert (tmp_path / "nota.v2.json").is_file()


def test_an_output_that_cannot_be_does_not_stop_the_others(
    made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outputs, "writers", _writers)
    written, refused = write_outputs(made, tmp_path / "nota", frozenset({"steen", "papier"}))
    assert written == ("papier",)
    assert refused == (
        Failure("nota.txt", "output", (("flaw", "own-source"), ("format", "steen"))),
    )


@pytest.mark.parametrize("folder", [".", "./../eigen"])
def test_the_document_itself_is_never_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    own = tmp_path / "eigen"
    own.mkdir()
    path = own / "nota.html"
    path.write_text("het document")
    made = Made(scan_of("De klant.", name="nota.html"), b"", path, "nl")
    monkeypatch.chdir(own)
    written, refused = write_outputs(made, Path(folder) / "nota", frozenset({"html", "json"}))
    assert written == ("json",)
    assert [failure.values for failure in refused] == [
        (("flaw", "own-source"), ("format", "html"))
    ]
    assert path.read_text() == "het document"
