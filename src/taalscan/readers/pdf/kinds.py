"""Tell what each paragraph is: heading, list item, note, quotation or running text."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from taalscan.model import BlockKind
from taalscan.readers.pdf.layout import Body, letters
from taalscan.readers.pdf.paragraphs import NUMBER, SIGN, Paragraph

_LARGER: Final = 1.15
"""Type from this multiple of the body size is large enough for a heading."""

_SMALLER: Final = 0.93
_LONGEST_HEADING: Final = 260
_MOST_LINES: Final = 4
_CELL: Final = 30
"""A bold line shorter than this, with others beside it, is the heading of a table column."""
_NO_HEADING: Final = (".", ";", ",", "…", "-")
_NOTE: Final = re.compile(r"(?:\d{1,3}|\*{1,3}|[†‡])[\s)\]]*[^\W\d_\"“‘'(]|\d{1,3}\s+\S")
_OPENING: Final = '“„"‘«'
_CLOSING: Final = re.compile(r"[”\"“’»][.,;]?\s*(?:\(.*\))?\Z")
_COLOURED: Final = 60
_LINK: Final = re.compile(r"www\.|://|@")
_TAIL: Final = 120
_DECIMAL: Final = re.compile(r"\d{1,2}(?:\.\d{1,2})*")


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph with its kind.

    Attributes:
        level: outline level of a heading, nesting of a list item or column of a cell, from 1.
        group: number of the list or table.
    """

    kind: BlockKind
    lines: Paragraph
    level: int | None = None
    group: int | None = None

    @property
    def words(self) -> str:
        """Return the text in one line."""
        return " ".join(line.words for line in self.lines)


def classify(region: Sequence[Paragraph], body: Body, foot: float) -> list[Piece]:
    """Return the paragraphs of one region with their kinds.

    Args:
        region: the paragraphs from top to bottom.
        body: the type of the running text.
        foot: the lowest baseline of running text on the page; notes stand below it.
    """
    left = min(line.left for paragraph in region for line in paragraph)
    pieces: list[Piece] = []
    for number, paragraph in enumerate(region):
        follower = region[number + 1] if number + 1 < len(region) else None
        pieces.append(Piece(_kind(paragraph, follower, body, (left, foot)), paragraph))
    return _note_tails(pieces)


def _kind(
    paragraph: Paragraph, follower: Paragraph | None, body: Body, edges: tuple[float, float]
) -> BlockKind:
    left, foot = edges
    words = " ".join(line.words for line in paragraph).strip()
    if _is_note(paragraph, words, body, foot):
        return BlockKind.NOTE
    if paragraph[0].sign or (SIGN.match(words) and letters(words) > 0):
        return BlockKind.LIST_ITEM
    if _is_quotation(paragraph, words, body, left):
        return BlockKind.QUOTATION
    if _is_heading(paragraph, words, body) or _is_subheading(paragraph, words, follower, body):
        return BlockKind.HEADING
    if NUMBER.match(words) and letters(words) > 2:
        return BlockKind.LIST_ITEM
    return BlockKind.PARAGRAPH


def _is_heading(paragraph: Paragraph, words: str, body: Body) -> bool:
    """Tell whether a paragraph is set as a heading: large, or bold where the text is not."""
    if not _can_be_heading(paragraph, words):
        return False
    size = max(line.size for line in paragraph)
    if size >= _LARGER * body.size:
        return len(paragraph) < 3 or size >= 1.3 * body.size
    if size < _SMALLER * body.size:
        return False
    if paragraph[0].is_split and len(words) < _CELL:
        return False
    is_bold = all(line.bold[0] and line.bold[1] for line in paragraph)
    is_coloured = all(_contrast(line.colour, body.colour) > _COLOURED for line in paragraph)
    if is_coloured and len(paragraph) < 3 and not _LINK.search(words):
        return not words.endswith(":")
    is_capitals = words.upper() == words and letters(words) > 3
    return (is_bold and not body.is_bold) or (is_capitals and len(paragraph) < 3)


def _contrast(one: int, other: int) -> int:
    """Return the largest difference of red, green or blue between two colours, up to 255."""
    return max(abs((one >> shift & 255) - (other >> shift & 255)) for shift in (0, 8, 16))


def _is_subheading(
    paragraph: Paragraph, words: str, follower: Paragraph | None, body: Body
) -> bool:
    """Tell whether a line is a heading by what follows: in italics, or a lone number."""
    if follower is None or len(paragraph) > 1 or len(words) > 90:
        return False
    if not _can_be_heading(paragraph, words) or words.endswith(":"):
        return False
    if (
        abs(paragraph[0].size - body.size) > 0.12 * body.size
        or letters(follower[0].words) < len(words) / 2
    ):
        return False
    if paragraph[0].is_italic and not body.is_italic:
        return not follower[0].is_italic
    is_numbered = NUMBER.match(words) is not None and len(words) < 60
    return is_numbered and NUMBER.match(follower[0].words) is None


