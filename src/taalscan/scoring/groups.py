"""Compare two groups of documents on each axis and figure (METRICS §6.2, §9.4)."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from taalscan.model import Axis, AxisScore, Failure, Interval, Scan
from taalscan.model.groups import (
    FigureComparison,
    Group,
    GroupComparison,
    GroupConclusion,
    GroupEffect,
    GroupFigure,
    GroupMember,
    GroupSize,
    MemberFigures,
)
from taalscan.model.lexicon import BalanceIndex
from taalscan.scoring.group_warnings import group_warnings
from taalscan.scoring.keyness import adjusted
from taalscan.scoring.ranks import no_difference, shift, superiority

ENOUGH = 20
"""Documents a group that METRICS §9.4 wants."""

LEAST = 5
"""Documents a group below which nothing is concluded.

With three a group no order at all gives an interval that leaves out "no difference"; with four
only complete separation does. From five on a pair or two may be out of order.
"""

_LEVEL = 0.05

Numbers = tuple[float | None, ...]


def member_of(scan: Scan, href: str | None) -> GroupMember:
    """Return what a comparison keeps of a scan, whose report is at `href`.

    A balance that says nothing (METRICS §4.2, §7.2) is not compared, as with two versions.
    """
    balance = scan.balance if scan.balance and scan.balance.verdict.comparable else None
    return GroupMember(
        name=scan.document.source.name,
        sha256=scan.document.source.sha256,
        title=scan.document.title,
        href=href,
        words=scan.words,
        passages=len(scan.passages),
        reliability=scan.reliability,
        figures=tuple(own for score in scan.scores if (own := _figures(score))),
        balance=None if balance is None else balance.main.log_ratio.value,
        genre=scan.genre,
    )


def _figures(score: AxisScore) -> MemberFigures | None:
    """Return the figures of an axis; None where the document is too short for them."""
    if score.density is None or score.weighted_density is None or score.share is None:
        return None
    return MemberFigures(
        axis=score.axis,
        density=score.density.value,
        weighted_density=score.weighted_density.value,
        share=score.share.value,
        expected_share=None if score.expected_share is None else score.expected_share.value,
    )


def group_of(name: str, scanned: Sequence[GroupMember], failures: Sequence[Failure] = ()) -> Group:
    """Return a group, with the documents apart that cannot be compared.

    A second copy of a document is left out: it would make the group look larger than it is.
    """
    seen: set[str] = set()
    once: list[GroupMember] = []
    copies: list[GroupMember] = []
    for member in scanned:
        (copies if member.sha256 in seen else once).append(member)
        seen.add(member.sha256)
    return Group(
        name=name,
        members=tuple(member for member in once if member.figures),
        left_out=tuple(member for member in once if not member.figures),
        copies=tuple(copies),
        failures=tuple(failures),
    )


def compare_groups(
    first: Group, second: Group, axes: Sequence[Axis], index: BalanceIndex | None = None
) -> GroupComparison:
    """Return how two groups differ on every figure.

    A difference is concluded where the intervals of superiority and shift both leave out "no
    difference", and q of Benjamini and Hochberg over all figures is at most .05. The order of the
    members makes no difference.

    Args:
        first: the first group.
        second: the group it is set against.
        axes: the axes, which the figures of every member follow.
        index: what the balances of the members set against each other.
    """
    figures = [
        _compare(figure, axis.id, *(_values(group, number, figure) for group in (first, second)))
        for number, axis in enumerate(axes)
        for figure in _chosen(first, second, number)
    ]
    balances = [tuple(member.balance for member in group.members) for group in (first, second)]
    figures.append(_compare(GroupFigure.BALANCE, None, *balances))
    return GroupComparison(
        first=first,
        second=second,
        axes=tuple(axes),
        index=index,
        figures=_corrected(figures),
        size=_size(len(first.members), len(second.members)),
        warnings=group_warnings(first, second),
    )


def _chosen(first: Group, second: Group, number: int) -> tuple[GroupFigure, ...]:
    """Return the figures of an axis: the share that METRICS §3 prefers where all have it."""
    members = first.members + second.members
    expected = all(member.figures[number].expected_share is not None for member in members)
    share = GroupFigure.EXPECTED_SHARE if members and expected else GroupFigure.SHARE
    return (GroupFigure.DENSITY, GroupFigure.WEIGHTED_DENSITY, share)


def _values(group: Group, number: int, figure: GroupFigure) -> Numbers:
    return tuple(getattr(member.figures[number], figure.value) for member in group.members)


def _compare(
    figure: GroupFigure, axis: str | None, first: Numbers, second: Numbers
) -> FigureComparison:
    known = [
        np.array([value for value in values if value is not None], dtype=np.float64)
        for values in (first, second)
    ]
    medians = [float(np.median(values)) if len(values) else None for values in known]
    size = _size(*map(len, known))
    effect = None
    if size is not GroupSize.TOO_FEW:
        auc = superiority(*known)
        effect = GroupEffect(shift(*known), auc, no_difference(auc.value, *map(len, known)), 1.0)
    return FigureComparison(
        figure=figure,
        axis=axis,
        first=first,
        second=second,
        first_median=medians[0],
        second_median=medians[1],
        size=size,
        effect=effect,
        conclusion=GroupConclusion.NONE,
    )


def _size(first: int, second: int) -> GroupSize:
    fewest = min(first, second)
    if fewest < LEAST:
        return GroupSize.TOO_FEW
    return GroupSize.INDICATIVE if fewest < ENOUGH else GroupSize.FULL


def _corrected(figures: Sequence[FigureComparison]) -> tuple[FigureComparison, ...]:
    """Return the figures with q and with what may be concluded."""
    qs = iter(adjusted([own.effect.p for own in figures if own.effect]))
    made = []
    for own in figures:
        if own.effect is None:
            made.append(own)
            continue
        effect = replace(own.effect, q=next(qs))
        made.append(replace(own, effect=effect, conclusion=_conclusion(effect)))
    return tuple(made)


def _conclusion(effect: GroupEffect) -> GroupConclusion:
    sides = {_side(effect.superiority, 0.5), _side(effect.shift, 0.0)}
    if len(sides) > 1 or effect.q > _LEVEL:
        return GroupConclusion.UNDECIDED
    return sides.pop()


def _side(interval: Interval, even: float) -> GroupConclusion:
    if interval.low > even:
        return GroupConclusion.FIRST
    return GroupConclusion.SECOND if interval.high < even else GroupConclusion.UNDECIDED
