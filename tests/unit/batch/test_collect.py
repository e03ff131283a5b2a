"""Documents are found in a fixed order, and each gets an output name of its own."""

import os
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from taalscan.batch.collect import collect
from taalscan.batch.collect import stems as stems_of
from taalscan.batch.own import OWN_PAGE
from taalscan.errors import TooLargeError, UsageError
from taalscan.readers import DEFAULT_LIMITS, Limits
from taalscan.reports.pdf.writer import write_marks
from tests.pdf_files import Sheet, pdf


def make(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("tekst", encoding="utf-8")
    return folder


def stems(*paths: Path | str, out: Path = Path("nergens")) -> list[str]:
    return [job.stem for job in collect(map(str, paths), standard_input=b"", out=out)]


def test_a_folder_is_walked_in_alphabetical_order(tmp_path: Path) -> None:
    make(tmp_path, "b.txt", "a.pdf", "map/c.odt", "plaatje.png", ".verborgen/d.txt", "~$b.docx")
    assert stems(tmp_path) == ["a", "b", "c"]


def test_the_output_folder_is_left_out_of_a_walk(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "uit/a.html")
    assert stems(tmp_path, out=tmp_path / "uit") == ["a"]


def test_files_with_marks_are_no_documents_in_a_walk_or_named(tmp_path: Path) -> None:
    make(tmp_path, "plan.txt", "plan.txt.taalscan.yaml", "plan.taalscan.yaml")
    assert stems(tmp_path) == ["plan"]
    assert stems(*sorted(tmp_path.iterdir())) == ["plan"]


def test_a_named_file_is_tried_whatever_its_extension(tmp_path: Path) -> None:
    make(tmp_path, "nota.onbekend")
    assert stems(tmp_path / "nota.onbekend") == ["nota"]


def test_a_file_that_is_given_twice_is_scanned_once(tmp_path: Path) -> None:
    make(tmp_path, "a.txt")
    assert stems(tmp_path, tmp_path / "a.txt") == ["a"]


def test_one_stem_in_two_formats_gets_the_format(tmp_path: Path) -> None:
    make(tmp_path, "nota.docx", "nota.pdf")
    assert stems(tmp_path) == ["nota-docx", "nota-pdf"]


def test_one_name_in_two_folders_gets_a_number(tmp_path: Path) -> None:
    make(tmp_path, "een/nota.txt", "twee/nota.txt")
    assert stems(tmp_path) == ["nota-txt", "nota-txt-2"]


def test_the_files_of_the_run_are_never_overwritten(tmp_path: Path) -> None:
    make(tmp_path, "index.html", "Scores.txt")
    assert stems(tmp_path) == ["Scores-2", "index-2"]


def test_standard_input_is_a_document(tmp_path: Path) -> None:
    (job,) = collect(["-"], standard_input=b"tekst", out=tmp_path)
    assert (job.name, job.stem, job.read_bytes(DEFAULT_LIMITS)) == ("stdin", "stdin", b"tekst")


def test_a_path_that_does_not_exist_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        stems(tmp_path / "weg.pdf")


def test_a_stem_of_its_own_is_kept(tmp_path: Path) -> None:
    make(tmp_path, "een/nota.txt", "twee/nota.txt", "drie/nota-txt.txt")
    assert stems(tmp_path) == ["nota-txt", "nota-txt-2", "nota-txt-3"]


def test_files_of_one_name_are_told_apart_by_their_folder(tmp_path: Path) -> None:
    make(tmp_path, "a/nota.txt", "b/nota.txt", "c/visie.txt")
    jobs = collect([str(tmp_path)], standard_input=b"", out=Path("nergens"))
    assert [job.name.removeprefix(tmp_path.as_posix()) for job in jobs] == [
        "/a/nota.txt",
        "/b/nota.txt",
        "visie.txt",
    ]


def test_a_walk_leaves_our_own_pages(tmp_path: Path) -> None:
    make(tmp_path, "bron.html")
    (tmp_path / "verslag.html").write_bytes(b"<!doctype html><head>" + OWN_PAGE)
    assert stems(tmp_path) == ["bron"]


@pytest.mark.parametrize("packed", [False, True])
def test_a_walk_leaves_pdfs_that_we_handed_back_with_notes(
    tmp_path: Path, *, packed: bool
) -> None:
    """The mark stands in a trailer, or in the head of a table of objects that is a stream."""
    data = pdf([Sheet() for _ in range(1_000)])
    if packed:
        with pikepdf.open(BytesIO(data)) as file:
            out = BytesIO()
            file.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)
            data = out.getvalue()
    (tmp_path / "bron.pdf").write_bytes(data)
    (tmp_path / "terug.pdf").write_bytes(write_marks(data, [], ("taalscan", "een")))
    (tmp_path / "leeg.pdf").write_bytes(b"")
    assert stems(tmp_path) == ["bron", "leeg"]


def test_a_walk_takes_files_only(tmp_path: Path) -> None:
    make(tmp_path, "a.txt")
    os.mkfifo(tmp_path / "pijp.txt")
    (tmp_path / "weg.txt").symlink_to(tmp_path / "bestaat-niet.txt")
    assert stems(tmp_path) == ["a"]


def test_a_name_that_is_no_text_is_made_readable(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"slecht\xff.txt")).write_bytes(b"tekst")
    (job,) = collect([str(tmp_path)], standard_input=b"", out=Path("nergens"))
    assert (job.name, job.stem) == ("slecht�.txt", "slecht�")


def test_a_file_over_the_limit_is_not_read(tmp_path: Path) -> None:
    (job,) = collect([str(make(tmp_path, "a.txt"))], standard_input=b"", out=Path("nergens"))
    with pytest.raises(TooLargeError):
        job.read_bytes(Limits(bytes=2))


@pytest.mark.parametrize("given", ["", " "])
def test_an_empty_path_is_wrong_use(given: str) -> None:
    with pytest.raises(UsageError):
        stems(given)


names = st.builds(
    "{}.{}".format,
    st.sampled_from(["nota", "Nota", "nota-pdf", "nota-2", "index"]),
    st.sampled_from(["pdf", "PDF", "txt"]),
)


@given(st.lists(names, max_size=12))
def test_no_two_documents_share_an_output(files: list[str]) -> None:
    made = stems_of([Path(f"map{number}") / name for number, name in enumerate(files)])
    assert len({stem.casefold() for stem in made}) == len(files)
