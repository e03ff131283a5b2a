"""Write an example as a PDF, laid out by LibreOffice; its table of contents takes two rounds."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path

import pypdfium2

from examples.makers import opendocument
from examples.makers.packing import fix_pdf
from examples.makers.source import Source

_FORMAT = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'


def make(source: Source) -> bytes:
    """Return the example as a PDF file.

    Raises:
        FileNotFoundError: if LibreOffice is not installed.
    """
    first = _lay_out(opendocument.make(source))
    pages = _pages(first, opendocument.headings(source))
    return fix_pdf(_lay_out(opendocument.make(source, pages)), source.date)


def _lay_out(text: bytes) -> bytes:
    office = shutil.which("soffice")
    if office is None:
        raise FileNotFoundError("soffice")
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder, "text.odt")
        place.write_bytes(text)
        # A profile of its own: LibreOffice refuses to share one with a window that is open.
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        command = [office, profile, "--headless", "--convert-to", _FORMAT, "--outdir", folder]
        subprocess.run(  # noqa: S603 - no shell, own arguments
            [*command, str(place)],
            check=True,
            capture_output=True,
            timeout=120,
            env=os.environ | {"TZ": "UTC"},
        )
        return place.with_suffix(".pdf").read_bytes()


def _pages(pdf: bytes, headings: Iterable[str]) -> dict[str, int]:
    """Return the page of each heading: the last that holds it, as the contents come first."""
    found: dict[str, int] = {}
    document = pypdfium2.PdfDocument(pdf)
    for number, page in enumerate(document, start=1):
        text = page.get_textpage().get_text_bounded().replace("\r\n", " ")
        found |= {heading: number for heading in headings if heading in text}
    document.close()
    return found
