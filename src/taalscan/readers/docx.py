"""Read Word documents (.docx) by a walk through their XML.

The place of a piece is the ordinal of its paragraph in the part (all `w:p`, in document order),
the ordinal of its run in the paragraph (all `w:r`), and the offset in the text of the run, as
python-docx counts it.
"""

from collections.abc import Iterable, Iterator
from itertools import count
from typing import TYPE_CHECKING, Final

from taalscan.model import BlockKind
from taalscan.office.word import ALTERNATES, run_text, w
from taalscan.readers.docx_parts import (
    Part,
    WordPackage,
    is_numbered,
    number,
    outline_level,
    value,
)
from taalscan.readers.grid import Cell, Grid
from taalscan.readers.limits import DEFAULT_LIMITS
from taalscan.readers.prose import FAKE_HEADING_LEVEL, bullet_width, looks_like_heading
from taalscan.readers.raw import RawBlock, RawDocument, RawPiece
from taalscan.readers.styles import TITLE_LEVEL, Look, Role, Style, look

if TYPE_CHECKING:
    from lxml import etree

_GONE: Final = frozenset({w("del"), w("moveFrom")})
_AROUND: Final = frozenset(
    {w(name) for name in ("ins", "moveTo", "hyperlink", "smartTag", "customXml", "fldSimple")}
    | {w(name) for name in ("dir", "bdo", "sdtContent")}
)
_OFF: Final = frozenset({"0", "false", "off"})


def read_docx(data: bytes, *, unzipped: int = DEFAULT_LIMITS.unzipped) -> RawDocument:
    """Return what a Word document holds.

    Tracked insertions are in, deletions out; text boxes follow the paragraph they hang on; notes
    stand at the end. Pages are those that Word noted when it saved the file, if it did.

    Args:
        data: the bytes of the file.
        unzipped: bytes that the file may unpack to.

    Raises:
        DamagedDocumentError: if the file is broken.
        TooLargeError: if it unpacks to more than the limit.
    """
    package = WordPackage(data, unzipped)
    styles = package.styles()
    groups = count(1)
    main = _Walk(package.main, styles, groups)
    body = list(main.blocks())
    before, after = (_margins(package.parts(kind), styles) for kind in ("header", "footer"))
    notes = [
        block
        for kind in ("footnotes", "endnotes")
        for part in package.parts(kind)
        for block in _notes(part, styles)
    ]
    return RawDocument(
        blocks=(*before, *body, *notes, *after),
        title=main.title or package.title(),
        pages=main.pages,
    )


def _margins(parts: Iterable[Part], styles: dict[str, Style]) -> list[RawBlock]:
    """Return the blocks of headers or footers; the same words in every section count once."""
    blocks: dict[str, RawBlock] = {}
    for part in parts:
        for block in _Walk(part, styles, count(1)).blocks():
            words = "".join(piece.text for piece in block.pieces).strip()
            blocks.setdefault(words, RawBlock(BlockKind.BOILERPLATE, block.pieces))
    return list(blocks.values())


def _notes(part: Part, styles: dict[str, Style]) -> Iterator[RawBlock]:
    """Give the blocks of footnotes or endnotes."""
    for block in _Walk(part, styles, count(1)).blocks():
        yield RawBlock(BlockKind.NOTE, block.pieces)


