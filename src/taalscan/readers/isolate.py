"""Run a reader in a process of its own, so that a hostile file harms nothing else."""

from typing import Final

from taalscan.errors import InternalError
from taalscan.guard import run_child
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
        InternalError: if the reader has a bug, or cannot start; `detail` says which exception.
    """
    order = {"media_type": media_type, "unzipped": limits.unzipped}
    bounds = {"seconds": limits.seconds, "memory": limits.memory}
    answer = run_child(_CHILD, order | bounds, data)
    try:
        return load(answer)
    except ValueError as error:
        raise InternalError(detail=str(error)) from error
