"""A file is written whole, or what stood there stays."""

import os
from pathlib import Path

import pytest

from taalscan.reports import write_whole


def test_missing_folders_are_made_and_nothing_else_is_left(tmp_path: Path) -> None:
    path = tmp_path / "een" / "twee" / "nota.html"
    write_whole(path, b"x")
    assert path.read_bytes() == b"x"
    assert [file.name for file in path.parent.iterdir()] == ["nota.html"]


def test_a_file_is_readable_as_any_other_that_one_makes(tmp_path: Path) -> None:
    write_whole(tmp_path / "a", b"x")
    (tmp_path / "b").write_bytes(b"x")
    assert (tmp_path / "a").stat().st_mode == (tmp_path / "b").stat().st_mode


def test_when_writing_fails_the_old_file_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, target: Path) -> Path:
        raise OSError(str(target))

    path = tmp_path / "nota.html"
    path.write_bytes(b"old")
    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OSError, match="nota"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["nota.html"]


def test_what_is_no_file_is_never_replaced(tmp_path: Path) -> None:
    with pytest.raises(FileExistsError):
        write_whole(Path(os.devnull), b"x")
    assert Path(os.devnull).is_char_device()
    with pytest.raises(FileExistsError):
        write_whole(tmp_path, b"x")
