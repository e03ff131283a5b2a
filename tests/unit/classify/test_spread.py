"""What whole documents have in common beyond their probabilities is found back."""

import numpy as np
import pytest

from taalscan.classify.spread import miscalibration
from validation.synthetic import off_by
from validation.table import Bools, Floats, Texts


def answers(spread: float) -> tuple[Floats, Bools, Texts]:
    """Return probabilities of 150 documents of eight passages, and what coders gave."""
    rng = np.random.default_rng(4)
    chance = rng.beta(0.8, 2, (150, 8))
    shifts = spread * rng.standard_normal((150, 1))
    truth = rng.random((150, 8)) < off_by(chance, spread, shifts)
    documents = np.repeat([f"d{number}" for number in range(150)], 8)
    return chance.ravel(), truth.ravel(), documents


@pytest.mark.slow
@pytest.mark.parametrize("spread", [0.0, 1.0])
def test_the_spread_of_documents_is_found_back(spread: float) -> None:
    found = miscalibration(*answers(spread))
    assert found.low <= spread <= found.high
    assert found.spread == pytest.approx(spread, abs=0.3)
    assert (found.groups, found.several) == (150, 150)


def test_documents_that_are_off_keep_the_mean_probability() -> None:
    rng = np.random.default_rng(2)
    shifts = 1.2 * rng.standard_normal(4000)
    for chance in (0.1, 0.4, 0.7):
        coded = [off_by(np.array([chance]), 1.2, shift)[0] for shift in shifts]
        assert np.mean(coded) == pytest.approx(chance, abs=0.02)