def _can_be_heading(paragraph: Paragraph, words: str) -> bool:
    if len(paragraph) > _MOST_LINES or not 2 < len(words) <= _LONGEST_HEADING:
        return False
    if words.endswith(_NO_HEADING) or letters(words) < 0.5 * len(words.replace(" ", "")):
        return False
    name = NUMBER.sub("", words, count=1).lstrip(" \"'‘’“„#(")
    return name[:1].isupper() or words[0].isdigit()


def _is_quotation(paragraph: Paragraph, words: str, body: Body, left: float) -> bool:
    """Tell whether a paragraph is one quotation that is set apart from the text."""
    if words[:1] not in _OPENING or not _CLOSING.search(words[-_TAIL:]) or words.count(" ") < 4:
        return False
    is_apart = min(line.left for line in paragraph) > left + 1.2 * body.size
    is_other = paragraph[0].is_italic != body.is_italic
    return is_apart or is_other or abs(paragraph[0].size - body.size) > 1


# --- notes ----------------------------------------------------------------------------------


def _is_note(paragraph: Paragraph, words: str, body: Body, foot: float) -> bool:
    """Tell whether a paragraph is a footnote: small type with a number, below the text."""
    first = paragraph[0]
    is_small = all(line.size < _SMALLER * body.size for line in paragraph[:3])
    return is_small and first.y < foot and _NOTE.match(words) is not None


def _note_tails(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces, with what stands under a note in the same type as notes too."""
    found: list[Piece] = []
    for piece in pieces:
        above = found[-1] if found else None
        if (
            above is not None
            and above.kind is BlockKind.NOTE
            and abs(above.lines[-1].size - piece.lines[0].size) < 0.6
        ):
            found.append(replace(piece, kind=BlockKind.NOTE))
        else:
            found.append(piece)
    return found


# --- levels and groups ----------------------------------------------------------------------


def with_levels(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces with outline levels for headings, and nesting and groups for lists."""
    headings = [piece for piece in pieces if piece.kind is BlockKind.HEADING]
    ranks = _ranks(headings)
    depths: dict[tuple[float, bool, bool], int] = {}
    for piece in headings:
        style = _style(piece)
        depths[style] = min(depths.get(style, 9), _depth(piece))
    found = [
        replace(piece, level=min(6, ranks[_style(piece)] + _depth(piece) - depths[_style(piece)]))
        if piece.kind is BlockKind.HEADING
        else piece
        for piece in pieces
    ]
    return list(_with_groups(found))


def _style(piece: Piece) -> tuple[float, bool, bool]:
    first = piece.lines[0]
    return (max(line.size for line in piece.lines), first.bold[0], not first.is_italic)


def _ranks(headings: Sequence[Piece]) -> dict[tuple[float, bool, bool], int]:
    """Number the styles of headings from 1, larger first, then bold before light.

    A style that is hardly used (a cover, a figure) gets the number of the next one, so that it
    does not push the others down.
    """
    counts = Counter(_style(piece) for piece in headings)
    ranks: dict[tuple[float, bool, bool], int] = {}
    rank, above = 1, None
    for style in sorted(counts, reverse=True):
        # sizes within a point of each other are one style: text recognition guesses sizes
        if above and (above[0] - style[0] > 1 or above[1:] != style[1:]):
            rank, above = rank + 1, None
        ranks[style] = rank
        is_used = not above and (rank == 1 or counts[style] > max(1, 0.03 * len(headings)))
        above = style if is_used else above
    return ranks


def _depth(piece: Piece) -> int:
    """Return how many parts the number of a heading has: 2 for "1.2"."""
    match = _DECIMAL.match(piece.words.lstrip())
    return match.group().count(".") + 1 if match else 1


def _with_groups(pieces: Iterable[Piece]) -> Iterable[Piece]:
    """Number lists and tables; items in a row are one list, nested by their indents."""
    group = 0
    before: tuple[BlockKind, int | None, int | None] | None = None
    nesting: tuple[Piece, ...] = ()
    for piece in pieces:
        # notes and footers may stand between two items of a list
        if piece.kind in {BlockKind.NOTE, BlockKind.BOILERPLATE}:
            yield piece
            continue
        # a table ends with its page, for the next page can have other columns
        page = piece.lines[0].page if piece.kind is BlockKind.TABLE_CELL else None
        current = (piece.kind, piece.group, page)
        level = piece.level
        if piece.kind in {BlockKind.LIST_ITEM, BlockKind.TABLE_CELL} and current != before:
            group, nesting = group + 1, ()
        if piece.kind is BlockKind.LIST_ITEM:
            nesting = _nesting(nesting, piece)
            level = len(nesting)
        before = current
        is_member = piece.kind in {BlockKind.LIST_ITEM, BlockKind.TABLE_CELL}
        yield replace(piece, group=group if is_member else None, level=level)


def _nesting(open_items: tuple[Piece, ...], piece: Piece) -> tuple[Piece, ...]:
    """Return the items that are open with this one: itself and those it is indented under."""
    first = piece.lines[0]
    last = open_items[-1].lines[0] if open_items else first
    if last.page != first.page or last.y < first.y:
        return (piece,)  # in another column indents cannot be compared
    return (*(one for one in open_items if one.lines[0].left < first.left - 4), piece)
