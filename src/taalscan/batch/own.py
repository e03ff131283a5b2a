"""Tell the files that taalscan made from documents, so that a walk does not take them."""

import os
import re
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Final

from taalscan.reports.pdf import MADE

OWN_PAGE: Final = b'<meta name="generator" content="taalscan">'
"""Marks our reports."""

_PAGES: Final = frozenset({".html", ".htm", ".xhtml"})
_PART: Final = 2048
"""Bytes in which a mark stands: the head of a page, the end of a PDF."""

_START: Final = re.compile(rb"startxref\s+(\d{1,12})\s")


def is_own(path: Path) -> bool:
    """Tell whether a file is a report of ours, or a PDF that we handed back with notes.

    Raises:
        OSError: if it cannot be read.
    """
    suffix = path.suffix.lower()
    if suffix in _PAGES:
        with path.open("rb") as page:
            return OWN_PAGE in page.read(_PART)
    if suffix == ".pdf":
        with path.open("rb") as file:
            return _has_notes(file)
    return False


def has_our_notes(data: bytes) -> bool:
    """Tell whether the bytes of a PDF are those of one that we handed back with notes."""
    return _has_notes(BytesIO(data))


def _has_notes(file: BinaryIO) -> bool:
    """Tell whether the trailer of a PDF has our mark: at the end, or where its table begins."""
    size = file.seek(0, os.SEEK_END)
    file.seek(max(size - _PART, 0))
    end = file.read(_PART)
    if MADE in end:
        return True
    start = _START.search(end)
    if start is None:
        return False
    file.seek(min(int(start[1]), size))
    return MADE in file.read(_PART)
