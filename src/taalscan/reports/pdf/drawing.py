"""Draw marks: the content of their appearance streams."""

import math
from collections.abc import Iterator
from typing import Final

from taalscan.model import PageBox
from taalscan.reports.pdf.frame import level, matrix
from taalscan.reports.pdf.marks import Mark
from taalscan.reports.remarks import Weight

_WASHES: Final = {Weight.WHOLE: 0.24, Weight.HALF: 0.12, Weight.NOT: 0.14, Weight.FRAME: 1.0}
"""How much of the colour of an axis is in a surface; the rest is white."""

_STROKES: Final = {Weight.WHOLE: 1.0, Weight.HALF: 0.7, Weight.NOT: 0.7, Weight.FRAME: 1.6}
"""Points of a line under words, or beside a passage."""

_RAISE: Final = 1.8
"""Points between the lines under the same words."""

_WAVE: Final = 4.0
"""Points of a wave."""

_NOTE: Final = (
    b"1 1 1 rg 0.25 0.25 0.25 RG 1 w 0.5 0.5 17 17 re B "
    b"0.12 0.37 0.66 RG 1.4 w 4 13 m 14 13 l 4 9 m 14 9 l 4 5 m 10 5 l S"
)
NOTE_SIZE: Final = 18
"""Width and height of the sign of the note about the document, in points."""


def drawn(mark: Mark) -> bytes:
    """Return the content that draws a mark, in the coordinates of its page.

    The state `/T` multiplies colours, so that what is printed stays as dark as it is.
    """
    parts = [b"/T gs"]
    stroke = b" ".join([*map(_number, components(mark.colour)), b"RG"])
    fill = b" ".join([*map(_number, wash(mark)), b"rg"])
    for box in mark.boxes:
        if mark.weight is Weight.FRAME:
            parts += [b"q", stroke, *_beside(mark, box), b"Q"]
        else:
            surface = (box.left, box.bottom, box.right - box.left, box.top - box.bottom)
            parts += [fill, *map(_number, surface), b"re f"]
            parts += [b"q", stroke, *_under(mark, box), b"Q"]
    return b" ".join(parts)


def note() -> bytes:
    """Return the content that draws the sign of the note about the document."""
    return _NOTE


def wash(mark: Mark) -> tuple[float, ...]:
    """Return the colour of the surface of a mark, each part in [0, 1]."""
    share = _WASHES[mark.weight]
    return tuple(1 - share * (1 - part) for part in components(mark.colour))


def components(colour: str) -> tuple[float, float, float]:
    """Return red, green and blue of `#rrggbb`, each in [0, 1]."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _under(mark: Mark, box: PageBox) -> Iterator[bytes]:
    """Draw the line under the words of a box, inside it."""
    line = level(box)
    width = _STROKES[mark.weight]
    rise = min(width + mark.level * _RAISE, line.height - width)
    yield _placed(box.turn, line.left, line.bottom + rise)
    yield from _stroked(mark.pattern, line.width, width)


def _beside(mark: Mark, box: PageBox) -> Iterator[bytes]:
    """Draw the line beside a passage, along the middle of its box."""
    line = level(box)
    # the line runs upwards: a quarter further than the words
    x, y = line.left + line.width / 2, line.bottom
    yield _placed(box.turn, x, y)
    yield _placed(1, 0, 0)
    yield from _stroked(mark.pattern, line.height, _STROKES[mark.weight])


def _placed(turn: int, x: float, y: float) -> bytes:
    """Turn by quarters about the origin of the page, and move to a point of the turned page."""
    four = b" ".join(map(_number, matrix(turn)))
    return b"%s 0 0 cm 1 0 0 1 %s %s cm" % (four, _number(x), _number(y))


def _stroked(pattern: str, length: float, width: float) -> Iterator[bytes]:
    """Draw a line from the origin to the right."""
    yield _number(width) + b" w"
    end = _number(length)
    if pattern == "double":
        thin = width * 0.55
        yield _number(thin) + b" w"
        for y in (-thin, thin):
            yield b"0 %s m %s %s l S" % (_number(y), end, _number(y))
        return
    if pattern == "wavy":
        yield b"0 0 m"
        half = _WAVE / 2
        for at in range(max(math.floor(length / half), 1)):
            side = width if at % 2 else -width
            middle, stop = (at + 0.5) * half, min((at + 1) * half, length)
            yield b"%s %s %s 0 y" % (_number(middle), _number(side), _number(stop))
        yield b"S"
        return
    if pattern == "dotted":
        # round caps on dashes without length are dots
        yield b"1 J [0 %s] %s d" % (_number(2.2 * width), _number(-width / 2))
    elif pattern == "dashed":
        yield b"[%s %s] 0 d" % (_number(3.2 * width), _number(1.8 * width))
    yield b"0 0 m %s 0 l S" % end


def _number(value: float) -> bytes:
    """Write a number with at most two decimals, which is finer than a printer draws."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return (b"0" if text == "-0" else text.encode()) or b"0"
