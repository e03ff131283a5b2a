"""Make small PDF files for tests, with the places of the text chosen by the test."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

_FONTS = {
    "regular": ("F1", b"/Helvetica"),
    "bold": ("F2", b"/Helvetica-Bold"),
    "italic": ("F3", b"/Helvetica-Oblique"),
}


@dataclass(frozen=True)
class Text:
    """A line of text: where its baseline starts, size, font, and quarters it is turned."""

    x: float
    y: float
    words: str
    size: float = 10
    font: str = "regular"
    turn: int = 0


@dataclass(frozen=True)
class Sheet:
    """A page: its texts in the order in which they are drawn, and what it looks like.

    `pictures` are rectangles (x, y, width, height) that are covered with a grey picture.
    """

    texts: Sequence[Text] = ()
    width: float = 595
    height: float = 842
    rotate: int = 0
    crop: tuple[float, float, float, float] | None = None
    pictures: Sequence[tuple[float, float, float, float]] = field(default=())


def pdf(sheets: Iterable[Sheet], *, title: str | None = None, encrypt: bytes = b"") -> bytes:
    """Return a PDF with the pages; `encrypt` is put in the trailer as the encryption."""
    objects: list[bytes] = [b"<</Type/Catalog/Pages 2 0 R>>", b""]
    fonts = {}
    for name, base in _FONTS.values():
        objects.append(
            b"<</Type/Font/Subtype/Type1/BaseFont" + base + b"/Encoding/WinAnsiEncoding>>"
        )
        fonts[name] = len(objects)
    objects.append(
        b"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray"
        b"/BitsPerComponent 8/Length 1>>stream\n\x80\nendstream"
    )
    resources = b"<</XObject<</P %d 0 R>>/Font<<" % len(objects)
    resources += b"".join(b"/%s %d 0 R" % (key.encode(), at) for key, at in fonts.items())
    resources += b">>>>"
    pages = []
    for sheet in sheets:
        content = _content(sheet)
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(content), content))
        crop = b"/CropBox[%.2f %.2f %.2f %.2f]" % sheet.crop if sheet.crop else b""
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %.2f %.2f]%s/Rotate %d/Resources %s"
            b"/Contents %d 0 R>>"
            % (sheet.width, sheet.height, crop, sheet.rotate, resources, len(objects))
        )
        pages.append(len(objects))
    kids = b" ".join(b"%d 0 R" % page for page in pages)
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(pages), kids)
    trailer = encrypt
    if title is not None:
        objects.append(b"<</Title(%s)>>" % _escaped(title))
        trailer += b"/Info %d 0 R" % len(objects)
    return _file(objects, trailer)


def column(words: Sequence[str], x: float, y: float, **style: object) -> list[Text]:
    """Return lines under each other, 12 points apart, from a baseline `y` downwards."""
    return [Text(x, y - 12 * at, line, **style) for at, line in enumerate(words)]  # type: ignore[arg-type]


def wrapped(words: str, width: int) -> list[str]:
    """Return the words in lines of at most `width` characters."""
    lines = [""]
    for word in words.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append("")
        lines[-1] += (" " if lines[-1] else "") + word
    return lines


def _content(sheet: Sheet) -> bytes:
    parts = [
        b"q %.2f 0 0 %.2f %.2f %.2f cm /P Do Q" % (w, h, x, y) for x, y, w, h in sheet.pictures
    ]
    for text in sheet.texts:
        cosine, sine = [(1, 0), (0, 1), (-1, 0), (0, -1)][text.turn % 4]
        font = _FONTS[text.font][0].encode()
        parts.append(
            b"BT /%s %.2f Tf %d %d %d %d %.2f %.2f Tm (%s) Tj ET"
            % (font, text.size, cosine, sine, -sine, cosine, text.x, text.y, _escaped(text.words))
        )
    return b"\n".join(parts)


def _escaped(words: str) -> bytes:
    raw = words.encode("cp1252")
    return raw.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _file(objects: Sequence[bytes], trailer: bytes) -> bytes:
    data = b"%PDF-1.7\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    data += b"trailer\n<</Size %d/Root 1 0 R%s>>\n" % (len(objects) + 1, trailer)
    return data + b"startxref\n%d\n%%%%EOF\n" % table
