"""Labels that are drawn anew have the mean and the spread of a draw for each passage."""

import math

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from taalscan.scoring.labels import expected
from taalscan.scoring.sample import PASSAGES, Sample


def _sample(chances: list[float]) -> Sample:
    sums, squares = sum(chances), sum(chance**2 for chance in chances)
    totals = {
        ("chance", "markt"): sums,
        ("chance_squared", "markt"): squares,
        ("label", "markt"): float(sum(chance > 0.5 for chance in chances)),
        PASSAGES: float(len(chances)),
    }
    drawn = {key: np.full(20_000, value) for key, value in totals.items()}
    return Sample(totals, drawn, blocks=10)


@given(st.lists(st.floats(0.01, 0.99), min_size=20, max_size=80))
@example([0.5] + [0.75] * 5 + [0.625, 0.875, 0.9375, 0.96875, 0.1875] + [0.01] * 9)
@settings(max_examples=25, deadline=None)
def test_the_number_of_labels_is_that_of_a_draw_a_passage(chances: list[float]) -> None:
    """Trials are whole: half a trial more or less moves the variance by Σq² / (2n - 1) at most."""
    drawn = expected(_sample(chances), "markt", 0.0, np.random.default_rng(1))
    sums, squares = sum(chances), sum(chance**2 for chance in chances)
    spread, trials = sums - squares, sums**2 / squares
    sampled = 5 * math.sqrt((spread + 0.25) / 20_000)
    rounded = squares / (2 * trials - 1)
    assert drawn.amount == pytest.approx(sums)
    assert drawn.drawn.mean() == pytest.approx(sums, abs=sampled + _lost(sums, trials))
    assert drawn.drawn.var() == pytest.approx(spread, abs=rounded + 5 * sampled)


def _lost(sums: float, trials: float) -> float:
    """Return what the mean loses when the whole number of trials is under the mean itself."""
    return max(0.0, sums - round(trials))


def test_the_whole_distribution_is_close_to_that_of_a_draw_a_passage() -> None:
    chances = [0.02] * 30 + [0.3] * 10 + [0.9] * 6
    drawn = expected(_sample(chances), "markt", 0.0, np.random.default_rng(1)).drawn
    generator = np.random.default_rng(2)
    exact = (generator.random((20_000, len(chances))) < np.array(chances)).sum(axis=1)
    quantiles = [0.025, 0.25, 0.5, 0.75, 0.975]
    assert np.abs(np.quantile(drawn, quantiles) - np.quantile(exact, quantiles)).max() <= 1


def test_a_document_that_may_be_read_too_high_or_low_leaves_more_doubt() -> None:
    """The exact spread is that of the shares when every probability shifts by one log odds."""
    chances = [0.03] * 60 + [0.3] * 25 + [0.9] * 15
    spread = 0.8
    found = expected(_sample(chances), "markt", spread, np.random.default_rng(1))
    generator = np.random.default_rng(2)
    logits = np.log(np.array(chances) / (1 - np.array(chances)))
    shifted = 1 / (1 + np.exp(-logits - spread * generator.standard_normal((20_000, 1))))
    exact = (generator.random(shifted.shape) < shifted).sum(axis=1)
    assert found.drawn.std() < 0.8 * found.read.std()
    assert found.read.mean() == pytest.approx(exact.mean(), rel=0.06)
    assert found.read.std() == pytest.approx(exact.std(), rel=0.15)


def test_without_that_doubt_both_are_alike() -> None:
    found = expected(_sample([0.3] * 50), "markt", 0.0, np.random.default_rng(1))
    assert found.read.mean() == pytest.approx(found.drawn.mean(), rel=0.02)
    assert found.read.std() == pytest.approx(found.drawn.std(), rel=0.05)
