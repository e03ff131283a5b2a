"""Compare the figures of two documents: differences with intervals, and where they come from."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np

from taalscan.model import Axis, BalanceIndex, Interval
from taalscan.model.comparison import (
    AxisChange,
    BalanceChange,
    Difference,
    FigureChange,
    Unit,
)
from taalscan.scoring.bootstrap import Counts
from taalscan.scoring.comparison.amounts import Pairing, Side
from taalscan.scoring.comparison.effects import effects_of
from taalscan.scoring.comparison.replications import Replications
from taalscan.scoring.formulas import ALPHA, PER, log_ratio
from taalscan.scoring.interval import HALF, difference_interval
from taalscan.scoring.sample import PASSAGES, WORDS, Key


@dataclass(frozen=True, slots=True)
class _Ratio:
    """A figure: one amount an axis, per so many of another."""

    above: str
    below: Key
    per: int


_DENSITY = _Ratio("hits", WORDS, PER)
_WEIGHTED = _Ratio("weight", WORDS, PER)
_SHARE = _Ratio("chance", PASSAGES, 1)


def compare_axes(
    axes: Sequence[Axis], units: Sequence[Unit], pairs: Pairing, drawn: Replications
) -> tuple[AxisChange, ...]:
    """Return the figures of both documents, one an axis.

    Args:
        axes: the axes, in the order of the result.
        units: the units.
        pairs: what each unit brings.
        drawn: the same totals in each replication.
    """
    return tuple(
        AxisChange(
            axis=axis.id,
            old_hits=round(pairs.old["hits", axis.id].sum()),
            new_hits=round(pairs.new["hits", axis.id].sum()),
            density=_figure(axis.id, _DENSITY, units, pairs, drawn),
            weighted_density=_figure(axis.id, _WEIGHTED, units, pairs, drawn),
            share=_figure(axis.id, _SHARE, units, pairs, drawn),
        )
        for axis in axes
    )


def _figure(
    axis: str, figure: _Ratio, units: Sequence[Unit], pairs: Pairing, drawn: Replications
) -> FigureChange:
    key = (figure.above, axis)

    def value(side: Side) -> float:
        return figure.per * float(side[key].sum()) / float(side[figure.below].sum())

    def replications(side: Side) -> Counts:
        # a replication may lack one of the texts altogether; it says nothing then
        usable = (drawn.old[figure.below] > 0) & (drawn.new[figure.below] > 0)
        return figure.per * side[key][usable] / side[figure.below][usable]

    def difference(side: Side, drawn_side: Side) -> Interval:
        change = value(side) - value(pairs.old)
        found = replications(drawn_side) - replications(drawn.old)
        return difference_interval(change, found, drawn.blocks, _least_error(figure, pairs))

    return FigureChange(
        difference=Difference(
            value(pairs.old), value(pairs.new), difference(pairs.new, drawn.new)
        ),
        effects=effects_of(
            units,
            (figure.per * pairs.old[key], figure.per * pairs.new[key]),
            (pairs.old[figure.below], pairs.new[figure.below]),
        ),
        without_swaps=difference(pairs.kept, drawn.kept) if pairs.swapped[axis].any() else None,
    )


def _least_error(figure: _Ratio, pairs: Pairing) -> float:
    """Return the standard error that a difference has at least.

    Where neither version has a hit no replication has one, and all would agree on 0. So either
    text counts as one with half a hit (as in METRICS §4.1), which may or may not stand in the
    part whose words differ, by the variance of a Poisson count. Texts that do not differ have no
    error.
    """
    variance = 0.0
    for side in (pairs.old, pairs.new):
        below = side[figure.below]
        whole = float(below.sum())
        differing = float((below * (1 - pairs.shared)).sum())
        variance += HALF * differing / whole / whole**2
    return figure.per * sqrt(variance)


def compare_balance(
    index: BalanceIndex, pairs: Pairing, drawn: Replications
) -> BalanceChange | None:
    """Return the balance of both documents, counted in passages (METRICS §4.1).

    Returns:
        None where a side of the index is not made of whole axes: facets are known of hits only.
    """
    if not {*index.above.members, *index.below.members} <= set(pairs.swapped):
        return None

    def value(side: Side) -> float:
        above, below = (
            float(sum(side["chance", own].sum() for own in part.members))
            for part in (index.above, index.below)
        )
        return log_ratio(above, below)

    def replications(side: Side) -> Counts:
        above, below = (
            np.sum([side["chance", own] for own in part.members], axis=0)
            for part in (index.above, index.below)
        )
        found: Counts = np.log((above + ALPHA) / (below + ALPHA))
        return found

    before, after = value(pairs.old), value(pairs.new)
    found = replications(drawn.new) - replications(drawn.old)
    change = difference_interval(after - before, found, drawn.blocks)
    return BalanceChange(index.id, Difference(before, after, change))
