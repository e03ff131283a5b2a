"""Decide what is drawn on which page: words highlighted, and lines beside passages."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import groupby
from typing import Any, Final

from taalscan.model import Axis, PageBox
from taalscan.reports.pdf.frame import Rectangle, level, upright
from taalscan.reports.remarks import Remark, Weight
from taalscan.reports.voice import Voice

_GREY: Final = "#6b6b6b"
_DISTANCE: Final = 2.5
"""Points between a passage and the line beside it; columns may be no more than ten apart."""

_BESIDE: Final = 3.5
"""Points from one line beside a passage to the next."""

_THICKNESS: Final = 2.0


@dataclass(frozen=True, slots=True)
class Mark:
    """A note on one page, with what it is drawn at.

    Attributes:
        boxes: in the coordinates of the page; of a line beside a passage the line itself.
        colour: `#rrggbb`.
        pattern: of the line, as CSS names it (`text-decoration-style`).
        level: how many other marks have drawn a line under the same words.
    """

    page: int
    boxes: tuple[PageBox, ...]
    weight: Weight
    colour: str
    pattern: str
    level: int
    title: str
    text: str

    def as_json(self) -> dict[str, Any]:
        """Return it as a value of JSON."""
        return asdict(self)

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> "Mark":
        """Return what `as_json` gave."""
        boxes = tuple(PageBox(**box) for box in value["boxes"])
        return cls(**{**value, "boxes": boxes, "weight": Weight(value["weight"])})


def marks_of(
    placed: Iterable[tuple[Remark, Sequence[PageBox]]], axes: Sequence[Axis], voice: Voice
) -> Iterator[Mark]:
    """Give the marks of remarks; one that runs over pages has a mark on each.

    Args:
        placed: remarks, each with the boxes of its words in the order of the text.
        axes: the axes of the scan.
        voice: the language of the notes.
    """
    for remark, boxes in placed:
        axis = axes[remark.axis]
        is_not = remark.weight is Weight.NOT
        for number, (page, own) in enumerate(groupby(boxes, key=_page)):
            on_page = tuple(own)
            if remark.weight is Weight.FRAME:
                on_page = tuple(_beside(on_page, remark.level))
            before = [voice.say("remarks.page-goes-on")] if number else []
            yield Mark(
                page=page,
                boxes=on_page,
                weight=remark.weight,
                colour=_GREY if is_not else axis.colour,
                pattern="dotted" if is_not else axis.pattern,
                level=remark.level,
                title=remark.title,
                text="\n".join([*before, *map(str, remark.lines)]),
            )


def _page(box: PageBox) -> int:
    return box.page


def _beside(boxes: Sequence[PageBox], number: int) -> Iterator[PageBox]:
    """Give a line beside each column that a passage stands in, from its top to its bottom."""
    column: list[Rectangle] = []
    turn = boxes[0].turn
    for box in boxes:
        line = level(box)
        if column and (box.turn != turn or not _goes_on(column, line)):
            yield _line(column, boxes[0].page, turn, number)
            column = []
        turn = box.turn
        column.append(line)
    yield _line(column, boxes[0].page, turn, number)


def _goes_on(column: Sequence[Rectangle], line: Rectangle) -> bool:
    """Tell whether a line stands on the last one of a column, or under it and not far."""
    last = column[-1]
    left = min(own.left for own in column)
    right = max(own.right for own in column)
    is_below = line.bottom < last.bottom + 0.5 * last.height
    is_near = line.top > last.bottom - 2 * max(last.height, line.height)
    is_beside = abs(line.bottom - last.bottom) < 0.5 * last.height and line.left >= last.left
    return (is_below and is_near and line.left < right and left < line.right) or is_beside


def _line(column: Sequence[Rectangle], page: int, turn: int, number: int) -> PageBox:
    right = min(own.left for own in column) - _DISTANCE - _BESIDE * number
    return upright(
        Rectangle(
            right - _THICKNESS,
            min(own.bottom for own in column),
            right,
            max(own.top for own in column),
        ),
        page,
        turn,
    )
