"""Set amounts against each other: the balances of a document and what they allow to be said."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import tanh

import numpy as np

from taalscan.model import (
    MOST_DISAGREEMENT,
    Axis,
    AxisScore,
    Balance,
    BalanceIndex,
    BalanceVerdict,
    Basis,
    DocumentBalance,
    Interval,
    Percentile,
)
from taalscan.scoring.bootstrap import Counts
from taalscan.scoring.formulas import ALPHA, importance, log_ratio
from taalscan.scoring.interval import difference_interval
from taalscan.scoring.labels import Labelled
from taalscan.scoring.sample import PASSAGES, Key, Sample

LEAST_AMOUNT = 10
"""Passages on both sides together that a balance needs (METRICS §6.3)."""
WIDEST = 2.0
"""Width of its interval over which a balance says nothing (METRICS §6.3)."""


@dataclass(frozen=True, slots=True)
class Withheld:
    """Why a document has no balance: a code of the notices."""

    code: str


@dataclass(frozen=True, slots=True, eq=False)
class Amounts:
    """What the balances of a document are made of.

    Attributes:
        labelled: passages an axis.
    """

    axes: Sequence[Axis]
    sample: Sample
    labelled: Mapping[str, Labelled]


def balances(
    indices: Sequence[BalanceIndex], amounts: Amounts, scores: Sequence[AxisScore]
) -> DocumentBalance | Withheld:
    """Return the balances of a document that is long enough for them.

    The main one counts passages where both sides are whole axes. Facets are known of hits only,
    so the other ones are lexical: their zero depends on the lexicon (METRICS §4.2).

    Args:
        indices: at least one; the first is the main one.
        amounts: what they are made of.
        scores: the figures an axis, for how often lexicon and classifier differ.
    """
    first = indices[0]
    main = _counted(first, amounts) or _lexical(first, amounts)
    if main.above + main.below < LEAST_AMOUNT:
        return Withheld("balance-few")
    if main.log_ratio.high - main.log_ratio.low > WIDEST:
        return Withheld("balance-wide")
    variants = indices if main.basis is Basis.PASSAGES else indices[1:]
    passages = round(amounts.sample.totals[PASSAGES])
    members = {*first.above.members, *first.below.members}
    return DocumentBalance(
        main=main,
        others=tuple(_lexical(index, amounts) for index in variants),
        importance=importance(main.above, main.below, passages),
        verdict=_verdict(main, [score for score in scores if score.axis in members]),
    )


def replications(index: BalanceIndex, amounts: Amounts) -> Counts:
    """Return (R,) the main balance of resampled documents."""
    above, below = (side for _, side in _sides(index, amounts) or _lexical_sides(index, amounts))
    return np.log((above + ALPHA) / (below + ALPHA))


def _sides(index: BalanceIndex, amounts: Amounts) -> list[tuple[float, Counts]] | None:
    """Return both sides in passages; None where a side is more than whole axes."""
    sides = []
    for side in (index.above, index.below):
        own = [amounts.labelled.get(member) for member in side.members]
        known = [item for item in own if item is not None]
        if len(known) < len(own):
            return None
        drawn = sum((item.drawn for item in known), np.zeros(len(known[0].drawn)))
        sides.append((sum(item.amount for item in known), drawn))
    return sides


def _lexical_sides(index: BalanceIndex, amounts: Amounts) -> list[tuple[float, Counts]]:
    groups = {group.id: group.facets for axis in amounts.axes for group in axis.groups}
    sides = []
    for side in (index.above, index.below):
        members = [own for member in side.members for own in groups.get(member, (member,))]
        keys: list[Key] = [("weight", member) for member in members]
        sides.append(amounts.sample.added(keys))
    return sides


def _counted(index: BalanceIndex, amounts: Amounts) -> Balance | None:
    sides = _sides(index, amounts)
    return None if sides is None else _balance(index, Basis.PASSAGES, sides, amounts)


def _lexical(index: BalanceIndex, amounts: Amounts) -> Balance:
    return _balance(index, Basis.LEXICAL, _lexical_sides(index, amounts), amounts)


def _balance(
    index: BalanceIndex, basis: Basis, sides: list[tuple[float, Counts]], amounts: Amounts
) -> Balance:
    (above, above_drawn), (below, below_drawn) = sides
    drawn = np.log((above_drawn + ALPHA) / (below_drawn + ALPHA))
    found = difference_interval(log_ratio(above, below), drawn, amounts.sample.blocks)
    return Balance(index.id, basis, above, below, found, scaled(found))


def scaled(found: Interval) -> Interval:
    """Return b = tanh(B/2), the same on a scale from -1 to 1 (METRICS §4.1).

    >>> round(scaled(Interval(-0.955511, -1.797647, -0.113376)).value, 3)
    -0.444
    """
    return Interval(*(tanh(bound / 2) for bound in (found.value, found.low, found.high)))


def _verdict(main: Balance, scores: Sequence[AxisScore]) -> BalanceVerdict:
    """Return what may be said (METRICS §4.3): one side only with the whole interval there.

    The zero of a lexical balance means nothing (METRICS §4.2), so there it stays undecided.
    """
    known = [score.verdicts for score in scores if score.verdicts]
    agreed = sum(own.agreed for own in known)
    differ = sum(own.word_only + own.frame_only for own in known)
    if differ > MOST_DISAGREEMENT * (agreed + differ):
        return BalanceVerdict.UNSURE
    if main.basis is Basis.LEXICAL:
        return BalanceVerdict.MIXED
    if main.log_ratio.low > 0:
        return BalanceVerdict.ABOVE
    return BalanceVerdict.BELOW if main.log_ratio.high < 0 else BalanceVerdict.MIXED


def related(balance: DocumentBalance, percentile: Percentile, median: float) -> DocumentBalance:
    """Return a balance with its place among others: percentile, and B minus their median."""
    value = balance.main.log_ratio.value
    return replace(balance, percentile=percentile, relative=value - median)
