"""Two samples are compared by order alone, with intervals that hold at small sizes."""

from itertools import combinations
from math import sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats
from sklearn.metrics import roc_auc_score

from taalscan.scoring import ranks
from taalscan.scoring.ranks import Values, no_difference, shift, superiority

# permeability of human tissue (Hollander, Wolfe & Chicken 2014, table 4.1)
TERM = np.array([0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46])
EARLY = np.array([1.15, 0.88, 0.90, 0.74, 1.21])

numbers = st.floats(-1e6, 1e6) | st.integers(-3, 3).map(float)


def samples(least: int = 1) -> st.SearchStrategy[Values]:
    return st.lists(numbers, min_size=least, max_size=12).map(np.array)


def test_a_published_example_gives_its_published_figures() -> None:
    assert superiority(TERM, EARLY).value == 35 / 50
    found = shift(TERM, EARLY)
    assert (found.value, found.low, found.high) == pytest.approx((0.305, -0.15, 0.76))


def test_ties_count_for_half_as_in_the_ratings_of_hanley_and_mcneil() -> None:
    normal = np.repeat([1.0, 2, 3, 4, 5], [33, 6, 6, 11, 2])
    abnormal = np.repeat([1.0, 2, 3, 4, 5], [3, 2, 2, 11, 33])
    assert superiority(abnormal, normal).value == pytest.approx(0.893, abs=5e-4)


def test_equal_samples_are_even() -> None:
    same = np.full(6, 2.5)
    assert superiority(same, same).value == 0.5
    assert (shift(same, same).value, shift(same, same).low, shift(same, same).high) == (0, 0, 0)
    assert no_difference(0.5, 6, 6) == 1


@given(first=samples(), second=samples())
def test_superiority_is_the_area_under_the_roc_curve(first: Values, second: Values) -> None:
    labels = [1] * len(first) + [0] * len(second)
    expected = roc_auc_score(labels, np.concatenate([first, second]))
    assert superiority(first, second).value == pytest.approx(expected, abs=1e-12)


@given(first=samples(), second=samples())
def test_an_interval_holds_its_estimate_and_stays_where_the_figure_can_be(
    first: Values, second: Values
) -> None:
    chance, moved = superiority(first, second), shift(first, second)
    assert 0 <= chance.low <= chance.value <= chance.high <= 1
    assert moved.low <= moved.value <= moved.high


@given(first=samples(), second=samples())
def test_swapping_the_samples_turns_everything_round(first: Values, second: Values) -> None:
    one, other = superiority(first, second), superiority(second, first)
    assert one.value + other.value == pytest.approx(1)
    assert one.low + other.high == pytest.approx(1)
    moved, back = shift(first, second), shift(second, first)
    assert (moved.value, moved.low, moved.high) == pytest.approx(
        (-back.value, -back.high, -back.low), abs=1e-12
    )


@given(first=samples(), second=samples(), data=st.data())
def test_the_order_of_the_values_makes_no_difference(
    first: Values, second: Values, data: st.DataObject
) -> None:
    shuffled = np.array(data.draw(st.permutations(first.tolist())))
    assert superiority(shuffled, second) == superiority(first, second)
    assert shift(shuffled, second) == shift(first, second)


@pytest.mark.parametrize("size", [2, 5, 9, 30])
@pytest.mark.parametrize("value", [0.0, 0.3, 0.5, 0.84, 1.0])
def test_a_bound_is_where_hanley_and_mcneil_put_the_estimate_at_the_edge(
    size: int, value: float
) -> None:
    """With equal sizes method 5 of Newcombe has the variance of Hanley and McNeil 1982."""
    bound = ranks._lower(value, size, size)
    q1, q2 = bound / (2 - bound), 2 * bound**2 / (1 + bound)
    spread = (size - 1) * (q1 - bound**2 + q2 - bound**2)
    error = sqrt((bound * (1 - bound) + spread) / size**2)
    assert value - bound == pytest.approx(1.959964 * error, abs=1e-6)


