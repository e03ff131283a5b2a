"""Read web pages by a walk through their elements.

The place of a piece is the ordinal of its text node (all text nodes of the page, in document
order), and the offset in that node.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Final

import yaml

from taalscan.model import BlockKind
from taalscan.readers.content import content_of
from taalscan.readers.encoding import decode
from taalscan.readers.grid import Grid
from taalscan.readers.raw import IMPLIED, RawBlock, RawDocument, RawPiece

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_PART: Final = "html"
_HEAD: Final = 4096
_CHARSET: Final = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_LANDMARKS: Final = ("main, [role=main]", "article")
_HEADING: Final = re.compile(r"h[1-6]")
_MARK: Final = re.compile(r"[\[(]?(?:\d{1,3}|[*†‡])[\])]?")
_OUTSIDE_LINK: Final = "a[href]:not([href^='#'])"


@dataclass(frozen=True, slots=True)
class _Names:
    """The names of html.yaml."""

    blocks: frozenset[str]
    skipped: frozenset[str]
    margins: frozenset[str]
    margin_roles: frozenset[str]
    note_roles: frozenset[str]
    note_classes: frozenset[str]
    margin_titles: frozenset[str]
    heading_classes: Mapping[str, int]


@cache
def _names() -> _Names:
    text = Path(__file__).with_name("html.yaml").read_text(encoding="utf-8")
    names = yaml.safe_load(text)
    heading_classes = names.pop("heading_classes")
    sets = {name: frozenset(values) for name, values in names.items()}
    return _Names(**sets, heading_classes=heading_classes)


@dataclass(frozen=True, slots=True)
class _Frame:
    """A block element that is open, and what it makes of the text inside it."""

    element: "LexborNode"
    kind: BlockKind | None = None
    level: int | None = None
    group: int | None = None
    grid: Grid | None = None
    is_landmark: bool = False


_RANK: Final = (
    BlockKind.BOILERPLATE,
    BlockKind.HEADING,
    BlockKind.TABLE_CELL,
    BlockKind.NOTE,
    BlockKind.QUOTATION,
    BlockKind.LIST_ITEM,
)
"""What text is that is inside several of them: the first."""


def read_html(data: bytes) -> RawDocument:
    """Return what a web page holds.

    What is outside `<main>` or `<article>` is boilerplate. A page that has neither, but has links
    to elsewhere, may have a menu: then trafilatura tells which blocks are content.
    """
    from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415 - only for this format

    declared = _CHARSET.search(data[:_HEAD])
    page = decode(data, declared.group(1).decode("ascii") if declared else None)
    parser = LexborHTMLParser(page)
    landmarks = _landmarks(parser)
    blocks = tuple(_Walk(landmarks).blocks(parser))
    if not landmarks and parser.css_first(_OUTSIDE_LINK) is not None:
        blocks = content_of(page, blocks)
    title = parser.css_first("title")
    return RawDocument(blocks, title=title.text(deep=True) if title is not None else None)


def _landmarks(parser: "LexborHTMLParser") -> frozenset[int]:
    """Return the elements that hold the text, by the first way to mark them that is used."""
    for selector in _LANDMARKS:
        found = frozenset(node.mem_id for node in parser.css(selector))
        if found:
            return found
    return frozenset()


class _Walk:
    """Walk through a page without recursion, for pages may nest without end."""

    def __init__(self, landmarks: frozenset[int]) -> None:
        self._landmarks = landmarks
        self._names = _names()
        self._groups = count(1)
        self._nodes = count()
        self._frames: list[_Frame] = []
        self._pieces: list[RawPiece] = []

    def blocks(self, parser: "LexborHTMLParser") -> Iterator[RawBlock]:
        """Give the blocks of the page."""
        for node, enters, is_skipped in _steps(parser.root, self._skips):
            if node.is_text_node:
                self._text(node, is_skipped=is_skipped)
            elif node.tag == "br" and enters:
                self._pieces.append(RawPiece("\n", _PART, start=IMPLIED))
            elif node.tag in self._names.blocks and not is_skipped:
                yield from self._flush()
                self._turn(node, enters=enters)
        yield from self._flush()

    def _text(self, node: "LexborNode", *, is_skipped: bool) -> None:
        ordinal = next(self._nodes)
        text = node.text_content or ""
        if text and not is_skipped:
            self._pieces.append(RawPiece(text, _PART, (ordinal,)))

    def _flush(self) -> Iterator[RawBlock]:
        pieces, self._pieces = tuple(self._pieces), []
        if not "".join(piece.text for piece in pieces).strip():
            return
        inside = {frame.kind: frame for frame in self._frames if frame.kind}
        outside = self._landmarks and not any(frame.is_landmark for frame in self._frames)
        if outside and BlockKind.BOILERPLATE not in inside:
            yield RawBlock(BlockKind.BOILERPLATE, pieces)
            return
        kind = next((kind for kind in _RANK if kind in inside), BlockKind.PARAGRAPH)
        frame = inside.get(kind)
        yield RawBlock(
            kind, pieces, frame.level if frame else None, frame.group if frame else None
        )

    def _turn(self, node: "LexborNode", *, enters: bool) -> None:
        if enters:
            self._frames.append(self._frame(node))
        elif self._frames:
            self._frames.pop()

    def _frame(self, node: "LexborNode") -> _Frame:
        tag, role = node.tag or "", node.attributes.get("role") or ""
        if node.mem_id in self._landmarks:
            return _Frame(node, is_landmark=True)
        if self._is_margin(tag, role) or self._is_office_margin(node, tag):
            return _Frame(node, BlockKind.BOILERPLATE)
        if _HEADING.fullmatch(tag):
            return _Frame(node, BlockKind.HEADING, level=int(tag[1]))
        if tag in {"ul", "ol"}:
            return self._list(node)
        if tag in {"table", "tr", "td", "th"}:
            return self._in_table(node, tag, role)
        return self._named(node, tag, role)

    def _named(self, node: "LexborNode", tag: str, role: str) -> _Frame:
        """Return the frame of an element that a role or class makes what it is."""
        classes = (node.attributes.get("class") or "").lower().split()
        if tag == "blockquote":
            return _Frame(node, BlockKind.QUOTATION)
        if role in self._names.note_roles or self._names.note_classes.intersection(classes):
            return _Frame(node, BlockKind.NOTE)
        levels = [self._names.heading_classes.get(name) for name in classes]
        if tag == "p" and any(levels):
            return _Frame(node, BlockKind.HEADING, level=next(filter(None, levels)))
        return _Frame(node)

    def _in_table(self, node: "LexborNode", tag: str, role: str) -> _Frame:
        """Return the frame of a table, row or cell; of a table of one cell they mean nothing."""
        if tag == "table":
            is_grid = role not in {"presentation", "none"} and _has_cells(node)
            return _Frame(node, grid=Grid(next(self._groups)) if is_grid else None)
        around = (frame for frame in reversed(self._frames) if frame.element.tag == "table")
        table = next(around, None)
        if table is None or table.grid is None:
            return _Frame(node)
        if tag == "tr":
            table.grid.start_row()
            return _Frame(node)
        cell = table.grid.cell(_number(node, "colspan"), _number(node, "rowspan"))
        return _Frame(node, BlockKind.TABLE_CELL, cell.column, cell.group)

    def _list(self, node: "LexborNode") -> _Frame:
        """Return the frame of a list; a list inside an item goes with the list around it."""
        around = [frame for frame in self._frames if frame.kind is BlockKind.LIST_ITEM]
        group = around[-1].group if around else next(self._groups)
        return _Frame(node, BlockKind.LIST_ITEM, len(around) + 1, group)

    def _is_margin(self, tag: str, role: str) -> bool:
        if tag == "nav" or role == "navigation":
            return True
        if any(frame.is_landmark or frame.element.tag == "article" for frame in self._frames):
            # an article has a header of its own
            return False
        return tag in self._names.margins or role in self._names.margin_roles

    def _is_office_margin(self, node: "LexborNode", tag: str) -> bool:
        return tag == "div" and node.attributes.get("title") in self._names.margin_titles

    def _skips(self, node: "LexborNode") -> bool:
        """Tell whether an element holds nothing to read: code, hidden text, a note's mark."""
        tag = node.tag or ""
        if tag in self._names.skipped:
            return True
        attributes = node.attributes
        if "hidden" in attributes or attributes.get("aria-hidden") == "true":
            return True
        if "display:none" in (attributes.get("style") or "").replace(" ", "").lower():
            return True
        return _is_note_mark(tag, node)


