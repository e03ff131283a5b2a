"""Tell how long a document must be for its figures (METRICS §6.3).

    python -m validation.length --page docs/validation.md

Needs validation/scratch/passages.npz. Two answers: documents simulated with the density, clumping
and neighbours of the corpus, and runs of passages of long documents beside the rest of them.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.stats import rankdata, spearmanr

from taalscan.model import Axis
from taalscan.scoring.diversity import hill
from taalscan.scoring.formulas import ALPHA
from taalscan.scoring.reliability import MIN_WORDS
from training.report import write_between
from validation.association import table_of
from validation.coverage import FEW, SCRATCH, maker, shipped_frame
from validation.synthetic import LEVELS, Maker, Setting
from validation.table import Bools, Floats, Ints, Table, Texts, load

LENGTHS = (10, 20, 35, 50, 100, 200)
REPLICATIONS = 4000
LEAST_AMOUNT, WIDEST = 10, 2.0
"""What a balance needs (METRICS §6.3)."""
M, R = 0, 1
"""Numbers of the axes that the balance sets against each other."""
QUANTILES = np.arange(1, 10) / 10
"""Levels of density that documents have, equally likely."""
REST = 50
"""Passages that must be left of a document beside a run."""
LONG = 100
"""Passages of the shortest document that runs are taken from."""
HITS = (10, 20, 35, 50)
"""Hits that runs for the diversity have."""
RUNS = 20
"""Runs that are taken from each document."""


@dataclass(frozen=True, slots=True, eq=False)
class Documents:
    """Amounts of n documents on A axes: hits, Σq and labels; with their words.

    Attributes:
        size: passages of each.
    """

    size: int
    words: Floats
    hits: Floats
    expected: Floats
    labels: Floats

    @property
    def density(self) -> Floats:
        """Return (n, A) hits per word."""
        return self.hits / self.words[:, None]

    @property
    def share(self) -> Floats:
        """Return (n, A) expected shares."""
        return self.expected / self.size

    @property
    def balance(self) -> Floats:
        """Return (n,) the balance."""
        return np.asarray(log_ratio(self.expected))

    @property
    def enough(self) -> Bools:
        """Return (n,) whether there is enough on both sides together for a balance."""
        return np.asarray(self.labels[:, M] + self.labels[:, R] >= LEAST_AMOUNT)


def log_ratio(expected: Floats) -> Floats:
    """Return the balance of (..., A) expected passages."""
    return np.asarray(np.log((expected[..., R] + ALPHA) / (expected[..., M] + ALPHA)))


def simulated(own: Maker, table: Table, size: int, quantiles: Floats, levels: Ints) -> Documents:
    """Return simulated documents of one size.

    Args:
        own: draws their passages.
        table: of its passages.
        size: passages of each.
        quantiles: (n, 2) how dense each is on M and R, as a share of the corpus below it.
        levels: (n, 2) level of its probabilities.
    """
    rng = np.random.default_rng([size, len(quantiles)])
    count = len(quantiles)
    layout = own.layout([size] * count, Setting("", 0.5, FEW), rng)
    hits, expected, labels = (np.zeros((count, 2)) for _ in range(3))
    per_passage = table.per_passage()
    for axis in (M, R):
        known = {q: own.rates(q, axis) for q in np.unique(quantiles)}
        rates = np.array([known[q] for q in quantiles[:, axis]])
        section = rng.integers(LEVELS, size=layout.section.max() + 1)[layout.section]
        level = levels[layout.document, axis]
        rows = own.draw(axis, layout, rates[layout.document, section], level, rng)
        hits[:, axis] = np.bincount(layout.document, per_passage[rows, axis])
        expected[:, axis] = np.bincount(layout.document, table.chance[rows, axis])
        labels[:, axis] = np.bincount(layout.document, table.label[rows, axis])
    words = np.bincount(layout.document, layout.words).astype(np.float64)
    return Documents(size, words, hits, expected, labels)


def simulation_rows(own: Maker, table: Table) -> Iterator[tuple[str, ...]]:
    """Yield a line of cells for each length.

    Widths are those at the median density; the chance of the right sign and the share that may
    have a balance are those of documents as different as the corpus has them.
    """
    middle = np.full((REPLICATIONS, 2), 0.5)
    spread, levels = _spread(own, table)
    true = log_ratio(simulated(own, table, 2000, *_classes(spread, levels)).expected)
    truth = dict(zip(map(_key, *_classes(spread, levels)), true, strict=True))
    signs = np.sign([truth[_key(q, level)] for q, level in zip(spread, levels, strict=True)])
    flat = np.full((REPLICATIONS, 2), LEVELS // 2)
    for size in LENGTHS:
        even = simulated(own, table, size, middle, flat)
        mixed = simulated(own, table, size, spread, levels)
        yield (
            str(size),
            str(round(size * own.words)),
            *(f"±{100 * _half(even.density[:, axis]):.0f} %" for axis in (M, R)),
            *(f"±{100 * _half(even.share[:, axis]):.0f} %" for axis in (M, R)),
            f"{even.balance.std():.2f}",
            f"{_width(even.balance):.2f}",
            f"{(np.sign(mixed.balance) == signs).mean():.2f}",
            _share((np.sign(mixed.balance) == signs)[mixed.enough]),
            f"{mixed.enough.mean():.2f}",
        )


def _share(told: Bools) -> str:
    return f"{told.mean():.2f}" if len(told) else "–"


def _spread(own: Maker, table: Table) -> tuple[Floats, Ints]:
    """Return densities and levels as different as those of the long documents of the corpus."""
    rng = np.random.default_rng(1)
    words = np.maximum(table.per_document(table.words), 1)
    rates = table.per_document(table.per_passage())[:, [M, R]] / words[:, None]
    rates = rates[np.diff(table.starts) >= REST]
    ranks = (rankdata(rates, axis=0) - 0.5) / len(rates)
    nearest = QUANTILES[np.abs(ranks[..., None] - QUANTILES).argmin(axis=-1)]
    chosen = rng.integers(len(nearest), size=REPLICATIONS)
    return nearest[chosen], rng.integers(LEVELS, size=(REPLICATIONS, 2))


def _key(quantiles: Floats, levels: Ints) -> tuple[float, ...]:
    return (*quantiles.tolist(), *levels.tolist())


def _classes(quantiles: Floats, levels: Ints) -> tuple[Floats, Ints]:
    """Return every pair of density and level that occurs, once."""
    both = np.unique(np.column_stack([quantiles, levels]), axis=0)
    return both[:, :2], both[:, 2:].astype(np.int64)


def _half(values: Floats) -> float:
    """Return half the width of the central 95 %, as a share of the mean."""
    mean = float(values.mean())
    return _width(values) / 2 / mean if mean else float("nan")


def _width(values: Floats) -> float:
    low, high = np.percentile(values, (2.5, 97.5))
    return float(high - low)


def run_rows(table: Table) -> Iterator[tuple[str, ...]]:
    """Yield a line of cells for each length: runs of real documents beside the rest of them."""
    sizes = np.diff(table.starts)
    sums = np.cumsum(_amounts(table), axis=0)
    sums = np.concatenate([np.zeros((1, sums.shape[1])), sums])
    rng = np.random.default_rng(2)
    for size in LENGTHS:
        documents = np.flatnonzero(sizes >= max(LONG, size + REST))
        found = []
        for _ in range(RUNS):
            starts = table.starts[documents] + rng.integers(sizes[documents] - size + 1)
            run = sums[starts + size] - sums[starts]
            whole = sums[table.starts[documents + 1]] - sums[table.starts[documents]]
            found.append(_agreement(_of(run, size), _of(whole - run, size)))
        yield (str(size), str(len(documents)), *(f"{value:.2f}" for value in np.mean(found, 0)))


def _amounts(table: Table) -> Floats:
    hits = table.per_passage()
    return np.column_stack(
        [table.words, hits, table.chance, table.label, np.ones(len(table.words))]
    )


def _of(amounts: Floats, size: int) -> Documents:
    """Return amounts as documents; those of any length are brought to `size` passages."""
    scaled = amounts * (size / amounts[:, -1:])
    hits, chances, labels = np.split(scaled[:, 1:-1], 3, axis=1)
    return Documents(size, scaled[:, 0], hits, chances, labels)


def _agreement(run: Documents, rest: Documents) -> list[float]:
    pairs = [(run.density[:, a], rest.density[:, a]) for a in range(run.hits.shape[1])]
    pairs += [(run.share[:, a], rest.share[:, a]) for a in range(run.hits.shape[1])]
    pairs.append((run.balance, rest.balance))
    same = np.sign(run.balance) == np.sign(rest.balance)
    error = np.abs(run.balance - rest.balance)
    return [*(_order(a, b) for a, b in pairs), float(np.median(error)), float(same.mean())]


def _order(first: Floats, second: Floats) -> float:
    """Return the correlation of ranks; 0 where all values of one side are equal and order none."""
    if not (np.ptp(first) and np.ptp(second)):
        return 0.0
    return float(spearmanr(first, second)[0])


def diversity_rows(table: Table, axes: Sequence[Axis]) -> Iterator[tuple[str, ...]]:
    """Yield how far the effective number of facets of a run of hits is from that of the document.

    A line for each number of hits: for each axis how many documents have three times as many, the
    mean difference of a run from the whole, and the standard deviation of that difference.
    """
    documents = table.document_of()[table.hit_passage]
    rng = np.random.default_rng(3)
    for count in HITS:
        cells = []
        for number, axis in enumerate(axes):
            facets = [facet.id for facet in axis.facets]
            own = table.entry_axis[table.hit_entry] == number
            off, found = [], 0
            for document in np.unique(documents[own]):
                hits = table.entry_facet[table.hit_entry[own & (documents == document)]]
                if len(hits) < 3 * count:
                    continue
                found += 1
                for start in rng.integers(len(hits) - count + 1, size=RUNS):
                    run = hits[start : start + count]
                    off.append(_facets(run, facets) - _facets(hits, facets))
            told = f"{np.mean(off):+.2f} ± {np.std(off):.2f}" if found >= 5 else "–"
            cells.append(f"{told} ({found})")
        yield (str(count), *cells)


def _facets(hits: Texts, facets: Sequence[str]) -> float:
    return hill([int((hits == facet).sum()) for facet in facets])


def section_rows(table: Table) -> Iterator[tuple[str, ...]]:
    """Yield how many documents and sections of the corpus reach the bounds."""
    sizes = np.diff(table.starts)
    words = table.per_document(table.words)
    filled = np.minimum(sizes, words // MIN_WORDS)
    keys = table.document_of() * (table.section.max() + 1) + table.section
    _, sections = np.unique(keys, return_counts=True)
    for name, reached in (
        ("documents of 20 passages", filled >= 20),
        ("documents of 50 passages", filled >= 50),
        ("documents of 2,000 words", words >= 2000),
        ("documents of 50 passages with 2,000 words", words[filled >= 50] >= 2000),
        ("runs under one heading of 20 passages", sections >= 20),
    ):
        count = int(reached.sum())
        share = f"{100 * count / len(reached):.0f} %" if len(reached) else "–"
        yield name, f"{count} of {len(reached)}", share


SIMULATED = (
    "passages", "≈ words", "D_M", "D_R", "Ŝ_M", "Ŝ_R", "sd(B)", "width of B",
    "sign of B right", "the same where R + M ≥ 10", "R + M ≥ 10",
)  # fmt: skip
RUN = (
    "passages", "documents", *(f"D_{c}" for c in "MRDC"), *(f"Ŝ_{c}" for c in "MRDC"), "B",
    "median error of B", "same sign of B",
)  # fmt: skip


def main(arguments: Sequence[str]) -> int:
    """Measure, and write the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--page", type=Path, required=True)
    options = parser.parse_args(arguments)
    frame, table = shipped_frame(), load(SCRATCH / "passages.npz")
    own = maker(table, frame, [0.0] * len(frame.axes))
    for name, text in (
        ("length", table_of(SIMULATED, simulation_rows(own, table))),
        ("runs", table_of(RUN, run_rows(table))),
        ("diversity", table_of(("hits", *"MRDC"), diversity_rows(table, frame.axes))),
        ("bounds", table_of(("bound", "reached by", "share"), section_rows(table))),
    ):
        write_between(options.page, name, text)
        print(text, end="\n\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
