"""Hold the bounds on what is read."""

from dataclasses import dataclass
from typing import Final

_MB: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on a document; over one of them, reading ends with `TooLargeError`.

    Attributes:
        bytes: size of the file.
        unzipped: bytes that a zipped format (docx, odt) may unpack to.
        pages: pages of a format that has them.
        seconds: time that reading may take.
        memory: bytes of address space that the reading process may use.
    """

    bytes: int = 200 * _MB
    unzipped: int = 500 * _MB
    pages: int = 5_000
    seconds: int = 120
    memory: int = 2_000 * _MB


DEFAULT_LIMITS: Final = Limits()
