"""Be the guarded process that reads one document: bytes in, JSON out."""

import json
import os
import sys

from taalscan.errors import InternalError, ReadError, TooLargeError
from taalscan.readers.limits import Limits
from taalscan.readers.table import READERS
from taalscan.readers.wire import dump_error, dump_raw


def main() -> None:
    """Read the document on standard input as the first argument orders."""
    order = json.loads(sys.argv[1])
    limits = Limits(unzipped=order["unzipped"], seconds=order["seconds"], memory=order["memory"])
    _bound(limits)
    _be_silent()
    sys.stdout.buffer.write(_answer(order["media_type"], limits))
    sys.stdout.buffer.flush()
    # freeing a large tree takes time, and a broken library may crash while it does
    os._exit(0)


def _answer(media_type: str, limits: Limits) -> bytes:
    try:
        return dump_raw(READERS[media_type](sys.stdin.buffer.read(), limits))
    except ReadError as error:
        return dump_error(error)
    except MemoryError:
        return dump_error(TooLargeError(limit="memory", most=limits.memory))
    except Exception as error:  # noqa: BLE001 - a bug of ours must not pass for a broken file
        return dump_error(InternalError(detail=f"{type(error).__name__}: {error}"))


def _be_silent() -> None:
    """Drop what libraries print about a file; before, errors tell why no reader can start."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stderr.fileno())
    os.close(nowhere)


def _bound(limits: Limits) -> None:
    """Bound memory, processor time and files, where the system can."""
    try:
        import resource  # noqa: PLC0415 - absent on Windows
    except ImportError:
        return
    bounds = (
        (resource.RLIMIT_AS, limits.memory, limits.memory),
        (resource.RLIMIT_CPU, limits.seconds, limits.seconds + 1),
        (resource.RLIMIT_FSIZE, 0, 0),
        (resource.RLIMIT_CORE, 0, 0),
    )
    for kind, soft, hard in bounds:
        _, allowed = resource.getrlimit(kind)
        # a bound that the system set lower may not be raised
        most = hard if allowed == resource.RLIM_INFINITY else min(hard, allowed)
        resource.setrlimit(kind, (min(soft, most), most))


if __name__ == "__main__":
    main()
