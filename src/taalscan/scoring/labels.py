"""Count the passages that carry an axis, with the doubt of the classifier (METRICS §3, §4.3)."""

from dataclasses import dataclass

import numpy as np

from taalscan.scoring.bootstrap import Counts
from taalscan.scoring.sample import PASSAGES, Sample

_NORMAL = 0.346
"""Makes a logistic curve of one over a normal spread: (16√3/15π)² (Zeger et al. 1988, §3)."""


@dataclass(frozen=True, slots=True, eq=False)
class Labelled:
    """How many passages carry an axis.

    Attributes:
        amount: expected number Σq with a classifier, else the number of labels.
        labels: the number of labels.
        drawn: (R,) the number in each replication, labels drawn anew with a classifier.
        read: (R,) the same, when whole documents may also be read too high or too low; without a
            classifier it is `drawn`.
    """

    amount: float
    labels: float
    drawn: Counts
    read: Counts


def labelled(sample: Sample, axis: str) -> Labelled:
    """Return how many passages carry the label of an axis."""
    total, drawn = sample.totals["label", axis], sample.drawn["label", axis]
    return Labelled(total, total, drawn, drawn)


def carried(
    sample: Sample, axis: str, spread: float | None, generator: np.random.Generator
) -> Labelled:
    """Return how many passages carry an axis: expected with a classifier, labels without.

    Args:
        sample: the amounts of the document.
        axis: id of the axis.
        spread: as for `expected`; None for an axis that no classifier read.
        generator: draws the labels and shifts.
    """
    return labelled(sample, axis) if spread is None else expected(sample, axis, spread, generator)


def expected(sample: Sample, axis: str, spread: float, generator: np.random.Generator) -> Labelled:
    """Return how many passages carry an axis by the probabilities of a calibrated classifier.

    In each replication every passage draws its label with chance q (METRICS §4.3). That holds the
    doubt of single passages, which averages out; what a classifier makes of the whole document
    does not, so `read` shifts the log odds of each replication too.

    Args:
        sample: the amounts of the document.
        axis: id of the axis.
        spread: standard deviation of that shift between documents.
        generator: draws the labels and shifts.
    """
    sums, squares = sample.drawn["chance", axis], sample.drawn["chance_squared", axis]
    shift = spread / np.sqrt(1 + _NORMAL * spread**2) * generator.standard_normal(len(sums))
    shifted = _shifted(sums, squares, sample.drawn[PASSAGES], shift)
    return Labelled(
        amount=sample.totals["chance", axis],
        labels=sample.totals["label", axis],
        drawn=draw_labels(sums, squares, generator),
        read=draw_labels(shifted, squares * (shifted / np.maximum(sums, 1e-12)) ** 2, generator),
    )


def _shifted(sums: Counts, squares: Counts, passages: Counts, shift: Counts) -> Counts:
    """Return (R,) Σq when the log odds of all q shift by as much.

    A share of passages moves less than its own log odds would, because probabilities near 0 and 1
    hardly move: by the factor Σq(1−q) / P·S(1−S), S = Σq/P.
    """
    share = np.clip(sums / np.maximum(passages, 1.0), 1e-9, 1 - 1e-9)
    moves = np.maximum(sums - squares, 0.0) / (passages * share * (1 - share))
    odds = np.log(share / (1 - share)) + shift * moves
    return np.asarray(passages / (1 + np.exp(-odds)))


def draw_labels(sums: Counts, squares: Counts, generator: np.random.Generator) -> Counts:
    """Return (R,) how many passages carry an axis when each draws its label with chance q.

    The number is a sum of Bernoulli draws, which a binomial with the same mean and variance
    follows closely (Ehm 1991, Statistics & Probability Letters 11:7-16): n = (Σq)²/Σq² trials with
    chance Σq²/Σq. That needs two sums a replication, not a draw a passage.

    Args:
        sums: (R,) Σq of the passages in a replication.
        squares: (R,) Σq².
        generator: draws the labels.
    """
    trials = np.maximum(1, np.rint(sums**2 / np.maximum(squares, 1e-12))).astype(np.int64)
    return generator.binomial(trials, np.clip(sums / trials, 0.0, 1.0)).astype(np.float64)
