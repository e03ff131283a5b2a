"""Set out how often an axis was there against the probability: the reliability diagram."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from taalscan.measures import ReliabilityBin

_LEFT, _TOP, _SIDE = 40.0, 44.0, 200.0
_SMALL, _GROWTH = 3.0, 6.0
"""Radius of the dot of an empty bin, and how much larger that of the fullest bin is."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A line on both scales: its place from the left and from the top, and its text."""

    x: float
    y: float
    text: str


@dataclass(frozen=True, slots=True)
class Point:
    """A bin: the larger the dot, the more passages."""

    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Diagram:
    """The drawing of one axis; `told` says its figures in words."""

    axis: int
    title: str
    told: str
    left: float
    right: float
    top: float
    bottom: float
    width: float
    height: float
    grid: tuple[Grid, ...]
    points: tuple[Point, ...]

    @property
    def path(self) -> str:
        """The line through the points, as SVG has it."""
        return " ".join(f"{point.x},{point.y}" for point in self.points)


def diagram(
    axis: int,
    title: str,
    told: str,
    bins: Sequence[ReliabilityBin],
    ticks: Sequence[tuple[float, str]],
) -> Diagram:
    """Return the diagram of an axis: to the right the mean probability, upwards the share.

    Args:
        axis: number of the axis.
        title: name of the axis.
        told: the figures in words.
        bins: at least one bin.
        ticks: values from 0 to 1 with their texts.
    """
    most = max(own.n for own in bins)
    return Diagram(
        axis=axis,
        title=title,
        told=told,
        left=_LEFT,
        right=_LEFT + _SIDE,
        top=_TOP,
        bottom=_TOP + _SIDE,
        width=_LEFT + _SIDE + 16,
        height=_TOP + _SIDE + 42,
        grid=tuple(Grid(_across(value), _up(value), text) for value, text in ticks),
        points=tuple(
            Point(
                x=_across(own.predicted),
                y=_up(own.observed),
                radius=round(_SMALL + _GROWTH * sqrt(own.n / most), 1),
            )
            for own in bins
        ),
    )


def _across(value: float) -> float:
    return round(_LEFT + _SIDE * value, 1)


def _up(value: float) -> float:
    return round(_TOP + _SIDE * (1 - value), 1)
