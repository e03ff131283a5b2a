"""Set amounts against each other: the balances of a document and what they allow to be said."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
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
)
from taalscan.scoring.bootstrap import Counts
from taalscan.scoring.formulas import ALPHA, importance, log_ratio, log_ratio_error
from taalscan.scoring.interval import difference_interval
from taalscan.scoring.labels import Labelled
from taalscan.scoring.sample import PASSAGES, Key, Sample

LEAST_AMOUNT = 10
"""Passages or hits on both sides together that a balance needs (METRICS §6.3)."""
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
        classified: axes whose passages were read by a calibrated classifier.
    """

    axes: Sequence[Axis]
    sample: Sample
    labelled: Mapping[str, Labelled]
    classified: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """One side of a balance.

    Attributes:
        amount: passages, or hits times weight and factor.
        drawn: (R,) the same of every replication.
        read: (R,) the same, when documents may be read too high or too low; None for hits.
        count: passages with the label, or hits: how many things the amount rests on.
    """

    amount: float
    drawn: Counts
    read: Counts | None
    count: float


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
    if isinstance(main, Withheld):
        return main
    variants = indices if main.basis is Basis.PASSAGES else indices[1:]
    others = [_lexical(index, amounts) for index in variants]
    members = {*first.above.members, *first.below.members}
    meant = main.basis is Basis.PASSAGES and members <= amounts.classified
    own = [score for score in scores if score.axis in members]
    return DocumentBalance(
        main=main,
        others=tuple(other for other in others if isinstance(other, Balance)),
        importance=importance(main.above, main.below, round(amounts.sample.totals[PASSAGES])),
        verdict=_verdict(main, own) if meant else BalanceVerdict.NONE,
    )


def replications(index: BalanceIndex, amounts: Amounts) -> Counts:
    """Return (R,) the main balance of resampled documents, with all doubt there is."""
    return _log_ratios(*(_sides(index, amounts) or _lexical_sides(index, amounts)), read=True)


def _log_ratios(above: Side, below: Side, *, read: bool) -> Counts:
    if read and above.read is not None and below.read is not None:
        return np.log((above.read + ALPHA) / (below.read + ALPHA))
    return np.log((above.drawn + ALPHA) / (below.drawn + ALPHA))


def _sides(index: BalanceIndex, amounts: Amounts) -> list[Side] | None:
    """Return both sides in passages; None where these cannot be set against each other.

    A side that is more than whole axes has no passages of its own, and expected passages do not
    compare with passages whose label follows from words.
    """
    members = {*index.above.members, *index.below.members}
    if not members <= set(amounts.labelled):
        return None
    if members & amounts.classified and not members <= amounts.classified:
        return None
    sides = []
    for side in (index.above, index.below):
        own = [amounts.labelled[member] for member in side.members]
        nothing = np.zeros(len(own[0].drawn))
        sides.append(
            Side(
                amount=sum(item.amount for item in own),
                drawn=sum((item.drawn for item in own), nothing),
                read=sum((item.read for item in own), nothing),
                count=sum(item.labels for item in own),
            )
        )
    return sides


def _lexical_sides(index: BalanceIndex, amounts: Amounts) -> list[Side]:
    groups = {group.id: group.facets for axis in amounts.axes for group in axis.groups}
    sides = []
    for side in (index.above, index.below):
        members = [own for member in side.members for own in groups.get(member, (member,))]
        weights: list[Key] = [("weight", member) for member in members]
        hits: list[Key] = [("hits", member) for member in members]
        amount, drawn = amounts.sample.added(weights)
        sides.append(Side(amount, drawn, None, amounts.sample.added(hits)[0]))
    return sides


def _counted(index: BalanceIndex, amounts: Amounts) -> Balance | Withheld | None:
    sides = _sides(index, amounts)
    return None if sides is None else _balance(index, Basis.PASSAGES, sides, amounts)


def _lexical(index: BalanceIndex, amounts: Amounts) -> Balance | Withheld:
    return _balance(index, Basis.LEXICAL, _lexical_sides(index, amounts), amounts)


def _balance(
    index: BalanceIndex, basis: Basis, sides: list[Side], amounts: Amounts
) -> Balance | Withheld:
    """Return a balance, or why there is none (METRICS §6.3)."""
    above, below = sides
    if above.count + below.count < LEAST_AMOUNT:
        return Withheld("balance-few")
    found, reading = (
        difference_interval(
            log_ratio(above.amount, below.amount),
            _log_ratios(above, below, read=read),
            amounts.sample.blocks,
            least_error=log_ratio_error(above.count, below.count),
        )
        for read in (False, True)
    )
    if found.high - found.low > WIDEST:
        return Withheld("balance-wide")
    return Balance(
        index=index.id,
        basis=basis,
        above=above.amount,
        below=below.amount,
        log_ratio=found,
        scaled=scaled(found),
        reading=reading if basis is Basis.PASSAGES else None,
    )


def scaled(found: Interval) -> Interval:
    """Return b = tanh(B/2), the same on a scale from -1 to 1 (METRICS §4.1).

    >>> round(scaled(Interval(-0.955511, -1.797647, -0.113376)).value, 3)
    -0.444
    """
    return Interval(*(tanh(bound / 2) for bound in (found.value, found.low, found.high)))


def _verdict(main: Balance, scores: Sequence[AxisScore]) -> BalanceVerdict:
    """Return what may be said (METRICS §4.3): one side only with the whole interval there.

    It is the wider interval, which also holds that the document may be read too high or too low.
    """
    differ = [score.verdicts.disagreement or 0.0 for score in scores if score.verdicts]
    if any(share > MOST_DISAGREEMENT for share in differ):
        return BalanceVerdict.UNSURE
    told = main.reading or main.log_ratio
    if told.low > 0:
        return BalanceVerdict.ABOVE
    return BalanceVerdict.BELOW if told.high < 0 else BalanceVerdict.MIXED
