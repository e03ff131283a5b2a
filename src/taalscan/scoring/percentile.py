"""Tell the place of a figure among those of a reference (METRICS §6.2)."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from taalscan.model import Percentile

Floats = npt.NDArray[np.float64]

LEAST_DOCUMENTS = 30
"""Fewer documents than this are no reference (METRICS §6.2)."""
_TAILS = (2.5, 97.5)


def percentile_rank(reference: Sequence[float] | Floats, value: float) -> float:
    """Return 100·[#(ref < x) + ½ #(ref = x)]/n.

    >>> percentile_rank([2.1, 3.0, 3.0, 4.2, 5.5, 6.1, 6.1, 7.9, 9.0, 12.4], 6.1)
    60.0
    """
    ordered = np.sort(np.asarray(reference, dtype=np.float64))
    return float(_ranks(ordered, np.array([value]))[0])


def _ranks(ordered: Floats, values: Floats) -> Floats:
    below = np.searchsorted(ordered, values, "left")
    upto = np.searchsorted(ordered, values, "right")
    return 100 * (below + upto) / 2 / len(ordered)


def percentile(
    reference: Floats, value: float, replications: Floats, generator: np.random.Generator
) -> Percentile:
    """Return the percentile of a figure with a 95 % interval.

    The interval takes in that the figure is uncertain (each replication has its own percentile)
    and that the reference is a sample: another sample of n documents would have a binomial number
    of documents below.

    Args:
        reference: (n,) figures of the reference, ascending.
        value: the figure of the document.
        replications: (R,) the figure of resampled documents.
        generator: draws the other samples of the reference.
    """
    rank = float(_ranks(reference, np.array([value]))[0])
    chances = _ranks(reference, replications) / 100
    drawn = 100 * generator.binomial(len(reference), chances) / len(reference)
    low, high = np.percentile(drawn, _TAILS)
    return Percentile(rank, min(rank, float(low)), max(rank, float(high)))
