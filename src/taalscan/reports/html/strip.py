"""Place the documents of a group or two on one line each: the geometry of a strip plot."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from taalscan.reports.html.chart import LEFT, RIGHT, Tick, across, scale

_TOP = 30.0
_RADIUS = 4.0
STEP = 2.5
"""Height that a dot moves at a time to make way for another."""

_MARGIN = 26.0


@dataclass(frozen=True, slots=True)
class StripSize:
    """How much room a row has.

    Attributes:
        row: its height.
        levels: steps up and down that fit in it; where there are more dots they lie over each
            other.
    """

    row: float = 56.0
    levels: int = 8


_USUAL = StripSize()


@dataclass(frozen=True, slots=True)
class StripValue:
    """What is drawn of a document: its figure, its report and what the dot says."""

    value: float
    href: str
    text: str


@dataclass(frozen=True, slots=True)
class StripDot:
    """A document, in the units of the drawing."""

    x: float
    y: float
    href: str
    text: str


@dataclass(frozen=True, slots=True)
class StripRow:
    """A group, in the units of the drawing; `median` is None without documents."""

    letter: str
    y: float
    top: float
    bottom: float
    median: float | None
    dots: tuple[StripDot, ...]
    quartiles: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Strip:
    """A drawing of groups on one scale; `told` says what it shows."""

    title: str
    told: str
    left: float
    right: float
    top: float
    bottom: float
    width: float
    height: float
    zero: float | None
    ticks: tuple[Tick, ...]
    rows: tuple[StripRow, ...]


@dataclass(frozen=True, slots=True)
class StripGroup:
    """A group to draw: its letter, "" for the only one, median, documents and other quartiles."""

    letter: str
    median: float | None
    values: tuple[StripValue, ...]
    quartiles: tuple[float, ...] = ()


def strip_ticks(values: Sequence[float]) -> tuple[float, ...]:
    """Return the ticks of a scale that holds all values.

    It runs from 0; where a value is negative, as far below zero as above.

    >>> strip_ticks([-1.2, 0.4])
    (-1.5, -1.0, -0.5, 0.0, 0.5, 1.0, 1.5)
    """
    ticks = scale(max((abs(value) for value in values), default=0.0))
    if min(values, default=0.0) >= 0:
        return ticks
    return (*(-tick for tick in reversed(ticks[1:])), *ticks)


def strip(
    title: str,
    told: str,
    groups: Sequence[StripGroup],
    ticks: Sequence[tuple[float, str]],
    size: StripSize = _USUAL,
) -> Strip:
    """Return the drawing of groups under each other, on one scale.

    Args:
        title: what the values are.
        told: what the drawing shows, for who cannot see it.
        groups: the groups, from the top.
        ticks: values of the scale with their texts, from its first to its last.
        size: how much room a row has.
    """
    start, end = ticks[0][0], ticks[-1][0]
    at = partial(across, first=start, last=end)
    bottom = _TOP + size.row * len(groups)
    rows = []
    for number, group in enumerate(groups):
        y = _TOP + size.row * (number + 0.5)
        median = None if group.median is None else at(group.median)
        places = [(at(own.value), own) for own in group.values]
        dots = _spread(places, _heights(y, size.levels))
        top, end_of_row = y - size.row / 2 + 3, y + size.row / 2 - 3
        quartiles = tuple(at(value) for value in group.quartiles)
        rows.append(StripRow(group.letter, y, top, end_of_row, median, dots, quartiles))
    return Strip(
        title=title,
        told=told,
        left=LEFT,
        right=RIGHT,
        top=_TOP - 2,
        bottom=bottom,
        width=RIGHT + _MARGIN,
        height=bottom + _MARGIN,
        zero=at(0.0) if start < 0 else None,
        ticks=tuple(Tick(at(value), text) for value, text in ticks),
        rows=tuple(rows),
    )


def _spread(
    places: Sequence[tuple[float, StripValue]], heights: Sequence[float]
) -> tuple[StripDot, ...]:
    """Return the dots of a row, moved up or down as little as keeps them off each other.

    No chance is involved: the same documents give the same drawing, in any order.
    """
    dots: list[StripDot] = []
    for x, own in sorted(places, key=_by_place):
        near = []
        for dot in reversed(dots):
            if x - dot.x >= 2 * _RADIUS:
                break
            near.append(dot)
        height = next((h for h in heights if _free(x, h, near)), None)
        if height is None:
            # the row is full here: go round the heights, so that each still shows a part
            height = heights[len(dots) % len(heights)]
        dots.append(StripDot(x, height, own.href, own.text))
    return tuple(dots)


def _by_place(place: tuple[float, StripValue]) -> tuple[float, str]:
    return place[0], place[1].text


def _heights(y: float, levels: int) -> list[float]:
    return [y, *(y + side * STEP * level for level in range(1, levels + 1) for side in (-1, 1))]


def _free(x: float, y: float, near: Sequence[StripDot]) -> bool:
    return all((dot.x - x) ** 2 + (dot.y - y) ** 2 >= (2 * _RADIUS) ** 2 for dot in near)
