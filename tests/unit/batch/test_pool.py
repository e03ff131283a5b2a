"""Work runs over processes without running ahead, and its results can be put in order."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taalscan.batch.pool import in_order, pooled


@given(st.permutations(range(8)))
def test_results_come_in_the_order_of_their_places(order: list[int]) -> None:
    assert list(in_order((place, f"r{place}") for place in order)) == [f"r{n}" for n in range(8)]


def test_a_result_that_is_due_does_not_wait_for_the_others() -> None:
    def finished() -> Iterator[tuple[int, str]]:
        yield 0, "eerste"
        pytest.fail("the first was due")

    assert next(in_order(finished())) == "eerste"


def double(number: int) -> int:
    """Stand in for the work."""
    return 2 * number


def lost(number: int) -> int:
    """Stand in for what becomes of an item that killed its process."""
    return -number


@pytest.mark.slow
def test_items_are_taken_only_when_there_is_room() -> None:
    taken: list[int] = []

    def source() -> Iterator[int]:
        for number in range(40):
            taken.append(number)
            yield number

    results = pooled(double, source(), 1, lost)
    next(results)
    assert len(taken) < 8
    rest = sorted(results)
    assert len(rest) == 39
    assert all(result == 2 * number for number, result in rest)
