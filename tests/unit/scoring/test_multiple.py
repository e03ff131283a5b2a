"""Many figures at once are corrected as Benjamini and Hochberg do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from taalscan.scoring.multiple import adjusted

chances = st.lists(st.floats(0, 1), min_size=1, max_size=20)


def test_the_example_of_1995_finds_four_of_fifteen() -> None:
    published = [
        *(0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344),
        *(0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0),
    ]
    assert sum(q <= 0.05 for q in adjusted(published)) == 4


@given(ps=chances)
def test_q_is_that_of_scipy(ps: list[float]) -> None:
    assert list(adjusted(ps)) == pytest.approx(list(stats.false_discovery_control(ps)))


@given(ps=chances)
def test_a_correction_never_makes_a_figure_more_certain(ps: list[float]) -> None:
    assert all(q >= p for p, q in zip(ps, adjusted(ps), strict=True))


def test_nothing_to_correct_gives_nothing() -> None:
    assert adjusted([]) == ()
