"""Make tables of passages by chance, of which the process is known."""

import numpy as np
from scipy.special import expit

from validation.synthetic import autoregressive, mixing
from validation.table import Table

ENTRIES = ("M1-001", "M1-002", "M2-001", "R1-001", "R1-002")
AXIS_OF = (0, 0, 0, 1, 1)
WEIGHTS = (0.8, 0.5, 0.6, 0.6, 0.4)
RATES = (0.008, 0.004)
"""Hits per word of the two axes."""


def table(
    documents: int = 40,
    passages: int = 60,
    k: tuple[float, float] = (0.8, 0.5),
    near: float = 0.0,
    seed: int = 1,
) -> Table:
    """Return a table of two axes, M and R.

    Args:
        documents: how many; each is one section.
        passages: of each.
        k: parameter of the negative binomial, an axis.
        near: correlation of the normal scores of neighbours.
        seed: of everything drawn.
    """
    rng = np.random.default_rng(seed)
    size = documents * passages
    words = rng.integers(15, 100, size)
    section = np.repeat(np.arange(documents), passages)
    counts = np.column_stack(
        [
            rng.poisson(rate * words * mixing(autoregressive(section, near, rng), 1 / own))
            for rate, own in zip(RATES, k, strict=True)
        ]
    )
    hits = [
        (row, int(rng.choice(np.flatnonzero(np.array(AXIS_OF) == axis))))
        for row in range(size)
        for axis in (0, 1)
        for _ in range(counts[row, axis])
    ]
    passage, entry = (np.array(column) for column in zip(*hits, strict=True))
    factor = rng.choice([0.5, 1.0], len(hits), p=[0.1, 0.9])
    weight = np.array(WEIGHTS)[entry]
    # the strength of hits is 1 − Π(1 − w·g)
    left = np.zeros((size, 2))
    np.add.at(left, (passage, np.array(AXIS_OF)[entry]), np.log(1 - weight * factor))
    # about what the shipped classifier says: a hit lifts a low probability, words move it further
    chance = expit(-2.6 + 2.2 * np.minimum(counts, 3) + rng.normal(0, 0.9, (size, 2)))
    return Table(
        names=np.array([f"{number:04x}" for number in range(documents)]),
        genres=np.repeat(["nota", "brief"], [documents - documents // 2, documents // 2]),
        sources=np.repeat("bron", documents),
        parties=np.repeat("", documents),
        starts=np.arange(documents + 1) * passages,
        section=np.zeros(size, dtype=np.int64),
        words=words,
        content=words // 2,
        sentences=np.maximum(1, words // 15),
        tokens=words + 5,
        digits=rng.integers(0, 4, size),
        sounds=words * 2,
        lexicon=1 - np.exp(left),
        plain=chance,
        chance=chance,
        label=chance >= 0.5,
        hit_passage=passage,
        hit_entry=entry,
        hit_factor=factor,
        hit_weight=weight,
        entries=np.array(ENTRIES),
        entry_axis=np.array(AXIS_OF),
        entry_facet=np.array([name[:2] for name in ENTRIES]),
        thresholds=np.array([0.5, 0.5]),
    )
