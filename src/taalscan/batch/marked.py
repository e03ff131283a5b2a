"""Hand a PDF back with what was found in it as notes."""

from taalscan.errors import DamagedDocumentError, OutputError, ReadError, TooLargeError
from taalscan.model import Scan
from taalscan.readers import DEFAULT_LIMITS, Limits, page_boxes
from taalscan.reports.pdf import annotated_pdf
from taalscan.reports.remarks import remarks_of
from taalscan.reports.voice import voice

_PDF = "application/pdf"


def marked_pdf(
    data: bytes,
    scan: Scan,
    language: str,
    *,
    all_hits: bool = False,
    limits: Limits = DEFAULT_LIMITS,
) -> bytes:
    """Return the PDF that was scanned, with highlights and notes.

    Args:
        data: the bytes that the scan was made from.
        scan: the scan.
        language: language of the notes.
        all_hits: whether words that do not count are marked too.
        limits: bounds on the time and memory that each of two processes may take.

    Raises:
        OutputError: if the document is no PDF, is locked or signed, or its pages cannot be read
            again.
    """
    if scan.document.source.media_type != _PDF:
        raise OutputError(flaw="no-pdf", format="pdf")
    remarks = remarks_of(scan, voice(language), all_hits=all_hits)
    spans = [span for remark in remarks for span in remark.spans]
    bounds = {"seconds": limits.seconds, "memory": limits.memory}
    try:
        found = iter(page_boxes(data, scan.document, spans, limits))
        placed = [
            (remark, tuple(box for _ in remark.spans for box in next(found))) for remark in remarks
        ]
        return annotated_pdf(data, scan, placed, language, bounds)
    except TooLargeError as error:
        raise OutputError(flaw="too-large", format="pdf") from error
    except DamagedDocumentError as error:
        raise OutputError(flaw="damaged", format="pdf") from error
    except ReadError as error:
        raise OutputError(flaw="encrypted", format="pdf") from error
