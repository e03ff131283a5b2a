"""Hold what a reader takes from a file, before the text is decided.

A reader is a function `bytes -> RawDocument`. It tells kinds, order and places, and leaves the
characters as the source has them; `normalise` makes the one text from it and keeps the way back.
"""

from collections.abc import Callable
from dataclasses import dataclass

from taalscan.model import BlockKind, Notice

IMPLIED = -1
"""Start of a piece that the source does not spell: a line end or space that the layout implies."""


@dataclass(frozen=True, slots=True)
class RawPiece:
    """A stretch of source characters from one place.

    Attributes:
        text: the characters as the source has them; a newline is a line end of the layout.
        part: the part of the source, e.g. `page:3` or `word/document.xml`.
        path: ordinals inside the part (paragraph, run); empty where the part is one run.
        start: number of the first character within that run; character `i` of the piece is
            character `start + i` of the run. `IMPLIED` for characters without a place.
        page: page it stands on, from 1; None where the format has no pages.
    """

    text: str
    part: str
    path: tuple[int, ...] = ()
    start: int = 0
    page: int | None = None


@dataclass(frozen=True, slots=True)
class RawBlock:
    """The pieces of one block, in reading order; see `taalscan.model.Block` for the fields."""

    kind: BlockKind
    pieces: tuple[RawPiece, ...]
    level: int | None = None
    group: int | None = None


@dataclass(frozen=True, slots=True)
class RawDocument:
    """All blocks of a file in reading order."""

    blocks: tuple[RawBlock, ...]
    title: str | None = None
    pages: int | None = None
    warnings: tuple[Notice, ...] = ()


Reader = Callable[[bytes], RawDocument]
