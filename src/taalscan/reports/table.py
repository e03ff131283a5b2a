"""Put the figures of many documents in one table, as CSV."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from taalscan.model import (
    Axis,
    AxisScore,
    DocumentBalance,
    DocumentGenre,
    Failure,
    Interval,
    Percentile,
    Reliability,
    Scan,
    Stratum,
)

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""First characters that make a spreadsheet program run a cell as a formula."""


@dataclass(frozen=True, slots=True)
class Row:
    """What the overviews of a run keep of a document: its figures, not its text.

    Attributes:
        href: its report, as a path relative to the index, not percent-encoded; None without one.
        refused: the outputs that it could not have.
    """

    name: str
    href: str | None
    title: str | None
    pages: int | None
    words: int
    passages: int
    reliability: Reliability
    scores: tuple[AxisScore, ...]
    balance: DocumentBalance | None = None
    genre: DocumentGenre | None = None
    stratum: Stratum | None = None
    refused: tuple[Failure, ...] = ()


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
        balance=scan.balance,
        genre=scan.genre,
        stratum=scan.stratum,
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


def _header(axes: Sequence[Axis]) -> list[str]:
    """Return the names of the columns; newer ones stand behind those that were there first."""
    header = ["document", "title", "pages", "words", "passages", "reliability"]
    figures = ("hits", "types", "density", "density_low", "density_high", "weighted_density")
    shares = ("share", "share_low", "share_high")
    for axis in axes:
        header += [f"{axis.id}_{name}" for name in (*figures, *shares)]
        header += [f"{axis.id}_{facet.id}" for facet in axis.facets]
    header += _COMPARED
    header += [f"{axis.id}_{name}" for axis in axes for name in _FURTHER]
    return [safe_cell(name) for name in header]


def _cells(row: Row, axes: Sequence[Axis]) -> list[str]:
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
    cells += _compared(row)
    for axis in axes:
        cells += _further(scores.get(axis.id))
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


_COMPARED = (
    "genre",
    "genre_probability",
    "stratum",
    "stratum_documents",
    "balance_b",
    "balance_b_low",
    "balance_b_high",
    "balance_log_ratio",
    "balance_log_ratio_low",
    "balance_log_ratio_high",
    "balance_basis",
    "balance_verdict",
    "balance_importance",
    "balance_relative",
    "balance_percentile",
    "balance_percentile_low",
    "balance_percentile_high",
)
"""Columns of the document: its kind, and its main balance."""


def _compared(row: Row) -> list[str]:
    """Return the cells of `_COMPARED`; the genre is empty where none was likely enough."""
    genre, stratum, balance = row.genre, row.stratum, row.balance
    cells = [
        safe_cell((genre.id if genre else None) or ""),
        _number(genre.probability if genre else None),
        safe_cell(stratum.title if stratum else ""),
        str(stratum.documents) if stratum else "",
    ]
    if balance is None:
        return cells + [""] * (len(_COMPARED) - len(cells))
    return [
        *cells,
        *_interval(balance.main.scaled),
        *_interval(balance.main.log_ratio),
        balance.main.basis.value,
        balance.verdict.value,
        _number(balance.importance),
        _number(balance.relative),
        *_interval(balance.percentile),
    ]


_FURTHER = (
    "weighted_density_low",
    "weighted_density_high",
    "expected_share",
    "expected_share_low",
    "expected_share_high",
    "word_share",
    "word_share_low",
    "word_share_high",
    "percentile",
    "percentile_low",
    "percentile_high",
    "share_percentile",
    "share_percentile_low",
    "share_percentile_high",
    "types_1000",
    "disagreement",
)
"""Further columns of each axis."""


def _further(score: AxisScore | None) -> list[str]:
    """Return the cells of `_FURTHER`; all empty where the document was not scored on the axis."""
    if score is None:
        return [""] * len(_FURTHER)
    return [
        *_interval(score.weighted_density)[1:],
        *_interval(score.expected_share),
        *_interval(score.word_share),
        *_interval(score.percentile),
        *_interval(score.share_percentile),
        _number(score.types_1000),
        _number(score.verdicts.disagreement if score.verdicts else None),
    ]


def _interval(interval: Interval | Percentile | None) -> list[str]:
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
