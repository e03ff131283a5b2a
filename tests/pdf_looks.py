"""Look at PDF files as a viewer does: what is drawn, what stands in a rectangle, which notes."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from ctypes import c_int
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Any

import numpy as np
import pikepdf
import pypdfium2
from pypdfium2 import raw

from taalscan.model import Axis, Hit, PageBox, Passage, Scan, Span, Status
from taalscan.readers import read
from tests.builders import axes, passage_score, with_passages

SCALE = 1.5
"""Pixels of a point in pictures of pages."""


@dataclass(frozen=True)
class Note:
    """An annotation with its note: kind, title, text, and its rectangles on the page."""

    page: int
    kind: str
    title: str
    text: str
    rect: tuple[float, ...]
    quads: tuple[tuple[float, ...], ...]


def notes_of(data: bytes) -> list[Note]:
    """Return the annotations of a PDF that have a title, in order."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return [
            Note(
                number,
                str(item.Subtype),
                str(item.T),
                str(item.Contents).replace("\r", "\n"),
                tuple(map(float, item.Rect)),
                tuple(_quads(item)),
            )
            for number, page in enumerate(pdf.pages, start=1)
            for item in page.obj.get("/Annots", [])
            if isinstance(item, pikepdf.Dictionary) and "/T" in item
        ]


def _quads(item: Any) -> Iterator[tuple[float, ...]]:
    numbers = [float(number) for number in item.get("/QuadPoints", [])]
    for at in range(0, len(numbers), 8):
        yield tuple(numbers[at : at + 8])


def pictures(data: bytes, most: int = 100) -> list[np.ndarray[Any, Any]]:
    """Return the pages as they are shown, with annotations, as arrays (height, width, 3).

    Args:
        data: the PDF.
        most: how many pages, from the first.
    """
    with pypdfium2.PdfDocument(data) as pdf:
        return [
            page.render(scale=SCALE, rev_byteorder=True, prefer_bgrx=False)
            .to_numpy()[..., :3]
            .copy()
            for page in (pdf[number] for number in range(min(len(pdf), most)))
        ]


def texts(data: bytes) -> list[str]:
    """Return the text of each page."""
    with pypdfium2.PdfDocument(data) as pdf:
        return [page.get_textpage().get_text_range() for page in pdf]


def mask(data: bytes, page: int, rects: Iterable[Sequence[float]], reach: int = 1) -> Any:
    """Return where rectangles of a page are in its picture, as truth values (height, width)."""
    with pypdfium2.PdfDocument(data) as pdf:
        handle = pdf[page - 1]
        width, height = (round(side * SCALE) for side in handle.get_size())
        found = np.zeros((height + 2, width + 2), bool)
        for rect in rects:
            x, y = zip(
                *(_pixel(handle, (width, height), at) for at in _corners(rect)), strict=True
            )
            rows = slice(max(min(y) - reach, 0), max(y) + reach + 1)
            found[rows, max(min(x) - reach, 0) : max(x) + reach + 1] = True
        return found


def _corners(rect: Sequence[float]) -> list[tuple[float, float]]:
    left, bottom, right, top = rect
    return [(left, bottom), (right, top)]


def _pixel(page: Any, size: tuple[int, int], at: tuple[float, float]) -> tuple[int, int]:
    x, y = c_int(), c_int()
    raw.FPDF_PageToDevice(page.raw, 0, 0, *size, 0, *at, x, y)
    return x.value, y.value


def words_in(data: bytes, page: int, rects: Iterable[Sequence[float]]) -> str:
    """Return the characters of a page whose middles lie in rectangles, in their order."""
    found = ""
    middles = _middles(data, page)
    for left, bottom, right, top in rects:
        inside = (
            sign
            for x, y, sign in middles
            if left - 0.01 <= x <= right + 0.01 and bottom - 0.01 <= y <= top + 0.01
        )
        found += "".join(inside)
    return found


@lru_cache(maxsize=8)
def _middles(data: bytes, page: int) -> tuple[tuple[float, float, str], ...]:
    """Return the middle of each character of a page, with the character."""
    found = []
    with pypdfium2.PdfDocument(data) as pdf:
        text = pdf[page - 1].get_textpage()
        for index in range(text.count_chars()):
            left, bottom, right, top = text.get_charbox(index)
            # what pdfium makes up between words and lines has no place
            if right > left:
                sign = chr(raw.FPDFText_GetUnicode(text.raw, index))
                found.append(((left + right) / 2, (bottom + top) / 2, sign))
    return tuple(found)


def letters(text: str) -> str:
    """Return the letters and digits only, ligatures spelled out.

    Spaces and line-end hyphens differ between a page and the text that is made of it.
    """
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", text))


def around(quad: Sequence[float]) -> tuple[float, float, float, float]:
    """Return the edges of four points."""
    x, y = quad[::2], quad[1::2]
    return min(x), min(y), max(x), max(y)


def box_edges(box: PageBox) -> tuple[float, float, float, float]:
    """Return the edges of a box."""
    return box.left, box.bottom, box.right, box.top


def always(_: str) -> bool:
    """Say that any string is a word."""
    return True


def scan_with(data: bytes, *words: str, name: str = "nota.pdf") -> Scan:
    """Return a scan of a PDF in which each of the words is a hit where it first stands.

    Words with … between them are one hit in pieces. The axes take turns.
    """
    document = read(data, name, is_word=always)
    hits = []
    for number, sought in enumerate(words):
        parts, at = [], 0
        for piece in sought.split(" … "):
            start = document.text.index(piece, at)
            at = start + len(piece)
            parts.append(Span(start, at))
        hits.append(hit_on(parts, axes()[number % 4]))
    passage = Passage("p0001", Span(0, len(document.text)), (), 1)
    score = passage_score(passage, len(document.text.split()), hits)
    return with_passages(document, [score])


def hit_on(parts: Sequence[Span], axis: Axis, factor: float = 1.0) -> Hit:
    """Return a hit on these spans."""
    facet = axis.facets[0].id
    return Hit(
        span=Span(parts[0].start, parts[-1].end),
        parts=tuple(parts),
        entry=f"{facet}-001",
        axis=axis.id,
        facet=facet,
        weight=0.8,
        factor=factor,
        status=Status.COUNTED if factor == 1 else Status.SLOGAN if factor else Status.LITERAL,
    )
