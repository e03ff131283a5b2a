"""Write marks into a PDF as annotations with pop-up notes; the rest of the file stays as it is."""

import io
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby
from typing import Any, Final

from taalscan.errors import OutputError
from taalscan.model import PageBox
from taalscan.reports.pdf.drawing import NOTE_SIZE, drawn, note, wash
from taalscan.reports.pdf.frame import level, matrix, turned
from taalscan.reports.pdf.marks import Mark
from taalscan.reports.pdf.refusals import flaw_of
from taalscan.reports.remarks import Weight

MADE: Final = b"/TaalscanNotes true"
"""Stands in the trailer, near the end of the file, so that our copies can be told apart."""

_MADE_KEY: Final = "/TaalscanNotes"
_NAME: Final = "taalscan-"
"""What the names of our annotations begin with: a second run replaces those of the first."""

_PRINT: Final = 4
_MARGIN: Final = 8.0
_REACH: Final = 1.5
_POPUP: Final = (200.0, 130.0)
_DEEPEST: Final = 50
_LETTER: Final = (0.0, 0.0, 612.0, 792.0)

Edges = tuple[float, float, float, float]


def write_marks(
    data: bytes, marks: Sequence[Mark], summary: tuple[str, str], pages: int | None = None
) -> bytes:
    """Return the PDF with its marks; the same marks give the same bytes.

    Nothing that is drawn, no text and no tags are changed. The annotations hold no dates, and the
    identifier of the file follows from its content.

    Args:
        data: the bytes of the PDF.
        marks: what to write, in the order of the text.
        summary: title and text of the note at the top of the first page.
        pages: how many pages the reader found; None where that is not known.

    Raises:
        OutputError: if the file is locked or signed, or cannot be opened.
    """
    with _opened(data) as pdf:
        flaw = flaw_of(pdf)
        if flaw is not None:
            raise OutputError(flaw=flaw, format="pdf")
        if not len(pdf.pages) or pages not in {None, len(pdf.pages)}:
            # two libraries that disagree on the pages would put notes on the wrong ones
            raise OutputError(flaw="damaged", format="pdf")
        _Writer(pdf).write(marks, summary)
        return _saved(pdf)


@contextmanager
def _opened(data: bytes) -> Iterator[Any]:
    import pikepdf  # noqa: PLC0415  heavy: only when a PDF is written

    try:
        with pikepdf.open(io.BytesIO(data), suppress_warnings=True) as pdf:
            yield pdf
    except pikepdf.PasswordError as error:
        raise OutputError(flaw="encrypted", format="pdf") from error
    except pikepdf.PdfError as error:
        raise OutputError(flaw="damaged", format="pdf") from error


def _saved(pdf: Any) -> bytes:
    import pikepdf  # noqa: PLC0415  heavy: only when a PDF is written

    pdf.trailer[_MADE_KEY] = True
    made = io.BytesIO()
    with warnings.catch_warnings():
        # of what was wrong before: it stays as it is
        warnings.simplefilter("ignore")
        pdf.save(
            made,
            min_version="1.4",
            fix_metadata_version=False,
            deterministic_id=True,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.none,
            object_stream_mode=pikepdf.ObjectStreamMode.preserve,
        )
    return made.getvalue()


