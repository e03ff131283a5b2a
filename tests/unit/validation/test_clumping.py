"""The way hits clump is found back from passages that were made with it."""

import numpy as np
import pytest

from tests.unit.validation.tables import RATES, table
from validation.clumping import clumping, long_documents
from validation.synthetic import mixing, score_correlation


def test_density_and_clumping_are_found_back() -> None:
    found = clumping(table(200), 0, range(200))
    assert found.k == pytest.approx(0.8, rel=0.2)
    assert found.rates.mean() == pytest.approx(RATES[0], rel=0.1)
    assert found.lagged == pytest.approx([0] * 5, abs=0.1)


def test_neighbours_that_resemble_each_other_are_found_back() -> None:
    made = table(200, k=(0.8, 0.8), near=0.7)
    found = clumping(made, 0, range(200))
    assert found.lagged[0] > 0.35
    assert found.lagged[-1] == pytest.approx(0, abs=0.1)
    assert score_correlation(found.variance, found.lagged[0]) == pytest.approx(0.7, abs=0.12)


def test_only_long_documents_count() -> None:
    assert list(long_documents(table(3, 60))) == [0, 1, 2]
    assert not len(long_documents(table(3, 40)))


def test_a_mixing_variable_has_mean_1_and_its_variance() -> None:
    drawn = mixing(np.random.default_rng(0).standard_normal(200_000), 1.5)
    assert drawn.mean() == pytest.approx(1, abs=0.02)
    assert drawn.var() == pytest.approx(1.5, abs=0.1)
    assert mixing(np.zeros(3), 0.0) == pytest.approx([1, 1, 1])
