"""Tell whether the hits of an axis stand together in some sections (METRICS §5.3)."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import fmean, pstdev

import numpy as np

from taalscan.model import Dispersion

LEAST_WORDS = 150
"""Words of the shortest part; a shorter section is joined to the next."""
LEAST_HITS = 10
PERMUTATIONS = 1000


@dataclass(frozen=True, slots=True)
class Part:
    """Sections that are compared as one; `section` is the one among them with most hits."""

    section: int
    words: int
    hits: int


def deviation(sizes: Sequence[float], shares: Sequence[float]) -> float:
    """Return DP = ½ Σ|v − s| (Gries 2008): 0 where hits follow the text evenly.

    >>> round(deviation([0.2, 0.3, 0.1, 0.25, 0.15], [0.5, 0.1, 0.05, 0.3, 0.05]), 2)
    0.35
    """
    return sum(abs(v - s) for v, s in zip(shares, sizes, strict=True)) / 2


def normed(value: float, sizes: Sequence[float]) -> float:
    """Return DPnorm = DP/(1 − min s) (Lijffijt & Gries 2012); 0 for a single part.

    >>> round(normed(0.35, [0.2, 0.3, 0.1, 0.25, 0.15]), 3)
    0.389
    """
    return value / (1 - min(sizes)) if min(sizes) < 1 else 0.0


def juilland(sizes: Sequence[float], hits: Sequence[float]) -> float:
    """Return Juilland's D = 1 − V/√(n−1), V the coefficient of variation of relative frequencies.

    >>> round(juilland([0.2, 0.3, 0.1, 0.25, 0.15], [10, 2, 1, 6, 1]), 3)
    0.575
    """
    rates = [number / size for number, size in zip(hits, sizes, strict=True)]
    return 1 - pstdev(rates) / fmean(rates) / sqrt(len(rates) - 1)


def joined(words: Sequence[int], hits: Sequence[int]) -> tuple[Part, ...]:
    """Return the sections as parts of at least `LEAST_WORDS` words; a short rest joins the last.

    >>> [(part.section, part.words) for part in joined([100, 60, 400, 30], [1, 0, 2, 0])]
    [(0, 160), (2, 430)]
    """
    groups: list[list[int]] = [[]]
    for number in range(len(words)):
        groups[-1].append(number)
        if sum(words[own] for own in groups[-1]) >= LEAST_WORDS:
            groups.append([])
    rest = groups.pop()
    if groups:
        groups[-1] += rest
    return tuple(_part(own, words, hits) for own in groups)


def _part(members: Sequence[int], words: Sequence[int], hits: Sequence[int]) -> Part:
    most = max(members, key=hits.__getitem__)
    return Part(most, sum(words[own] for own in members), sum(hits[own] for own in members))


def dispersion(parts: Sequence[Part], generator: np.random.Generator) -> Dispersion | None:
    """Return how far hits stand together, beside what chance would give.

    DP cannot tell noise from clustering and depends on the number of parts, so its mean over
    `PERMUTATIONS` random spreads of the hits over the words is told too.

    Returns:
        The figures; None under `LEAST_HITS` hits, with a single part, or more parts than hits.
    """
    total = sum(part.hits for part in parts)
    if len(parts) < 2 or total < max(LEAST_HITS, len(parts)):
        return None
    text = sum(part.words for part in parts)
    sizes = [part.words / text for part in parts]
    shares = [part.hits / total for part in parts]
    thrown = generator.multinomial(total, sizes, PERMUTATIONS) / total
    dp = deviation(sizes, shares)
    beyond = [share - size for share, size in zip(shares, sizes, strict=True)]
    fullest = beyond.index(max(beyond))
    return Dispersion(
        parts=len(parts),
        dp=dp,
        dp_norm=normed(dp, sizes),
        dp_chance=float(np.abs(thrown - np.array(sizes)).sum(axis=1).mean() / 2),
        juilland=juilland(sizes, shares),
        section=parts[fullest].section,
        hit_share=shares[fullest],
        word_share=sizes[fullest],
    )
