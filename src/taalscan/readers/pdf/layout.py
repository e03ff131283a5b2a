"""Hold what is known of the lines of a PDF page.

All coordinates are points in the direction of reading: x grows along the line, y grows upwards,
whichever way the page is turned.
"""

import re
from dataclasses import dataclass
from typing import Final

SPACED: Final = re.compile(r"(?<!\S)(?:[^\W\d_] ){3,40}[^\W\d_](?!\S)")
"""A word set with a space after each letter; two spaces part words."""

_LINE_END: Final = "\r\n \u00a0\t"
_HYPHEN: Final = "\ufffe"
"""What pdfium gives for a hyphen at a line end."""

_MANY_LABELS: Final = 200
_MANY_TURNED: Final = 10
_LABEL_WORDS: Final = 2
"""Words of a line, on average, under which the lines of a page are labels."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """Return the extent along x."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Return the extent along y."""
        return self.top - self.bottom

    def turned(self, quarters: int) -> "Box":
        """Return the box as seen when text that is turned by `quarters` (90° each) is upright."""
        match quarters % 4:
            case 1:
                return Box(self.bottom, -self.right, self.top, -self.left)
            case 2:
                return Box(-self.right, -self.top, -self.left, -self.bottom)
            case 3:
                return Box(-self.top, self.left, -self.bottom, self.right)
            case _:
                return self


def join_boxes(boxes: list[Box]) -> Box:
    """Return the smallest box around all boxes; at least one is given."""
    return Box(
        min(box.left for box in boxes),
        min(box.bottom for box in boxes),
        max(box.right for box in boxes),
        max(box.top for box in boxes),
    )


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of one line of a page, without a wide gap in it.

    Attributes:
        page: number of the page, from 1.
        start: first character within the text of the page.
        text: the characters as pdfium gives them, with the line end where there is one.
        words: the same without bullet and line end; a hyphen at the line end is a `-`.
        y: the baseline.
        size: height of the type in points, after scaling.
        bold: whether a letter at the start, in the middle and at the end is bold.
        colour: fill colour as a number, red first.
        sign: number of characters of a bullet in another font at the start, e.g. an arrow.
        row: number of pdfium's line, which parts of a split line share.
        is_split: whether it is a part of a line with a wide gap.
        is_turned: whether it is written in another direction than most of the page.
    """

    page: int
    start: int
    text: str
    words: str
    left: float
    right: float
    y: float
    size: float
    bold: tuple[bool, bool, bool]
    is_italic: bool
    colour: int
    sign: int
    row: int
    is_split: bool
    is_turned: bool

    @property
    def is_bold(self) -> bool:
        """Tell whether the line is bold from end to end."""
        return all(self.bold)

    @property
    def top(self) -> float:
        """Return the height of capitals above the baseline, roughly."""
        return self.y + 0.75 * self.size

    @property
    def bottom(self) -> float:
        """Return the depth of descenders below the baseline, roughly."""
        return self.y - 0.22 * self.size

    @property
    def end(self) -> int:
        """Return the character after the last one."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Page:
    """A page with its lines in the order of pdfium.

    Attributes:
        view: the part of the page that is shown, in the direction of reading.
        is_picture: whether it is covered by pictures and has next to no text.
    """

    number: int
    lines: tuple[Line, ...]
    view: Box
    is_picture: bool

    @property
    def is_drawing(self) -> bool:
        """Tell whether it is a map or drawing: a great many labels, in several directions."""
        words = sum(len(line.words.split()) for line in self.lines)
        turned = sum(line.is_turned for line in self.lines)
        is_labels = words < _LABEL_WORDS * len(self.lines)
        return is_labels and len(self.lines) > _MANY_LABELS and turned > _MANY_TURNED


@dataclass(frozen=True, slots=True)
class Body:
    """What the running text of the document looks like.

    Attributes:
        size: size of most of the letters.
        is_bold: whether that type is bold, so that bold tells nothing.
        is_italic: whether it is italic.
        colour: its colour, as in `Line`.
        leading: distance of baselines, as a multiple of the size.
    """

    size: float
    is_bold: bool
    is_italic: bool
    colour: int
    leading: float


def goes_on_beside(last: Line, line: Line) -> bool:
    """Tell whether a line stands right behind another one: pdfium parts them at raised digits."""
    if last.row == line.row or last.is_turned != line.is_turned:
        return False
    size = max(last.size, line.size)
    rise = 0.9 if last.words.isdecimal() else 0.6  # the number of a note stands high
    return abs(last.y - line.y) < rise * size and -0.3 * size < line.left - last.right < 1.2 * size


def words_of(text: str) -> str:
    """Return the characters of a line without the line end; a hyphen there is a `-`."""
    words = text.strip(_LINE_END)
    return words[:-1] + "-" if words.endswith(_HYPHEN) else words


def letters(text: str) -> int:
    """Count the letters of a text."""
    return sum(map(str.isalpha, text))
