"""Write the text of a document as a Word document, for formats that cannot be handed back."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import Final

from lxml import etree

from taalscan.model import Block, BlockKind, Document, Origin
from taalscan.office.rewrite import rewrite
from taalscan.office.word import TRANSITIONAL, w
from taalscan.reports.word.saying import legal

_FOLDER: Final = Path(__file__).parent / "plain"
_MAIN: Final = "word/document.xml"
_PARTS: Final = {
    "[Content_Types].xml": "content-types.xml",
    "_rels/.rels": "package.rels",
    "word/_rels/document.xml.rels": "document.rels",
    "word/styles.xml": "styles.xml",
    "word/numbering.xml": "numbering.xml",
    "word/settings.xml": "settings.xml",
    "word/fontTable.xml": "fonts.xml",
}
_EMPTY_ZIP: Final = b"PK\x05\x06" + bytes(18)
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"

_STYLES: Final = {
    BlockKind.LIST_ITEM: "ListBullet",
    BlockKind.TABLE_CELL: "Cell",
    BlockKind.QUOTATION: "Quote",
    BlockKind.NOTE: "Note",
    BlockKind.BOILERPLATE: "Margin",
}
_HEADINGS: Final = 6
_LIST_LEVELS: Final = 9
_COLUMNS: Final = 63
"""As many as Word takes in a table."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A Word document with a text, and the document whose places are in it."""

    data: bytes
    document: Document


def paper_of(document: Document) -> Paper:
    """Return the text as a Word document, a paragraph a block; tables are tables again.

    Layout and pictures of the source are not in it.
    """
    root = etree.Element(w("document"), nsmap={"w": TRANSITIONAL.decode()})
    body = etree.SubElement(root, w("body"))
    writer = _Writer(document)
    for group, blocks in groupby(document.blocks, key=_table):
        if group is None:
            for block in blocks:
                writer.paragraph(body, block)
        else:
            writer.table(body, list(blocks))
    _add_page(body)
    written = etree.tostring(
        root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True
    )
    parts = {name: (_FOLDER / file).read_bytes() for name, file in _PARTS.items()}
    data = rewrite(_EMPTY_ZIP, parts | {_MAIN: written})
    return Paper(data, replace(document, origins=tuple(writer.origins)))


def _table(block: Block) -> int | None:
    """Return the number of the table that a block is a cell of."""
    if block.kind is not BlockKind.TABLE_CELL or not 0 < (block.level or 0) <= _COLUMNS:
        return None
    return block.group


class _Writer:
    """Write paragraphs, and note where the characters of each block go."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._number = 0
        self._has_title = False
        self.origins: list[Origin] = []

    def paragraph(self, holder: "etree._Element", block: Block) -> None:
        """Add a block."""
        paragraph = self._bare(holder)
        look = etree.SubElement(paragraph, w("pPr"))
        text = block.span.cut(self._document.text)
        style = self._style(block, text)
        if style is not None:
            etree.SubElement(look, w("pStyle"), {w("val"): style})
        if block.kind is BlockKind.LIST_ITEM:
            level = min(max(block.level or 1, 1), _LIST_LEVELS) - 1
            numbering = etree.SubElement(look, w("numPr"))
            etree.SubElement(numbering, w("ilvl"), {w("val"): str(level)})
            etree.SubElement(numbering, w("numId"), {w("val"): "1"})
        run = etree.SubElement(paragraph, w("r"))
        words = etree.SubElement(run, w("t"), {_SPACE: "preserve"})
        words.text = legal(text)
        path = (self._number - 1, 0)
        self.origins.append(Origin(block.span, _MAIN, path, 0, len(block.span)))

    def _bare(self, holder: "etree._Element") -> "etree._Element":
        self._number += 1
        return etree.SubElement(holder, w("p"))

    def _style(self, block: Block, text: str) -> str | None:
        if not self._has_title and text == self._document.title:
            self._has_title = True
            return "Title"
        if block.kind is BlockKind.HEADING:
            return f"Heading{min(max(block.level or 1, 1), _HEADINGS)}"
        return _STYLES.get(block.kind)

    def table(self, holder: "etree._Element", cells: Sequence[Block]) -> None:
        """Add the cells of a table; a cell that the source lacks is empty."""
        columns = max(cell.level or 1 for cell in cells)
        table = etree.SubElement(holder, w("tbl"))
        look = etree.SubElement(table, w("tblPr"))
        etree.SubElement(look, w("tblStyle"), {w("val"): "TableGrid"})
        etree.SubElement(look, w("tblW"), {w("w"): "5000", w("type"): "pct"})
        grid = etree.SubElement(table, w("tblGrid"))
        for _ in range(columns):
            etree.SubElement(grid, w("gridCol"))
        for row in _rows(cells):
            line = etree.SubElement(table, w("tr"))
            for column in range(1, columns + 1):
                cell = etree.SubElement(line, w("tc"))
                if column in row:
                    self.paragraph(cell, row[column])
                else:
                    self._bare(cell)
        # two tables in a row would become one
        self._bare(holder)


def _rows(cells: Sequence[Block]) -> Iterator[dict[int, Block]]:
    """Give the rows of a table: a row is over where the columns do not go on."""
    row: dict[int, Block] = {}
    for cell in cells:
        column = cell.level or 1
        if row and column <= max(row):
            yield row
            row = {}
        row[column] = cell
    yield row


def _add_page(body: "etree._Element") -> None:
    """Add the size of the page, A4 upright, in twentieths of a point."""
    section = etree.SubElement(body, w("sectPr"))
    etree.SubElement(section, w("pgSz"), {w("w"): "11906", w("h"): "16838"})
    sides = ("top", "right", "bottom", "left")
    margins = dict.fromkeys(sides, "1417") | {"header": "708", "footer": "708", "gutter": "0"}
    given = {w(key): value for key, value in margins.items()}
    etree.SubElement(section, w("pgMar"), given)
