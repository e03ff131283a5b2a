"""Show where the words stand in a document, and which passages weighed most."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from taalscan.model import Axis, AxisPassageScore, PassageScore, Scan
from taalscan.reports.html.notes import place
from taalscan.reports.reasons import At, ReasonView, about
from taalscan.reports.voice import Voice

_CELLS = 24
"""Columns of the strip."""
_LEVELS = 4
"""Heights that a cell of the strip can have."""
_QUOTES = 5
"""Passages an axis that are quoted."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A stretch of the document in the strip, on one axis; `level` 0 where nothing was found."""

    level: int
    passage: int
    text: str


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage that weighed much; `reasons` why it is deliberately so."""

    passage: int
    place: str
    text: str
    heading: str
    strength: str
    reasons: tuple[ReasonView, ...] = ()


def strip(scan: Scan, voice: Voice) -> tuple[tuple[Cell, ...], ...]:
    """Return a row an axis: how many hits count in each stretch of the document.

    The stretches hold equally many passages, and one scale of height serves all axes.
    """
    total = len(scan.passages)
    if not total:
        return ()
    cells = min(_CELLS, total)
    bounds = [total * number // cells for number in range(cells + 1)]
    counts = [
        [
            sum(_counting(score, axis.id) for score in scan.passages[start:end])
            for start, end in pairwise(bounds)
        ]
        for axis in scan.axes
    ]
    most = max((count for row in counts for count in row), default=0)
    return tuple(
        tuple(
            _cell(scan, axis.id, bounds[number : number + 2], (count, most), voice)
            for number, count in enumerate(row)
        )
        for axis, row in zip(scan.axes, counts, strict=True)
    )


def _counting(score: PassageScore, axis: str) -> int:
    return sum(hit.axis == axis and hit.factor > 0 for hit in score.hits)


def _cell(
    scan: Scan, axis: str, bounds: Sequence[int], count: tuple[int, int], voice: Voice
) -> Cell:
    """Return a cell; it leads to the first passage of the stretch where something was found."""
    number, most = count
    start, end = bounds
    if not number:
        return Cell(0, start + 1, "")
    first = next(i for i in range(start, end) if _counting(scan.passages[i], axis))
    where = place(scan.passages[first], first + 1, voice)
    level = -(-_LEVELS * number // most)
    return Cell(level, first + 1, f"{where}: {voice.amount('words-found', number)}")


def quotes(scan: Scan, axis: Axis, reasons: At, voice: Voice) -> tuple[Quote, ...]:
    """Return the passages that weighed most on an axis, the weightiest first.

    Args:
        scan: the scan.
        axis: the axis.
        reasons: what marks tell at passages.
        voice: the words of the report.
    """
    ranked = sorted(
        (
            (number, own)
            for number, score in enumerate(scan.passages)
            for own in score.axes
            if own.axis == axis.id and own.label
        ),
        key=weightiest,
    )
    place_of_axis = scan.axes.index(axis)
    return tuple(
        replace(
            _quote(scan, number, own, voice),
            reasons=about(reasons.get(number, ()), place_of_axis),
        )
        for number, own in ranked[:_QUOTES]
    )


def weightiest(item: tuple[int, AxisPassageScore]) -> tuple[float, float, int]:
    """Return the key that sorts passages with their scores, the weightiest first."""
    number, own = item
    return -own.combined, -own.lexicon, number


def _quote(scan: Scan, number: int, own: AxisPassageScore, voice: Voice) -> Quote:
    score = scan.passages[number]
    return Quote(
        passage=number + 1,
        place=place(score, number + 1, voice),
        text=quotation(scan, number),
        heading=score.passage.headings[-1] if score.passage.headings else "",
        strength=voice.say(
            "strength" if own.classifier is None else "chance",
            strength=voice.decimal(own.combined, 2),
        ),
    )


def quotation(scan: Scan, number: int) -> str:
    """Return the text of a passage, without the lines of the layout, which nobody said."""
    return " ".join(scan.passages[number].passage.span.cut(scan.document.text).split())