class _Walk:
    """Walk through one part and keep what is open: fields, a table, a list, the page."""

    def __init__(self, part: Part, styles: dict[str, Style], groups: "count[int]") -> None:
        self._part = part
        self._styles = styles
        self._groups = groups
        self._ordinals = {element: n for n, element in enumerate(part.root.iter(w("p")))}
        self._fields: list[_Field] = []
        self._grid: Grid | None = None
        self._cell: Cell | None = None
        self._list: tuple[str, int] | None = None
        self._contents = 0
        rendered = next(part.root.iter(w("lastRenderedPageBreak")), None) is not None
        self._page: int | None = 1 if rendered else None
        self.title: str | None = None

    @property
    def pages(self) -> int | None:
        """Pages seen so far; None if Word noted none."""
        return self._page

    def blocks(self) -> Iterator[RawBlock]:
        """Give the blocks of the part."""
        yield from self._inside(self._part.root)

    def _inside(self, container: "etree._Element") -> Iterator[RawBlock]:
        for child in container:
            if child.tag == w("p"):
                yield from self._paragraph(child)
            elif child.tag == w("tbl"):
                yield from self._rows(child)
            elif child.tag == w("sdt"):
                yield from self._control(child)
            elif child.tag == ALTERNATES:
                yield from self._inside(_chosen(child))
            elif child.tag not in _GONE:
                self._come_to(child)
                yield from self._inside(child)

    def _control(self, control: "etree._Element") -> Iterator[RawBlock]:
        gallery = next(control.iter(w("docPartGallery")), None)
        is_contents = gallery is not None and gallery.get(w("val")) == "Table of Contents"
        self._contents += is_contents
        for content in control.findall(w("sdtContent")):
            yield from self._inside(content)
        self._contents -= is_contents

    def _rows(self, table: "etree._Element") -> Iterator[RawBlock]:
        """Give the cells of a table; a table of one cell is only a frame around text."""
        cells = sum(1 for _ in table.iter(w("tc")))
        if cells <= 1:
            outer, self._grid = self._grid, None
            yield from self._inside(table)
            self._grid = outer
            return
        around = self._grid, self._cell
        self._grid, self._list = Grid(next(self._groups)), None
        yield from self._inside(table)
        self._grid, self._cell = around

    def _come_to(self, element: "etree._Element") -> None:
        """Note the row or cell that begins here; Word writes out the cells that are merged."""
        if self._grid is None:
            return
        if element.tag == w("tr"):
            self._grid.start_row(number(element.find(w("trPr")), "gridBefore") or 0)
        elif element.tag == w("tc"):
            self._cell = self._grid.cell(number(element.find(w("tcPr")), "gridSpan") or 1)

    # --- paragraphs ---------------------------------------------------------------------------

    def _paragraph(self, paragraph: "etree._Element") -> Iterator[RawBlock]:
        in_contents = self._in_contents()
        inline = _Inline(self, paragraph)
        pieces = tuple(inline.pieces())
        in_contents = in_contents or self._in_contents()
        text = "".join(piece.text for piece in pieces)
        if text.strip():
            yield self._block(paragraph, pieces, text, in_contents=in_contents)
        for box in inline.boxes:
            around = self._grid, self._cell
            self._grid = self._cell = None
            yield from self._inside(box)
            self._grid, self._cell = around

    def _block(
        self,
        paragraph: "etree._Element",
        pieces: tuple[RawPiece, ...],
        text: str,
        *,
        in_contents: bool,
    ) -> RawBlock:
        properties = paragraph.find(w("pPr"))
        seen = look(value(properties, "pStyle"), self._styles)
        if in_contents or seen.role is Role.CONTENTS:
            return RawBlock(BlockKind.BOILERPLATE, pieces)
        if self._cell is not None:
            return RawBlock(BlockKind.TABLE_CELL, pieces, self._cell.column, self._cell.group)
        level = _heading_level(properties, seen)
        if level is None and self._is_list(properties, seen):
            return self._list_item(properties, pieces, seen)
        if level is None and (width := bullet_width(text)):
            return self._list_item(properties, _without_bullet(pieces, width), seen)
        self._list = None
        if seen.role is Role.TITLE:
            self.title = self.title or text
        if level is None and _is_bold(paragraph) and looks_like_heading(text):
            level = FAKE_HEADING_LEVEL
        if level is not None:
            return RawBlock(BlockKind.HEADING, pieces, level)
        quoted = seen.role is Role.QUOTATION
        return RawBlock(BlockKind.QUOTATION if quoted else BlockKind.PARAGRAPH, pieces)

    @staticmethod
    def _is_list(properties: "etree._Element | None", seen: Look) -> bool:
        own = is_numbered(properties)
        return (seen.is_list or seen.role is Role.LIST) if own is None else own

    def _list_item(
        self, properties: "etree._Element | None", pieces: tuple[RawPiece, ...], seen: Look
    ) -> RawBlock:
        numbering = None if properties is None else properties.find(w("numPr"))
        key = value(numbering, "numId") or str(seen.role)
        if self._list is None or self._list[0] != key:
            self._list = (key, next(self._groups))
        level = (number(numbering, "ilvl") or 0) + 1
        return RawBlock(BlockKind.LIST_ITEM, pieces, level, self._list[1])

    def _in_contents(self) -> bool:
        return self._contents > 0 or any(field.is_contents for field in self._fields)

    # --- what the inline walk tells -------------------------------------------------------------

    def piece(self, text: str, path: tuple[int, int], start: int) -> RawPiece:
        """Return a piece on the page that the walk has come to."""
        return RawPiece(text, self._part.name, path, start, self._page)

    def ordinal(self, paragraph: "etree._Element") -> int:
        """Return the ordinal of a paragraph in its part."""
        return self._ordinals[paragraph]

    def turn_page(self) -> None:
        """Note that a page ends here."""
        if self._page is not None:
            self._page += 1

    def field(self, mark: "etree._Element") -> None:
        """Note that a field begins, comes to its result, or ends; it may span paragraphs."""
        kind = mark.get(w("fldCharType"))
        if kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].in_result = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def instruct(self, instruction: str) -> None:
        """Note a piece of the instruction of the innermost field."""
        if self._fields:
            self._fields[-1].instruction += instruction

    @property
    def is_hidden(self) -> bool:
        """Whether the walk is inside the instruction of a field."""
        return any(not field.in_result for field in self._fields)