def _is_note_mark(tag: str, node: "LexborNode") -> bool:
    """Tell whether an element is a mark that points to a note, or from a note to its place."""
    if tag == "sup":
        return node.css_first("a[href^='#']") is not None and bool(
            _MARK.fullmatch(node.text(deep=True).strip())
        )
    role = node.attributes.get("role")
    return tag == "a" and (
        role in {"doc-noteref", "doc-backlink"}
        or (node.attributes.get("href") or "").startswith("#fnref")
    )


def _number(node: "LexborNode", attribute: str) -> int:
    """Return the number in an attribute; 1 where there is none, or one too large to be true."""
    given = node.attributes.get(attribute) or "1"
    return int(given) if given.isdecimal() and len(given) < 5 else 1


def _has_cells(table: "LexborNode") -> bool:
    """Tell whether a table has more than the one cell that makes it a frame."""
    return len(table.css("td, th")) > 1


def _steps(
    root: "LexborNode | None", skips: Callable[["LexborNode"], bool]
) -> Iterator[tuple["LexborNode", bool, bool]]:
    """Give each node when it is entered, and again when it is left, and whether it is skipped."""
    trail: list[tuple[LexborNode, bool]] = []
    node = root
    while node is not None or trail:
        if node is None:
            left, is_skipped = trail.pop()
            yield left, False, is_skipped
            node = left.next if trail else None
        elif node.is_text_node:
            yield node, True, trail[-1][1] if trail else False
            node = node.next
        else:
            is_skipped = (bool(trail) and trail[-1][1]) or skips(node)
            yield node, True, is_skipped
            trail.append((node, is_skipped))
            node = node.child
