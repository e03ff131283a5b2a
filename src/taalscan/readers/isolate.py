"""Run a reader in a process of its own, so that a hostile file harms nothing else."""

import json
import os
import signal
import subprocess
import sys
from typing import Final

from taalscan.errors import DamagedDocumentError, InternalError, TaalscanError, TooLargeError
from taalscan.readers.limits import Limits
from taalscan.readers.raw import RawDocument
from taalscan.readers.wire import load

_CHILD: Final = "taalscan.readers.child"
_MAX_EXIT_CODE: Final = 255
"""Windows has no signals, and gives a higher code to a process that crashed."""


def read_isolated(data: bytes, media_type: str, limits: Limits) -> RawDocument:
    """Return what the reader of a format finds, read in a guarded child process.

    The child may use only so much memory and time, writes no files, and is killed with all it
    started when the time is over.

    Raises:
        TooLargeError: if it runs out of time or memory.
        DamagedDocumentError: if it crashes.
        ReadError: what the reader raises.
        InternalError: if the reader has a bug, or cannot start; `detail` says which exception.
    """
    order = {"media_type": media_type, "unzipped": limits.unzipped}
    bounds = {"seconds": limits.seconds, "memory": limits.memory}
    process = subprocess.Popen(  # noqa: S603 - our own interpreter and module, no shell
        [sys.executable, "-I", "-m", _CHILD, json.dumps(order | bounds)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    try:
        answer, complaint = process.communicate(data, timeout=limits.seconds)
    except subprocess.TimeoutExpired as error:
        raise TooLargeError(limit="time", most=limits.seconds) from error
    finally:
        _kill(process)
    if process.returncode != 0:
        raise _end(process.returncode, limits, complaint)
    try:
        return load(answer)
    except ValueError as error:
        raise InternalError(detail=str(error)) from error


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End the child, if it still runs, with all processes it started."""
    if process.poll() is None:
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
        process.communicate()


def _end(code: int, limits: Limits, complaint: bytes) -> TaalscanError:
    """Tell what the end of a child without an answer means."""
    if 0 < code <= _MAX_EXIT_CODE:
        # it gave up by itself: no reader could start
        lines = complaint.decode(errors="replace").split("\n")
        told = [line.strip() for line in lines if line.strip()]
        return InternalError(detail=told[-1] if told else f"exit code {code}")
    name = signal.Signals(-code).name if code < 0 else ""
    if name == "SIGXCPU":
        return TooLargeError(limit="time", most=limits.seconds)
    if name == "SIGKILL":
        # by the system, when it is out of memory
        return TooLargeError(limit="memory", most=limits.memory)
    return DamagedDocumentError()
