"""Hand a PDF back with highlights and notes: what was found → the same file, annotated."""

from collections.abc import Mapping, Sequence
from typing import Final

from taalscan.guard import ask
from taalscan.model import PageBox, Scan
from taalscan.reports.pdf.legend import legend_of
from taalscan.reports.pdf.marks import marks_of
from taalscan.reports.pdf.writer import MADE
from taalscan.reports.remarks import Remark, summary_of
from taalscan.reports.voice import voice

__all__ = ["MADE", "annotated_pdf"]

_CHILD: Final = "taalscan.reports.pdf.child"


def annotated_pdf(
    data: bytes,
    scan: Scan,
    placed: Sequence[tuple[Remark, Sequence[PageBox]]],
    language: str,
    bounds: Mapping[str, int],
) -> bytes:
    """Return a PDF with the remarks on it, written in a guarded process.

    Args:
        data: the bytes of the PDF that was scanned.
        scan: the scan.
        placed: remarks with the boxes of their words; one without boxes is counted in the summary.
        language: language of the notes.
        bounds: `seconds` and `memory` that the work may take.

    Raises:
        OutputError: if the file is locked or signed, or cannot be opened.
        ReadError: if it takes too much time or memory, or breaks the library.
    """
    speech = voice(language)
    shown = [(remark, boxes) for remark, boxes in placed if boxes]
    summary = summary_of(scan, [remark for remark, _ in placed], speech)
    unplaced = len(placed) - len(shown)
    legend = legend_of([remark for remark, _ in shown], scan.axes, unplaced, speech)
    text = "\n".join(map(str, (*summary.lines, *legend)))
    marks = [mark.as_json() for mark in marks_of(shown, scan.axes, speech)]
    question = {"marks": marks, "summary": (summary.title, text), "pages": scan.document.pages}
    return ask(_CHILD, question, data, bounds)[1]
