"""Intervals hold their figure, keep to the scale, and grow with doubt."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import t as student

from taalscan.scoring.interval import (
    amount_interval,
    difference_interval,
    nothing_found,
    share_interval,
    t_quantile,
)

values = st.floats(0.001, 50)
replicated = st.lists(st.floats(0, 60), min_size=5, max_size=60)
blocks = st.floats(2, 400)


@pytest.mark.parametrize("freedom", [4, 5, 8, 16, 40, 300])
def test_the_quantile_is_that_of_student(freedom: int) -> None:
    assert t_quantile(freedom) == pytest.approx(student.ppf(0.975, freedom), abs=0.011)


@given(values, replicated, blocks)
def test_an_amount_lies_in_its_interval_from_0_up(
    value: float, drawn: list[float], number: float
) -> None:
    interval = amount_interval(value, np.array(drawn), number, unit=0.5)
    assert 0.0 <= interval.low <= interval.value <= interval.high


@given(st.floats(0, 1), st.lists(st.floats(0, 1), min_size=5, max_size=60), blocks)
def test_a_share_lies_in_its_interval_from_0_to_1(
    value: float, drawn: list[float], number: float
) -> None:
    interval = share_interval(value, np.array(drawn), number, unit=0.02)
    assert 0.0 <= interval.low <= interval.value <= interval.high <= 1.0


@given(st.floats(-5, 5), replicated, blocks)
def test_a_difference_stands_in_the_middle(
    value: float, drawn: list[float], number: float
) -> None:
    interval = difference_interval(value, np.array(drawn), number)
    # bounds have nine digits
    assert interval.high - value == pytest.approx(value - interval.low, rel=1e-6, abs=1e-6)


def test_few_blocks_make_an_interval_wider() -> None:
    drawn = np.linspace(5, 15, 2000)
    few, many = (amount_interval(10.0, drawn, number, 0.1) for number in (7, 100))
    assert few.low < many.low
    assert few.high > many.high


@given(st.floats(0, 1), st.lists(st.floats(0, 1), min_size=5, max_size=60), blocks)
def test_what_is_left_of_a_share_has_the_same_interval_turned_round(
    value: float, drawn: list[float], number: float
) -> None:
    one = share_interval(value, np.array(drawn), number, unit=0.02)
    rest = share_interval(1 - value, 1 - np.array(drawn), number, unit=0.02)
    if value != 0.5:
        assert one.low == pytest.approx(1 - rest.high, abs=1e-6)
        assert one.high == pytest.approx(1 - rest.low, abs=1e-6)


def test_all_passages_are_not_all_passages_ever() -> None:
    assert share_interval(1.0, np.ones(2000), 20, unit=0.05).low == pytest.approx(0.85)


def test_a_balance_of_an_empty_side_is_not_known_closely() -> None:
    """Every replication of an amount of 0 has 0: their spread comes from the other side alone."""
    drawn = np.full(2000, -3.7)
    assert difference_interval(-3.7, drawn, 27, least_error=1.43).high > -1.0


def test_nothing_found_is_not_nothing_possible() -> None:
    assert nothing_found(1000 / 3000).high == pytest.approx(1.0)
    assert nothing_found(0.5, most=1.0).high == 1.0
