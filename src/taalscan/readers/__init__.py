"""Read documents: bytes in, a `Document` with its one text, blocks and way back out.

The names below load when they are first used: the guarded process that reads a document imports
this package too, and needs none of them.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from taalscan.readers.limits import DEFAULT_LIMITS, Limits
    from taalscan.readers.placing import page_boxes
    from taalscan.readers.reading import read

__all__ = ["DEFAULT_LIMITS", "Limits", "page_boxes", "read"]

_HOMES = {
    "DEFAULT_LIMITS": "limits",
    "Limits": "limits",
    "page_boxes": "placing",
    "read": "reading",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return list(__all__)
