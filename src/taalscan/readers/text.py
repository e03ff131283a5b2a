"""Read plain text: paragraphs, headings, lists, tables, quotations and notes by their look."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count
from typing import Final

from taalscan.model import BlockKind
from taalscan.readers.encoding import decode
from taalscan.readers.prose import names_section
from taalscan.readers.raw import RawBlock, RawDocument, RawPiece

_PART: Final = "text"
_LINE: Final = re.compile(r"[^\r\n\x0c]*(?:\r\n|[\r\n\x0c]|\Z)")
_BULLET: Final = re.compile(r"(?P<indent>[ \t]*)(?:[-*+•●○▪■◦‣–·]|\uf0b7)[ \t]+(?=\S)")
_NUMBER: Final = re.compile(
    r"(?P<indent>[ \t]*)(?:\d{1,3}[.)]|[a-z][.)]|\([a-z\d]{1,2}\))[ \t]+(?=\S)"
)
_SECTION: Final = re.compile(r"[ \t]*(?P<number>\d{1,2}(?:\.\d{1,2})*)\.?[ \t]+(?=[^\W\d_])")
_HASHES: Final = re.compile(r"(?P<hashes>#{1,6})[ \t]+(?=\S)")
_UNDERLINE: Final = re.compile(r"[ \t]*(?:={3,}|-{3,})[ \t]*")
_RULE: Final = re.compile(r"[ \t]*(?:[-*_=][ \t]*){3,}")
_QUOTE: Final = re.compile(r"[ \t]*>[ \t]?")
_NOTE: Final = re.compile(r"[ \t]*\[\^?\d{1,3}\]:?[ \t]+(?=\S)")
_REFERENCE: Final = re.compile(r"(?<=\S)\[\^?\d{1,3}\]")
_TABLE_RULE: Final = re.compile(r"[ \t|:+=-]*-{2,}[ \t|:+=-]*")
_CELL: Final = re.compile(r"[^|\t]*[^|\t\s][^|\t]*")
_CLOSED: Final = (".", ";", ":", ",", "!", "?")

_LONG_LINE: Final = 140
"""A line over this width was not wrapped: it is a paragraph of its own."""

_HEADING_WORDS: Final = 14


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with its first character in the text; `text` has no line end, `end` is it."""

    text: str
    start: int
    end: str

    def after(self, match: re.Match[str]) -> "_Line":
        """Return what comes after a marker."""
        return _Line(self.text[match.end() :], self.start + match.end(), self.end)

    @property
    def is_blank(self) -> bool:
        return not self.text.strip()


def read_text(data: bytes) -> RawDocument:
    """Return what a plain text holds; the place of a piece is its offset in the decoded text."""
    return RawDocument(tuple(_Reader(decode(data)).blocks()))


class _Reader:
    """Read the chunks that blank lines divide a text in."""

    def __init__(self, text: str) -> None:
        self._chunks = list(_chunks(text))
        self._groups = count(1)
        self._list: int | None = None
        self._indents: list[int] = []

    def blocks(self) -> Iterator[RawBlock]:
        for number, chunk in enumerate(self._chunks):
            yield from self._chunk(number, chunk)

    def _chunk(self, number: int, chunk: list[_Line]) -> Iterator[RawBlock]:
        found = self._heading(number, chunk)
        if found is not None:
            heading, rest = found
            self._list = None
            yield heading
            if rest:
                yield from self._body(rest)
        else:
            yield from self._body(chunk)

    def _heading(self, number: int, chunk: list[_Line]) -> tuple[RawBlock, list[_Line]] | None:
        """Return a heading and the lines of the chunk after it, if it begins with one."""
        first = chunk[0]
        if match := _HASHES.match(first.text):
            return _heading(first.after(match), len(match["hashes"])), chunk[1:]
        if len(chunk) > 1 and _UNDERLINE.fullmatch(chunk[1].text):
            return _heading(first, 1 if "=" in chunk[1].text else 2), chunk[2:]
        if len(chunk) > 1 or not _is_short(first.text):
            return None
        if match := _SECTION.match(first.text):
            depth = match["number"].count(".") + 1
            return (_heading(first, depth), []) if self._is_section(number, depth) else None
        if names_section(first.text) or _is_capitals(first.text):
            return _heading(first, 1), []
        return None

    def _is_section(self, number: int, depth: int) -> bool:
        """Tell a numbered heading from an item of a numbered list with blank lines between."""
        if depth > 1:
            return True
        beside = [
            self._chunks[other]
            for other in (number - 1, number + 1)
            if other >= 0 and other < len(self._chunks)
        ]
        return not any(_NUMBER.match(chunk[0].text) for chunk in beside)

    def _body(self, lines: list[_Line]) -> Iterator[RawBlock]:
        if len(lines) > 1 and all(_is_row(line.text) for line in lines):
            yield from self._table(lines)
            return
        for item in _items(lines):
            yield from self._item(item)

    def _table(self, lines: list[_Line]) -> Iterator[RawBlock]:
        self._list = None
        group = next(self._groups)
        for line in lines:
            if _TABLE_RULE.fullmatch(line.text):
                continue
            for match in _CELL.finditer(line.text):
                piece = RawPiece(match.group(), _PART, start=line.start + match.start())
                column = _column(line.text, match.start())
                yield RawBlock(BlockKind.TABLE_CELL, (piece,), column, group)

    def _item(self, lines: list[_Line]) -> Iterator[RawBlock]:
        first = lines[0]
        if match := _QUOTE.match(first.text):
            self._list = None
            yield RawBlock(BlockKind.QUOTATION, _pieces([_unquoted(line) for line in lines]))
        elif match := _NOTE.match(first.text):
            yield RawBlock(BlockKind.NOTE, _pieces([first.after(match), *lines[1:]]))
        elif match := _marker(first.text):
            pieces = _pieces([first.after(match), *lines[1:]])
            yield self._list_item(pieces, len(match["indent"].expandtabs(4)))
        elif not all(_RULE.fullmatch(line.text) for line in lines):
            self._list = None
            yield RawBlock(BlockKind.PARAGRAPH, _pieces(lines))

    def _list_item(self, pieces: tuple[RawPiece, ...], indent: int) -> RawBlock:
        if self._list is None:
            self._list = next(self._groups)
            self._indents = []
        self._indents = [one for one in self._indents if one < indent] + [indent]
        return RawBlock(BlockKind.LIST_ITEM, pieces, len(self._indents), self._list)


