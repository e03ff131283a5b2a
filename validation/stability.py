"""Tell how far documents keep their order when something arbitrary is done otherwise."""

from collections.abc import Iterator, Sequence

import numpy as np
from scipy.stats import rankdata

from taalscan.model import Axis, Interval
from validation.figures import Figures, balance, figures_of
from validation.table import Bools, Floats, Ints, Table

HEAVIEST = 10
ALPHAS = (0.1, 0.25, 0.75, 1.0)
_DRAWS = 1000

Row = tuple[str, str, Interval, int]
"""What was changed, what was compared, the correlation of ranks, and documents."""


def spearman(first: Floats, second: Floats) -> Interval:
    """Return the correlation of ranks with a 95 % interval; documents are drawn."""
    rng = np.random.default_rng(1)
    drawn = rng.integers(len(first), size=(_DRAWS, len(first)))
    a, b = rankdata(first), rankdata(second)
    values = [np.corrcoef(a[rows], b[rows])[0, 1] for rows in drawn]
    low, high = np.nanpercentile(values, (2.5, 97.5))
    return Interval(float(np.corrcoef(a, b)[0, 1]), float(low), float(high))


def heaviest(table: Table, axis: int) -> Bools:
    """Return (E,) which entries are not the ten that add most to Σ w·g of an axis."""
    added = np.bincount(
        table.hit_entry, table.hit_weight * table.hit_factor, minlength=len(table.entries)
    )
    added[table.entry_axis != axis] = -1
    kept = np.ones(len(table.entries), dtype=np.bool_)
    kept[np.argsort(-added, kind="stable")[:HEAVIEST]] = False
    return kept


def without_heaviest(table: Table, axes: Sequence[Axis], documents: Ints) -> Iterator[Row]:
    """Yield what dropping the ten heaviest entries of an axis does to its densities."""
    whole = figures_of(table)
    for number, axis in enumerate(axes):
        less = figures_of(table, kept=heaviest(table, number))
        lost = 1 - less.density[documents, number].sum() / whole.density[documents, number].sum()
        change = f"without the ten heaviest of {axis.code} ({100 * lost:.0f} % of its hits)"
        yield from _densities(change, (whole, less), number, (axis, documents))


def half_factors(table: Table, axes: Sequence[Axis], documents: Ints) -> Iterator[Row]:
    """Yield what it does to count a reported hit or slogan whole, or not at all."""
    whole = figures_of(table)
    for factor in (0.0, 1.0):
        factors = np.where(table.hit_factor == 0.5, factor, table.hit_factor)
        other = figures_of(table, factors=factors)
        for number, axis in enumerate(axes):
            change = f"half hits count {factor:g}"
            yield from _densities(change, (whole, other), number, (axis, documents))


def _densities(
    change: str, pair: tuple[Figures, Figures], number: int, of: tuple[Axis, Ints]
) -> Iterator[Row]:
    axis, documents = of
    for name in ("density", "weighted"):
        a, b = (getattr(one, name)[documents, number] for one in pair)
        yield change, f"{name} {axis.code}", spearman(a, b), len(documents)


def cut_otherwise(table: Table, other: Table, axes: Sequence[Axis], name: str) -> Iterator[Row]:
    """Yield what passages of another length do to shares and balance.

    Args:
        table: the passages as they are.
        other: some of the same documents, cut otherwise.
        axes: the axes.
        name: what was changed.
    """
    place = {document: number for number, document in enumerate(table.names)}
    rows = np.array([place[document] for document in other.names])
    whole, changed = figures_of(table), figures_of(other)
    long = np.minimum(whole.passages[rows], changed.passages) >= 20
    rows, own = rows[long], np.flatnonzero(long)
    for number, axis in enumerate(axes):
        for figure in ("share", "expected", "density"):
            a, b = getattr(whole, figure)[rows, number], getattr(changed, figure)[own, number]
            yield name, f"{figure} {axis.code}", spearman(a, b), len(own)
    yield name, "B", spearman(whole.balance[rows], changed.balance[own]), len(own)


def sign_changes(table: Table, documents: Ints, sure: Bools) -> Iterator[tuple[str, ...]]:
    """Yield for each α the share of documents whose B changes sign.

    Args:
        table: the passages.
        documents: the documents with a balance.
        sure: (n,) whether the interval of B leaves out 0, of those.
    """
    amounts = table.per_document(table.chance)[documents]
    whole = np.sign(balance(amounts, 0.5))
    for alpha in ALPHAS:
        other = balance(amounts, alpha)
        changed = np.sign(other) != whole
        yield (
            f"{alpha:g}",
            f"{changed.sum()} of {len(changed)}",
            f"{changed[sure].sum()} of {sure.sum()}",
            f"{np.corrcoef(rankdata(other), rankdata(balance(amounts, 0.5)))[0, 1]:.4f}",
        )
