"""Put words in context in the rows of a table."""

from collections.abc import Iterable

from taalscan.model import ConcordanceLine
from taalscan.reports.table import csv_bytes, safe_cell
from taalscan.reports.voice import Voice, voice

COLUMNS = ("document", "page", "before", "keyword", "after", "entry", "status", "reason")


def concordance_rows(
    lines: Iterable[ConcordanceLine], language: str
) -> tuple[tuple[str, ...], ...]:
    """Return a row a line, in the order of `COLUMNS`; status and reason in words."""
    says = voice(language)
    return tuple(_row(line, says) for line in lines)


def _row(line: ConcordanceLine, says: Voice) -> tuple[str, ...]:
    hit = line.hit
    told = ("", "", "")
    if hit is not None:
        reason = says.reason(hit.reason) if hit.reason else ""
        told = (hit.entry, says.say(f"status-name-{hit.status.value}"), reason)
    page = "" if line.page is None else str(line.page)
    return (line.document, page, line.before, line.keyword, line.after, *told)


def concordance_csv(lines: Iterable[ConcordanceLine], language: str) -> bytes:
    """Return the lines as CSV, with `;` and a byte order mark, as Dutch Excel reads it."""
    rows = concordance_rows(lines, language)
    return csv_bytes([COLUMNS, *(tuple(map(safe_cell, row)) for row in rows)])
