"""`taalscan serve` refuses options that cannot work, before anything is loaded or opened."""

import os
import signal
import socket
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from taalscan.cli import run_command_line
from taalscan.cli.exit_code import ExitCode
from taalscan.cli.serve import ServeOptions, _door

OPTIONS = ServeOptions(port=8765, browser=False, origin=None, key_file=None)


@pytest.mark.parametrize(
    "origin",
    [
        "taalscan.voorbeeld.nl",
        "https://taalscan.voorbeeld.nl/pad",
        "https://naam@taalscan.voorbeeld.nl",
        "https://",
        "ftp://taalscan.voorbeeld.nl",
        "https://taalscan.voorbeeld.nl?x",
    ],
)
def test_an_address_of_a_proxy_that_is_none_is_refused(
    origin: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_command_line(["serve", "--no-browser", "--origin", origin]) == ExitCode.WRONG_USE
    assert "kan niet" in capsys.readouterr().err


@pytest.mark.parametrize("key", ["", "kort", "spatie " * 10, "é" * 40])
def test_a_key_that_can_be_guessed_or_stands_in_no_address_is_refused(
    key: str, tmp_path: Path
) -> None:
    file = tmp_path / "sleutel"
    file.write_text(key, encoding="utf-8")
    assert (
        run_command_line(["serve", "--no-browser", "--token-file", str(file)])
        == ExitCode.WRONG_USE
    )


def test_a_port_that_is_taken_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        assert (
            run_command_line(["serve", "--no-browser", "--port", str(port)]) == ExitCode.WRONG_USE
        )
    assert f"De poort {port} is bezet" in capsys.readouterr().err


def test_behind_a_proxy_only_its_address_counts(tmp_path: Path) -> None:
    file = tmp_path / "sleutel"
    file.write_text("k" * 40 + "\n", encoding="utf-8")
    door = _door(replace(OPTIONS, origin="https://Taalscan.voorbeeld.nl/", key_file=file), 8765)
    assert door.origins == ("https://taalscan.voorbeeld.nl",)
    assert door.is_encrypted
    assert door.address == f"https://taalscan.voorbeeld.nl/start#{'k' * 40}"


def test_on_this_machine_every_start_has_a_new_key() -> None:
    first, second = _door(OPTIONS, 8765), _door(OPTIONS, 8765)
    assert first.token != second.token
    assert len(first.token) >= 43
    assert not first.is_encrypted


@pytest.mark.slow
@pytest.mark.model
@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX systems")
@pytest.mark.parametrize("sign", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_however_it_is_stopped_nothing_is_left(tmp_path: Path, sign: str) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "taalscan", "serve", "--no-browser", "--model-file", "none"],
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "TMPDIR": str(tmp_path)},
    )
    assert process.stderr is not None
    assert "http://127.0.0.1:" in process.stderr.readline()
    assert len(list(tmp_path.glob("taalscan-*"))) == 1
    process.send_signal(signal.Signals[sign])
    process.communicate(timeout=60)
    assert list(tmp_path.iterdir()) == []


def test_a_sample_that_is_not_there_is_told_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sample = tmp_path / "weg.jsonl"
    command = ["annotate", str(sample), "--coder", "anna", "--no-browser"]
    assert run_command_line(command) == ExitCode.WRONG_USE
    told = capsys.readouterr().err
    assert "weg.jsonl’ bestaat niet" in told
    assert "Errno" not in told


@pytest.mark.slow
@pytest.mark.model
@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX systems")
def test_where_reports_are_kept_is_told_at_the_end(tmp_path: Path) -> None:
    command = ["serve", "--no-browser", "--model-file", "none", "--keep", str(tmp_path)]
    process = subprocess.Popen(
        [sys.executable, "-m", "taalscan", *command], stderr=subprocess.PIPE, text=True
    )
    assert process.stderr is not None
    assert "http://127.0.0.1:" in process.stderr.readline()
    process.send_signal(signal.SIGINT)
    assert f"De verslagen staan in {tmp_path}" in process.communicate(timeout=60)[1]
