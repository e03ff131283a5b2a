"""The files of a document are made before one is written, and never replace the document."""

import zipfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from taalscan.batch import outputs
from taalscan.batch.outputs import Made, Output, Writer, write_outputs
from taalscan.errors import OutputError
from taalscan.model import Failure
from taalscan.readers.media import ODT
from taalscan.reports import render_html, to_json
from tests.builders import scan_of
from tests.contract.samples import docx, odt
from tests.word_files import odt_comments, scan_words, word_comments


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


# --- the document handed back ---------------------------------------------------------------


def test_a_word_file_comes_back_as_a_word_file(tmp_path: Path) -> None:
    made = Made(scan_words(docx(), words=("huisartsen",)), docx(), None, "nl")
    assert write_outputs(made, tmp_path / "nota", frozenset({"docx"})) == (("docx",), ())
    comments = word_comments((tmp_path / "nota.docx").read_bytes())
    assert [own.anchored for own in comments][1:] == ["huisartsen"]


def test_an_opendocument_text_comes_back_as_one(tmp_path: Path) -> None:
    made = Made(scan_words(odt(), ODT, ("huisartsen",)), odt(), None, "nl")
    assert write_outputs(made, tmp_path / "nota", frozenset({"docx"})) == (("odt",), ())
    comments = odt_comments((tmp_path / "nota.odt").read_bytes())
    assert [own.anchored for own in comments][1:] == ["huisartsen"]


def test_another_format_comes_back_as_a_word_file_with_its_text(
    made: Made, tmp_path: Path
) -> None:
    assert write_outputs(made, tmp_path / "nota", frozenset({"docx"})) == (("docx",), ())
    comments = word_comments((tmp_path / "nota.docx").read_bytes())
    assert [own.anchored for own in comments] == ["De klant.", "klant"]


def test_all_hits_date_and_language_go_into_the_comments(tmp_path: Path) -> None:
    scan = scan_of("Geen {M3-001 negated:klant}.", name="nota.txt")
    bare = Made(scan, b"", None, "nl")
    full = replace(bare, language="en", all_hits=True, day=date(2026, 11, 28))
    write_outputs(bare, tmp_path / "nota", frozenset({"docx"}))
    assert len(word_comments((tmp_path / "nota.docx").read_bytes())) == 1
    write_outputs(full, tmp_path / "nota", frozenset({"docx"}))
    comments = word_comments((tmp_path / "nota.docx").read_bytes())
    assert len(comments) == 2
    assert "does not count" in comments[1].paragraphs[0]
    assert b"2026-11-28" in read_member(tmp_path / "nota.docx", "word/comments.xml")


def read_member(path: Path, name: str) -> bytes:
    return zipfile.ZipFile(path).read(name)


@pytest.mark.parametrize("content", [docx(), b"geen zip"])
def test_work_of_somebody_else_is_never_replaced(
    made: Made, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "nota.docx"
    path.write_bytes(content)
    written, refused = write_outputs(made, tmp_path / "nota", frozenset({"docx", "json"}))
    assert written == ("json",)
    assert [failure.values for failure in refused] == [
        (("flaw", "other-file"), ("format", "docx"))
    ]
    assert path.read_bytes() == content


def test_what_an_earlier_run_made_is_replaced(made: Made, tmp_path: Path) -> None:
    for language in ("nl", "en"):
        written, _ = write_outputs(
            replace(made, language=language), tmp_path / "nota", frozenset({"docx"})
        )
        assert written == ("docx",)
    assert b"Taalscan of this document" in read_member(tmp_path / "nota.docx", "word/comments.xml")
