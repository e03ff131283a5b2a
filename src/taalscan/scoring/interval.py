"""Turn replications of a figure into its 95 % interval.

Percentiles of a bootstrap are too narrow for few blocks and for skewed figures: by simulation
(docs/validation.md) they cover as little as 86 % where 95 % is promised. So the spread of the
replications is taken on a scale where it is even, the cube root (Wilson & Hilferty 1931, PNAS
17:684-688), and Student's t makes up for the few blocks (Hesterberg 2015, The American
Statistician 69:371-386).
"""

from math import cbrt, sqrt

import numpy as np
import numpy.typing as npt

from taalscan.model import Interval

Floats = npt.NDArray[np.float64]

_Z = 1.959963984540054
"""Upper 2.5 % point of the normal distribution."""

_LEAST_FREEDOM = 4.0
_DIGITS = 9

HALF = 0.5
"""Added to an amount, so that one of 0 keeps some spread; as in the balance (METRICS §4.1)."""


def t_quantile(freedom: float) -> float:
    """Return the upper 2.5 % point of Student's t (Abramowitz & Stegun 1964, 26.7.5).

    The expansion is within .01 from four degrees of freedom on, and fewer are taken for four:
    documents with figures have six blocks or more.

    >>> round(t_quantile(16), 3), round(t_quantile(5), 2)
    (2.12, 2.57)
    """
    z, n = _Z, max(freedom, _LEAST_FREEDOM)
    return (
        z
        + (z**3 + z) / (4 * n)
        + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * n**2)
        + (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / (384 * n**3)
    )


def _reach(spread: float, blocks: float) -> float:
    """Return how far an interval goes, from a standard error that `blocks` blocks gave.

    A bootstrap of n draws makes the standard error √((n−1)/n) of what it should be.
    """
    n = max(blocks, 2.0)
    return t_quantile(n - 1) * sqrt(n / (n - 1)) * spread


def difference_interval(
    value: float, replications: Floats, blocks: float, least_error: float = 0.0
) -> Interval:
    """Return the interval of a figure whose scale has no end: a balance or a difference.

    Args:
        value: the figure.
        replications: (R,) the same of resampled documents.
        blocks: blocks in a replication.
        least_error: standard error below which the figure cannot be known; replications of an
            amount of 0 are all 0 too, and would claim a certainty that nobody has.
    """
    reach = _reach(max(float(replications.std()), least_error), blocks)
    return bounded(value, value - reach, value + reach)


def amount_interval(value: float, replications: Floats, blocks: float, unit: float) -> Interval:
    """Return the interval of a figure from 0 up, such as a density.

    Args:
        value: the figure; 0 has an interval of its own, see `nothing_found`.
        replications: (R,) the same of resampled documents.
        blocks: blocks in a replication.
        unit: what one more of the amount adds to the figure, e.g. 1000/N for a density.
    """
    half = HALF * unit
    low, high = _cubic(value + half, replications + half, blocks)
    return bounded(value, max(0.0, low - half), high - half)


def share_interval(value: float, replications: Floats, blocks: float, unit: float) -> Interval:
    """Return the interval of a share; it lies in [0, 1].

    The even scale is the cube root of the odds; of a share over a half those of what is left. Few
    passages with an axis, or without it, never bound a share closer than none would.

    Args:
        value: the share.
        replications: (R,) the same of resampled documents.
        blocks: blocks in a replication.
        unit: what one more passage adds, 1/P.
    """
    if value > 0.5:
        rest = share_interval(1 - value, 1 - replications, blocks, unit)
        return bounded(value, 1 - rest.high, 1 - rest.low)
    half = HALF * unit
    odds = (replications + half) / (1 - replications + half)
    low, high = _cubic((value + half) / (1 - value + half), odds, blocks)
    low, high = (bound / (1 + bound) * (1 + 2 * half) - half for bound in (low, high))
    return bounded(value, max(0.0, low), min(1.0, max(high, RULE_OF_THREE * unit)))


def bounded(value: float, low: float, high: float) -> Interval:
    """Return a figure with its bounds, which hold the figure itself.

    Bounds come out of sums whose last digits differ from one kind of processor to another. They
    get nine digits, so that the same document has the same interval everywhere.
    """
    return Interval(value, min(value, _rounded(low)), max(value, _rounded(high)))


def _rounded(bound: float) -> float:
    return float(f"{bound:.{_DIGITS - 1}e}")


def _cubic(value: float, replications: Floats, blocks: float) -> tuple[float, float]:
    """Return the bounds around a positive figure, from the spread of its cube roots."""
    reach = _reach(float(np.cbrt(replications).std()), blocks)
    return max(0.0, cbrt(value) - reach) ** 3, (cbrt(value) + reach) ** 3


RULE_OF_THREE = 3
"""None seen in n gives a 95 % upper bound of about 3/n (Hanley & Lippman-Hand 1983)."""


def nothing_found(unit: float, most: float = float("inf")) -> Interval:
    """Return the interval of an amount of 0: no replication finds what the document lacks."""
    return Interval(0.0, 0.0, min(most, RULE_OF_THREE * unit))
