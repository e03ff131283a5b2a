"""Calibration agrees with the worked example of METRICS §7.3."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from taalscan.classify.calibration import (
    brier_of_prevalence,
    brier_score,
    calibration_error,
    reliability_bins,
)

# the vector `ece` of the shared test vectors
KNOWN = np.array([0.05, 0.15, 0.35, 0.45, 0.62, 0.71, 0.88, 0.93])
TRUTH = np.array([0, 0, 0, 1, 1, 0, 1, 1], dtype=np.float64)
ONES = np.ones(8)

pairs = st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=30)


def test_the_worked_example() -> None:
    assert calibration_error(KNOWN, TRUTH, ONES, bins=5) == pytest.approx(0.2025)
    assert brier_score(KNOWN, TRUTH, ONES) == pytest.approx(0.139725, abs=1e-6)
    assert brier_of_prevalence(TRUTH, ONES) == 0.25


def test_the_bins_of_the_worked_example() -> None:
    bins = reliability_bins(KNOWN, TRUTH, ONES, bins=5)
    assert [(own.low, own.high, own.n) for own in bins] == [
        (0.0, 0.2, 2),
        (0.2, 0.4, 1),
        (0.4, 0.6, 1),
        (0.6, 0.8, 2),
        (0.8, 1.0, 2),
    ]
    assert [own.predicted for own in bins] == pytest.approx([0.1, 0.35, 0.45, 0.665, 0.905])
    assert [own.observed for own in bins] == [0, 0, 1, 0.5, 1]


def test_a_bin_holds_its_lower_bound_and_the_last_one_holds_1() -> None:
    bins = reliability_bins(np.arange(11) / 10, np.ones(11), np.ones(11))
    assert [(own.low, own.n) for own in bins] == [(n / 10, 2 if n == 9 else 1) for n in range(10)]


@given(pairs=pairs)
def test_the_error_follows_from_the_bins(pairs: list[tuple[float, bool]]) -> None:
    known = np.array([p for p, _ in pairs])
    truth = np.array([float(y) for _, y in pairs])
    ones = np.ones(len(pairs))
    bins = reliability_bins(known, truth, ones)
    expected = sum(own.n * abs(own.predicted - own.observed) for own in bins) / len(pairs)
    assert calibration_error(known, truth, ones) == pytest.approx(expected)
    assert all(
        own.low <= own.predicted + 1e-9 and own.predicted <= own.high + 1e-9 for own in bins
    )


@given(pairs=pairs, times=st.integers(2, 4))
def test_a_weight_is_a_number_of_passages(pairs: list[tuple[float, bool]], times: int) -> None:
    known = np.array([p for p, _ in pairs])
    truth = np.array([float(y) for _, y in pairs])
    weights = np.ones(len(pairs))
    weights[0] = times
    long = np.append(known, [known[0]] * (times - 1)), np.append(truth, [truth[0]] * (times - 1))
    for figure in (calibration_error, brier_score):
        assert figure(known, truth, weights) == pytest.approx(figure(*long, np.ones(len(long[0]))))
