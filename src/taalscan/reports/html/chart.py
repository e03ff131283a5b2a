"""Place values with their intervals on a line: the geometry of the profile chart."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from math import ceil, floor, log10

from taalscan.model import Interval

LEFT, RIGHT = 44.0, 344.0
"""Where the scale of a drawing begins and ends, in its units."""
_TOP, _STEP, _ENDS = 26, 34.0, 18.0

_LEAST = 1e-9
"""A scale that ends lower shows nothing, and its steps are too small to compute with."""


@dataclass(frozen=True, slots=True)
class Line:
    """What is drawn of an axis: its value with the interval; `text` says the figures.

    Attributes:
        axis: its number; None for what is of no axis, which has no tag.
    """

    axis: int | None
    code: str
    value: Interval
    text: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on the scale, in the units of the drawing."""

    x: float
    text: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A value with its interval, in the units of the drawing; `text` says the figures."""

    axis: int | None
    code: str
    y: float
    x: float
    low: float
    high: float
    text: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing of values on one scale.

    Attributes:
        ends: what lies to the left and to the right; empty where the scale speaks for itself.
        mark: a value of others to compare with; None without one.
    """

    title: str
    left: float
    right: float
    top: float
    bottom: float
    width: float
    height: float
    ticks: tuple[Tick, ...]
    dots: tuple[Dot, ...]
    ends: tuple[str, ...] = ()
    mark: Tick | None = None


def scale(top: float) -> tuple[float, ...]:
    """Return the ticks of a scale from 0 that holds `top`: round numbers, three to six of them.

    >>> scale(17.2)
    (0.0, 5.0, 10.0, 15.0, 20.0)
    """
    if top < _LEAST:
        return (0.0, 1.0)
    rough = top / 4
    unit = 10.0 ** floor(log10(rough))
    step = next(unit * size for size in (1, 2, 2.5, 5, 10) if unit * size >= rough * 0.999)
    return tuple(round(step * number, 10) for number in range(ceil(top / step - 1e-9) + 1))


def across(value: float, first: float, last: float) -> float:
    """Return the place of a value on a scale, in the units of the drawing.

    Args:
        value: what to place; one that lies outside the scale gets its end.
        first: where the scale begins.
        last: where it ends.
    """
    inside = min(max(value, first), last)
    return round(LEFT + (RIGHT - LEFT) * (inside - first) / (last - first), 1)


def chart(
    title: str,
    lines: Sequence[Line],
    ticks: Sequence[tuple[float, str]],
    *,
    ends: tuple[str, ...] = (),
    mark: tuple[float, str] | None = None,
) -> Chart:
    """Return the drawing of lines under each other, on one scale.

    Args:
        title: what the values are.
        lines: the lines, from the top.
        ticks: values of the scale with their texts; the first and last are its ends.
        ends: what lies to the left and to the right.
        mark: a value of others to compare with, and what it is.
    """
    at = partial(across, first=ticks[0][0], last=ticks[-1][0])
    bottom = _TOP + _STEP * len(lines)
    return Chart(
        title=title,
        left=LEFT,
        right=RIGHT,
        top=_TOP - 2,
        bottom=bottom,
        width=RIGHT + 26,
        height=bottom + 26 + (_ENDS if ends else 0),
        ticks=tuple(Tick(at(value), text) for value, text in ticks),
        dots=tuple(
            Dot(
                axis=line.axis,
                code=line.code,
                y=_TOP + _STEP * (number + 0.5),
                x=at(line.value.value),
                low=at(line.value.low),
                high=at(line.value.high),
                text=line.text,
            )
            for number, line in enumerate(lines)
        ),
        ends=ends,
        mark=None if mark is None else Tick(at(mark[0]), mark[1]),
    )
