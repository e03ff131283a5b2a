"""Work in a guarded process gives its answer, or the error that it ended with."""

import subprocess
from pathlib import Path
from typing import Any

import pytest

from taalscan.errors import InternalError, OutputError, TaalscanError, TooLargeError
from taalscan.guard import ask

BOUNDS = {"seconds": 20, "memory": 400_000_000}


@pytest.fixture
def working(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> "Working":
    return Working(monkeypatch, tmp_path)


class Working:
    """Put a module of our own in the place of the child."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
        self._monkeypatch = monkeypatch
        self._folder = folder

    def asked(self, body: str, question: Any = None, data: bytes = b"") -> tuple[Any, bytes]:
        """Return what a child makes of a question, whose work has this body."""
        program = self._folder / "program.py"
        program.write_text(
            "from taalscan.errors import *\n"
            "from taalscan.guard import answer\n"
            f"def work(question, data):\n    {body}\n"
            "answer(work)\n",
            encoding="utf-8",
        )
        real = subprocess.Popen

        def started(arguments: list[str], **options: Any) -> Any:
            return real([arguments[0], "-I", str(program), arguments[-1]], **options)

        self._monkeypatch.setattr(subprocess, "Popen", started)
        return ask("program", question, data, BOUNDS)


def test_value_and_bytes_come_back(working: Working) -> None:
    found = working.asked("return [question, len(data)], data[::-1]", {"é\ud800": 1}, b"abc")
    assert found == ([{"é\ud800": 1}, 3], b"cba")


@pytest.mark.parametrize(
    ("body", "error"),
    [
        ("raise OutputError(flaw='signed', format='pdf')", OutputError),
        ("raise TooLargeError(limit='pages', most=5)", TooLargeError),
        ("bytearray(2_000_000_000)", TooLargeError),
        ("1 / 0", InternalError),
        ("import sys; sys.stdout.buffer.write(b'x' * 20); return 1, b''", InternalError),
    ],
)
def test_an_error_comes_back_as_it_was(
    working: Working, body: str, error: type[TaalscanError]
) -> None:
    with pytest.raises(error):
        working.asked(body)


def test_an_error_keeps_its_values(working: Working) -> None:
    with pytest.raises(OutputError) as caught:
        working.asked("raise OutputError(flaw='signed', format='pdf')")
    assert caught.value.values == {"flaw": "signed", "format": "pdf"}


def test_work_can_write_no_file(working: Working, tmp_path: Path) -> None:
    target = tmp_path / "out"
    body = f"file = open({str(target)!r}, 'w'); file.write('x' * 99); file.close()"
    with pytest.raises(TaalscanError):
        working.asked(f"{body}; return 1, b''")
    assert not target.exists() or not target.read_text()