class _Writer:
    """What the annotations of one file share."""

    def __init__(self, pdf: Any) -> None:
        import pikepdf  # noqa: PLC0415  heavy: only when a PDF is written

        self._lib = pikepdf
        self._pdf = pdf
        self._number = 0
        state = pikepdf.Dictionary(Type=pikepdf.Name.ExtGState, BM=pikepdf.Name.Multiply)
        shared = pikepdf.Dictionary(ExtGState=pikepdf.Dictionary(T=pdf.make_indirect(state)))
        self._resources = pdf.make_indirect(shared)

    def write(self, marks: Sequence[Mark], summary: tuple[str, str]) -> None:
        """Put the marks on their pages, in the order of the text, and the summary first."""
        on_page: dict[int, list[Mark]] = {}
        for page, own in groupby(marks, key=_page):
            on_page.setdefault(page, []).extend(own)
        for number, page in enumerate(self._pdf.pages, start=1):
            if number != 1 and number not in on_page:
                self._clear(page)
                continue
            made = [
                item for mark in on_page.get(number, ()) for item in self._annotation(page, mark)
            ]
            if number == 1:
                made = [*self._summary(page, *summary), *made]
            kept = [item for item in _annotations(page) if not self._is_ours(item)]
            page.obj.Annots = self._lib.Array([*kept, *made])

    def _clear(self, page: Any) -> None:
        """Take away our own annotations of a former run."""
        items = _annotations(page)
        kept = [item for item in items if not self._is_ours(item)]
        if len(kept) < len(items):
            page.obj.Annots = self._lib.Array(kept)

    def _is_ours(self, item: Any) -> bool:
        if not isinstance(item, self._lib.Dictionary):
            return False
        name = item.get("/NM")
        return isinstance(name, self._lib.String) and str(name).startswith(_NAME)

    def _annotation(self, page: Any, mark: Mark) -> Iterator[Any]:
        name = self._lib.Name
        is_frame = mark.weight is Weight.FRAME
        # a thin line is hard to hit with a pointer
        edges = _around(mark.boxes, _REACH if is_frame else 0)
        item = self._base(page, edges, mark.title, mark.text)
        item.Subtype = name.Square if is_frame else name.Highlight
        item.C = list(map(_short, wash(mark)))
        if is_frame:
            item.IC = item.C
            item.BS = self._lib.Dictionary(W=0)
        else:
            item.QuadPoints = [_short(value) for box in mark.boxes for value in _quad(box)]
        look = self._form(edges, drawn(mark))
        look.Resources = self._resources
        item.AP = self._lib.Dictionary(N=look)
        yield from self._with_popup(page, item)

    def _summary(self, page: Any, title: str, text: str) -> Iterator[Any]:
        turn = _turn(page)
        edges = _corner(_view(page), turn)
        item = self._base(page, edges, title, text)
        item.Subtype = self._lib.Name.Text
        item.Name = self._lib.Name.Note
        item.C = [0.12, 0.37, 0.66]
        look = self._form((0, 0, NOTE_SIZE, NOTE_SIZE), note())
        # the page is shown turned clockwise; the sign is turned back
        look.Matrix = [*matrix(turn), 0, 0]
        item.AP = self._lib.Dictionary(N=look)
        yield from self._with_popup(page, item)

    def _base(self, page: Any, edges: Edges, title: str, text: str) -> Any:
        self._number += 1
        return self._lib.Dictionary(
            Type=self._lib.Name.Annot,
            Rect=list(map(_short, edges)),
            P=page.obj,
            NM=f"{_NAME}{self._number}",
            T=self._lib.String(title),
            # a carriage return parts paragraphs (ISO 32000)
            Contents=self._lib.String(text.replace("\n", "\r")),
            F=_PRINT,
        )

    def _form(self, edges: Edges, content: bytes) -> Any:
        look = self._lib.Stream(self._pdf, content)
        look.Type = self._lib.Name.XObject
        look.Subtype = self._lib.Name.Form
        look.BBox = list(map(_short, edges))
        return look

    def _with_popup(self, page: Any, item: Any) -> Iterator[Any]:
        item = self._pdf.make_indirect(item)
        view = _view(page)
        width, height = _POPUP
        top = min(max(float(item.Rect[3]), view[1] + height), view[3])
        popup = self._lib.Dictionary(
            Type=self._lib.Name.Annot,
            Subtype=self._lib.Name.Popup,
            Rect=list(map(_short, (view[2], top - height, view[2] + width, top))),
            NM=f"{_NAME}{self._number}-note",
            Parent=item,
            Open=False,
            F=_PRINT,
        )
        item.Popup = self._pdf.make_indirect(popup)
        yield item
        yield item.Popup


def _page(mark: Mark) -> int:
    return mark.page


def _annotations(page: Any) -> list[Any]:
    """Return the annotations that a page has; a value that is no list of them gives none."""
    import pikepdf  # noqa: PLC0415  heavy: only when a PDF is written

    items = page.obj.get("/Annots")
    return list(items) if isinstance(items, pikepdf.Array) else []


def _view(page: Any) -> Edges:
    """Return the part of a page that is shown, in its own coordinates."""
    sheet = _edges(_inherited(page, "/MediaBox")) or _LETTER
    crop = _edges(_inherited(page, "/CropBox")) or sheet
    left, bottom = max(sheet[0], crop[0]), max(sheet[1], crop[1])
    right, top = min(sheet[2], crop[2]), min(sheet[3], crop[3])
    return (left, bottom, right, top) if left < right and bottom < top else sheet


def _turn(page: Any) -> int:
    """Return how many quarters a page is turned when it is shown, clockwise."""
    value = _inherited(page, "/Rotate")
    try:
        return round(float(value) / 90) % 4
    except (TypeError, ValueError, OverflowError):
        return 0


def _inherited(page: Any, key: str) -> Any:
    """Return a value of a page, or of the nearest branch above it that has one."""
    node = page.obj
    for _ in range(_DEEPEST):
        if key in node:
            return node[key]
        node = node.get("/Parent")
        if node is None:
            return None
    return None


def _edges(value: Any) -> Edges | None:
    """Return a rectangle of a file as left, bottom, right, top; None where it is none."""
    try:
        one, two, three, four = map(float, value)
    except (TypeError, ValueError):
        return None
    return min(one, three), min(two, four), max(one, three), max(two, four)


def _corner(view: Edges, turn: int) -> Edges:
    """Return the place of the sign: the upper right corner of the page as it is shown."""
    # shown clockwise by `turn`: seen upright, the page is turned by as much
    one, two = turned(view[:2], -turn), turned(view[2:], -turn)
    right, top = max(one[0], two[0]) - _MARGIN, max(one[1], two[1]) - _MARGIN
    low, high = turned((right - NOTE_SIZE, top - NOTE_SIZE), turn), turned((right, top), turn)
    return min(low[0], high[0]), min(low[1], high[1]), max(low[0], high[0]), max(low[1], high[1])


def _around(boxes: Sequence[PageBox], reach: float) -> Edges:
    """Return the edges of all boxes, and what is within reach of them."""
    return (
        min(box.left for box in boxes) - reach,
        min(box.bottom for box in boxes) - reach,
        max(box.right for box in boxes) + reach,
        max(box.top for box in boxes) + reach,
    )


def _quad(box: PageBox) -> Iterator[float]:
    for corner in level(box).corners():
        yield from turned(corner, box.turn)


def _short(value: float) -> float:
    return round(value, 3)
