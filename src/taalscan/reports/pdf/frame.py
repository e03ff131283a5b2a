"""Turn rectangles between a page and the direction in which its words are read."""

from dataclasses import dataclass
from typing import Final

from taalscan.model import PageBox

_TURNS: Final = ((1, 0), (0, 1), (-1, 0), (0, -1))
"""Cosine and sine of quarters of a turn, anticlockwise."""


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A rectangle in points, as seen when the words in it are upright."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        """Return its extent across the line."""
        return self.top - self.bottom

    @property
    def width(self) -> float:
        """Return its extent along the line."""
        return self.right - self.left

    def corners(self) -> tuple[tuple[float, float], ...]:
        """Return the corners as an annotation lists them: both upper ones, then both lower."""
        return (
            (self.left, self.top),
            (self.right, self.top),
            (self.left, self.bottom),
            (self.right, self.bottom),
        )


def turned(point: tuple[float, float], turn: int) -> tuple[float, float]:
    """Return a point turned about the origin by quarters, anticlockwise."""
    cosine, sine = _TURNS[turn % 4]
    x, y = point
    return cosine * x - sine * y, sine * x + cosine * y


def matrix(turn: int) -> tuple[int, int, int, int]:
    """Return the first four numbers of the matrix that turns by quarters, anticlockwise."""
    cosine, sine = _TURNS[turn % 4]
    return cosine, sine, -sine, cosine


def level(box: PageBox) -> Rectangle:
    """Return a box of a page as seen when its words are upright."""
    return _around(
        turned((box.left, box.bottom), -box.turn), turned((box.right, box.top), -box.turn)
    )


def upright(rectangle: Rectangle, page: int, turn: int) -> PageBox:
    """Return a rectangle whose words are turned by quarters as a box of their page."""
    found = _around(
        turned((rectangle.left, rectangle.bottom), turn),
        turned((rectangle.right, rectangle.top), turn),
    )
    return PageBox(page, found.left, found.bottom, found.right, found.top, turn)


def _around(one: tuple[float, float], two: tuple[float, float]) -> Rectangle:
    left, right = sorted((one[0], two[0]))
    bottom, top = sorted((one[1], two[1]))
    return Rectangle(left, bottom, right, top)
