"""Name the reader of each format; a reader and its libraries are loaded when it is used."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from taalscan.readers.limits import Limits
from taalscan.readers.media import DOCX, HTML, MARKDOWN, ODT, PDF, TEXT
from taalscan.readers.raw import RawDocument

LimitedReader = Callable[[bytes, Limits], RawDocument]


def _pdf(data: bytes, _: Limits) -> RawDocument:
    from taalscan.readers.pdf import read_pdf  # noqa: PLC0415 - pypdfium2 takes a quarter second

    return read_pdf(data)


def _docx(data: bytes, limits: Limits) -> RawDocument:
    from taalscan.readers.docx import read_docx  # noqa: PLC0415 - only for its own format

    return read_docx(data, unzipped=limits.unzipped)


def _odt(data: bytes, limits: Limits) -> RawDocument:
    from taalscan.readers.odt import read_odt  # noqa: PLC0415 - only for its own format

    return read_odt(data, unzipped=limits.unzipped)


def _html(data: bytes, _: Limits) -> RawDocument:
    from taalscan.readers.html import read_html  # noqa: PLC0415 - only for its own format

    return read_html(data)


def _markdown(data: bytes, _: Limits) -> RawDocument:
    from taalscan.readers.markdown import read_markdown  # noqa: PLC0415 - only for its own format

    return read_markdown(data)


def _text(data: bytes, _: Limits) -> RawDocument:
    from taalscan.readers.text import read_text  # noqa: PLC0415 - only for its own format

    return read_text(data)


READERS: Final[Mapping[str, LimitedReader]] = MappingProxyType(
    {PDF: _pdf, DOCX: _docx, ODT: _odt, HTML: _html, MARKDOWN: _markdown, TEXT: _text}
)
"""The reader of each media type."""