class _Field:
    """A field that is open: its instruction, and whether its result has begun."""

    def __init__(self) -> None:
        self.instruction = ""
        self.in_result = False

    @property
    def is_contents(self) -> bool:
        return self.in_result and self.instruction.split()[:1] in (["TOC"], ["INDEX"])


class _Inline:
    """Walk through one paragraph; `boxes` holds the text boxes met."""

    def __init__(self, walk: _Walk, paragraph: "etree._Element") -> None:
        self._walk = walk
        self._paragraph = paragraph
        self._number = walk.ordinal(paragraph)
        self._runs = {element: n for n, element in enumerate(paragraph.iter(w("r")))}
        self.boxes: list[etree._Element] = []

    def pieces(self) -> Iterator[RawPiece]:
        """Give the text of the paragraph, a piece a stretch of a run."""
        yield from self._inside(self._paragraph)

    def _inside(self, container: "etree._Element") -> Iterator[RawPiece]:
        for child in container:
            if child.tag == w("r"):
                yield from self._run(child)
            elif child.tag == w("sdt"):
                for content in child.findall(w("sdtContent")):
                    yield from self._inside(content)
            elif child.tag == ALTERNATES:
                yield from self._inside(_chosen(child))
            elif child.tag in _AROUND:
                yield from self._inside(child)

    def _run(self, run: "etree._Element") -> Iterator[RawPiece]:
        """Give the text of a run; its parts stand next to each other, so one piece will do."""
        path = (self._number, self._runs[run])
        is_hidden = _is_hidden(run)
        offset = 0
        for child in run:
            text = run_text(child)
            if text and not is_hidden and not self._walk.is_hidden:
                yield self._walk.piece(text, path, offset)
            offset += len(text)
            if not text:
                self._mark(child)

    def _mark(self, child: "etree._Element") -> None:
        """Note what a run holds besides text."""
        if child.tag == w("lastRenderedPageBreak"):
            self._walk.turn_page()
        elif child.tag == w("fldChar"):
            self._walk.field(child)
        elif child.tag == w("instrText"):
            self._walk.instruct(child.text or "")
        elif child.tag == ALTERNATES:
            self._boxes(_chosen(child))
        elif child.tag in {w("drawing"), w("pict"), w("object")}:
            self._boxes(child)

    def _boxes(self, drawing: "etree._Element") -> None:
        """Note the outermost text boxes; a box in a box is met when its paragraphs are read."""
        for child in drawing:
            if child.tag == w("txbxContent"):
                self.boxes.append(child)
            elif child.tag == ALTERNATES:
                self._boxes(_chosen(child))
            elif isinstance(child.tag, str):
                self._boxes(child)


def _chosen(alternates: "etree._Element") -> "etree._Element":
    """Return the first of two ways to say the same: the newer one."""
    return next(iter(alternates), alternates)


def _is_on(properties: "etree._Element | None", name: str) -> bool:
    element = None if properties is None else properties.find(w(name))
    return element is not None and element.get(w("val")) not in _OFF


def _is_hidden(run: "etree._Element") -> bool:
    return _is_on(run.find(w("rPr")), "vanish")


def _is_bold(paragraph: "etree._Element") -> bool:
    """Tell whether all text of a paragraph is set in bold by hand."""
    runs = [run for run in paragraph.iter(w("r")) if (run.findtext(w("t")) or "").strip()]
    return bool(runs) and all(_is_on(run.find(w("rPr")), "b") for run in runs)


def _heading_level(properties: "etree._Element | None", seen: Look) -> int | None:
    if seen.role is Role.TITLE:
        return TITLE_LEVEL
    if seen.role is Role.SUBTITLE:
        return TITLE_LEVEL + 1
    return outline_level(properties) or seen.level


def _without_bullet(pieces: tuple[RawPiece, ...], width: int) -> tuple[RawPiece, ...]:
    """Return the pieces without the bullet that was typed before them."""
    left = []
    for piece in pieces:
        cut = min(width, len(piece.text))
        width -= cut
        if cut < len(piece.text):
            start = piece.start + cut
            left.append(RawPiece(piece.text[cut:], piece.part, piece.path, start, piece.page))
    return tuple(left)
