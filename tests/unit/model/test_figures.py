"""Figures know what they allow to be said."""

import numpy as np
import pytest

from taalscan.model import Dispersion, VerdictCounts


def _dispersion(dp: float, chance: float, parts: int) -> Dispersion:
    return Dispersion(parts, dp, dp, chance, 0.5, 0, 0.5, 0.5)


@pytest.mark.parametrize("parts", [2, 5, 12])
def test_random_hits_are_rarely_said_to_stand_together(parts: int) -> None:
    generator = np.random.default_rng(7)
    sizes = generator.dirichlet(np.full(parts, 3.0))
    drawn = generator.multinomial(40, sizes, 4000) / 40
    found = np.abs(drawn - sizes).sum(axis=1) / 2
    chance = float(found.mean())
    said = [_dispersion(float(dp), chance, parts).clustered for dp in found]
    assert 0.005 < sum(said) / len(said) < 0.06


def test_hits_in_a_single_chapter_stand_together() -> None:
    assert _dispersion(0.75, 0.15, 4).clustered
    assert not _dispersion(0.15, 0.15, 4).clustered
    assert not _dispersion(0.0, 0.0, 2).clustered


@pytest.mark.parametrize(
    ("counts", "doubtful"),
    [((7, 2, 1), False), ((69, 21, 10), True), ((0, 1, 0), True), ((0, 0, 0), False)],
)
def test_more_than_three_in_ten_in_dispute_is_doubtful(
    counts: tuple[int, int, int],
    doubtful: bool,  # noqa: FBT001  # a case of a table
) -> None:
    assert VerdictCounts(*counts).doubtful is doubtful
