"""Decide the one text of a document from what a reader took out of the file."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate, pairwise
from typing import Final

from taalscan.model import Block, BlockKind, Document, Origin, Source, Span
from taalscan.readers.hyphens import Hyphens
from taalscan.readers.prose import can_be_title
from taalscan.readers.raw import IMPLIED, RawDocument, RawPiece
from taalscan.readers.tracing import Traced, trace

JOINER: Final = "\n\n"
"""What stands between two blocks."""

_LINE_END: Final = r"[\n\r\x0b\x0c\x85\u2028\u2029]"
_BREAK: Final = "\ufffe"
"""A hyphen at a line end: pdfium's sign for it, and what the other signs are turned into."""

_BREAK_SIGNS: Final = rf"[{_BREAK}\x02\u2010\u2011]|_x0002_|\u00ad(?=[^\S\n]*{_LINE_END})"
_CONTROLS: Final = r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad]|_x00[01][0-9A-Fa-f]_"
_INVISIBLE: Final = (
    r"[\u034f\u061c\u070f\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    r"\ufff9-\ufffb\uffff\ufdd0-\ufdef\U000e0000-\U000e0fff\ud800-\udfff]"
    r"|[\U0001fffe\U0001ffff]|[^\x00-\U0001fffd\U00020000-\U0010fffd]"
)
_SIGNS: Final = re.compile(
    f"(?P<sign>{_BREAK_SIGNS})|{_CONTROLS}|{_INVISIBLE}|(?P<ligature>[\u0132\u0133\ufb00-\ufb06])"
)
_PLAIN: Final = re.compile(r"[\t\n\r -^`-~\u00a1-\u00ac\u00ae-\u0131\u2013-\u2027\u20ac]*")
"""Text without signs; most blocks are, and this is told ten times as fast as finding none."""

_HYPHENS: Final = re.compile(rf"(?:{_BREAK}\s*|-[^\S\n]*{_LINE_END}\s*)(?P<next>[^\W_]?)")
_SPACE: Final = re.compile(r" \s+|[^\S ]\s*")
_MARGIN: Final = re.compile(r"\A\s+|\s+\Z")
_BULLET: Final = re.compile(
    r"\A(?:(?:[•●○◦▪▫■□‣⁃∙·–—*\-]|[\uf000-\uf0ff])(?:\s+|\Z)|[•●○◦▪▫■□‣⁃\uf0a7\uf0b7])+\s*"
)
_CLUSTER: Final = re.compile(r".?[\u0300-\U0010ffff]+", re.DOTALL)


def assemble(raw: RawDocument, source: Source, is_word: Callable[[str], bool]) -> Document:
    """Return the document: its one text, blocks, and the way back to the source.

    Args:
        raw: what the reader found.
        source: where it came from.
        is_word: tells whether a lower-case string is a Dutch word.
    """
    hyphens = Hyphens((piece.text for block in raw.blocks for piece in block.pieces), is_word)
    texts: list[str] = []
    blocks: list[Block] = []
    origins: list[Origin] = []
    starts: dict[int, int] = {}
    length = 0
    for block in raw.blocks:
        pieces = _with_line_ends(block.pieces)
        traced = clean("".join(piece.text for piece in pieces), hyphens, kind=block.kind)
        if not traced.text:
            continue
        length += len(JOINER) if texts else 0
        pages = _Pages(starts)
        for origin, page in _origins(traced, pieces, length):
            origins.append(origin)
            pages.see(page, origin.span.start)
        span = Span(length, length + len(traced.text))
        blocks.append(Block(block.kind, span, block.level, pages.first, block.group))
        texts.append(traced.text)
        length = span.end
    return Document(
        source=source,
        text=JOINER.join(texts),
        blocks=tuple(blocks),
        title=_title(raw, blocks, texts),
        pages=raw.pages,
        page_starts=_page_starts(raw.pages, starts, length),
        origins=tuple(origins),
        warnings=raw.warnings,
    )


def clean(text: str, hyphens: Hyphens, *, kind: BlockKind = BlockKind.PARAGRAPH) -> Traced:
    """Return the text of one block as it is to stand in the document.

    Composed characters (NFC); line-end hyphens decided; ligatures spelled out; no control or
    invisible characters; every run of white space one plain space, none at the ends.
    """

    def join(match: re.Match[str]) -> str:
        return _join(match, hyphens)

    traced = trace(text)
    if not _PLAIN.fullmatch(text):
        traced = traced.rewrite(_SIGNS, _sign)
    traced = traced.rewrite(_HYPHENS, join)
    traced = traced.rewrite(_SPACE, _one_space).rewrite(_MARGIN, _nothing)
    if kind is BlockKind.LIST_ITEM:
        traced = traced.rewrite(_BULLET, _nothing)
    if not unicodedata.is_normalized("NFC", traced.text):
        traced = traced.rewrite(_CLUSTER, _composed)
    return traced


