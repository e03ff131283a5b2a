"""Work on a hostile file in a process of its own, so that it harms nothing else."""

import json
import os
import signal
import struct
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, NoReturn

from taalscan import errors

_MAX_EXIT_CODE: Final = 255
"""Windows has no signals, and gives a higher code to a process that crashed."""

_HEAD: Final = struct.Struct(">Q")


def run_child(module: str, order: Mapping[str, Any], data: bytes) -> bytes:
    """Return what a module writes when it runs as a guarded child process.

    The child may use only so much memory and time, writes no files, and is killed with all it
    started when the time is over.

    Args:
        module: what runs, with `data` on its standard input.
        order: its first argument as JSON; `seconds` and `memory` bound it.
        data: what it works on.

    Raises:
        TooLargeError: if it runs out of time or memory.
        DamagedDocumentError: if it crashes.
        InternalError: if it cannot start.
    """
    process = subprocess.Popen(  # noqa: S603 - our own interpreter and module, no shell
        [sys.executable, "-I", "-m", module, json.dumps(dict(order))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    try:
        answer, complaint = process.communicate(data, timeout=order["seconds"])
    except subprocess.TimeoutExpired as error:
        raise errors.TooLargeError(limit="time", most=order["seconds"]) from error
    finally:
        _kill(process)
    if process.returncode != 0:
        raise _end(process.returncode, order, complaint)
    return answer


def ask(module: str, question: Any, data: bytes, bounds: Mapping[str, int]) -> tuple[Any, bytes]:
    """Return what a child that calls `answer` makes of a question about a file.

    Args:
        module: the child.
        question: a value of JSON.
        data: the bytes of the file.
        bounds: `seconds` and `memory`.

    Returns:
        A value of JSON, and bytes.

    Raises:
        TaalscanError: what the work raises, and what `run_child` raises.
    """
    try:
        answer, made = _unpack(run_child(module, bounds, _pack(question, data)))
        if "error" in answer:
            raise _revived(*answer["error"])
        return answer["answer"], made
    except (KeyError, TypeError, ValueError, struct.error) as error:
        raise errors.InternalError(detail="an answer that no child wrote") from error


# --- in the child ---------------------------------------------------------------------------


def answer(work: Callable[[Any, bytes], tuple[Any, bytes]]) -> NoReturn:
    """Be the guarded process that `ask` starts: work on standard input, and end."""
    order = json.loads(sys.argv[1])
    be_bounded(order)
    try:
        question, data = _unpack(sys.stdin.buffer.read())
        value, made = work(question, data)
        reply = _pack({"answer": value}, made)
    except MemoryError:
        reply = _pack({"error": ["too-large", {"limit": "memory", "most": order["memory"]}]})
    except errors.TaalscanError as error:
        reply = _pack({"error": [error.code, error.values]})
    except Exception as error:  # noqa: BLE001 - a bug of ours must not pass for a broken file
        detail = f"{type(error).__name__}: {error}"
        reply = _pack({"error": [errors.InternalError.code, {"detail": detail}]})
    end_with(reply)


def be_bounded(order: Mapping[str, int]) -> None:
    """Bound memory, processor time and files, where the system can; then be silent.

    Args:
        order: `seconds` and `memory`.
    """
    try:
        import resource  # noqa: PLC0415 - absent on Windows
    except ImportError:
        _be_silent()
        return
    bounds = (
        (resource.RLIMIT_AS, order["memory"], order["memory"]),
        (resource.RLIMIT_CPU, order["seconds"], order["seconds"] + 1),
        (resource.RLIMIT_FSIZE, 0, 0),
        (resource.RLIMIT_CORE, 0, 0),
    )
    for kind, soft, hard in bounds:
        _, allowed = resource.getrlimit(kind)
        # a bound that the system set lower may not be raised
        most = hard if allowed == resource.RLIM_INFINITY else min(hard, allowed)
        resource.setrlimit(kind, (min(soft, most), most))
    _be_silent()


def end_with(reply: bytes) -> NoReturn:
    """Write what was found, and end at once."""
    sys.stdout.buffer.write(reply)
    sys.stdout.buffer.flush()
    # freeing a large tree takes time, and a broken library may crash while it does
    os._exit(0)


def _be_silent() -> None:
    """Drop what libraries print about a file; before, errors tell why no work can start."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stderr.fileno())
    os.close(nowhere)


# --- between the two ------------------------------------------------------------------------


def _pack(value: Any, data: bytes = b"") -> bytes:
    # ASCII, so that a lone surrogate from a broken file survives
    head = json.dumps(value, separators=(",", ":")).encode("ascii")
    return _HEAD.pack(len(head)) + head + data


def _unpack(packed: bytes) -> tuple[Any, bytes]:
    (length,) = _HEAD.unpack_from(packed)
    start = _HEAD.size
    return json.loads(packed[start : start + length]), packed[start + length :]


def _revived(code: str, values: dict[str, str | int]) -> errors.TaalscanError:
    kinds = {kind.code: kind for kind in _family(errors.TaalscanError)}
    return kinds.get(code, errors.TaalscanError)(**values)


def _family(kind: type[errors.TaalscanError]) -> Iterator[type[errors.TaalscanError]]:
    yield kind
    for own in kind.__subclasses__():
        yield from _family(own)


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End the child, if it still runs, with all processes it started."""
    if process.poll() is None:
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
        process.communicate()


def _end(code: int, order: Mapping[str, Any], complaint: bytes) -> errors.TaalscanError:
    """Tell what the end of a child without an answer means."""
    if 0 < code <= _MAX_EXIT_CODE:
        # it gave up by itself: it could not start
        lines = complaint.decode(errors="replace").split("\n")
        told = [line.strip() for line in lines if line.strip()]
        return errors.InternalError(detail=told[-1] if told else f"exit code {code}")
    name = signal.Signals(-code).name if code < 0 else ""
    if name == "SIGXCPU":
        return errors.TooLargeError(limit="time", most=order["seconds"])
    if name == "SIGKILL":
        # by the system, when it is out of memory
        return errors.TooLargeError(limit="memory", most=order["memory"])
    return errors.DamagedDocumentError()
