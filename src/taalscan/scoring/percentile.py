"""Tell the place of a figure among those of a reference (METRICS §6.2)."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from taalscan.model import Percentile
from taalscan.scoring.interval import bounded

Floats = npt.NDArray[np.float64]

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
    and that the reference is a sample: the share of all such documents that lies below follows
    the Beta distribution of Jeffreys (Brown, Cai & DasGupta 2001, Statistical Science 16:101-133),
    which leaves doubt at the ends too.

    Args:
        reference: (n,) figures of the reference, ascending.
        value: the figure of the document.
        replications: (R,) the figure of resampled documents.
        generator: draws the other samples of the reference.
    """
    rank = float(_ranks(reference, np.array([value]))[0])
    chances = _ranks(reference, replications) / 100
    below = len(reference) * chances
    drawn = 100 * generator.beta(below + 0.5, len(reference) - below + 0.5)
    low, high = np.percentile(drawn, _TAILS)
    found = bounded(rank, float(low), float(high))
    return Percentile(found.value, found.low, found.high)
