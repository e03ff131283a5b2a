"""Find the rectangles on the pages that characters of the text stand in."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from taalscan.model import PageBox
from taalscan.readers.pdf.glyphs import Glyphs, Setting
from taalscan.readers.pdf.layout import Box, join_boxes
from taalscan.readers.pdf.source import opened, opened_page

_ROW: Final = re.compile(r"[^\r\n\ufffe]*[^\r\n\ufffe\s][^\r\n\ufffe]*\ufffe?|\ufffe")
"""What stands on one line; a hyphen at its end belongs to it."""

_BROKEN: Final = re.compile(r"[\ufffe\u00ad\u2010\u2011\r\n -]{1,6}")
"""What parts the halves of a word over two lines."""

_LETTER: Final = re.compile(r"[^\W_]|[^\s\ufffe]")

_ASCENT, _DESCENT = 0.8, 0.22
"""Heights above and below the baseline, in parts of the type size; letters stay inside."""

_TAIL: Final = 0.45
"""How far ink may hang below the baseline, in parts of the type size."""

_GAP: Final = 1.0
"""Width of a gap, in parts of the type size, that two boxes on a line are joined over."""


@dataclass(frozen=True, slots=True)
class TextPlace:
    """A stretch of the text of a page: page from 1, first character, number of characters."""

    page: int
    start: int
    length: int

    @property
    def end(self) -> int:
        """Return the character after the last one."""
        return self.start + self.length


def boxes(data: bytes, spans: Sequence[Sequence[TextPlace]]) -> list[tuple[PageBox, ...]]:
    """Return for each span of the text the rectangles of its places, one for each line or more.

    A rectangle is as high as the type of its line, whichever letters stand in it. The halves of a
    word that a hyphen parts are taken with the hyphen.

    Args:
        data: the bytes of the PDF.
        spans: for each span the places it came from, as the origins of the text give them.

    Raises:
        EncryptedDocumentError: if the PDF needs a password.
        DamagedDocumentError: if it cannot be opened.
    """
    return [tuple(box for own in found for box in own) for found in _found(data, spans)]


def _found(data: bytes, spans: Sequence[Sequence[TextPlace]]) -> list[list[tuple[PageBox, ...]]]:
    """Return the rectangles of each span on each of its stays on a page; a page is opened once."""
    stays = [
        (number, list(own))
        for number, places in enumerate(spans)
        for _, own in groupby(places, key=_page)
    ]
    rank = sorted(range(len(stays)), key=[own[0].page for _, own in stays].__getitem__)
    on_stay: list[tuple[PageBox, ...]] = [()] * len(stays)
    with opened(data) as document:
        for page, ranked in groupby(rank, key=[own[0].page for _, own in stays].__getitem__):
            if not 1 <= page <= len(document):
                continue
            with opened_page(document, page) as handles:
                if handles is None:
                    continue
                glyphs = Glyphs(handles[1])
                for at in ranked:
                    on_stay[at] = tuple(
                        box
                        for place in _joined(glyphs.text, stays[at][1])
                        for box in _boxes(glyphs, place)
                    )
    found: list[list[tuple[PageBox, ...]]] = [[] for _ in spans]
    for (number, _), own in zip(stays, on_stay, strict=True):
        found[number].append(own)
    return found


def _page(place: TextPlace) -> int:
    return place.page


def _joined(text: str, places: Sequence[TextPlace]) -> Iterator[TextPlace]:
    """Join places on a page where they touch, or only a hyphen at a line end is between them."""
    last: TextPlace | None = None
    for place in places:
        if last is not None and (
            last.end == place.start or _BROKEN.fullmatch(text, last.end, max(place.start, 0))
        ):
            last = TextPlace(last.page, last.start, place.end - last.start)
            continue
        if last is not None:
            yield last
        last = place
    if last is not None:
        yield last


def _boxes(glyphs: Glyphs, place: TextPlace) -> Iterator[PageBox]:
    start, end = max(place.start, 0), min(place.end, len(glyphs.text))
    if start >= end:
        return
    for row in _ROW.finditer(glyphs.text, start, end):
        for line in _lines(glyphs, row):
            found = line.box.turned(-line.turn)
            yield PageBox(place.page, found.left, found.bottom, found.right, found.top, line.turn)


@dataclass(frozen=True, slots=True)
class _Line:
    """A box as seen when its words are upright, and the quarters that these are turned."""

    box: Box
    turn: int


def _lines(glyphs: Glyphs, row: re.Match[str]) -> list[_Line]:
    """Return the boxes of what pdfium takes for one line, which can be parts of several."""
    letter = _LETTER.search(row.group())
    setting = glyphs.setting(row.start() + (letter.start() if letter else 0))
    found = glyphs.boxes(*row.span())
    tallest = max((box.turned(setting.turn).height for box in found), default=0.0)
    lines: list[_Line] = []
    for tight in found:
        if not _stands_on(tight, setting, tallest):
            setting = _setting_in(glyphs, row, tight) or setting
        box = _as_high_as_type(tight.turned(setting.turn), setting, tallest)
        if box.width <= 0 or box.height <= 0:
            continue
        last = lines[-1] if lines else None
        gap = _GAP * _size(setting, tallest)
        if last and last.turn == setting.turn and _are_neighbours(last.box, box, gap):
            lines[-1] = _Line(join_boxes([last.box, box]), setting.turn)
        else:
            lines.append(_Line(box, setting.turn))
    return lines


def _stands_on(tight: Box, setting: Setting, tallest: float) -> bool:
    """Tell whether ink can be of a line with this baseline; quotes stand high, tails hang low."""
    bottom = tight.turned(setting.turn).bottom
    above = bottom - _baseline(setting)
    size = _size(setting, tallest)
    return -_TAIL * size <= above <= _ASCENT * size


def _setting_in(glyphs: Glyphs, row: re.Match[str], tight: Box) -> Setting | None:
    """Return how a character stands of which the middle is in a box; None where there is none."""
    for place in range(*row.span()):
        box = glyphs.box(place)
        x, y = (box.left + box.right) / 2, (box.bottom + box.top) / 2
        inside = tight.left <= x <= tight.right and tight.bottom <= y <= tight.top
        if box.width > 0 and box.height > 0 and inside:
            return glyphs.setting(place)
    return None


def _as_high_as_type(tight: Box, setting: Setting, tallest: float) -> Box:
    """Return the box of ink that is upright, as high as the type that it stands in."""
    size, baseline = _size(setting, tallest), _baseline(setting)
    if not _stands_on(tight.turned(-setting.turn), setting, tallest):
        return tight
    return Box(
        tight.left,
        min(tight.bottom, baseline - _DESCENT * size),
        tight.right,
        max(tight.top, baseline + _ASCENT * size),
    )


def _baseline(setting: Setting) -> float:
    x, y = setting.origin
    return Box(x, y, x, y).turned(setting.turn).bottom


def _size(setting: Setting, tallest: float) -> float:
    """Return the size of the type, unless its tallest ink is far too high or too low for it.

    A hyphen alone is a tenth of its type.
    """
    return setting.size if 0.3 * tallest < setting.size < 16 * tallest else tallest


def _are_neighbours(one: Box, two: Box, gap: float) -> bool:
    """Tell whether a box goes on where another ends, on the same line."""
    shared = min(one.top, two.top) - max(one.bottom, two.bottom)
    return shared > 0.5 * min(one.height, two.height) and -gap < two.left - one.right < gap
