"""Correlate figures of documents within their genres, and match groups by length."""

from collections.abc import Iterable, Sequence

import numpy as np
from scipy.stats import norm, rankdata

from taalscan.model import Interval
from validation.table import Floats, Ints, Texts

LEAST = 30
"""Documents from which a genre by itself is told."""
_DRAWS = 1000
_TAILS = (2.5, 97.5)


def within(first: Floats, second: Floats, groups: Texts) -> Interval:
    """Return the correlation of ranks inside groups, pooled, with a 95 % interval.

    Both figures become normal scores of their ranks inside the group, so that differences between
    groups do not count. The interval draws documents (percentiles of 1,000 draws).

    Args:
        first: (n,) one figure.
        second: (n,) the other.
        groups: (n,) the genre of each document.
    """
    a, b = scores(first, groups), scores(second, groups)
    rng = np.random.default_rng(1)
    drawn = rng.integers(len(a), size=(_DRAWS, len(a)))
    low, high = np.percentile([_correlation(a[rows], b[rows]) for rows in drawn], _TAILS)
    return Interval(_correlation(a, b), float(low), float(high))


def scores(values: Floats, groups: Texts) -> Floats:
    """Return normal scores of ranks inside groups; 0 in a group of one."""
    found = np.zeros(len(values))
    for group in np.unique(groups):
        rows = groups == group
        found[rows] = norm.ppf(rankdata(values[rows]) / (rows.sum() + 1))
    return found


def _correlation(first: Floats, second: Floats) -> float:
    spread = float(np.sqrt((first @ first) * (second @ second)))
    return float(first @ second) / spread if spread else 0.0


def _inside(first: Floats, second: Floats, groups: Texts) -> float:
    return _correlation(scores(first, groups), scores(second, groups))


def strongest(first: Floats, second: Floats, groups: Texts) -> tuple[str, float] | None:
    """Return the group of at least 30 documents with the strongest correlation of ranks."""
    found = [
        (
            str(group),
            _correlation(scores(first[rows], groups[rows]), scores(second[rows], groups[rows])),
        )
        for group in np.unique(groups)
        if (rows := groups == group).sum() >= LEAST
    ]
    return max(found, key=_size) if found else None


def _size(found: tuple[str, float]) -> float:
    return abs(found[1])


def matched(first: Ints, second: Ints, size: Floats) -> tuple[Ints, Ints]:
    """Return members of two groups in pairs of about the same length.

    Each of the smaller group takes the nearest that is left of the other, if that is no more than
    a quarter longer or shorter.

    Args:
        first: rows of one group.
        second: rows of the other.
        size: (n,) length of every document.
    """
    few, many = sorted((first, second), key=len)
    left: list[int] = list(many[np.argsort(size[many], kind="stable")])
    pairs = []
    for row in few[np.argsort(size[few], kind="stable")]:
        gaps = np.abs(np.log(size[left]) - np.log(size[row]))
        if left and gaps.min() <= np.log(1.25):
            pairs.append((row, left.pop(int(gaps.argmin()))))
    chosen = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
    return (chosen[0], chosen[1]) if len(first) <= len(second) else (chosen[1], chosen[0])


def told(interval: Interval | None, digits: int = 2) -> str:
    """Return a figure with its interval as text."""
    if interval is None:
        return "–"
    low, high = f"{interval.low:.{digits}f}", f"{interval.high:.{digits}f}"
    return f"{interval.value:.{digits}f} ({low} to {high})"


def table_of(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table in Markdown."""
    lines = ["| " + " | ".join(heads) + " |", "|" + "---|" * len(heads)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])
