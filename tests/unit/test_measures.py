"""The interval of a share holds the share and keeps its promise."""

from hypothesis import given
from hypothesis import strategies as st

from taalscan.measures import score_interval


@given(st.integers(1, 400), st.data())
def test_the_interval_holds_the_share(of: int, data: st.DataObject) -> None:
    right = data.draw(st.integers(0, of))
    found = score_interval(right, of)
    assert 0 <= found.low <= right / of + 1e-12
    assert right / of - 1e-12 <= found.high <= 1


def test_it_is_symmetric() -> None:
    found, other = score_interval(3, 11), score_interval(8, 11)
    assert abs(found.low - (1 - other.high)) < 1e-12


@given(st.integers(1, 400))
def test_none_and_all_are_told_as_such(of: int) -> None:
    none, every = score_interval(0, of), score_interval(of, of)
    assert (none.value, none.low) == (0.0, 0.0)
    assert (every.value, every.high) == (1.0, 1.0)
    assert abs(none.high - 1.959964**2 / (of + 1.959964**2)) < 1e-9
