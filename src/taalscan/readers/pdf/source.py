"""Open a PDF and take the lines of its pages, with their places, from pdfium.

pdfium is asked about lines, not about characters: so a hundred pages take about a second.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

from taalscan.errors import (
    DamagedDocumentError,
    EmptyDocumentError,
    EncryptedDocumentError,
    TooLargeError,
)
from taalscan.readers.limits import DEFAULT_LIMITS
from taalscan.readers.pdf.glyphs import Glyphs, Setting, Style
from taalscan.readers.pdf.layout import Box, Line, Page, join_boxes, words_of

MAX_CHARACTERS: Final = 200_000
"""Characters of one page; a dense page of a newspaper has 20,000."""

_LINE: Final = re.compile(r"[^\r\n\ufffe]*(?:\ufffe|\r\n|[\r\n]|\Z)")
_BLANK: Final = re.compile(r"[\s\ufffe\x00]*")
_SPACES: Final = re.compile(r"\s+")
_LETTER: Final = re.compile(r"[^\W_]")
_BULLET: Final = re.compile(r"\s+[•▪■●]\s")
_SIGN_FONTS: Final = re.compile(
    r"symbol|dingbat|webding|wingding|icon|courier|bullet|marlett", re.IGNORECASE
)
_MARKER: Final = re.compile(r"\(?(?:[^\w\s]|\d{1,3}|\w|[ivxIVX]{1,4})(?:\.\d{1,2}){0,4}[.):]?\s*")
_GAP: Final = 1.5
"""Width of a gap, as a multiple of the type size, that parts columns or table cells."""

_BULLET_GAP: Final = 0.6
_LEAST_SIZE: Final = 0.5

_PICTURE_TEXT: Final = 100
"""A page of a scan can hold a stamp or a page number, so a few characters are no text layer."""

_MAX_OBJECTS: Final = 2_000


@contextmanager
def opened(data: bytes) -> Iterator[Any]:
    """Open a PDF and close all that belongs to it at the end.

    Raises:
        EncryptedDocumentError: if it needs a password.
        DamagedDocumentError: if it cannot be opened or has no pages.
        TooLargeError: if it has more pages than are read.
        EmptyDocumentError: if there are no bytes.
    """
    import pypdfium2 as pdfium  # noqa: PLC0415  heavy: only when a PDF is read

    if not data:
        raise EmptyDocumentError
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if error.err_code in {pdfium.raw.FPDF_ERR_PASSWORD, pdfium.raw.FPDF_ERR_SECURITY}:
            raise EncryptedDocumentError from error
        raise DamagedDocumentError from error
    with closing(document):
        if not len(document):
            raise DamagedDocumentError
        if len(document) > DEFAULT_LIMITS.pages:
            raise TooLargeError(limit="pages", most=DEFAULT_LIMITS.pages)
        yield document


@contextmanager
def opened_page(document: Any, number: int) -> Iterator[tuple[Any, Any] | None]:
    """Open a page, from 1, with its text; None where pdfium cannot read it."""
    import pypdfium2 as pdfium  # noqa: PLC0415  heavy: only when a PDF is read

    try:
        page = document[number - 1]
    except pdfium.PdfiumError:
        yield None
        return
    with closing(page):
        try:
            text = page.get_textpage()
        except pdfium.PdfiumError:
            yield None
            return
        with closing(text):
            yield page, text


def read_pages(document: Any) -> tuple[Page, ...]:
    """Return all pages with their lines; a page that pdfium cannot read is like a picture.

    Raises:
        DamagedDocumentError: if no page can be read.
        TooLargeError: if a page holds more characters than are read.
    """
    found = [_read_page(document, number) for number in range(1, len(document) + 1)]
    if not any(found):
        raise DamagedDocumentError
    return tuple(
        page or Page(number, (), Box(0, 0, 0, 0), is_picture=True)
        for number, page in enumerate(found, start=1)
    )


def _read_page(document: Any, number: int) -> Page | None:
    with opened_page(document, number) as handles:
        if handles is None:
            return None
        page, text_page = handles
        glyphs = Glyphs(text_page)
        if glyphs.count > MAX_CHARACTERS:
            raise TooLargeError(limit="characters", most=MAX_CHARACTERS)
        stretches = list(_stretches(glyphs))
        few = sum(map(len, glyphs.text.split())) < _PICTURE_TEXT
        box = _view(page)
        is_picture = few and _picture_share(page, box) > 0.5
        turn = _main_turn(stretches)
        lines = tuple(_line(number, stretch, turn) for stretch in stretches)
        return Page(number, lines, box.turned(turn), is_picture)


# --- lines ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A part of a line with its box and type, as the page has them."""

    start: int
    text: str
    box: Box
    setting: Setting
    styles: tuple[Style, Style, Style]
    sign: int
    row: int
    is_split: bool


def _stretches(glyphs: Glyphs) -> Iterator[_Stretch]:
    """Cut the text of a page into lines, and lines at wide gaps."""
    for row, match in enumerate(_LINE.finditer(glyphs.text)):
        if _BLANK.fullmatch(match.group()):
            continue
        start, end = match.span()
        boxes = glyphs.boxes(start, end)
        setting = glyphs.setting(start + _middle(match.group()))
        cuts = _cuts(glyphs, match, boxes, setting)
        for first, last in zip([start, *cuts], [*cuts, end], strict=True):
            text = match.group()[first - start : last - start]
            if cuts:
                boxes = glyphs.boxes(first, last)
                setting = glyphs.setting(first + _middle(text))
            if boxes:
                box, styles = join_boxes(boxes), _styles(glyphs, first, text)
                sign = _sign(glyphs, first, text, styles[1])
                yield _Stretch(first, text, box, setting, styles, sign, row, bool(cuts))


