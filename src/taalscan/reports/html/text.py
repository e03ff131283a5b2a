"""Lay out the whole text of a document: its blocks, with the marks inside."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from taalscan.model import Block, BlockKind, Scan, Span
from taalscan.reports.html.frames import FrameView
from taalscan.reports.html.marks import Found, Segment, cut
from taalscan.reports.html.notes import NoteView

_MARKER = re.compile(r"\s*(?:[•●▪■◦○‣∙·*–—-]\s|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})[.):]\s)")
_DEEPEST = 6
"""HTML has six levels of headings; the section of the text itself has the second."""


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one passage, or between passages.

    Attributes:
        anchor: whether the passage starts here; `ends` whether it ends here.
        frames: the axes that the classifier saw in it without a signal word.
    """

    segments: tuple[Segment, ...]
    passage: int | None = None
    anchor: bool = False
    ends: bool = False
    frames: tuple[FrameView, ...] = ()


@dataclass(frozen=True, slots=True)
class _Marks:
    """What is marked in one passage: its hits, and the axes seen without a signal word."""

    hits: Sequence[Found]
    frames: tuple[FrameView, ...]


@dataclass(frozen=True, slots=True)
class BlockView:
    """A block.

    Attributes:
        own_marker: whether a list item begins with its own number or dash.
        scored: whether any of it lies in a passage.
        level: nesting of a list item, from 1 to 6.
    """

    runs: tuple[Run, ...]
    level: int
    own_marker: bool
    scored: bool


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell of a table: its paragraphs, and how many columns are empty before and after it."""

    blocks: tuple[BlockView, ...]
    before: int = 0
    after: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """Blocks that stand together: a heading, a paragraph, all items of a list.

    Attributes:
        tag: level of a heading in the page, 3 to 6; 0 for others.
        page: page that starts here, where it is another than before.
        rows: the cells of a table by row; empty where only their order is known.
    """

    kind: str
    blocks: tuple[BlockView, ...]
    notes: tuple[NoteView, ...]
    tag: int = 0
    page: int | None = None
    rows: tuple[tuple[CellView, ...], ...] = ()


def text_parts(
    scan: Scan, passages: Sequence[Sequence[Found]], notes: Sequence[NoteView | None]
) -> tuple[Part, ...]:
    """Return the parts of the text.

    Args:
        scan: the scan.
        passages: the hits of each passage.
        notes: the explanation at each passage; None for a passage that needs none.
    """
    inside = _passages_of_blocks(scan)
    home = {passage: index for index, found in enumerate(inside) for passage in found}
    views = _blocks(scan, inside, _marks(passages, notes))
    parts = []
    page = None
    depth = 2
    for _, group in groupby(enumerate(scan.document.blocks), key=_group_key):
        members = list(group)
        lead = members[0][1]
        if lead.kind is BlockKind.HEADING:
            # a level that skips one confuses who listens to the page
            depth = min(depth + 1, (lead.level or 1) + 2, _DEEPEST)
        told = [notes[p] for index, _ in members for p in inside[index] if home[p] == index]
        own = [views[index] for index, _ in members]
        parts.append(
            Part(
                kind=lead.kind.value,
                blocks=tuple(own),
                notes=tuple(note for note in told if note is not None),
                tag=depth if lead.kind is BlockKind.HEADING else 0,
                page=lead.page if lead.page != page else None,
                rows=_rows([block for _, block in members], own),
            )
        )
        page = lead.page or page
    return tuple(parts)


def _marks(passages: Sequence[Sequence[Found]], notes: Sequence[NoteView | None]) -> list[_Marks]:
    return [
        _Marks(hits, note.frames if note is not None else ())
        for hits, note in zip(passages, notes, strict=True)
    ]


def _blocks(
    scan: Scan, inside: Sequence[Sequence[int]], passages: Sequence[_Marks]
) -> list[BlockView]:
    """Return a view of each block; `inside` are the passages in each."""
    seen: set[int] = set()
    views = []
    for block, own in zip(scan.document.blocks, inside, strict=True):
        views.append(_block(scan, block, [(p, p not in seen) for p in own], passages))
        seen.update(own)
    return views


def _rows(blocks: Sequence[Block], views: Sequence[BlockView]) -> tuple[tuple[CellView, ...], ...]:
    """Return the cells of a table by row: a row ends where the number of the column falls.

    Paragraphs of one cell share its number; but two in the first column are two rows, for a
    label alone in its row is the more usual. Without columns the rows cannot be told, and a grid
    would put cells under the wrong head.
    """
    columns = [block.level for block in blocks if block.kind is BlockKind.TABLE_CELL]
    known = [column for column in columns if column is not None]
    if not columns or len(known) < len(columns):
        return ()
    # columns that hold nothing at all, as between columns set apart, are not drawn
    places = {column: place for place, column in enumerate(sorted(set(known)))}
    rows: list[dict[int, tuple[BlockView, ...]]] = []
    last = len(places)
    for column, view in zip(known, views, strict=True):
        place = places[column]
        if place < last or place == last == 0:
            rows.append({})
        rows[-1][place] = (*rows[-1].get(place, ()), view)
        last = place
    return tuple(_row(row, len(places)) for row in rows)


def _row(cells: Mapping[int, tuple[BlockView, ...]], width: int) -> tuple[CellView, ...]:
    """Return the cells of a row, by their places from the left; the last one fills it up."""
    ends = [-1, *cells]
    made = [
        CellView(blocks, place - end - 1)
        for end, (place, blocks) in zip(ends, cells.items(), strict=False)
    ]
    return (*made[:-1], replace(made[-1], after=width - ends[-1] - 1))


def _group_key(numbered: tuple[int, Block]) -> tuple[str, int]:
    """Tell which neighbours stand together: items of a list, cells of a table, boilerplate."""
    index, block = numbered
    if block.kind is BlockKind.BOILERPLATE:
        return "boilerplate", 0
    if block.kind in {BlockKind.LIST_ITEM, BlockKind.TABLE_CELL} and block.group is not None:
        return block.kind.value, block.group
    return "single", index


def _passages_of_blocks(scan: Scan) -> list[list[int]]:
    """Return the passages that lie partly in each block, by position."""
    inside: list[list[int]] = []
    start = 0
    for block in scan.document.blocks:
        found = []
        while start < len(scan.passages):
            span = scan.passages[start].passage.span
            if span.start >= block.span.end:
                break
            if span.overlaps(block.span):
                found.append(start)
            if span.end > block.span.end:
                break
            start += 1
        inside.append(found)
    return inside


def _block(
    scan: Scan,
    block: Block,
    inside: Sequence[tuple[int, bool]],
    passages: Sequence[_Marks],
) -> BlockView:
    """Return a block; `inside` are its passages, each with whether it starts here."""
    text = block.span.cut(scan.document.text)
    return BlockView(
        runs=tuple(_runs(scan, block, inside, passages)),
        level=min(block.level or 1, _DEEPEST),
        own_marker=_MARKER.match(text) is not None,
        scored=bool(inside),
    )


def _runs(
    scan: Scan,
    block: Block,
    inside: Sequence[tuple[int, bool]],
    passages: Sequence[_Marks],
) -> Iterator[Run]:
    text = scan.document.text
    at = block.span.start
    for passage, starts in inside:
        span = scan.passages[passage].passage.span
        start, end = max(span.start, block.span.start), min(span.end, block.span.end)
        if at < start:
            yield Run((Segment(text[at:start]),))
        own = passages[passage]
        segments = cut(text, Span(start, end), own.hits, scan.axes)
        # a passage over several blocks has its anchor in the first of them
        yield Run(tuple(segments), passage + 1, starts, end == span.end, own.frames)
        at = end
    if at < block.span.end:
        yield Run((Segment(text[at : block.span.end]),))
