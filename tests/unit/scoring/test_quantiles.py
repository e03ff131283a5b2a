"""Intervals of quantiles hold the estimate, and hold the truth as often as they promise."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom

from taalscan.scoring.quantiles import bounds, quantile

SHARES = (0.25, 0.5, 0.75)
VALUES = st.lists(st.floats(0, 60, allow_nan=False), min_size=1, max_size=300)


@given(VALUES, st.sampled_from(SHARES))
def test_the_interval_holds_the_estimate_and_is_made_of_the_values(
    values: list[float], share: float
) -> None:
    found = quantile(np.sort(np.array(values)), share)
    assert found.value == pytest.approx(float(np.quantile(values, share)))
    assert found.low is None or (found.low in values and found.low <= found.value + 1e-12)
    assert found.high is None or (found.high in values and found.value <= found.high + 1e-12)


@given(st.integers(1, 2000), st.sampled_from(SHARES))
def test_each_bound_is_wrong_in_at_most_one_of_forty_samples(n: int, share: float) -> None:
    low, high = bounds(n, share)
    if low is not None:
        assert binom.cdf(low, n, share) <= 0.025 + 1e-9
        assert binom.cdf(low + 1, n, share) > 0.025 - 1e-9, "a higher bound would do"
    else:
        assert binom.cdf(0, n, share) > 0.025 - 1e-9
    if high is not None:
        assert binom.sf(high, n, share) <= 0.025 + 1e-9
        assert binom.sf(high - 1, n, share) > 0.025 - 1e-9, "a lower bound would do"
    else:
        assert binom.sf(n - 1, n, share) > 0.025 - 1e-9


@pytest.mark.parametrize("share", SHARES)
@pytest.mark.parametrize("n", [20, 60, 300])
def test_samples_of_a_skewed_distribution_are_covered(n: int, share: float) -> None:
    generator = np.random.default_rng(20)
    truth = float(np.exp(1.2 * {0.25: -0.67449, 0.5: 0.0, 0.75: 0.67449}[share]))
    samples = np.sort(generator.lognormal(0, 1.2, (2000, n)), axis=1)
    found = [quantile(sample, share) for sample in samples]
    held = [
        (own.low is None or own.low <= truth) and (own.high is None or truth <= own.high)
        for own in found
    ]
    assert np.mean(held) >= 0.94


@given(VALUES, st.sampled_from(SHARES))
def test_mirrored_values_have_mirrored_bounds(values: list[float], share: float) -> None:
    n = len(values)
    low, high = bounds(n, share)
    other = bounds(n, 1 - share)
    assert other == (
        None if high is None else n - 1 - high,
        None if low is None else n - 1 - low,
    )


def test_five_documents_bound_no_median_and_six_do() -> None:
    assert bounds(5, 0.5) == (None, None)
    assert bounds(6, 0.5) == (0, 5)
    assert bounds(12, 0.25)[0] is None
    assert bounds(13, 0.25)[0] == 0
