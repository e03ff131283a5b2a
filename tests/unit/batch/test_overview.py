"""A run writes its overview, and clears away its own old pages and nothing else."""

from pathlib import Path

import pytest

from taalscan.batch import Settings, write_run
from taalscan.batch.overview import PAGE_MARK
from tests.runs import AXES, many

HTML = frozenset({"html", "json", "csv"})


def settings(out: Path, formats: frozenset[str] = HTML) -> Settings:
    return Settings(out, ("beleid-nl",), formats)


def files(out: Path) -> list[str]:
    return sorted(path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file())


def test_a_large_run_writes_a_page_for_every_hundred_documents(tmp_path: Path) -> None:
    write_run(many(250), [], AXES, settings(tmp_path))
    assert files(tmp_path) == [
        "index.html",
        "index/page-2.html",
        "index/page-3.html",
        "scores.csv",
    ]


def test_pages_of_an_earlier_larger_run_go(tmp_path: Path) -> None:
    write_run(many(450), [], AXES, settings(tmp_path))
    (tmp_path / "index" / "page-9.html").write_text("<p>van iemand anders</p>", encoding="utf-8")
    (tmp_path / "index" / "notes.txt").write_text("van iemand anders", encoding="utf-8")
    write_run(many(150), [], AXES, settings(tmp_path))
    assert files(tmp_path) == [
        "index.html",
        "index/notes.txt",
        "index/page-2.html",
        "index/page-9.html",
        "scores.csv",
    ]
    write_run(many(3), [], AXES, settings(tmp_path))
    assert not (tmp_path / "index" / "page-2.html").exists()


def test_a_file_of_another_is_not_written_over(tmp_path: Path) -> None:
    other = tmp_path / "index" / "page-2.html"
    other.parent.mkdir()
    other.write_text('<meta name="generator" content="taalscan">', encoding="utf-8")
    with pytest.raises(FileExistsError, match=r"page-2\.html"):
        write_run(many(150), [], AXES, settings(tmp_path))
    assert PAGE_MARK not in other.read_bytes()


def test_the_overview_names_the_table_that_is_written(tmp_path: Path) -> None:
    write_run(many(3), [], AXES, settings(tmp_path, frozenset({"html"})))
    assert files(tmp_path) == ["index.html"]
    assert b"scores.csv" not in (tmp_path / "index.html").read_bytes()
    write_run(many(3), [], AXES, settings(tmp_path))
    assert b"scores.csv" in (tmp_path / "index.html").read_bytes()


def test_only_csv_writes_only_csv(tmp_path: Path) -> None:
    write_run(many(150), [], AXES, settings(tmp_path, frozenset({"csv"})))
    assert files(tmp_path) == ["scores.csv"]


def test_the_same_run_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        write_run(many(150), [], AXES, settings(tmp_path / name))
    for file in files(tmp_path / "a"):
        assert (tmp_path / "a" / file).read_bytes() == (tmp_path / "b" / file).read_bytes()
