"""Tell the format of a document from its bytes."""

import io
import re
import zipfile
import zlib
from pathlib import PurePath
from typing import Final

from taalscan.errors import (
    DamagedDocumentError,
    EmptyDocumentError,
    EncryptedDocumentError,
    NotADocumentError,
)
from taalscan.readers.encoding import decode, has_bom
from taalscan.readers.media import DOCX, HTML, MARKDOWN, ODT, PDF, TEXT

_PDF_HEAD: Final = 1024
"""Programs put up to this many bytes before a PDF, and viewers accept it."""

_SAMPLE: Final = 65_536
_MAX_CONTROLS: Final = 0.01
"""Share of control characters that a text may hold; random bytes hold a tenth."""

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAGIC: Final = (
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"BM", "image"),
    (b"RIFF", "media"),
    (b"ID3", "media"),
    (b"{\\rtf", "rtf"),
    (b"%!PS", "postscript"),
    (b"\x1f\x8b", "gzip"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!", "rar"),
)
_ZIPS: Final = (
    ("xl/", "xlsx"),
    ("ppt/", "pptx"),
    ("visio/", "vsdx"),
    ("META-INF/container.xml", "epub"),
    ("META-INF/MANIFEST.MF", "jar"),
    ("content.xml", "opendocument"),
)
_WORD: Final = re.compile(
    rb"(?:wordprocessingml|ms-word)[\w.]{0,60}\.main\+xml", re.IGNORECASE | re.ASCII
)
"""Type of the main part of a Word file; a Word file inside another document has not `main`.

The bound on its length keeps a part of nothing but such names from taking time by their square.
"""

_HTML_PAGE: Final = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_HTML_PART: Final = re.compile(
    r"<(?:div|main|article|section|header|nav|table|h[1-6]|p|ul|ol|meta|title)\b", re.IGNORECASE
)
_XML: Final = re.compile(r"<\?xml\b[^>]*>?")
_BLANK: Final = re.compile(r"\s*")
_COMMENT: Final = ("<!--", "-->")
_CONTROLS: Final = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MARKDOWN_NAMES: Final = frozenset({".md", ".markdown"})


def detect(data: bytes, name: str) -> str:
    """Return the media type of a document; its name tells only Markdown from plain text.

    Raises:
        EmptyDocumentError: if there are no bytes, or only blank ones.
        EncryptedDocumentError: if an office document is locked with a password.
        DamagedDocumentError: if a zipped document cannot be opened.
        NotADocumentError: if the bytes are in no format that is read; `found` says what they are.
    """
    if not data.strip():
        raise EmptyDocumentError
    if data.startswith(b"PK"):
        return _zipped(data)
    if re.search(rb"%PDF-\d", data[:_PDF_HEAD]):
        return PDF
    if data.startswith(_OLE):
        raise _ole(data)
    found = next((kind for magic, kind in _MAGIC if data.startswith(magic)), None)
    # two letters may also begin a text
    if found is not None and (found != "image" or _is_binary(data)):
        raise NotADocumentError(found=found)
    return _text(data, name)


def _text(data: bytes, name: str) -> str:
    if _is_binary(data):
        raise NotADocumentError(found="binary")
    is_markdown = PurePath(name).suffix.lower() in _MARKDOWN_NAMES
    # a letter cut in two at the end of the sample does no harm here
    head = decode(data[:_SAMPLE]).lstrip()
    declaration = _XML.match(head)
    place = _after_comments(head, declaration.end() if declaration else 0)
    if _HTML_PAGE.match(head, place) or (not is_markdown and _HTML_PART.match(head, place)):
        return HTML
    if declaration:
        raise NotADocumentError(found="xml")
    return MARKDOWN if is_markdown else TEXT


def _after_comments(markup: str, place: int) -> int:
    """Return the place after white space and whole comments.

    Step by step, for it runs outside the guarded process: a pattern could take time without end.
    """
    opening, closing = _COMMENT
    place = _skip_blank(markup, place)
    while markup.startswith(opening, place):
        end = markup.find(closing, place + len(opening))
        if end < 0:
            break
        place = _skip_blank(markup, end + len(closing))
    return place


def _skip_blank(markup: str, place: int) -> int:
    blank = _BLANK.match(markup, place)
    return blank.end() if blank else place


def _is_binary(data: bytes) -> bool:
    if has_bom(data):
        return False
    head = data[:_SAMPLE]
    return b"\0" in head or len(_CONTROLS.findall(head)) > _MAX_CONTROLS * len(head)


def _ole(data: bytes) -> EncryptedDocumentError | NotADocumentError:
    """Tell a locked office document from an old Word file: the stream names stand in UTF-16."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return EncryptedDocumentError()
    is_word = "WordDocument".encode("utf-16-le") in data
    return NotADocumentError(found="doc" if is_word else "ole")


def _zipped(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return _office(package)
    except (zipfile.BadZipFile, EOFError, OSError, ValueError, zlib.error) as error:
        raise DamagedDocumentError from error
    except (NotImplementedError, RuntimeError) as error:
        # a compression or encryption that zipfile does not know
        raise EncryptedDocumentError from error


def _office(package: zipfile.ZipFile) -> str:
    names = set(package.namelist())
    if "mimetype" in names and _head(package, "mimetype").decode("latin-1").startswith(ODT):
        if b"encryption-data" in _head(package, "META-INF/manifest.xml"):
            raise EncryptedDocumentError
        return ODT
    if _WORD.search(_head(package, "[Content_Types].xml")):
        return DOCX
    found = (kind for start, kind in _ZIPS if any(name.startswith(start) for name in names))
    raise NotADocumentError(found=next(found, "zip"))


def _head(package: zipfile.ZipFile, name: str) -> bytes:
    """Return the first bytes of a part; none if it is absent."""
    if name not in package.namelist():
        return b""
    with package.open(name) as part:
        return part.read(1_000_000)
