"""Draw whole documents or sources again and again, to tell how sure a figure is.

Passages of one document resemble each other; drawn one by one they would promise too much.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from taalscan.model import Interval

Array = npt.NDArray[np.float64]

REPLICATIONS = 2000
_LEVEL = 0.95
_CHUNK = 250
"""Replications at a time: bounds the memory for tens of thousands of documents."""


def replicated(counts: Array, groups: Sequence[str], seed: int) -> Array:
    """Return the totals of replications that each draw as many groups as there are, with return.

    Args:
        counts: a row a passage, a column a quantity.
        groups: for each passage, the name of what must stay together.
        seed: of the random generator.

    Returns:
        A row a replication (`REPLICATIONS` rows), a column a quantity. With a single group they
        are not numbers: one document cannot tell how documents differ.
    """
    names, places = np.unique(np.asarray(groups), return_inverse=True)
    size = len(names)
    if size < 2:
        return np.full((REPLICATIONS, counts.shape[1]), np.nan)
    per_group = np.zeros((size, counts.shape[1]))
    np.add.at(per_group, places, counts)
    generator = np.random.Generator(np.random.PCG64(seed))
    totals = []
    for first in range(0, REPLICATIONS, _CHUNK):
        rows = min(_CHUNK, REPLICATIONS - first)
        drawn = generator.integers(0, size, (rows, size)) + size * np.arange(rows)[:, None]
        times = np.bincount(drawn.ravel(), minlength=rows * size).reshape(rows, size)
        totals.append(times.astype(np.float64) @ per_group)
    return np.concatenate(totals)


def percentile_interval(
    value: float, replications: Array, *, lowest: float = 0.0
) -> Interval | None:
    """Return a figure with its 95 % percentile interval, which always holds the figure.

    Efron & Tibshirani 1993, ch. 13. Replications that do not know the figure (not a number) have
    no say; where none knows it, the interval is all that the figure can be.

    Args:
        value: the figure.
        replications: the figure in each replication.
        lowest: the least that the figure can be; the most is 1.

    Returns:
        None where the figure itself is not a number.
    """
    if np.isnan(value):
        return None
    known = replications[~np.isnan(replications)]
    if not len(known):
        return Interval(value, lowest, 1.0)
    tail = (1 - _LEVEL) / 2
    low, high = np.quantile(known, [tail, 1 - tail])
    return Interval(value, min(value, float(low)), max(value, float(high)))
