"""Labels that are drawn anew have the mean and the spread of a draw for each passage."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taalscan.scoring.labels import expected
from taalscan.scoring.sample import Sample


def _sample(chances: list[float]) -> Sample:
    sums, squares = sum(chances), sum(chance**2 for chance in chances)
    keys = (("chance", "markt"), ("chance_squared", "markt"))
    return Sample(
        totals=dict(zip(keys, (sums, squares), strict=True)),
        drawn={
            key: np.full(20_000, value) for key, value in zip(keys, (sums, squares), strict=True)
        },
        blocks=10,
    )


@given(st.lists(st.floats(0.01, 0.99), min_size=20, max_size=80))
@settings(max_examples=25)
def test_the_number_of_labels_is_that_of_a_draw_a_passage(chances: list[float]) -> None:
    drawn = expected(_sample(chances), "markt", np.random.default_rng(1))
    spread = sum(chance * (1 - chance) for chance in chances)
    assert drawn.amount == pytest.approx(sum(chances))
    assert drawn.drawn.mean() == pytest.approx(sum(chances), rel=0.03)
    assert drawn.drawn.var() == pytest.approx(spread, rel=0.15, abs=0.25)  # trials are whole


def test_the_whole_distribution_is_close_to_that_of_a_draw_a_passage() -> None:
    chances = [0.02] * 30 + [0.3] * 10 + [0.9] * 6
    drawn = expected(_sample(chances), "markt", np.random.default_rng(1)).drawn
    generator = np.random.default_rng(2)
    exact = (generator.random((20_000, len(chances))) < np.array(chances)).sum(axis=1)
    quantiles = [0.025, 0.25, 0.5, 0.75, 0.975]
    assert np.abs(np.quantile(drawn, quantiles) - np.quantile(exact, quantiles)).max() <= 1
