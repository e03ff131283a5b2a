"""Read Markdown by its block structure, with the way back to the characters of the file."""

import re
from collections.abc import Iterator
from itertools import count
from typing import TYPE_CHECKING, Final

from taalscan.model import BlockKind
from taalscan.readers.encoding import decode
from taalscan.readers.grid import Cell, Grid
from taalscan.readers.raw import IMPLIED, RawBlock, RawDocument, RawPiece

if TYPE_CHECKING:
    from markdown_it.token import Token

_PART: Final = "text"
_FRONT: Final = re.compile(r"\A---[ \t]*\r?\n(?P<fields>.*?\n)---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_TITLE: Final = re.compile(r"^title:[ \t]*[\"']?(?P<title>.+?)[\"']?[ \t]*\r?$", re.MULTILINE)
_NOTE: Final = re.compile(r"\[\^[^\]\s]+\]:\s*")
_REFERENCE: Final = re.compile(r"\[\^[^\]\s]+\]")
_TARGET: Final = re.compile(r"\](?:\((?:[^()\\]|\\.|\([^()]*\))*\)|\[[^\]]*\])")
_TAG: Final = re.compile(r"<!--.*?(?:-->|\Z)|<[^>]*(?:>|\Z)", re.DOTALL)
_LINE_END: Final = re.compile(r"\r\n|\r|\n")


def read_markdown(data: bytes) -> RawDocument:
    """Return what a Markdown text holds; pieces have their place in the decoded text."""
    text = decode(data)
    front = _FRONT.match(text)
    title = _TITLE.search(front["fields"]) if front else None
    walk = _Walk(text, front.end() if front else 0)
    return RawDocument(tuple(walk.blocks()), title=title["title"] if title else None)


class _Walk:
    """Walk the tokens of a text, in step with its characters.

    The parser gives lines for blocks and no places for what is in them; each stretch of text is
    looked up in the source after the one before it.
    """

    def __init__(self, text: str, start: int) -> None:
        self._text = text
        self._first_line = len(_LINE_END.findall(text[:start]))
        self._lines = [0, *(match.end() for match in _LINE_END.finditer(text)), len(text)]
        self._body = text[start:]
        self._cursor = start
        self._groups = count(1)
        self._open: list[str] = []
        self._lists: list[int] = []
        self._grid: Grid | None = None
        self._cell: Cell | None = None
        self._level: int | None = None

    def blocks(self) -> Iterator[RawBlock]:
        from markdown_it import MarkdownIt  # noqa: PLC0415 - a third of a second, only here

        # lines that are indented are more often prose than code
        parser = MarkdownIt("commonmark").enable("table").disable("code")
        for token in parser.parse(_unix(self._body)):
            block = self._token(token)
            if block is not None:
                yield block

    def _token(self, token: "Token") -> RawBlock | None:
        if token.map:
            line = min(token.map[0] + self._first_line, len(self._lines) - 1)
            self._cursor = max(self._cursor, self._lines[line])
        if token.nesting:
            self._nest(token)
            return None
        if token.type == "inline":
            return self._block(tuple(self._pieces(token.children or [])))
        if token.type == "html_block":
            return self._block(tuple(self._between_tags(token.content)))
        if token.type in {"fence", "code_block"}:
            lines = token.content.splitlines(keepends=True)
            pieces = tuple(self._found(line.rstrip("\n")) for line in lines)
            return RawBlock(BlockKind.BOILERPLATE, pieces)
        return None

    def _nest(self, token: "Token") -> None:
        """Keep what is open: lists, quotations, tables, a heading."""
        name = token.type.rpartition("_")[0]
        if name in {"bullet_list", "ordered_list"}:
            if token.nesting > 0:
                # the items of a nested list go with the list around it
                self._lists.append(self._lists[-1] if self._lists else next(self._groups))
            else:
                self._lists.pop()
        elif name == "heading":
            self._level = int(token.tag[1]) if token.nesting > 0 else None
        elif name in {"table", "tr", "th", "td"}:
            self._nest_table(name, opens=token.nesting > 0)
        elif name == "blockquote" and token.nesting > 0:
            self._open.append(name)
        elif name == "blockquote":
            self._open.pop()

    def _nest_table(self, name: str, *, opens: bool) -> None:
        if name == "table":
            self._grid = Grid(next(self._groups)) if opens else None
        elif name == "tr" and self._grid is not None:
            self._grid.start_row()
        else:
            self._cell = self._grid.cell() if opens and self._grid is not None else None

    def _block(self, pieces: tuple[RawPiece, ...]) -> RawBlock:
        """Return a block of the kind that what is open makes it."""
        if self._level is not None:
            return RawBlock(BlockKind.HEADING, pieces, self._level)
        if self._cell is not None:
            return RawBlock(BlockKind.TABLE_CELL, pieces, self._cell.column, self._cell.group)
        if self._open:
            return RawBlock(BlockKind.QUOTATION, pieces)
        if self._lists:
            return RawBlock(BlockKind.LIST_ITEM, pieces, len(self._lists), self._lists[-1])
        written = "".join(piece.text for piece in pieces)
        if match := _NOTE.match(written):
            return RawBlock(BlockKind.NOTE, tuple(_from(pieces, match.end())))
        return RawBlock(BlockKind.PARAGRAPH, tuple(self._without_references(pieces)))

    def _pieces(self, children: list["Token"]) -> Iterator[RawPiece]:
        for child in children:
            if child.type in {"text", "code_inline"}:
                yield self._found(child.content)
            elif child.type == "text_special":
                yield self._written(child)
            elif child.type in {"softbreak", "hardbreak"}:
                yield self._line_end()
            elif child.type == "link_close":
                self._skip_target()
            elif child.type == "html_inline":
                self._found(child.content)

    def _found(self, content: str) -> RawPiece:
        """Return the piece for a text, at its next place in the source."""
        place = self._text.find(content, self._cursor)
        if place < 0:
            return RawPiece(content, _PART, start=IMPLIED)
        self._cursor = place + len(content)
        return RawPiece(content, _PART, start=place)

    def _written(self, child: "Token") -> RawPiece:
        """Return the piece for an escaped character; an entity has no character of its own."""
        piece = self._found(child.markup)
        if piece.start == IMPLIED or not child.markup.endswith(child.content):
            return RawPiece(child.content, _PART, start=IMPLIED)
        offset = len(child.markup) - len(child.content)
        return RawPiece(child.content, _PART, start=piece.start + offset)

    def _line_end(self) -> RawPiece:
        match = _LINE_END.search(self._text, self._cursor)
        if match is None:
            return RawPiece("\n", _PART, start=IMPLIED)
        self._cursor = match.end()
        return RawPiece(match.group(), _PART, start=match.start())

    def _skip_target(self) -> None:
        match = _TARGET.match(self._text, self._cursor)
        if match:
            self._cursor = match.end()

    def _between_tags(self, content: str) -> Iterator[RawPiece]:
        for text in _TAG.split(content):
            for line in text.splitlines():
                if line.strip():
                    yield self._found(line)
                    yield RawPiece("\n", _PART, start=IMPLIED)

    def _without_references(self, pieces: tuple[RawPiece, ...]) -> Iterator[RawPiece]:
        for piece in pieces:
            done = 0
            for match in _REFERENCE.finditer(piece.text):
                yield _cut(piece, done, match.start())
                done = match.end()
            yield _cut(piece, done, len(piece.text))


def _from(pieces: tuple[RawPiece, ...], start: int) -> Iterator[RawPiece]:
    """Give the pieces without the first characters."""
    for piece in pieces:
        if start < len(piece.text):
            yield _cut(piece, start, len(piece.text))
        start = max(start - len(piece.text), 0)


def _cut(piece: RawPiece, start: int, end: int) -> RawPiece:
    place = piece.start if piece.start == IMPLIED else piece.start + start
    return RawPiece(piece.text[start:end], piece.part, piece.path, place, piece.page)


def _unix(text: str) -> str:
    """Return the text with the line ends that the parser knows, a line for a line."""
    return _LINE_END.sub("\n", text)
