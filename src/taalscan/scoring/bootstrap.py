"""Draw passages again and again, to tell how sure a figure is (METRICS §4.3).

Neighbouring passages resemble each other, so blocks of three consecutive passages are drawn, which
never run across a section.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby

import numpy as np
import numpy.typing as npt

REPLICATIONS = 2000
BLOCK_LENGTH = 3
_CHUNK = 250
"""Replications at a time: bounds the memory for documents of thousands of passages."""

_LOTS = 6
"""Divides by every length that a block can have."""

Counts = npt.NDArray[np.float64]


def seed_of(sha256: str) -> int:
    """Return the seed for a document, from its digest: the same document draws the same."""
    return int(sha256[:16], 16)


def resample(counts: Counts, sections: Sequence[object], generator: np.random.Generator) -> Counts:
    """Return the column totals of resampled documents.

    Blocks wrap round inside their section, so that each passage stands in as many blocks as any
    other of its section; a block of a section shorter than `BLOCK_LENGTH` is drawn more often in
    proportion. Each passage is therefore expected once in a replication.

    Args:
        counts: a row a passage, a column a quantity (hits, words, labels).
        sections: for each passage, what tells its section; neighbours with equal values share one.
        generator: draws the blocks.

    Returns:
        A row a replication (`REPLICATIONS` rows), a column a quantity.
    """
    members = _block_members(sections)
    blocks = np.array([counts[block].sum(axis=0) for block in members])
    draws = round(block_count(sections))
    # a block of one passage stands in the urn six times, of two three times, of three twice
    urn = np.repeat(np.arange(len(counts)), [_LOTS // len(block) for block in members])
    totals = []
    for first in range(0, REPLICATIONS, _CHUNK):
        size = min(_CHUNK, REPLICATIONS - first)
        chosen = urn[generator.integers(0, len(urn), (size, draws))]
        flat = (np.arange(size)[:, None] * len(counts) + chosen).ravel()
        times = np.bincount(flat, minlength=size * len(counts)).reshape(size, len(counts))
        totals.append(times.astype(np.float64) @ blocks)
    return np.concatenate(totals)


def block_count(sections: Iterable[object]) -> float:
    """Return how many blocks a replication draws, before rounding: at least 1.

    >>> block_count("aaaaaabb")
    3.0
    """
    sizes = [sum(1 for _ in group) for _, group in groupby(sections)]
    return max(1.0, sum(size / min(BLOCK_LENGTH, size) for size in sizes))


def generator_of(sha256: str, purpose: str) -> np.random.Generator:
    """Return a generator of its own for each purpose, so that one figure does not move another."""
    words = [seed_of(sha256), *purpose.encode()]
    return np.random.Generator(np.random.PCG64(np.random.SeedSequence(words)))


def _block_members(sections: Sequence[object]) -> list[list[int]]:
    """Return, for each passage, the passages of the block that starts with it."""
    members = []
    first = 0
    for _, group in groupby(sections):
        size = sum(1 for _ in group)
        length = min(BLOCK_LENGTH, size)
        members += [
            [first + (offset + step) % size for step in range(length)] for offset in range(size)
        ]
        first += size
    return members
