"""Run a reader in a process of its own, so that a hostile file harms nothing else."""

import json
import os
import signal
import subprocess
import sys
from typing import Final

from taalscan.errors import DamagedDocumentError, ReadError, TooLargeError
from taalscan.readers.limits import Limits
from taalscan.readers.raw import RawDocument
from taalscan.readers.wire import load

_CHILD: Final = "taalscan.readers.child"


def read_isolated(data: bytes, media_type: str, limits: Limits) -> RawDocument:
    """Return what the reader of a format finds, read in a guarded child process.

    The child may use only so much memory and time, writes no files, and is killed with all it
    started when the time is over.

    Raises:
        TooLargeError: if it runs out of time or memory.
        DamagedDocumentError: if it crashes.
        ReadError: what the reader raises.
    """
    order = {"media_type": media_type, "unzipped": limits.unzipped}
    bounds = {"seconds": limits.seconds, "memory": limits.memory}
    process = subprocess.Popen(  # noqa: S603 - our own interpreter and module, no shell
        [sys.executable, "-I", "-m", _CHILD, json.dumps(order | bounds)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        answer, _ = process.communicate(data, timeout=limits.seconds)
    except subprocess.TimeoutExpired as error:
        raise TooLargeError(limit="time", most=limits.seconds) from error
    finally:
        _kill(process)
    if process.returncode != 0:
        raise _end(process.returncode, limits)
    try:
        return load(answer)
    except ValueError as error:
        raise DamagedDocumentError from error


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End the child, if it still runs, with all processes it started."""
    if process.poll() is None:
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
        process.communicate()


def _end(code: int, limits: Limits) -> ReadError:
    """Tell what the end of a child without an answer means."""
    name = signal.Signals(-code).name if code < 0 else ""
    if name == "SIGXCPU":
        return TooLargeError(limit="time", most=limits.seconds)
    if name == "SIGKILL":
        # by the system, when it is out of memory
        return TooLargeError(limit="memory", most=limits.memory)
    return DamagedDocumentError()
