"""Count the passages that carry an axis, with the doubt of the classifier (METRICS §3, §4.3)."""

from dataclasses import dataclass

import numpy as np

from taalscan.scoring.bootstrap import Counts
from taalscan.scoring.sample import Sample


@dataclass(frozen=True, slots=True, eq=False)
class Labelled:
    """How many passages carry an axis.

    Attributes:
        amount: expected number Σq with a classifier, else the number of labels.
        drawn: (R,) the number in each replication, labels drawn anew with a classifier.
    """

    amount: float
    drawn: Counts


def labelled(sample: Sample, axis: str) -> Labelled:
    """Return how many passages carry the label of an axis."""
    return Labelled(sample.totals["label", axis], sample.drawn["label", axis])


def expected(sample: Sample, axis: str, generator: np.random.Generator) -> Labelled:
    """Return how many passages carry an axis by the probabilities of a calibrated classifier.

    In each replication every passage draws its label with chance q (METRICS §4.3).

    Args:
        sample: the amounts of the document.
        axis: id of the axis.
        generator: draws the labels.
    """
    drawn = draw_labels(
        sample.drawn["chance", axis], sample.drawn["chance_squared", axis], generator
    )
    return Labelled(sample.totals["chance", axis], drawn)


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