@given(first=samples(2), second=samples(2))
def test_p_is_that_of_mann_and_whitney_without_corrections(first: Values, second: Values) -> None:
    sizes = len(first), len(second)
    value = superiority(first, second).value
    error = sqrt(sizes[0] * sizes[1] * (sum(sizes) + 1) / 12)
    z = sizes[0] * sizes[1] * (value - 0.5) / error
    assert no_difference(value, *sizes) == pytest.approx(2 * stats.norm.sf(abs(z)), abs=1e-12)


def test_p_is_that_of_scipy_where_nothing_is_equal() -> None:
    expected = stats.mannwhitneyu(TERM, EARLY, use_continuity=False, method="asymptotic").pvalue
    assert no_difference(0.7, 10, 5) == pytest.approx(expected)


@given(
    value=st.floats(0, 1).filter(lambda own: abs(own - 0.5) > 1e-6),
    m=st.integers(1, 60),
    n=st.integers(1, 60),
)
def test_p_is_below_5_percent_where_the_interval_leaves_out_one_half(
    value: float, m: int, n: int
) -> None:
    p = no_difference(value, m, n)
    outside = ranks._lower(value, m, n) > 0.5 or ranks._lower(1 - value, m, n) > 0.5
    assert outside == (p < 0.05) or p == pytest.approx(0.05, abs=1e-6)


@pytest.mark.parametrize(("m", "n"), [(1, 1), (2, 3), (4, 4), (5, 3)])
def test_the_orders_are_counted_one_by_one(m: int, n: int) -> None:
    counts = np.zeros(m * n + 1)
    for places in combinations(range(m + n), m):
        counts[sum(places) - m * (m - 1) // 2] += 1
    assert ranks._ways(m, n).tolist() == counts.tolist()


def test_samples_too_small_for_an_interval_have_no_bounds() -> None:
    found = shift(np.array([5.0, 6, 7]), np.array([1.0, 2, 3]))
    assert (found.value, found.low, found.high) == (4.0, -np.inf, np.inf)
    assert ranks._rank(4, 4) == 0
    assert ranks._rank(5, 5) == 2


@pytest.mark.parametrize("size", [50, 51, 80])
def test_the_normal_form_takes_over_without_a_step(size: int) -> None:
    """Scipy's exact distribution of U, on both sides of the border."""
    found = ranks._rank(size, size)
    assert found is not None
    exact = [
        stats.mannwhitneyu(*_samples_with(u, size), method="exact").pvalue / 2
        for u in (found, found + 1)
    ]
    assert exact[0] <= 0.0252
    assert exact[1] >= 0.0245


def _samples_with(u: int, size: int) -> tuple[list[float], list[float]]:
    """Return two samples without ties in which U is `u`."""
    below, rest = divmod(u, size)
    second = [float(number) for number in range(size)]
    first = [-1.0 - number for number in range(size - below - 1)]
    return [*first, rest - 0.5, *(size + 1.0 + number for number in range(below))], second


@pytest.mark.slow
@pytest.mark.parametrize("sizes", [(5, 5), (5, 20), (10, 10), (20, 20)])
@pytest.mark.parametrize("apart", [0.0, 0.7, 1.8])
def test_the_intervals_hold_the_truth_as_often_as_they_say(
    sizes: tuple[int, int], apart: float
) -> None:
    """Two normal samples, where DeLong's interval covers 70 to 94 % at these sizes."""
    draws = 1500
    generator = np.random.Generator(np.random.PCG64(11))
    truth = float(stats.norm.cdf(apart / sqrt(2)))
    held = np.zeros(2)
    for _ in range(draws):
        first = generator.normal(apart, 1, sizes[0])
        second = generator.normal(0, 1, sizes[1])
        chance, moved = superiority(first, second), shift(first, second)
        held += (chance.low <= truth <= chance.high, moved.low <= apart <= moved.high)
    # four standard errors of such a count below 95 %
    assert (held / draws >= 0.927).all(), held / draws
