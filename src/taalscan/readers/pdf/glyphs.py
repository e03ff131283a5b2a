"""Ask pdfium about the characters of one page: their text, boxes and type."""

import ctypes
import math
import re
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, Final

from taalscan.readers.pdf.layout import Box

_BOLD: Final = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
_ITALIC: Final = re.compile(r"italic|oblique|kursiv", re.IGNORECASE)
_BOLD_WEIGHT: Final = 600
_ITALIC_FLAG: Final = 1 << 6
_NAME_LENGTH: Final = 128


@dataclass(frozen=True, slots=True)
class Style:
    """The font of a character and what it looks like."""

    font: str
    is_bold: bool
    is_italic: bool


@dataclass(frozen=True, slots=True)
class Setting:
    """How a character stands on the page.

    Attributes:
        origin: x and y on the page where its baseline starts.
        size: in points, after scaling.
        turn: direction of its line in quarters of a turn, anticlockwise.
        colour: fill colour as a number, red first.
    """

    origin: tuple[float, float]
    size: float
    turn: int
    colour: int


class Glyphs:
    """The characters of one page; a character is known by its place in `text`."""

    def __init__(self, text_page: Any) -> None:
        from pypdfium2 import raw  # noqa: PLC0415  heavy: only when a PDF is read

        self._raw = raw
        # the raw handle: the wrapper would be unwrapped in each of thousands of calls
        self._page = text_page.raw
        self._styles: dict[tuple[bytes, bool, bool], Style] = {}
        self._numbers = [ctypes.c_double() for _ in range(4)]
        self._matrix = raw.FS_MATRIX()
        self._name = ctypes.create_string_buffer(_NAME_LENGTH)
        self._flags = ctypes.c_int()
        self._colour = [ctypes.c_uint() for _ in range(4)]
        self.count = max(raw.FPDFText_CountChars(text_page), 0)
        self.text = self._read()
        self._units = _units(self.text)
        self._is_plain = self._units is None and len(self.text) == self.count

    def _read(self) -> str:
        """Return the text of the page; astral characters take two units in pdfium's buffer."""
        buffer = (ctypes.c_ushort * (2 * self.count + 2))()
        written = self._raw.FPDFText_GetText(self._page, 0, self.count, buffer)
        return bytes(buffer)[: 2 * max(written - 1, 0)].decode("utf-16-le", errors="replace")

    def index(self, place: int) -> int:
        """Return pdfium's number of a character; characters without text have one as well."""
        if self._is_plain:
            return place
        unit = self._units[place] if self._units is not None else place
        return int(self._raw.FPDFText_GetCharIndexFromTextIndex(self._page, unit))

    def boxes(self, start: int, end: int) -> list[Box]:
        """Return the boxes around a stretch of the text, one for each run on each line."""
        first, last = self.index(start), self.index(max(start, end - 1))
        if first < 0 or last < first:
            return []
        count = self._raw.FPDFText_CountRects(self._page, first, last - first + 1)
        found = []
        for number in range(count):
            left, top, right, bottom = self._numbers
            if self._raw.FPDFText_GetRect(self._page, number, left, top, right, bottom):
                found.append(Box(left.value, bottom.value, right.value, top.value))
        return found

    def box(self, place: int) -> Box:
        """Return the box of one character; an empty box where it has none."""
        left, right, bottom, top = self._numbers
        index = self.index(place)
        if not self._raw.FPDFText_GetCharBox(self._page, index, left, right, bottom, top):
            return Box(0, 0, 0, 0)
        return Box(left.value, bottom.value, right.value, top.value)

    def setting(self, place: int) -> Setting:
        """Return how one character stands on the page."""
        raw, page, index = self._raw, self._page, self.index(place)
        x, y = self._numbers[:2]
        raw.FPDFText_GetCharOrigin(page, index, x, y)
        matrix = self._matrix
        if not raw.FPDFText_GetMatrix(page, index, matrix):
            matrix.a, matrix.b, matrix.c, matrix.d = 1.0, 0.0, 0.0, 1.0
        raw.FPDFText_GetFillColor(page, index, *self._colour)
        red, green, blue, _ = (part.value for part in self._colour)
        return Setting(
            origin=(x.value, y.value),
            size=raw.FPDFText_GetFontSize(page, index) * math.hypot(matrix.c, matrix.d),
            turn=round(math.atan2(matrix.b, matrix.a) / (math.pi / 2)) % 4,
            colour=red << 16 | green << 8 | blue,
        )

    def style(self, place: int) -> Style:
        """Return the font of one character."""
        raw, page, index = self._raw, self._page, self.index(place)
        self._name.value = b""
        raw.FPDFText_GetFontInfo(page, index, self._name, _NAME_LENGTH, self._flags)
        key = (
            self._name.value,
            raw.FPDFText_GetFontWeight(page, index) >= _BOLD_WEIGHT,
            bool(self._flags.value & _ITALIC_FLAG),
        )
        found = self._styles.get(key)
        if found is None:
            name, is_bold, is_italic = key
            font = name.decode("utf-8", errors="replace")
            is_bold = is_bold or bool(_BOLD.search(font))
            found = Style(font, is_bold, is_italic or bool(_ITALIC.search(font)))
            self._styles[key] = found
        return found


def _units(text: str) -> list[int] | None:
    """Return the place of each character in UTF-16; None where the places are the same."""
    if not text or max(text) <= "\uffff":
        return None
    return list(accumulate((1 + (character > "\uffff") for character in text), initial=0))
