"""Add up what each unit brings to the figures of both documents."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from taalscan.model import AxisPassageScore, PassageScore
from taalscan.model.comparison import Swap, SwapKind, Unit
from taalscan.scoring.bootstrap import Counts
from taalscan.scoring.sample import PASSAGES, WORDS, Key

Side = Mapping[Key, Counts]
"""The amounts of one document: a value a unit, or a replication.

Of each axis `hits` are the counted ones, `weight` the sum of their weight times factor, `chance`
the sum of the probabilities of the passages (of their labels without a classifier), and `square`
the sum of the squares of these.
"""


@dataclass(frozen=True, slots=True, eq=False)
class Pairing:
    """What each unit brings to both documents.

    Attributes:
        kept: the new side with every swapped word as it was (METRICS §8.4).
        swapped: for each axis, for each unit, whether a word of the axis was swapped in it.
        shared: for each unit whether both documents have the same words of it. Both sides then
            have the amounts of the old one: neither layout nor the parting into passages shows.
    """

    old: Side
    new: Side
    kept: Side
    swapped: Mapping[str, Counts]
    shared: Counts


def pairing(
    units: Sequence[Unit],
    scored: tuple[Sequence[PassageScore], Sequence[PassageScore]],
    axes: Sequence[str],
    swaps: Sequence[Swap],
) -> Pairing:
    """Return the amounts of units on both sides.

    Args:
        units: the units.
        scored: the passages of the old and of the new document.
        axes: ids of the axes.
        swaps: the words that were swapped.
    """
    before, after = scored
    old = _side([[before[own] for own in unit.old] for unit in units], axes)
    new = _side(
        [
            [before[own] for own in unit.old]
            if unit.kind.same_words
            else [after[own] for own in unit.new]
            for unit in units
        ],
        axes,
    )
    swapped = {axis: np.zeros(len(units)) for axis in axes}
    for swap in swaps:
        swapped[swap.hit.axis][swap.unit] = 1
    return Pairing(
        old=old,
        new=new,
        kept=_kept(old, new, swapped, swaps),
        swapped=swapped,
        shared=np.array([unit.kind.same_words for unit in units], dtype=np.float64),
    )


def chance_of(score: AxisPassageScore) -> float:
    """Return what a passage adds to a share: a probability, or its label without a classifier."""
    return float(score.label) if score.classifier is None else score.combined


def _side(units: Sequence[Sequence[PassageScore]], axes: Sequence[str]) -> Side:
    side = {
        WORDS: np.array([sum(own.words for own in unit) for unit in units], dtype=np.float64),
        PASSAGES: np.array([len(unit) for unit in units], dtype=np.float64),
    }
    for axis in axes:
        rows = np.array([_row(unit, axis) for unit in units]).reshape(len(units), 4)
        for name, column in zip(("hits", "weight", "chance", "square"), rows.T, strict=True):
            side[name, axis] = column
    return side


def _row(unit: Sequence[PassageScore], axis: str) -> tuple[float, float, float, float]:
    hits = [hit for own in unit for hit in own.hits if hit.axis == axis and hit.factor > 0]
    chances = [chance_of(score) for own in unit for score in own.axes if score.axis == axis]
    return (
        len(hits),
        sum(hit.weight * hit.factor for hit in hits),
        sum(chances),
        sum(chance**2 for chance in chances),
    )


def _kept(old: Side, new: Side, swapped: Mapping[str, Counts], swaps: Sequence[Swap]) -> Side:
    """Return the new side with swapped words as they were.

    A word that went is put back, one that came is taken away. The passages of such a unit keep
    their probability on that axis: it moved with the word, for the frame is the same.
    """
    kept = {key: values.copy() for key, values in new.items()}
    for swap in swaps:
        sign = 1 if swap.kind is SwapKind.WENT else -1
        kept["hits", swap.hit.axis][swap.unit] += sign
        kept["weight", swap.hit.axis][swap.unit] += sign * swap.hit.weight * swap.hit.factor
    scale = ratio(new[PASSAGES], old[PASSAGES])
    for axis, units in swapped.items():
        for name in ("chance", "square"):
            kept[name, axis] = np.where(units > 0, old[name, axis] * scale, new[name, axis])
    return kept


def ratio(above: Counts, below: Counts) -> Counts:
    """Return one amount divided by another, 0 where the other is 0."""
    return np.divide(above, below, out=np.zeros_like(above), where=below > 0)
