"""Count many documents in bins: the geometry of a histogram."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from taalscan.reports.html.chart import LEFT, RIGHT, Tick, across, scale

_TOP, _BOTTOM, _MARGIN = 30.0, 150.0, 26.0

_STEPS = 10
"""Bars from tick to tick. A scale has five steps at the most, so the bars are six units wide or
more, which a phone still shows apart, and their ends are round numbers."""


@dataclass(frozen=True, slots=True)
class SideTick:
    """A mark on the scale of amounts, in the units of the drawing."""

    y: float
    text: str


@dataclass(frozen=True, slots=True)
class Bin:
    """How many values lie from `low` up to `high`; the last bin holds its end too."""

    low: float
    high: float
    count: int


@dataclass(frozen=True, slots=True)
class Bar:
    """A bin that holds values, in the units of the drawing; `text` says it."""

    x: float
    y: float
    width: float
    height: float
    text: str


@dataclass(frozen=True, slots=True)
class Bars:
    """A drawing of bins on one scale; `told` says what it shows."""

    title: str
    told: str
    left: float
    right: float
    top: float
    bottom: float
    width: float
    height: float
    ticks: tuple[Tick, ...]
    side: tuple[SideTick, ...]
    bars: tuple[Bar, ...]
    median: float
    quartiles: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class BarWords:
    """What a drawing says: its title, what it shows, its ticks, and the text of a bin."""

    title: str
    told: str
    tick: Callable[[float], str]
    bin: Callable[[Bin], str]
    count: Callable[[int], str]


def bins(values: Sequence[float], ticks: Sequence[float]) -> tuple[Bin, ...]:
    """Return how many values lie in bins of one width, each tick between two of them.

    >>> [own.count for own in bins([0.0, 0.1, 2.0], [0.0, 1.0, 2.0])][:2]
    [1, 1]
    """
    edges = np.linspace(ticks[0], ticks[-1], _STEPS * (len(ticks) - 1) + 1)
    counts, _ = np.histogram(values, edges)
    return tuple(
        Bin(float(low), float(high), int(count))
        for low, high, count in zip(edges[:-1], edges[1:], counts, strict=True)
    )


def bars(
    found: Sequence[Bin],
    quartiles: tuple[float, float, float],
    ticks: Sequence[float],
    words: BarWords,
) -> Bars:
    """Return the drawing of bins, with the quartiles as lines.

    Args:
        found: the bins.
        quartiles: the median between the other two.
        ticks: values of the scale, from its first to its last.
        words: what the drawing says.
    """
    amounts = _amounts(max(own.count for own in found))
    at = partial(across, first=ticks[0], last=ticks[-1])
    first, median, third = quartiles
    return Bars(
        title=words.title,
        told=words.told,
        left=LEFT,
        right=RIGHT,
        top=_TOP - 2,
        bottom=_BOTTOM,
        width=RIGHT + _MARGIN,
        height=_BOTTOM + _MARGIN,
        ticks=tuple(Tick(at(value), words.tick(value)) for value in ticks),
        side=tuple(SideTick(_up(own, amounts[-1]), words.count(own)) for own in amounts),
        bars=tuple(_bar(own, at, amounts[-1], words) for own in found if own.count),
        median=at(median),
        quartiles=(at(first), at(third)),
    )


def _bar(own: Bin, at: Callable[[float], float], most: int, words: BarWords) -> Bar:
    x, y = at(own.low), _up(own.count, most)
    width, height = round(at(own.high) - x, 1), round(_BOTTOM - y, 1)
    return Bar(x, y, width, height, words.bin(own))


def _up(count: int, most: int) -> float:
    return round(_BOTTOM - (_BOTTOM - _TOP) * count / most, 1)


def _amounts(most: int) -> tuple[int, ...]:
    """Return the ticks of a scale of amounts: whole numbers only."""
    return tuple(int(tick) for tick in scale(most) if tick == int(tick))
