"""Estimate quantiles of a sample of documents, with intervals that assume no distribution."""

import numpy as np
import numpy.typing as npt

from taalscan.model.run import Quantile

Floats = npt.NDArray[np.float64]

_TAIL = 0.025


def quantile(ordered: Floats, share: float) -> Quantile:
    """Return a quantile with its 95 % interval.

    The estimate is that of `numpy.quantile` and of QUARTILE.INC in a spreadsheet. The bounds are
    two of the values themselves (`bounds`); how the documents are distributed makes no
    difference. The interval holds for documents that were drawn independently of each other.

    Args:
        ordered: (n,) the values, ascending, n > 0.
        share: which quantile, in (0, 1).

    >>> quantile(np.array([1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0]), 0.5)
    Quantile(value=4.0, low=1.0, high=7.0)
    """
    low, high = bounds(len(ordered), share)
    return Quantile(
        value=float(np.quantile(ordered, share)),
        low=None if low is None else float(ordered[low]),
        high=None if high is None else float(ordered[high]),
    )


def bounds(n: int, share: float) -> tuple[int | None, int | None]:
    """Return the places, from 0, of the values that bound a quantile (Hahn & Meeker 1991, §5.2).

    The number of values up to the quantile is binomial. The lower bound is the highest value
    that lies above the quantile with a chance of at most 2.5 %, the upper bound likewise. Where
    no value is that sure, the bound is None.

    Args:
        n: how many values there are.
        share: which quantile, in (0, 1).
    """
    upto = np.cumsum(_chances(n, share))  # upto[k] = P(K ≤ k)
    # the value at place i lies above the quantile where K ≤ i
    low = int(np.searchsorted(upto, _TAIL, "right")) - 1
    # and the value at place i lies below it where K ≥ i + 1
    beyond = 1 - upto
    high = int(np.searchsorted(-beyond, -_TAIL, "left"))
    return (low if low >= 0 else None), (high if high < n else None)


def _chances(n: int, share: float) -> Floats:
    """Return P(K = k) for k from 0 to n of the binomial distribution."""
    logs = np.concatenate([[0.0], np.cumsum(np.log(np.arange(1, n + 1)))])
    k = np.arange(n + 1)
    chances: Floats = np.exp(
        logs[n] - logs - logs[::-1] + k * np.log(share) + (n - k) * np.log1p(-share)
    )
    return chances
