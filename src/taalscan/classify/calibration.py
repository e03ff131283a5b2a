"""Tell whether probabilities are as often right as they say."""

import numpy as np
import numpy.typing as npt

from taalscan.measures import ReliabilityBin

Vector = npt.NDArray[np.float64]

BINS = 10
"""Equal-width bins of [0, 1] (METRICS §7.3)."""


def reliability_bins(
    probabilities: Vector, labels: Vector, weights: Vector, bins: int = BINS
) -> tuple[ReliabilityBin, ...]:
    """Return the bins that hold a passage, from the lowest.

    A bin holds its lower bound and not its upper one; the last holds 1 too.

    Args:
        probabilities: in [0, 1], one a passage.
        labels: 0 or 1, in the same order.
        weights: above 0, in the same order.
        bins: number of bins of equal width.
    """
    edges, places = _placed(probabilities, bins)
    made = []
    for number in np.unique(places):
        inside = places == number
        weight = weights[inside].sum()
        made.append(
            ReliabilityBin(
                low=float(edges[number]),
                high=float(edges[number + 1]),
                n=int(inside.sum()),
                predicted=float(weights[inside] @ probabilities[inside] / weight),
                observed=float(weights[inside] @ labels[inside] / weight),
            )
        )
    return tuple(made)


def calibration_error(
    probabilities: Vector, labels: Vector, weights: Vector, bins: int = BINS
) -> float:
    """Return the expected calibration error (Naeini et al. 2015, §3).

    The distance of mean probability and share of positives in each bin, weighed by its passages.
    Arguments as for `reliability_bins`.
    """
    _, places = _placed(probabilities, bins)
    gaps = np.bincount(places, weights * (probabilities - labels), minlength=bins)
    return float(np.abs(gaps).sum() / weights.sum())


def _placed(probabilities: Vector, bins: int) -> tuple[Vector, npt.NDArray[np.intp]]:
    """Return the bounds of the bins, and for each probability the number of its bin."""
    edges = np.arange(bins + 1) / bins
    places = np.searchsorted(edges, probabilities, "right") - 1
    return edges, np.minimum(places, bins - 1)


def brier_score(probabilities: Vector, labels: Vector, weights: Vector) -> float:
    """Return the mean squared difference of probability and label (Brier 1950, one class)."""
    return float(weights @ (probabilities - labels) ** 2 / weights.sum())


def brier_of_prevalence(labels: Vector, weights: Vector) -> float:
    """Return the Brier score of always saying how common the axis is: the one to beat."""
    share = float(weights @ labels / weights.sum())
    return share * (1 - share)