def _cuts(
    glyphs: Glyphs, line: re.Match[str], boxes: Sequence[Box], setting: Setting
) -> list[int]:
    """Return where a line has a wide gap or jumps back, as starts of the parts behind it."""
    text, start = line.group(), line.start()
    # a bullet in the middle of a line belongs to the next column, however near
    has_bullet = _BULLET.search(text) is not None
    least = (_BULLET_GAP if has_bullet else _GAP) * setting.size
    turned = [box.turned(setting.turn) for box in boxes]
    gaps = (two.left - one.right for one, two in pairwise(turned))
    if not any(gap > least or gap < -2 * least for gap in gaps):
        return []
    cuts: list[int] = []
    for space in _SPACES.finditer(text.rstrip()):
        if not space.start() or (not cuts and _is_marker(text, space.end())):
            continue
        before = glyphs.box(start + space.start() - 1).turned(setting.turn)
        after = glyphs.box(start + space.end()).turned(setting.turn)
        is_bullet = has_bullet and _BULLET.match(text, space.start()) is not None
        if _is_parted(before, after, (_BULLET_GAP if is_bullet else _GAP) * setting.size):
            cuts.append(start + space.end())
    return cuts


def _is_parted(one: Box, two: Box, least: float) -> bool:
    """Tell whether there is a gap between two boxes, or a jump back: the start of a new line."""
    return two.left - one.right > least or two.right < one.left - 2 * least


def _is_marker(text: str, end: int) -> bool:
    """Tell whether a line starts with a bullet or number up to `end`, and a text behind it."""
    return _MARKER.fullmatch(text, 0, end) is not None and not text[end].isdecimal()


def _middle(text: str) -> int:
    """Return the place of a letter or digit about the middle of a text."""
    found = _LETTER.search(text, len(text) // 2) or _LETTER.search(text)
    return found.start() if found else len(text) - len(text.lstrip())


def _styles(glyphs: Glyphs, start: int, text: str) -> tuple[Style, Style, Style]:
    """Return the style of the first, a middle and the last letter or digit of a stretch."""
    # a single letter or number in front can be a bullet, so the second word is the first sample
    found = _LETTER.search(text, 3)
    middle = _middle(text)
    first = found.start() if found else middle
    last = next((at for at in range(len(text) - 1, -1, -1) if text[at].isalnum()), middle)
    one, two, three = (glyphs.style(start + place) for place in (first, middle, last))
    return one, two, three


def _sign(glyphs: Glyphs, start: int, text: str, style: Style) -> int:
    """Return the length of a bullet that is a letter or digit in a font of signs."""
    if len(text) < 4 or not text[0].isalnum() or not text[1].isspace():
        return 0
    font = glyphs.style(start).font
    return 2 if font != style.font and _SIGN_FONTS.search(font) else 0


def _main_turn(stretches: Sequence[_Stretch]) -> int:
    """Return the direction, in quarters, in which most of the page is written."""
    counts: Counter[int] = Counter()
    for stretch in stretches:
        counts[stretch.setting.turn] += len(stretch.text)
    return counts.most_common(1)[0][0] if counts else 0


def _line(number: int, stretch: _Stretch, turn: int) -> Line:
    setting, (first, middle, last) = stretch.setting, stretch.styles
    box = stretch.box.turned(turn)
    x, y = setting.origin
    size = setting.size if 0.3 * box.height < setting.size < 4 * box.height else box.height
    return Line(
        page=number,
        start=stretch.start,
        text=stretch.text,
        words=words_of(stretch.text[stretch.sign :]),
        left=box.left,
        right=box.right,
        y=Box(x, y, x, y).turned(turn).bottom,
        size=max(round(size * 2) / 2, _LEAST_SIZE),
        bold=(first.is_bold, middle.is_bold, last.is_bold),
        is_italic=first.is_italic and last.is_italic,
        colour=setting.colour,
        sign=stretch.sign,
        row=stretch.row,
        is_split=stretch.is_split,
        is_turned=setting.turn != turn,
    )


# --- pages ----------------------------------------------------------------------------------


def _view(page: Any) -> Box:
    """Return the part of the page that is shown."""
    from pypdfium2 import raw  # noqa: PLC0415  heavy: only when a PDF is read

    rectangle = raw.FS_RECTF()
    if not raw.FPDF_GetPageBoundingBox(page, rectangle):
        return Box(0, 0, 0, 0)
    return Box(rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)


def _picture_share(page: Any, view: Box) -> float:
    """Return how much of the page pictures cover, in [0, 1]; overlaps count once more."""
    import ctypes  # noqa: PLC0415  with pdfium only

    from pypdfium2 import raw  # noqa: PLC0415  heavy: only when a PDF is read

    area = view.width * view.height
    covered = 0.0
    edges = [ctypes.c_float() for _ in range(4)]
    for index in range(min(raw.FPDFPage_CountObjects(page), _MAX_OBJECTS)):
        item = raw.FPDFPage_GetObject(page, index)
        # a form can hold the picture of the page; a form with text had given characters
        if raw.FPDFPageObj_GetType(item) not in {raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM}:
            continue
        if raw.FPDFPageObj_GetBounds(item, *edges):
            left, bottom, right, top = (edge.value for edge in edges)
            width = min(right, view.right) - max(left, view.left)
            height = min(top, view.top) - max(bottom, view.bottom)
            covered += max(width, 0) * max(height, 0)
    return min(covered / area, 1.0) if area > 0 else 0.0