def _chunks(text: str) -> Iterator[list[_Line]]:
    """Give the runs of lines without a blank line; a line that was not wrapped stands alone."""
    chunk: list[_Line] = []
    for match in _LINE.finditer(text):
        content = match.group().rstrip("\r\n\x0c")
        line = _Line(content, match.start(), match.group()[len(content) :])
        if chunk and (line.is_blank or len(content) > _LONG_LINE):
            yield chunk
            chunk = []
        if not line.is_blank:
            chunk.append(line)
        if len(content) > _LONG_LINE:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _items(lines: list[_Line]) -> Iterator[list[_Line]]:
    """Divide lines where a list item, a note or a quotation begins or ends."""
    item: list[_Line] = []
    for line in lines:
        starts = _marker(line.text) or _NOTE.match(line.text)
        turns = item and bool(_QUOTE.match(line.text)) != bool(_QUOTE.match(item[0].text))
        if item and (starts or turns):
            yield item
            item = []
        item.append(line)
    if item:
        yield item


def _marker(text: str) -> re.Match[str] | None:
    return _BULLET.match(text) or _NUMBER.match(text)


def _unquoted(line: _Line) -> _Line:
    match = _QUOTE.match(line.text)
    return line.after(match) if match else line


def _heading(line: _Line, level: int) -> RawBlock:
    return RawBlock(BlockKind.HEADING, _pieces([replace(line, end="")]), min(level, 9))


def _pieces(lines: list[_Line]) -> tuple[RawPiece, ...]:
    """Return the pieces of lines, without marks such as `[1]` that point to a note."""
    return tuple(piece for line in lines for piece in _without_references(line))


def _without_references(line: _Line) -> Iterator[RawPiece]:
    text, done = line.text + line.end, 0
    for match in _REFERENCE.finditer(text):
        yield RawPiece(text[done : match.start()], _PART, start=line.start + done)
        done = match.end()
    yield RawPiece(text[done:], _PART, start=line.start + done)


def _is_row(text: str) -> bool:
    """Tell whether a line is a row of a table: cells between bars, or tabs within the line."""
    stripped = text.strip()
    return "\t" in stripped or (stripped.count("|") > 1) or bool(_TABLE_RULE.fullmatch(stripped))


def _column(row: str, place: int) -> int:
    """Return the column of a place in a row; a bar before the first cell divides nothing."""
    before = row[:place]
    if row.count("|") < 2:
        return before.count("\t") + 1
    return before.count("|") + (not row.lstrip().startswith("|"))


def _is_short(text: str) -> bool:
    return len(text.split()) <= _HEADING_WORDS and not text.rstrip().endswith(_CLOSED)


def _is_capitals(text: str) -> bool:
    return text.isupper() and sum(letter.isalpha() for letter in text) > 3
