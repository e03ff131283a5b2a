"""Find the rectangles on the pages that characters of the text stand in."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from taalscan.readers.pdf.glyphs import Glyphs
from taalscan.readers.pdf.source import opened, opened_page


@dataclass(frozen=True, slots=True)
class TextPlace:
    """A stretch of the text of a page: page from 1, first character, number of characters."""

    page: int
    start: int
    length: int


@dataclass(frozen=True, slots=True)
class PageBox:
    """A rectangle on a page, in points of the page itself: before turning and cropping.

    These are the coordinates that annotations in a PDF are written in.
    """

    page: int
    left: float
    bottom: float
    right: float
    top: float


def boxes(data: bytes, places: Sequence[TextPlace]) -> list[tuple[PageBox, ...]]:
    """Return for each place its rectangles, one for each line it stands on, or more.

    Args:
        data: the bytes of the PDF.
        places: stretches as the origins of the text give them.

    Raises:
        EncryptedDocumentError: if the PDF needs a password.
        DamagedDocumentError: if it cannot be opened.
    """
    found: list[tuple[PageBox, ...]] = [()] * len(places)
    order = sorted(range(len(places)), key=[place.page for place in places].__getitem__)
    with opened(data) as document:
        for page, numbers in groupby(order, key=[place.page for place in places].__getitem__):
            if not 1 <= page <= len(document):
                continue
            with opened_page(document, page) as handles:
                if handles is None:
                    continue
                glyphs = Glyphs(handles[1])
                for number in numbers:
                    found[number] = _boxes(glyphs, places[number])
    return found


def _boxes(glyphs: Glyphs, place: TextPlace) -> tuple[PageBox, ...]:
    start = max(place.start, 0)
    end = min(place.start + place.length, len(glyphs.text))
    if start >= end:
        return ()
    return tuple(
        PageBox(place.page, box.left, box.bottom, box.right, box.top)
        for box in glyphs.boxes(start, end)
        if box.width > 0 and box.height > 0
    )
