"""Put the figures of many documents in one table, as CSV."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from taalscan.model import Axis, AxisScore, Interval, Reliability, Scan

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""First characters that make a spreadsheet program run a cell as a formula."""


@dataclass(frozen=True, slots=True)
class Row:
    """What the overviews of a run keep of a document: its figures, not its text.

    Attributes:
        href: its report, as a path relative to the index, not percent-encoded; None without one.
    """

    name: str
    href: str | None
    title: str | None
    pages: int | None
    words: int
    passages: int
    reliability: Reliability
    scores: tuple[AxisScore, ...]


def row_of(scan: Scan, href: str | None) -> Row:
    """Return the row of a scanned document, whose report is at `href`."""
    return Row(
        name=scan.document.source.name,
        href=href,
        title=scan.document.title,
        pages=scan.document.pages,
        words=scan.words,
        passages=len(scan.passages),
        reliability=scan.reliability,
        scores=scan.scores,
    )


def scores_csv(rows: Iterable[Row], axes: Sequence[Axis]) -> bytes:
    """Return a table with a row a document and columns for each axis (see docs/json-schema.md).

    The separator is `;` and the text starts with a byte order mark, so that Dutch Excel shows
    columns and accents. Decimals have a point and six digits. A figure that is not known is empty.
    """
    return csv_bytes([_header(axes), *(_cells(row, axes) for row in rows)])


def csv_bytes(rows: Iterable[Sequence[str]]) -> bytes:
    """Return rows of cells, the column names first, as CSV that Dutch Excel reads."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerows(rows)
    return out.getvalue().encode("utf-8-sig")


def _header(axes: Iterable[Axis]) -> list[str]:
    header = ["document", "title", "pages", "words", "passages", "reliability"]
    figures = ("hits", "types", "density", "density_low", "density_high", "weighted_density")
    shares = ("share", "share_low", "share_high")
    for axis in axes:
        header += [f"{axis.id}_{name}" for name in (*figures, *shares)]
        header += [f"{axis.id}_{facet.id}" for facet in axis.facets]
    return [safe_cell(name) for name in header]


def _cells(row: Row, axes: Iterable[Axis]) -> list[str]:
    scores = {score.axis: score for score in row.scores}
    cells = [
        safe_cell(row.name),
        safe_cell(row.title or ""),
        "" if row.pages is None else str(row.pages),
        str(row.words),
        str(row.passages),
        row.reliability.value,
    ]
    for axis in axes:
        cells += _figures(axis, scores.get(axis.id))
    return cells


def _figures(axis: Axis, score: AxisScore | None) -> list[str]:
    """Return the cells of one axis; all empty where the document was not scored on it."""
    if score is None:
        return [""] * (9 + len(axis.facets))
    facets = {facet.id: facet.hits for facet in score.facets}
    return [
        str(score.hits),
        str(score.types),
        *_interval(score.density),
        _number(score.weighted_density.value if score.weighted_density else None),
        *_interval(score.share),
        *(str(facets.get(facet.id, 0)) for facet in axis.facets),
    ]


def _interval(interval: Interval | None) -> list[str]:
    if interval is None:
        return ["", "", ""]
    return [_number(number) for number in (interval.value, interval.low, interval.high)]


def _number(number: float | None) -> str:
    """Write six decimals: Dutch Excel reads 12.5 as a date and 12.500 as twelve thousand."""
    return "" if number is None else f"{number:.6f}"


def safe_cell(text: str) -> str:
    """Keep a text from being run as a formula: an apostrophe makes it text."""
    text = text.replace("\0", "\N{REPLACEMENT CHARACTER}")
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text
