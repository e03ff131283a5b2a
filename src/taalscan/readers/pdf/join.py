"""Join paragraphs that run on over the end of a column or page."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from taalscan.model import BlockKind
from taalscan.readers.pdf.kinds import Piece
from taalscan.readers.pdf.layout import Line
from taalscan.readers.pdf.paragraphs import ends_sentence, starts_item

_JOINED: Final = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTATION})
_PASSED: Final = frozenset({BlockKind.NOTE, BlockKind.BOILERPLATE, BlockKind.TABLE_CELL})
_MOST_PASSED: Final = 60


def join_runs(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces with those joined that are one paragraph, each at its first place."""
    found: list[Piece] = []
    for piece in pieces:
        place = _start_of(piece, found) if piece.kind is BlockKind.PARAGRAPH else None
        if place is None:
            found.append(piece)
        else:
            found[place] = replace(found[place], lines=(*found[place].lines, *piece.lines))
    return found


def _start_of(piece: Piece, before: Sequence[Piece]) -> int | None:
    """Return the place of the piece that this one goes on with.

    That is the last text before it; or, for a piece that starts in the middle of a sentence, a
    paragraph before a list, box or heading that stands in between.
    """
    texts = _last_texts(before)
    nearest = next(texts, None)
    if nearest is None:
        return None
    if _runs_on(before[nearest], piece):
        return nearest
    if not _start(piece).islower():
        return None
    for place in texts:
        upper = before[place]
        if upper.kind is BlockKind.PARAGRAPH and _fills_column(upper) and _runs_on(upper, piece):
            return place
    return None


def _last_texts(pieces: Sequence[Piece]) -> Iterator[int]:
    """Give the places of the last pieces that are no note, footer or table, backwards."""
    for place in range(len(pieces) - 1, max(-1, len(pieces) - _MOST_PASSED), -1):
        if pieces[place].kind not in _PASSED:
            yield place


def _runs_on(upper: Piece, lower: Piece) -> bool:
    """Tell whether the lower piece goes on with the sentence of the upper one."""
    last, first = upper.lines[-1], lower.lines[0]
    if upper.kind not in _JOINED or not _can_follow(last, first):
        return False
    if last.words.endswith("-"):
        return True
    if ends_sentence(last) or last.words.count(" ") < 1:
        return False
    # a word or two in a margin go on with nothing, unless they end the sentence
    if lower.words.count(" ") < 3 and not ends_sentence(lower.lines[-1]):
        return False
    start = _start(lower)
    return start.islower() or (bool(start) and _fills_column(upper))


def _can_follow(last: Line, first: Line) -> bool:
    """Tell whether type and place allow that a line goes on with another one."""
    return (
        abs(last.size - first.size) <= 0.6
        and not starts_item(first)
        and not last.is_turned
        and first.page - last.page <= 1
        and not _is_below(last, first)
    )


def _start(piece: Piece) -> str:
    """Return the first character of a piece after brackets and quotation marks."""
    return piece.lines[0].words.lstrip("(\"'“‘„")[:1]


def _is_below(last: Line, first: Line) -> bool:
    """Tell whether a line stands under the other at more than a column's gap on one page."""
    return (
        last.page == first.page
        and last.y > first.y
        and min(last.right, first.right) > max(last.left, first.left)
        and last.y - first.y > 12 * last.size
    )


def _fills_column(piece: Piece) -> bool:
    """Tell whether the last line of a paragraph is as wide as those above it."""
    if len(piece.lines) < 2:
        return False
    right = max(line.right for line in piece.lines[-6:-1])
    return piece.lines[-1].right > right - 4 * piece.lines[-1].size
