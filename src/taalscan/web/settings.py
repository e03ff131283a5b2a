"""Hold how the page scans, and the bounds on what it takes in."""

from dataclasses import dataclass
from pathlib import Path

from taalscan.readers import Limits
from taalscan.scanner import DEFAULT_LEXICON, SHIPPED

_MB = 1_000_000

PAGE_LIMITS = Limits(
    bytes=50 * _MB, unzipped=300 * _MB, pages=1_000, seconds=60, memory=2_000 * _MB
)
"""Tighter than those of the command line: the page is for the documents of one's own desk."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What the page takes in; over one of them, people are told which.

    Attributes:
        limits: of one document.
        words: of one document.
        body: bytes of one request.
        files: of one request, and documents and comparisons that one visitor may have.
        stored: bytes of documents of all visitors together.
        visitors: with documents of their own; one more, and the one away longest is forgotten.
        at_once: documents that are scanned at a time.
        seconds: that one document may take in all.
    """

    limits: Limits = PAGE_LIMITS
    words: int = 200_000
    body: int = 200 * _MB
    files: int = 50
    stored: int = 2_000 * _MB
    visitors: int = 50
    at_once: int = 2
    seconds: int = 900


@dataclass(frozen=True, slots=True)
class WebSettings:
    """How documents are scanned and shown.

    Attributes:
        theme: style rules of an organisation.
        shared: whether others use it too, behind the login of an organisation.
        keep: folder to which results are copied; None to keep nothing.
    """

    lexicons: tuple[str, ...] = (DEFAULT_LEXICON,)
    model: str | None = None
    classifier: str | None = SHIPPED
    reference: str | None = SHIPPED
    language: str = "nl"
    theme: str = ""
    shared: bool = False
    keep: Path | None = None
    bounds: Bounds = Bounds()
