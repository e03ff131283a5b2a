"""Hold a document: its text, blocks and the way back to the source."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters of `Document.text`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            message = f"not a half-open range: {self.start}, {self.end}"
            raise ValueError(message)

    def __len__(self) -> int:
        return self.end - self.start

    def cut(self, text: str) -> str:
        """Return the characters of `text` that the span covers.

        >>> Span(3, 7).cut("de zorg")
        'zorg'
        """
        return text[self.start : self.end]

    def contains(self, other: "Span") -> bool:
        """Tell whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the spans share a character."""
        return self.start < other.end and other.start < self.end


class BlockKind(StrEnum):
    """What a block is in the document; only prose kinds are scored."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_CELL = "table_cell"
    QUOTATION = "quotation"
    NOTE = "note"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a document came from: file name without folder, digest of its bytes, media type."""

    name: str
    sha256: str
    media_type: str


@dataclass(frozen=True, slots=True)
class Origin:
    """The place in the source of one stretch of `Document.text`.

    Within the stretch, character `i` of the text is character `start + i` of the source run, but
    where the lengths differ (a ligature, a joined hyphen): then the stretch is one unit.

    Attributes:
        span: the stretch of `Document.text`.
        part: the part of the source, e.g. `page:3` or `word/document.xml`.
        path: ordinals inside the part: paragraph and text run (docx, odt), empty for PDF.
        start: first character within that run (PDF: within the page's characters).
        length: number of source characters.
    """

    span: Span
    part: str
    path: tuple[int, ...]
    start: int
    length: int


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item, table cell, quotation, note or piece of boilerplate.

    Attributes:
        level: outline level of a heading, nesting of a list item or column of a table cell, from
            1; None where it is not known.
        page: page it starts on, from 1; None where the format has no pages.
        group: number that the items of one list, or the cells of one table, share; else None.
    """

    kind: BlockKind
    span: Span
    level: int | None = None
    page: int | None = None
    group: int | None = None


@dataclass(frozen=True, slots=True)
class PageBox:
    """A rectangle around words on a page, in points of the page before turning and cropping.

    These are the coordinates that annotations in a PDF are written in.

    Attributes:
        page: from 1.
        turn: direction of the words in quarters of a turn, anticlockwise.
    """

    page: int
    left: float
    bottom: float
    right: float
    top: float
    turn: int = 0


@dataclass(frozen=True, slots=True)
class Notice:
    """Something about a document that the reader of a report should know.

    The words stand in the message catalogues under the code; `values` fill their gaps.
    """

    code: str
    values: tuple[tuple[str, str | int], ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its blocks, in reading order, without overlap; the way back to the source."""

    source: Source
    text: str
    blocks: tuple[Block, ...]
    title: str | None = None
    language: str = "nl"
    pages: int | None = None
    page_starts: tuple[int, ...] = ()
    origins: tuple[Origin, ...] = ()
    warnings: tuple[Notice, ...] = ()
