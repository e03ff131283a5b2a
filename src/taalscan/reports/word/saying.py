"""Hold what comments in all formats share: who speaks, how, and what goes on the title."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from taalscan.errors import OutputError, ReadError, TooLargeError
from taalscan.model import BlockKind, Scan, Span

AUTHOR: Final = "taalscan"
INITIALS: Final = "ts"

UNPACKED: Final = 100_000_000
"""Bytes that the parts which are read may unpack to.

Fewer than readers take, which have a guarded process of their own: a text of a million words is a
tenth of this.
"""

_ILLEGAL: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, also not as a reference: controls, half characters, U+FFFE."""


@dataclass(frozen=True, slots=True)
class Asked:
    """How comments are written.

    Attributes:
        language: of the comments.
        all_hits: whether hits that do not count have a comment too.
        day: the date on the comments; None for no date, so that the same document gives the same
            file on any day.
    """

    language: str
    all_hits: bool = False
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Annotated:
    """A document with comments; `extension` of its file has no dot."""

    extension: str
    data: bytes


def refusal(error: ReadError, kind: str) -> OutputError:
    """Return why a document cannot be handed back.

    Args:
        error: what went wrong with its parts.
        kind: the format.
    """
    flaw = "too-large" if isinstance(error, TooLargeError) else "damaged"
    return OutputError(flaw=flaw, format=kind)


def legal(text: str) -> str:
    r"""Return a text as long as it was, with a sign for each character that XML cannot hold.

    >>> legal("een\x0cblad") == "een\ufffdblad"
    True
    """
    return _ILLEGAL.sub("\ufffd", text)


def title_span(scan: Scan) -> Span:
    """Return where the comment on the whole document goes: its title, or else its first block."""
    document = scan.document
    texts = [block for block in document.blocks if block.kind is not BlockKind.BOILERPLATE]
    titles = (block for block in texts if block.span.cut(document.text) == document.title)
    chosen = next(titles, None) or next(iter(texts or document.blocks), None)
    return Span(0, 0) if chosen is None else chosen.span