# --- characters -----------------------------------------------------------------------------


def _sign(match: re.Match[str]) -> str:
    found = match.group()
    if match["ligature"]:
        return unicodedata.normalize("NFKC", found)
    if match["sign"]:
        return "-" if found in "\u2010\u2011" else _BREAK
    # a byte of Windows-1252 that was taken for a control character: a curly quote, a dash
    if "\x80" <= found <= "\x9f":
        return found.encode("latin-1").decode("cp1252", errors="ignore")
    return ""


def _join(match: re.Match[str], hyphens: Hyphens) -> str:
    """Return what stands at a line-end hyphen, with the first letter of the next line."""
    text, start = match.string, match.start()
    left = _word_before(text, start)
    if not left:
        # no word is broken here: a dash, or a minus
        blank = " " if match.group()[1:-1] or not match["next"] else ""
        return f"-{blank}{match['next']}"
    if not match["next"]:
        return "- "
    right = match["next"] + _word_after(text, match.end())
    joined = hyphens.join(left, right)
    return joined[len(left) : len(joined) - len(right) + 1]


def _word_before(text: str, end: int) -> str:
    start = end
    while start and text[start - 1].isalnum():
        start -= 1
    return text[start:end]


def _word_after(text: str, start: int) -> str:
    end = start
    while end < len(text) and text[end].isalnum():
        end += 1
    return text[start:end]


def _one_space(_: re.Match[str]) -> str:
    return " "


def _nothing(_: re.Match[str]) -> str:
    return ""


def _composed(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFC", match.group())


# --- places ---------------------------------------------------------------------------------


def _with_line_ends(pieces: tuple[RawPiece, ...]) -> tuple[RawPiece, ...]:
    """Add the line end that goes without saying where a block runs on in another part."""
    if len({piece.part for piece in pieces}) < 2:
        return pieces
    with_ends: list[RawPiece] = []
    for one, other in pairwise(pieces):
        with_ends.append(one)
        if one.part != other.part and not one.text.endswith(_BREAK):
            with_ends.append(RawPiece("\n", one.part, one.path, IMPLIED, one.page))
    return (*with_ends, pieces[-1])


def _origins(
    traced: Traced, pieces: tuple[RawPiece, ...], offset: int
) -> Iterator[tuple[Origin, int | None]]:
    """Give the places of a block, in order, with their pages; implied characters have none."""
    ends = list(accumulate(len(piece.text) for piece in pieces))
    for stretch in traced.stretches:
        start, text_start = stretch.source_start, stretch.start
        while start < stretch.source_end and text_start < stretch.end:
            number = bisect_right(ends, start)
            piece, piece_end = pieces[number], ends[number]
            stop = min(stretch.source_end, piece_end)
            # a unit that two runs share is shown in the first
            text_end = text_start + stop - start if stretch.is_even else stretch.end
            if piece.start != IMPLIED:
                within = piece.start + start - (piece_end - len(piece.text))
                span = Span(text_start + offset, text_end + offset)
                yield Origin(span, piece.part, piece.path, within, stop - start), piece.page
            elif not stretch.is_even:
                text_end = text_start
            start, text_start = stop, text_end


class _Pages:
    """Note where pages start."""

    def __init__(self, starts: dict[int, int]) -> None:
        self._starts = starts
        self.first: int | None = None

    def see(self, page: int | None, position: int) -> None:
        if page is not None:
            self._starts.setdefault(page, position)
            self.first = self.first or page


def _page_starts(pages: int | None, starts: dict[int, int], length: int) -> tuple[int, ...]:
    """Return where each page starts; a page without text starts where the next one does."""
    if pages is None:
        return ()
    given = [starts.get(page, length) for page in range(pages, 0, -1)]
    return tuple(accumulate(given, min))[::-1]


def _title(raw: RawDocument, blocks: Iterable[Block], texts: Iterable[str]) -> str | None:
    """Return the title the file names, or else its first heading if that can be one."""
    named = clean(raw.title or "", Hyphens((), _no_word)).text
    if named:
        return named
    headings = (
        text for block, text in zip(blocks, texts, strict=True) if block.kind is BlockKind.HEADING
    )
    first = next(headings, None)
    return first if first is not None and can_be_title(first) else None


def _no_word(_: str) -> bool:
    return False
