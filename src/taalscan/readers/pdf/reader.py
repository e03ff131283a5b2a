"""Turn the pages of a PDF into blocks in reading order."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from taalscan.errors import EmptyDocumentError, NoTextLayerError, UnreadableTextError
from taalscan.model import BlockKind, Notice
from taalscan.readers.garbled import is_garbled
from taalscan.readers.pdf.boilerplate import Place, find_boilerplate
from taalscan.readers.pdf.columns import cells_of
from taalscan.readers.pdf.join import join_runs
from taalscan.readers.pdf.kinds import Piece, classify, with_levels
from taalscan.readers.pdf.layout import SPACED, Body, Line, Page
from taalscan.readers.pdf.order import reading_order
from taalscan.readers.pdf.paragraphs import body_of, body_on, paragraphs
from taalscan.readers.pdf.source import opened, read_pages
from taalscan.readers.pdf.tables import find_tables
from taalscan.readers.pdf.title import title_of
from taalscan.readers.raw import IMPLIED, RawBlock, RawDocument, RawPiece

_BULLET: Final = re.compile(r"[o\u00a7⮚➢➤►▶→✓✔»›❖◆♦]\s+(?=\S)")
"""Bullets that look like text once they are out of their font or off the page."""

_LINE_ENDS: Final = ("\n", "\r", "\ufffe")


def read_pdf(data: bytes) -> RawDocument:
    """Return the blocks of a PDF.

    A character's `start` is its place in pdfium's text of the page; `page:N` is the part.

    Raises:
        EmptyDocumentError: if there is no text, and no picture of text.
        EncryptedDocumentError: if it needs a password.
        DamagedDocumentError: if it cannot be opened.
        NoTextLayerError: if all its pages are pictures.
        TooLargeError: if it has too many pages, or too many characters on a page.
        UnreadableTextError: if its characters make no words.
    """
    with opened(data) as document:
        pages = read_pages(document)
        named = str(document.get_metadata_value("Title"))
    _check(pages)
    boilerplate = find_boilerplate(pages)
    body = body_of(pages)
    pieces = [piece for page in pages for piece in _page_pieces(page, boilerplate, body)]
    pieces = with_levels(join_runs(pieces))
    return RawDocument(
        blocks=tuple(RawBlock(one.kind, _raw_pieces(one), one.level, one.group) for one in pieces),
        title=title_of(named, pages, boilerplate, body),
        pages=len(pages),
        warnings=_warnings(pages, body),
    )


def _check(pages: Sequence[Page]) -> None:
    """Refuse a document without text, or with text that makes no words."""
    if not any(page.lines and not page.is_picture for page in pages):
        raise NoTextLayerError if any(page.is_picture for page in pages) else EmptyDocumentError
    if is_garbled("\n".join(line.words for page in pages for line in page.lines)):
        raise UnreadableTextError


def _warnings(pages: Sequence[Page], body: Body) -> tuple[Notice, ...]:
    """Name the pages that are pictures; a cover with a large title is no lost text."""
    numbers = [
        str(page.number)
        for page in pages
        if page.is_picture and all(line.size < 1.5 * body.size for line in page.lines)
    ]
    return (Notice("pages-without-text", (("pages", ", ".join(numbers)),)),) if numbers else ()


def _page_pieces(page: Page, boilerplate: set[Place], body: Body) -> Iterator[Piece]:
    """Return the paragraphs, cells, notes and boilerplate of one page, in reading order."""
    lines = [line for line in page.lines if (line.page, line.start) not in boilerplate]
    body = body_on(page, body)
    tables = find_tables([line for line in lines if not line.is_turned])
    foot = _foot(page, lines, body)
    is_drawing = page.is_drawing
    for region in reading_order(lines, tables):
        if region.is_table:
            for line, column in cells_of(region.lines):
                yield Piece(BlockKind.TABLE_CELL, (line,), column, region.start)
        else:
            parts = list(paragraphs(region.lines, body))
            pieces = classify(parts, body, foot)
            yield from map(_label, pieces) if is_drawing else pieces
    others = [line for line in page.lines if (line.page, line.start) in boilerplate]
    for _, row in groupby(others, key=_row):
        yield Piece(BlockKind.BOILERPLATE, tuple(row))


def _label(piece: Piece) -> Piece:
    """Return a piece of a drawing: its large labels are no headings."""
    is_heading = piece.kind is BlockKind.HEADING
    return replace(piece, kind=BlockKind.PARAGRAPH) if is_heading else piece


def _foot(page: Page, lines: Sequence[Line], body: Body) -> float:
    """Return the lowest baseline in the size of running text; notes stand below it."""
    heights = [line.y for line in lines if abs(line.size - body.size) <= 0.6]
    return min(heights, default=page.view.bottom + 0.3 * page.view.height)


def _row(line: Line) -> int:
    return line.row


# --- pieces ---------------------------------------------------------------------------------


def _raw_pieces(piece: Piece) -> tuple[RawPiece, ...]:
    """Return the characters of a piece, stretch by stretch as they follow on the page."""
    found: list[RawPiece] = []
    bullet = _BULLET.match(piece.lines[0].text) if piece.kind is BlockKind.LIST_ITEM else None
    for number, line in enumerate(piece.lines):
        last = found[-1] if found else None
        if last is not None and not last.text.endswith(_LINE_ENDS) and last.page == line.page:
            found.append(RawPiece("\n", last.part, start=IMPLIED, page=line.page))
        skipped = bullet.end() if bullet and not number else line.sign
        for start, text in _stretches(line, skipped):
            last = found[-1] if found else None
            if last is not None and _follows(last, line.page, start):
                found[-1] = RawPiece(last.text + text, last.part, (), last.start, last.page)
            else:
                found.append(RawPiece(text, f"page:{line.page}", (), start, line.page))
    return tuple(found)


def _follows(last: RawPiece, page: int, start: int) -> bool:
    return last.page == page and last.start != IMPLIED and last.start + len(last.text) == start


def _stretches(line: Line, skipped: int) -> Iterator[tuple[int, str]]:
    """Give the characters of a line but the first ones, and where they start.

    The spaces between the letters of one word are left out.
    """
    text = line.text[skipped:]
    offset = line.start + skipped
    done = 0
    for match in SPACED.finditer(text):
        yield offset + done, text[done : match.start() + 1]
        for place in range(match.start() + 2, match.end(), 2):
            yield offset + place, text[place]
        done = match.end()
    if done < len(text):
        yield offset + done, text[done:]
