"""Put a scan in a workbook: its figures, passages, hits and how it was made."""

from taalscan.model import Scan
from taalscan.reports.voice import voice
from taalscan.reports.xlsx.made import method_sheet
from taalscan.reports.xlsx.scores import scores_sheet
from taalscan.reports.xlsx.text import hits_sheet, passages_sheet


def render_xlsx(scan: Scan, language: str) -> bytes:
    """Return a scan as an Excel workbook of four sheets; the same scan gives the same bytes.

    Text from the document never runs as a formula or turns into a link.

    Args:
        scan: the scan.
        language: language of heads and words, `nl` or `en`.
    """
    from taalscan.reports.xlsx.book import to_xlsx  # noqa: PLC0415  # a library of its own

    says = voice(language)
    sheets = (
        scores_sheet(scan, says),
        passages_sheet(scan, says),
        hits_sheet(scan, says),
        method_sheet(scan, says),
    )
    return to_xlsx(sheets)
