"""Read OpenDocument texts (.odt) by a walk through their XML.

The place of a piece is the ordinal of its paragraph in the part (all `text:p` and `text:h`, in
document order), the ordinal of its string in the paragraph (as `strings` gives them), and
the offset in that string.
"""

from collections.abc import Iterator
from itertools import count
from typing import TYPE_CHECKING, Final

from taalscan.model import BlockKind
from taalscan.office.opendocument import CONTENT, PARAGRAPHS, name, strings
from taalscan.office.package import Package
from taalscan.readers.grid import Cell, Grid
from taalscan.readers.limits import DEFAULT_LIMITS
from taalscan.readers.odt_styles import read_styles
from taalscan.readers.prose import FAKE_HEADING_LEVEL, looks_like_heading
from taalscan.readers.raw import IMPLIED, RawBlock, RawDocument, RawPiece
from taalscan.readers.styles import TITLE_LEVEL, Look, Role, look

if TYPE_CHECKING:
    from lxml import etree

    from taalscan.readers.odt_styles import Styles

_STYLES: Final = "styles.xml"
_META: Final = "meta.xml"
_LEFT_OUT: Final = frozenset(
    {
        name("text:tracked-changes"),  # holds what was deleted
        name("office:annotation"),
        name("office:forms"),
        name("text:note-citation"),
        name("text:ruby-text"),
        name("text:sequence-decls"),
        name("text:variable-decls"),
        name("svg:title"),
        name("svg:desc"),
        name("office:event-listeners"),
    }
)
_CONTENTS: Final = frozenset(
    name(f"text:{kind}")
    for kind in (
        "table-of-content",
        "illustration-index",
        "table-index",
        "object-index",
        "user-index",
        "alphabetical-index",
    )
)
_CELLS: Final = frozenset({name("table:table-cell"), name("table:covered-table-cell")})
_BOXES: Final = frozenset({name("draw:text-box"), name("draw:custom-shape"), name("table:table")})
_SIGNS: Final = {name("text:tab"): "\t", name("text:line-break"): "\n"}
_MAX_SPACES: Final = 100


def read_odt(data: bytes, *, unzipped: int = DEFAULT_LIMITS.unzipped) -> RawDocument:
    """Return what an OpenDocument text holds.

    Tracked deletions are out; text boxes follow the paragraph they hang on; notes stand at the
    end. Pages are those that the program noted when it saved the file, if it did.

    Args:
        data: the bytes of the file.
        unzipped: bytes that the file may unpack to.

    Raises:
        DamagedDocumentError: if the file is broken.
        TooLargeError: if it unpacks to more than the limit.
    """
    package = Package(data, unzipped)
    content = package.xml(CONTENT)
    frame = package.xml(_STYLES) if _STYLES in package else None
    styles = read_styles([root for root in (frame, content) if root is not None])
    walk = _Walk(CONTENT, content, styles)
    body = [block for text in content.iter(name("office:text")) for block in walk.blocks(text)]
    before = _margin(frame, styles, ("style:header", "style:header-first"))
    after = _margin(frame, styles, ("style:footer", "style:footer-first"))
    return RawDocument(
        blocks=(*before, *body, *walk.notes, *after),
        title=walk.title or _title(package),
        pages=walk.page,
    )


def _title(package: Package) -> str | None:
    """Return the title among the properties of the file."""
    if _META not in package:
        return None
    return next((element.text for element in package.xml(_META).iter(name("dc:title"))), None)


def _margin(
    frame: "etree._Element | None", styles: "Styles", kinds: tuple[str, ...]
) -> list[RawBlock]:
    """Return the blocks of the headers or footers of all page styles."""
    if frame is None:
        return []
    walk = _Walk(_STYLES, frame, styles)
    return [
        RawBlock(BlockKind.BOILERPLATE, block.pieces)
        for element in frame.iter(*(name(kind) for kind in kinds))
        for block in walk.blocks(element)
    ]


