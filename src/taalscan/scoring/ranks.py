"""Compare two samples by the order of their values: no shape of distribution is assumed."""

from math import erfc, floor, sqrt

import numpy as np
import numpy.typing as npt

from taalscan.model import Interval

Values = npt.NDArray[np.float64]

_Z = 1.959963984540054
"""Normal quantile of .975."""

_TAIL = 0.025
_EXACT = 2500
"""Pairs up to which the distribution of U is counted; beyond, its normal form is close enough."""

_HALVINGS = 60
"""After these a bound is exact to the last digits of a float."""


def superiority(first: Values, second: Values) -> Interval:
    """Return the chance that a value of `first` is above one of `second`, with 95 % interval.

    It is U/(m·n) of Mann and Whitney, ties for half: the area under the ROC curve (Hanley & McNeil
    1982). The interval is method 5 of Newcombe 2006 (Statistics in Medicine 25:559-573), which
    stays within [0, 1], is no point where the samples do not overlap, and is the score interval
    whose test at 1/2 is that of Mann and Whitney. Ties make it somewhat wide.

    Args:
        first: m values, m > 0.
        second: n values, n > 0.
    """
    sizes = len(first), len(second)
    ordered = np.sort(second)
    below = np.searchsorted(ordered, first, "left") + np.searchsorted(ordered, first, "right")
    value = float(below.sum()) / (2 * sizes[0] * sizes[1])
    return Interval(value, _lower(value, *sizes), 1 - _lower(1 - value, *sizes))


def _lower(value: float, m: int, n: int) -> float:
    """Return the lower bound θ for which `value` - θ is z·√V(θ)."""
    low, high = 0.0, value
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if (value - middle) ** 2 > _Z**2 * _variance(middle, m, n):
            low = middle
        else:
            high = middle
    return low


def _variance(theta: float, m: int, n: int) -> float:
    """Return V(θ) of Newcombe: that of Hanley and McNeil with both m - 1 and n - 1 their mean."""
    star = (m + n) / 2 - 1
    inside = 1 + star * (1 - theta) / (2 - theta) + star * theta / (1 + theta)
    return theta * (1 - theta) * inside / (m * n)


def no_difference(value: float, m: int, n: int) -> float:
    """Return the two-sided p of Mann and Whitney's test in its normal form.

    It is below .05 exactly where the interval of `superiority` leaves out 1/2.

    Args:
        value: the superiority.
        m: size of the first sample.
        n: size of the second sample.
    """
    return erfc(abs(value - 0.5) / sqrt((m + n + 1) / (12 * m * n)) / sqrt(2))


def shift(first: Values, second: Values) -> Interval:
    """Return how far `first` lies above `second`, with its 95 % interval, in their unit.

    The median of all differences between a value of one and of the other (Hodges & Lehmann 1963);
    its bounds are the differences that leave 2.5 % of the distribution of U to either side
    (Hollander, Wolfe & Chicken 2014, §4.3). Samples too small to have such a difference get an
    interval without bounds.

    Args:
        first: m values, m > 0.
        second: n values, n > 0.
    """
    pairs = len(first) * len(second)
    upper, lower = np.sort(first), np.sort(second)
    middle = [_difference(upper, lower, place) for place in ((pairs - 1) // 2, pairs // 2)]
    value = sum(middle) / 2
    rank = _rank(len(first), len(second))
    if rank is None:
        return Interval(value, -np.inf, np.inf)
    return Interval(
        value, _difference(upper, lower, rank), _difference(upper, lower, pairs - 1 - rank)
    )


def _difference(upper: Values, lower: Values, place: int) -> float:
    """Return the difference at a place (from 0) among all of them, ascending.

    All m·n differences of thousands of documents do not fit in memory, so the range that holds it
    is halved until two neighbouring numbers are left: how many lie below a number is counted by
    two searches in sorted values.

    Args:
        upper: (m,) the values that are subtracted from, ascending.
        lower: (n,) the values that are subtracted, ascending.
        place: from 0 up to m·n.
    """
    low = float(upper[0] - lower[-1])
    high = float(upper[-1] - lower[0])
    while (middle := low + (high - low) / 2) not in (low, high):
        # a difference is at most `middle` where the subtracted value is at least upper - middle
        if _at_most(upper, lower, middle) > place:
            high = middle
        else:
            low = middle
    return _nearest(upper, lower, high)


def _nearest(upper: Values, lower: Values, number: float) -> float:
    """Return the difference nearest to a number: halving ends beside it by a rounding."""
    after = np.clip(np.searchsorted(lower, upper - number), 0, len(lower) - 1)
    found = np.concatenate([upper - lower[after], upper - lower[np.maximum(after - 1, 0)]])
    return float(found[np.abs(found - number).argmin()])


def _at_most(upper: Values, lower: Values, bound: float) -> int:
    return int((len(lower) - np.searchsorted(lower, upper - bound, "left")).sum())


def _rank(m: int, n: int) -> int | None:
    """Return the largest u with P(U ≤ u) ≤ .025 where both samples are alike, or None."""
    if m * n > _EXACT:
        return floor(m * n / 2 - _Z * sqrt(m * n * (m + n + 1) / 12) - 0.5)
    ways = _ways(m, n)
    found = int(np.searchsorted(np.cumsum(ways) / ways.sum(), _TAIL, "right")) - 1
    return found if found >= 0 else None


def _ways(m: int, n: int) -> Values:
    """Return in how many orders U has each value from 0 to m·n (Mann & Whitney 1947)."""
    row = [np.ones(1)] * (n + 1)
    for i in range(1, m + 1):
        fresh = [np.ones(1)]
        for j in range(1, n + 1):
            own = np.zeros(i * j + 1)
            # the highest value is of the first sample, above all j, or of the second, above none
            own[j:] += row[j]
            own[: len(fresh[-1])] += fresh[-1]
            fresh.append(own)
        row = fresh
    return row[n]
