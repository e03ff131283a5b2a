"""Hand a Word document back with comments; all else in the file stays as it is."""

from dataclasses import replace
from typing import Final

from taalscan.errors import DamagedDocumentError, OutputError, ReadError
from taalscan.model import Scan
from taalscan.office.package import Package
from taalscan.office.rewrite import rewrite
from taalscan.office.word import STRICT, main_part, parse_part
from taalscan.reports.remarks import Line
from taalscan.reports.voice import voice
from taalscan.reports.word.comments import (
    Comments,
    comment_styles,
    content_type,
    written_part,
)
from taalscan.reports.word.marking import mark
from taalscan.reports.word.paper import paper_of
from taalscan.reports.word.saying import UNPACKED, Annotated, Asked, refusal
from taalscan.reports.word.spots import Body, Spot
from taalscan.reports.word.told import placed

_SIGNATURES: Final = "_xmlsignatures/"
_EXTENSIONS: Final = {
    "macroEnabledTemplate": "dotm",
    "macroEnabled": "docm",
    "template.main": "dotx",
}


def annotate_docx(scan: Scan, data: bytes, asked: Asked) -> Annotated:
    """Return the Word document that was scanned, with comments on what was found.

    Args:
        scan: the scan of these bytes.
        data: the bytes of the file.
        asked: how comments are written.

    Raises:
        OutputError: if the file cannot be changed; `flaw` is `damaged`, `too-large` or `signed`.
    """
    try:
        return _annotated(scan, data, asked, ())
    except ReadError as error:
        raise refusal(error, "docx") from error


def annotate_text(scan: Scan, asked: Asked) -> Annotated:
    """Return a Word document with the text that was scanned, and comments on what was found.

    Args:
        scan: the scan of a document in any format.
        asked: how comments are written.
    """
    paper = paper_of(scan.document)
    own = replace(scan, document=paper.document)
    said = voice(asked.language).say("remarks.paper", name=scan.document.source.name)
    return _annotated(own, paper.data, asked, (Line("", said),))


def _annotated(scan: Scan, data: bytes, asked: Asked, more: tuple[Line, ...]) -> Annotated:
    package = Package(data, UNPACKED)
    if any(name.startswith(_SIGNATURES) for name in package.names):
        raise OutputError(flaw="signed", format="docx")
    main = main_part(package)
    if main is None:
        raise DamagedDocumentError
    original = package.read(main)
    root = parse_part(original)
    is_strict = STRICT in original
    comments = Comments(package, main, comment_styles(package, main), is_strict=is_strict)
    first = comments.first_number(root)
    spots: list[tuple[int, Spot]] = []
    told = placed(scan, Body(package, main, root).spot, asked)
    for number, (spot, lines) in enumerate(told, first):
        said = (*lines, *more) if number == first else lines
        comments.add(number, said, asked.day)
        spots.append((number, spot))
    mark(root, spots)
    parts = {main: written_part(root, is_strict=is_strict)} | comments.parts()
    return Annotated(_extension(content_type(package, main)), rewrite(data, parts))


def _extension(kind: str) -> str:
    """Return the extension that Word asks of a content type; a wrong one it will not open."""
    return next((own for sign, own in _EXTENSIONS.items() if sign in kind), "docx")
