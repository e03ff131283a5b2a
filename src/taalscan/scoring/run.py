"""Tell what the documents of a run show together: quartiles, and places in the reference."""

from collections.abc import Iterable, Sequence

import numpy as np

from taalscan.measures import score_interval
from taalscan.model import Axis, AxisScore, Interval, Reliability
from taalscan.model.run import (
    Distribution,
    GenreSummary,
    Places,
    Quantile,
    Row,
    RunFigure,
    RunSummary,
)
from taalscan.scoring.quantiles import quantile

LEAST = 5
"""Documents below which no quartile and no share is told."""

_QUARTILES = (0.25, 0.5, 0.75)
_MIDDLE = 50.0


def summarise(rows: Sequence[Row], axes: Sequence[Axis]) -> RunSummary:
    """Return what the documents of a run show together.

    Every document counts once, however long it is. The order of the rows makes no difference.

    Args:
        rows: the documents.
        axes: the axes of their figures.
    """
    shown = [row for row in rows if row.reliability is not Reliability.HIGHLIGHTS_ONLY]
    return RunSummary(
        documents=len(shown),
        without=len(rows) - len(shown),
        distributions=tuple(
            own for axis in axes for own in _distributions(axis.id, _scores(shown, axis.id))
        ),
        genres=_genres(rows, axes),
        reference=next((row.reference for row in rows if row.reference), None),
    )


def _scores(rows: Iterable[Row], axis: str) -> list[AxisScore]:
    return [score for row in rows for score in row.scores if score.axis == axis]


def _distributions(axis: str, scores: Sequence[AxisScore]) -> tuple[Distribution, ...]:
    """Return the distributions of density and share; none where no document has them."""
    shares = [score.expected_share for score in scores]
    expected = None not in shares
    if not expected:
        shares = [score.share for score in scores]
    told = ((RunFigure.DENSITY, [score.density for score in scores]), (RunFigure.SHARE, shares))
    return tuple(
        Distribution(
            axis,
            figure,
            values,
            _quartiles(values),
            expected=expected and figure is RunFigure.SHARE,
        )
        for figure, intervals in told
        if (values := _ascending(intervals))
    )


def _ascending(intervals: Iterable[Interval | None]) -> tuple[float, ...]:
    return tuple(sorted(own.value for own in intervals if own is not None))


def _quartiles(values: tuple[float, ...]) -> tuple[Quantile, Quantile, Quantile] | None:
    if len(values) < LEAST:
        return None
    ordered = np.array(values)
    first, median, third = (quantile(ordered, share) for share in _QUARTILES)
    return first, median, third


def _genres(rows: Iterable[Row], axes: Sequence[Axis]) -> tuple[GenreSummary, ...]:
    """Return the genres of a run, each with its place; the largest first, then by title."""
    groups: dict[tuple[str, str, str], list[Row]] = {}
    for row in rows:
        if row.genre is None:
            continue
        title = row.genre.title if row.genre.id else ""
        against = (row.stratum.level, row.stratum.title) if row.stratum else ("", "")
        groups.setdefault((title, *against), []).append(row)
    made = [(key, _genre(key[0], own, axes)) for key, own in groups.items()]
    return tuple(genre for _, genre in sorted(made, key=_largest_first))


def _largest_first(made: tuple[tuple[str, str, str], GenreSummary]) -> tuple[int, str, str, str]:
    key, genre = made
    return (-genre.documents, *key)


def _genre(title: str, rows: Sequence[Row], axes: Sequence[Axis]) -> GenreSummary:
    places = [_places(axis.id, _scores(rows, axis.id)) for axis in axes]
    strata = [row.stratum for row in rows if row.stratum]
    placed = any(own.placed for own in places)
    return GenreSummary(
        title=title,
        documents=len(rows),
        short=sum(row.reliability is not Reliability.FULL for row in rows),
        stratum=strata[0] if strata else None,
        fewest=min((own.documents for own in strata), default=0),
        reason=None if placed else rows[0].uncompared,
        places=tuple(places) if placed else (),
    )


def _places(axis: str, scores: Iterable[AxisScore]) -> Places:
    """Return how many documents lie above the middle of the reference.

    Places are those of the share of passages: so many documents have a density of 0 on an axis
    that the middle of a reference of densities often is 0, and then half above it is not to be
    expected. Where that holds for shares too, there is no share to tell.
    """
    known = [
        (own.share_percentile.value, share.value)
        for own in scores
        if own.share_percentile is not None and (share := own.expected_share or own.share)
    ]
    above = sum(place > _MIDDLE for place, _ in known)
    # half of the reference that also has nothing lies below a document that has nothing
    zero = any(not share and 2 * place >= _MIDDLE for place, share in known)
    told = len(known) >= LEAST and not zero
    return Places(
        axis, len(known), above, score_interval(above, len(known)) if told else None, zero
    )
