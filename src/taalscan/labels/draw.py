"""Draw passages to label: a stratified sample in which every chance is known.

Strata overlap, since any passage may come from the random one, so a passage gets one chance over
all strata. A systematic draw then takes each passage with exactly that chance and gives exactly
the number that was asked for (Madow 1949, Annals of Mathematical Statistics 20, 333–354).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from taalscan.labels.candidates import Candidate
from taalscan.labels.passage import LabelledPassage

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]

RANDOM, HITS, DOUBT, HARD = "random", "hits", "doubt", "hard"
_CERTAIN = 1 - 1e-9
"""A chance so near 1 is taken for 1: rounding must not let a passage be drawn twice."""


@dataclass(frozen=True, slots=True)
class Shares:
    """Parts of a sample; they add up to 1 (CODEBOOK §9.3).

    Attributes:
        random: of any passage; above 0, so that every passage has a chance.
        hits: of passages with a counted hit, the same for each axis.
        hard: of passages that are hard to judge, the same for each axis.
    """

    random: float = 0.4
    hits: float = 0.4
    hard: float = 0.2


DEFAULT_SHARES = Shares()


@dataclass(frozen=True, slots=True)
class _Stratum:
    """Passages that a part of the sample is drawn from.

    Attributes:
        members: their numbers in the pool.
        quota: how many should come from here.
    """

    name: str
    members: tuple[int, ...]
    quota: float


def draw(
    pool: Iterable[Candidate],
    codes: Sequence[str],
    size: int,
    *,
    seed: int,
    shares: Shares = DEFAULT_SHARES,
) -> tuple[LabelledPassage, ...]:
    """Draw passages, each with its stratum and its chance over all strata.

    The hard part is drawn from `doubt:<CODE>`, the passages whose classifier is nearest its
    threshold, or without a classifier from `hard:<CODE>`, passages whose hits do not count
    (negated, quoted, literal, legal). The part of a stratum without passages goes to the others.
    A text that stands in the pool more than once can be drawn once.

    Args:
        pool: the passages of all documents; their order does not matter.
        codes: of the axes to stratify on.
        size: how many to draw; all of a pool that is smaller.
        seed: the same seed draws the same passages.
        shares: parts of the sample.

    Returns:
        The passages in the order of their ids, which tells nothing of their strata.
    """
    distinct = _distinct(pool)
    if not distinct or size < 1:
        return ()
    strata = tuple(_strata(distinct, codes, size, shares))
    parts = _parts(strata, len(distinct))
    chances = _chances(parts.sum(axis=1), size)
    generator = np.random.Generator(np.random.PCG64(seed))
    chosen = _systematic(chances, parts > 0, generator)
    drawn = zip(chosen.tolist(), _pick(parts[chosen], generator).tolist(), strict=True)
    return tuple(
        replace(distinct[own].passage, stratum=strata[column].name, chance=float(chances[own]))
        for own, column in sorted(drawn)
    )


def _pick(parts: Floats, generator: np.random.Generator) -> npt.NDArray[np.int_]:
    """Return the stratum of each drawn passage, in proportion to what each stratum gave it."""
    ladders = np.cumsum(parts / parts.sum(axis=1, keepdims=True), axis=1)
    steps = generator.random(len(parts))[:, None] >= ladders[:, :-1]
    return np.asarray(steps.sum(axis=1), dtype=np.int_)


def _distinct(pool: Iterable[Candidate]) -> list[Candidate]:
    """Return the candidates in the order of their ids, each text once."""
    ordered = sorted(pool, key=lambda candidate: candidate.passage.id)
    texts: dict[str, Candidate] = {}
    for candidate in ordered:
        texts.setdefault(" ".join(candidate.passage.text.split()), candidate)
    return list(texts.values())


def _strata(
    pool: Sequence[Candidate], codes: Sequence[str], size: int, shares: Shares
) -> Iterator[_Stratum]:
    """Yield the strata that have passages."""
    yield _Stratum(RANDOM, tuple(range(len(pool))), shares.random * size)
    hits, hard = (part * size / max(1, len(codes)) for part in (shares.hits, shares.hard))
    for code in codes:
        found = tuple(number for number, own in enumerate(pool) if code in own.counted)
        if found and hits:
            yield _Stratum(f"{HITS}:{code}", found, hits)
        name, members = _hard(pool, code, max(1, round(hard)))
        if members and hard:
            yield _Stratum(f"{name}:{code}", members, hard)


def _hard(pool: Sequence[Candidate], code: str, most: int) -> tuple[str, tuple[int, ...]]:
    """Return the passages on which the classifier doubts most, or whose hits do not count."""
    doubts = sorted(
        (own.doubts[code], number) for number, own in enumerate(pool) if code in own.doubts
    )
    if doubts:
        return DOUBT, tuple(sorted(number for _, number in doubts[:most]))
    return HARD, tuple(number for number, own in enumerate(pool) if code in own.uncounted)


def _parts(strata: Sequence[_Stratum], passages: int) -> Floats:
    """Return what each stratum gives each passage: a row a passage, a column a stratum."""
    parts = np.zeros((passages, len(strata)))
    for column, stratum in enumerate(strata):
        parts[list(stratum.members), column] = stratum.quota / len(stratum.members)
    return parts


def _chances(wanted: Floats, size: int) -> Floats:
    """Return chances in proportion to what is wanted, none above 1, that add up to the size.

    Where a passage would get more than 1 it is certain, and the others share the rest (Särndal,
    Swensson & Wretman 1992, Model Assisted Survey Sampling, §3.6.2).
    """
    if size >= len(wanted):
        return np.ones(len(wanted))
    certain = np.zeros(len(wanted), dtype=bool)
    while True:
        rest = (size - certain.sum()) / wanted[~certain].sum()
        chances = np.where(certain, 1.0, wanted * rest)
        above = ~certain & (chances >= _CERTAIN)
        if not above.any():
            return chances
        certain |= above


def _systematic(
    chances: Floats, strata: Bools, generator: np.random.Generator
) -> npt.NDArray[np.intp]:
    """Return the numbers of the drawn passages.

    Passages lie behind each other, each as long as its chance, and a comb with teeth at distance 1
    falls on them. Those of the same strata lie together, in random order, so that no stratum gets
    much more or less than its part.
    """
    _, pattern = np.unique(strata, axis=0, return_inverse=True)
    order = np.lexsort((generator.random(len(chances)), pattern.reshape(-1), chances < 1))
    ends = np.cumsum(chances[order])
    teeth = generator.random() + np.arange(round(float(ends[-1])))
    ends[-1] = np.inf
    return order[np.searchsorted(ends, teeth, side="right")]
