"""Count many documents in bins: the geometry of a histogram."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from taalscan.reports.html.chart import Tick, scale

_LEFT, _WIDTH = 44.0, 300.0
_TOP, _HEIGHT, _MARGIN = 30.0, 120.0, 26.0

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
    bottom = _TOP + _HEIGHT

    def at(value: float) -> float:
        return round(_LEFT + _WIDTH * (value - ticks[0]) / (ticks[-1] - ticks[0]), 1)

    def up(count: float) -> float:
        return round(bottom - _HEIGHT * count / amounts[-1], 1)

    first, median, third = quartiles
    return Bars(
        title=words.title,
        told=words.told,
        left=_LEFT,
        right=_LEFT + _WIDTH,
        top=_TOP - 2,
        bottom=bottom,
        width=_LEFT + _WIDTH + _MARGIN,
        height=bottom + _MARGIN,
        ticks=tuple(Tick(at(value), words.tick(value)) for value in ticks),
        side=tuple(SideTick(up(count), words.count(count)) for count in amounts),
        bars=tuple(
            Bar(
                x=at(own.low),
                y=up(own.count),
                width=round(at(own.high) - at(own.low), 1),
                height=round(bottom - up(own.count), 1),
                text=words.bin(own),
            )
            for own in found
            if own.count
        ),
        median=at(median),
        quartiles=(at(first), at(third)),
    )


def _amounts(most: int) -> tuple[int, ...]:
    """Return the ticks of a scale of amounts: whole numbers only."""
    return tuple(int(tick) for tick in scale(most) if tick == int(tick))
