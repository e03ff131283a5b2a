"""Try how often the intervals and conclusions of a comparison of groups are right.

`python -m validation.groups` prints the tables of docs/groups.md; it needs no data.
"""

import sys
from collections.abc import Iterator
from math import sqrt

import numpy as np
from scipy import stats

from taalscan.model import Axis, Reliability
from taalscan.model.groups import Group, GroupConclusion, GroupMember, MemberFigures
from taalscan.scoring.groups import compare_groups, group_of
from taalscan.scoring.ranks import Values, shift, superiority

DRAWS = 4000
SIZES = ((5, 5), (5, 20), (10, 10), (20, 20), (40, 20))
APART = (0.0, 0.7, 1.8)
SHAPES = ("normal", "twice the spread", "counts with ties")
SEED = 1


def main() -> int:
    """Print both tables."""
    generator = np.random.Generator(np.random.PCG64(SEED))
    print("| shape | AUC | sizes | Newcombe | DeLong | width | Hodges–Lehmann |")
    print("|---|---|---|---|---|---|---|")
    for line in coverage(generator):
        print(f"| {' | '.join(line)} |")
    print("\n| documents a group | a conclusion | p ≤ .05, not corrected |")
    print("|---|---|---|")
    for size in (5, 10, 20):
        corrected, plain = false_conclusions(generator, size, DRAWS // 4)
        print(f"| {size} | {corrected:.3f} | {plain:.3f} |")
    return 0


def drawn(generator: np.random.Generator, shape: str, apart: float, size: int) -> Values:
    """Return values of a group that lies `apart` from the other in its own scale."""
    if shape == "counts with ties":
        mean = np.exp(apart)
        return generator.negative_binomial(0.8, 0.8 / (0.8 + mean), size).astype(np.float64)
    spread = 2.0 if shape == "twice the spread" and apart else 1.0
    return generator.normal(apart, spread, size)


def truth(generator: np.random.Generator, shape: str, apart: float) -> float:
    """Return the superiority that the shape has; of counts, from very many draws."""
    if shape == "counts with ties":
        first, second = (drawn(generator, shape, own, 400_000) for own in (apart, 0.0))
        return superiority(first, second).value
    spread = 2.0 if shape == "twice the spread" and apart else 1.0
    return float(stats.norm.cdf(apart / sqrt(1 + spread**2)))


def coverage(generator: np.random.Generator) -> Iterator[tuple[str, ...]]:
    """Yield how often each interval holds the truth, a line a shape, distance and size."""
    for shape in SHAPES:
        for apart in APART:
            auc = truth(generator, shape, apart)
            for m, n in SIZES:
                held, width = np.zeros(3), 0.0
                for _ in range(DRAWS):
                    first = drawn(generator, shape, apart, m)
                    second = drawn(generator, shape, 0.0, n)
                    own, moved = superiority(first, second), shift(first, second)
                    low, high = delong(first, second)
                    held += (
                        own.low <= auc <= own.high,
                        low <= auc <= high,
                        moved.low <= apart <= moved.high,
                    )
                    width += own.high - own.low
                newcombe, other, hodges = held / DRAWS
                last = "" if shape == "counts with ties" else f"{hodges:.3f}"
                figures = (f"{newcombe:.3f}", f"{other:.3f}", f"{width / DRAWS:.2f}", last)
                yield (shape, f"{auc:.2f}", f"{m}, {n}", *figures)


def delong(first: Values, second: Values) -> tuple[float, float]:
    """Return the 95 % interval of DeLong, DeLong and Clarke-Pearson 1988, to set beside ours."""
    above = (first[:, None] > second) + 0.5 * (first[:, None] == second)
    error = sqrt(
        above.mean(axis=1).var(ddof=1) / len(first) + above.mean(axis=0).var(ddof=1) / len(second)
    )
    value = float(above.mean())
    return value - 1.96 * error, value + 1.96 * error


def false_conclusions(
    generator: np.random.Generator, size: int, draws: int
) -> tuple[float, float]:
    """Return how often groups that are alike are said to differ on any of 13 figures.

    Returns:
        The share of comparisons with a conclusion, and with a p of at most .05 without correction.
    """
    axes = [Axis(str(number), "", "", "", 0.5, "", "", "", ()) for number in range(4)]
    corrected = plain = 0
    for _ in range(draws):
        first, second = (_alike(generator, name, size) for name in "ab")
        figures = compare_groups(first, second, axes).figures
        named = {GroupConclusion.FIRST, GroupConclusion.SECOND}
        corrected += any(own.conclusion in named for own in figures)
        plain += any(own.effect is not None and own.effect.p <= 0.05 for own in figures)
    return corrected / draws, plain / draws


def _alike(generator: np.random.Generator, name: str, size: int) -> Group:
    """Return a group whose three figures an axis rise and fall together."""
    members = []
    for number in range(size):
        levels = generator.normal(0, 1, 4)
        rows = np.exp(levels[:, None] + generator.normal(0, 0.4, (4, 3)))
        members.append(
            GroupMember(
                name=f"{name}{number}",
                sha256=f"{name}{number}",
                title=None,
                href=None,
                words=3000,
                passages=60,
                reliability=Reliability.FULL,
                figures=tuple(
                    MemberFigures(str(axis), *(float(own) for own in row))
                    for axis, row in enumerate(rows)
                ),
                balance=float(levels[1] - levels[0] + generator.normal(0, 0.4)),
            )
        )
    return group_of(name, members)


if __name__ == "__main__":
    sys.exit(main())
