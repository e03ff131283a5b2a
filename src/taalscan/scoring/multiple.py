"""Correct for looking at many figures at once."""

from collections.abc import Sequence

import numpy as np


def adjusted(ps: Sequence[float]) -> tuple[float, ...]:
    """Return q for each p: the smallest false discovery rate at which it is found.

    Benjamini & Hochberg 1995; it also holds for figures that rise and fall together (Benjamini &
    Yekutieli 2001), as density and share of an axis do.
    """
    values = np.asarray(ps, dtype=np.float64)
    order = np.argsort(values, kind="stable")
    ranked = values[order] * len(values) / np.arange(1, len(values) + 1)
    found = np.empty(len(values))
    found[order] = np.minimum.accumulate(ranked[::-1])[::-1]
    # rounding could otherwise leave a q just below its p
    return tuple(float(q) for q in np.clip(found, values, 1.0))