class _Walk:
    """Walk through one part and keep what is open: lists, tables, contents, the page."""

    def __init__(self, part: str, root: "etree._Element", styles: "Styles") -> None:
        self._part = part
        self._styles = styles
        self._groups = count(1)
        self._ordinals = {element: n for n, element in enumerate(root.iter(*PARAGRAPHS))}
        self._lists: list[int] = []
        self._grid: Grid | None = None
        self._cell: Cell | None = None
        self._in_contents = 0
        has_pages = next(root.iter(name("text:soft-page-break")), None) is not None
        self.page: int | None = 1 if has_pages else None
        self.title: str | None = None
        self.notes: list[RawBlock] = []

    def blocks(self, container: "etree._Element") -> Iterator[RawBlock]:
        """Give the blocks inside an element."""
        for child in container:
            if child.tag in PARAGRAPHS:
                yield from self._paragraph(child)
            elif child.tag == name("text:list"):
                yield from self._list(child)
            elif child.tag == name("table:table"):
                yield from self._rows(child)
            elif child.tag == name("text:soft-page-break"):
                self.turn_page()
            elif child.tag in _CONTENTS:
                self._in_contents += 1
                yield from self.blocks(child)
                self._in_contents -= 1
            elif child.tag not in _LEFT_OUT:
                self._come_to(child)
                yield from self.blocks(child)

    def _list(self, element: "etree._Element") -> Iterator[RawBlock]:
        """Give the items of a list; those of a list inside an item belong to the same group."""
        self._lists.append(self._lists[-1] if self._lists else next(self._groups))
        yield from self.blocks(element)
        self._lists.pop()

    def _rows(self, table: "etree._Element") -> Iterator[RawBlock]:
        """Give the cells of a table; a table of one cell is only a frame around text."""
        if sum(1 for _ in table.iter(name("table:table-cell"))) <= 1:
            around, self._grid = self._grid, None
            yield from self.blocks(table)
            self._grid = around
            return
        state = self._grid, self._cell, self._lists
        self._grid, self._lists = Grid(next(self._groups)), []
        yield from self.blocks(table)
        self._grid, self._cell, self._lists = state

    def _come_to(self, element: "etree._Element") -> None:
        """Note the row or cell that begins here; cells under a merged one are written out."""
        if self._grid is None:
            return
        if element.tag == name("table:table-row"):
            self._grid.start_row()
        elif element.tag in _CELLS:
            self._cell = self._grid.cell(_number(element, "table:number-columns-repeated"))

    def _paragraph(self, paragraph: "etree._Element") -> Iterator[RawBlock]:
        inline = _Inline(self, paragraph)
        pieces = tuple(inline.pieces())
        text = "".join(piece.text for piece in pieces)
        if text.strip():
            yield self._block(paragraph, pieces, text)
        around = self._grid, self._cell, self._lists
        self._grid, self._cell, self._lists = None, None, []
        for box in inline.boxes:
            yield from self.blocks(box)
        for note in inline.notes:
            self.notes += [RawBlock(BlockKind.NOTE, block.pieces) for block in self.blocks(note)]
        self._grid, self._cell, self._lists = around

    def _block(
        self, paragraph: "etree._Element", pieces: tuple[RawPiece, ...], text: str
    ) -> RawBlock:
        identifier = paragraph.get(name("text:style-name"))
        seen = look(identifier, self._styles.paragraphs)
        if self._in_contents or seen.role is Role.CONTENTS:
            return RawBlock(BlockKind.BOILERPLATE, pieces)
        if self._cell is not None:
            return RawBlock(BlockKind.TABLE_CELL, pieces, self._cell.column, self._cell.group)
        if seen.role is Role.TITLE:
            self.title = self.title or text
        level = _heading_level(paragraph, seen)
        if level is None and self._lists:
            return RawBlock(BlockKind.LIST_ITEM, pieces, len(self._lists), self._lists[-1])
        if level is None and self._styles.is_bold(paragraph) and looks_like_heading(text):
            level = FAKE_HEADING_LEVEL
        if level is not None:
            return RawBlock(BlockKind.HEADING, pieces, level)
        quoted = seen.role is Role.QUOTATION
        return RawBlock(BlockKind.QUOTATION if quoted else BlockKind.PARAGRAPH, pieces)

    # --- what the inline walk tells -------------------------------------------------------------

    def piece(self, text: str, path: tuple[int, ...], start: int) -> RawPiece:
        """Return a piece on the page that the walk has come to."""
        return RawPiece(text, self._part, path, start, self.page)

    def ordinal(self, paragraph: "etree._Element") -> int:
        """Return the ordinal of a paragraph in its part."""
        return self._ordinals[paragraph]

    def turn_page(self) -> None:
        """Note that a page ends here."""
        if self.page is not None:
            self.page += 1


def _heading_level(paragraph: "etree._Element", seen: Look) -> int | None:
    if seen.role is Role.TITLE:
        return TITLE_LEVEL
    if seen.role is Role.SUBTITLE:
        return TITLE_LEVEL + 1
    if paragraph.tag != name("text:h"):
        return None
    return _number(paragraph, "text:outline-level")


def _number(element: "etree._Element", attribute: str) -> int:
    """Return the number in an attribute; 1 where there is none, or one too large to be true."""
    given = element.get(name(attribute), "1")
    return int(given) if given.isdecimal() and len(given) < 3 else 1


class _Inline:
    """Walk through one paragraph; `boxes` and `notes` hold what hangs on it."""

    def __init__(self, walk: _Walk, paragraph: "etree._Element") -> None:
        self._walk = walk
        self._paragraph = paragraph
        self._number = walk.ordinal(paragraph)
        self._strings = 0
        self.boxes: list[etree._Element] = []
        self.notes: list[etree._Element] = []

    def pieces(self) -> Iterator[RawPiece]:
        """Give the text of the paragraph, a piece a string."""
        yield from self._inside(self._paragraph)

    def _inside(self, element: "etree._Element") -> Iterator[RawPiece]:
        yield from self._string(element.text)
        for child in element:
            yield from self._child(child)
            yield from self._string(child.tail)

    def _child(self, child: "etree._Element") -> Iterator[RawPiece]:
        if child.tag == name("text:s"):
            given = child.get(name("text:c"), "1")
            width = min(int(given), _MAX_SPACES) if given.isdecimal() else 1
            yield self._walk.piece(" " * width, (), IMPLIED)
        elif child.tag in _SIGNS:
            yield self._walk.piece(_SIGNS[str(child.tag)], (), IMPLIED)
        elif child.tag == name("text:soft-page-break"):
            self._walk.turn_page()
        elif child.tag == name("text:note"):
            self.notes += child.findall(name("text:note-body"))
            self._pass_by(child)
        elif child.tag in _BOXES:
            self.boxes.append(child)
            self._pass_by(child)
        elif child.tag in _LEFT_OUT or not isinstance(child.tag, str):
            self._pass_by(child)
        else:
            yield from self._inside(child)

    def _string(self, text: str | None) -> Iterator[RawPiece]:
        if text:
            yield self._walk.piece(text, (self._number, self._strings), 0)
            self._strings += 1

    def _pass_by(self, element: "etree._Element") -> None:
        """Count the strings of an element that is not read here."""
        self._strings += sum(1 for _ in strings(element))
