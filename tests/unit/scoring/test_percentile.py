"""A percentile is a place among others, with the doubt of the figure and of the reference."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from taalscan.scoring.percentile import percentile, percentile_rank

figures = st.lists(st.floats(0, 30), min_size=1, max_size=80)


@given(figures, st.floats(0, 30))
def test_a_rank_lies_between_0_and_100_and_turns_with_the_scale(
    reference: list[float], value: float
) -> None:
    rank = percentile_rank(reference, value)
    assert 0 <= rank <= 100
    turned = percentile_rank([-own for own in reference], -value)
    assert rank + turned == pytest.approx(100)


@given(figures, st.lists(st.floats(0, 30), min_size=2, max_size=50))
def test_the_interval_holds_the_percentile(reference: list[float], drawn: list[float]) -> None:
    own = percentile(np.sort(reference), drawn[0], np.array(drawn), np.random.default_rng(1))
    assert 0 <= own.low <= own.value <= own.high <= 100


@pytest.mark.parametrize(("place", "low", "high"), [(99.0, 88, 100), (-1.0, 0, 12)])
def test_no_document_above_or_below_is_no_certainty(place: float, low: float, high: float) -> None:
    own = percentile(np.arange(30.0), place, np.full(20_000, place), np.random.default_rng(1))
    assert own.low == pytest.approx(low, abs=5)
    assert own.high == pytest.approx(high, abs=5)


def test_thirty_documents_leave_eighteen_points_of_doubt() -> None:
    """METRICS §6.2 tells it of a figure in the middle that is itself certain."""
    reference = np.arange(30.0)
    own = percentile(reference, 14.5, np.full(20_000, 14.5), np.random.default_rng(1))
    assert own.value == 50
    assert own.high - own.value == pytest.approx(18, abs=2)
