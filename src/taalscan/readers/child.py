"""Be the guarded process that reads one document: bytes in, JSON out."""

import json
import sys

from taalscan.errors import InternalError, ReadError, TooLargeError
from taalscan.guard import be_bounded, end_with
from taalscan.readers.limits import Limits
from taalscan.readers.table import READERS
from taalscan.readers.wire import dump_error, dump_raw


def main() -> None:
    """Read the document on standard input as the first argument orders."""
    order = json.loads(sys.argv[1])
    limits = Limits(unzipped=order["unzipped"], seconds=order["seconds"], memory=order["memory"])
    be_bounded(order)
    end_with(_answer(order["media_type"], limits))


def _answer(media_type: str, limits: Limits) -> bytes:
    try:
        return dump_raw(READERS[media_type](sys.stdin.buffer.read(), limits))
    except ReadError as error:
        return dump_error(error)
    except MemoryError:
        return dump_error(TooLargeError(limit="memory", most=limits.memory))
    except Exception as error:  # noqa: BLE001 - a bug of ours must not pass for a broken file
        return dump_error(InternalError(detail=f"{type(error).__name__}: {error}"))


if __name__ == "__main__":
    main()
