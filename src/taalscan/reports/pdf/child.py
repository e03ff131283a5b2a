"""Be the guarded process that writes notes into a PDF."""

from typing import Any, Final

from taalscan.guard import answer
from taalscan.reports.pdf.marks import Mark
from taalscan.reports.pdf.writer import write_marks

_MAX_DECODED: Final = 500_000_000
"""Bytes that one stream of the structure of a file may unpack to."""


def write(question: dict[str, Any], data: bytes) -> tuple[Any, bytes]:
    """Return the PDF with the marks that a question lists."""
    import pikepdf  # noqa: PLC0415  heavy: only when a PDF is written

    pikepdf.settings.set_qpdf_limits(flate_max_memory=_MAX_DECODED)
    marks = [Mark.from_json(value) for value in question["marks"]]
    title, text = question["summary"]
    return None, write_marks(data, marks, (title, text), question["pages"])


if __name__ == "__main__":
    answer(write)
