"""A guarded process: what goes wrong in it comes out as a typed error."""

import sys
from pathlib import Path

import pytest

from taalscan.errors import (
    DamagedDocumentError,
    EncryptedDocumentError,
    InternalError,
    ReadError,
    TooLargeError,
)
from taalscan.model import BlockKind, Notice
from taalscan.readers.isolate import read_isolated
from taalscan.readers.limits import Limits
from taalscan.readers.media import TEXT
from taalscan.readers.raw import RawBlock, RawDocument, RawPiece
from taalscan.readers.wire import dump_error, dump_raw, load

unix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no resource limits")


@pytest.fixture
def child(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> "Child":
    return Child(monkeypatch, tmp_path)


class Child:
    """Put a program of our own in the place of the child."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
        self._monkeypatch = monkeypatch
        self._program = folder / "program"

    def runs(self, body: str) -> None:
        lines = [
            f"#!{sys.executable}",
            "import os, signal, sys, time",
            "sys.stdin.buffer.read()",
            body,
        ]
        self._program.write_text("\n".join(lines), encoding="utf-8")
        self._program.chmod(0o700)
        self._monkeypatch.setattr(sys, "executable", str(self._program))


def test_what_is_read_comes_back() -> None:
    raw = read_isolated("De wijk groeit – één".encode(), TEXT, Limits())
    assert raw.blocks == (
        RawBlock(BlockKind.PARAGRAPH, (RawPiece("De wijk groeit – één", "text"),)),
    )


@unix
@pytest.mark.parametrize(
    ("body", "error"),
    [
        ("os.abort()", DamagedDocumentError),
        ("os.kill(os.getpid(), signal.SIGSEGV)", DamagedDocumentError),
        ("os.kill(os.getpid(), signal.SIGKILL)", TooLargeError),
        ("os.kill(os.getpid(), signal.SIGXCPU)", TooLargeError),
    ],
)
def test_a_child_that_breaks_down_is_a_typed_error(
    child: Child, body: str, error: type[ReadError]
) -> None:
    child.runs(body)
    with pytest.raises(error):
        read_isolated(b"", TEXT, Limits())


@unix
@pytest.mark.parametrize(
    ("body", "detail"),
    [
        ("sys.exit(1)", "exit code 1"),
        ("1 / 0", "ZeroDivisionError: division by zero"),
        ("import absent", "ModuleNotFoundError: No module named 'absent'"),
        ("print('no JSON')", "an answer that no reader wrote"),
    ],
)
def test_a_child_that_cannot_work_is_a_bug_and_no_broken_file(
    child: Child, body: str, detail: str
) -> None:
    child.runs(body)
    with pytest.raises(InternalError) as caught:
        read_isolated(b"", TEXT, Limits())
    assert caught.value.values == {"detail": detail}


def test_a_bug_in_a_reader_comes_back_with_its_name() -> None:
    with pytest.raises(InternalError) as caught:
        read_isolated(b"", "text/unheard-of", Limits())
    assert caught.value.values == {"detail": "KeyError: 'text/unheard-of'"}


@unix
@pytest.mark.slow
def test_a_child_that_takes_too_long_is_killed_with_all_it_started(child: Child) -> None:
    child.runs("os.fork()\ntime.sleep(60)")
    with pytest.raises(TooLargeError) as caught:
        read_isolated(b"", TEXT, Limits(seconds=1))
    assert caught.value.values == {"limit": "time", "most": 1}


@unix
@pytest.mark.slow
def test_a_child_that_takes_too_much_memory_is_stopped() -> None:
    text = b"- punt\n" * 100_000
    with pytest.raises(TooLargeError) as caught:
        read_isolated(text, TEXT, Limits(memory=70_000_000))
    assert caught.value.values == {"limit": "memory", "most": 70_000_000}


def test_a_raw_document_survives_the_wire() -> None:
    raw = RawDocument(
        blocks=(
            RawBlock(
                BlockKind.LIST_ITEM,
                (RawPiece("\ud800 é\n", "page:1", (1, 2), 3, 4), RawPiece("", "b")),
                level=2,
                group=7,
            ),
        ),
        title="Nota",
        pages=3,
        warnings=(Notice("pages-without-text", (("pages", "1, 2"), ("count", 2))),),
    )
    assert load(dump_raw(raw)) == raw


def test_an_error_survives_the_wire() -> None:
    with pytest.raises(EncryptedDocumentError) as caught:
        load(dump_error(EncryptedDocumentError(name="nota", pages=2)))
    assert caught.value.values == {"name": "nota", "pages": 2}


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"7", b'{"raw": 1}', b'{"error": ["read"]}'])
def test_only_what_was_written_is_read_back(data: bytes) -> None:
    with pytest.raises(ValueError, match="answer"):
        load(data)
