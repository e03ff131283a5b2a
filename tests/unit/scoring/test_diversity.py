"""Entropy, Hill numbers and rarefied numbers of entries behave as their definitions say."""

from math import comb, log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taalscan.scoring.diversity import entropy, evenness, hill, miller_madow, rarefied

counts = st.lists(st.integers(0, 40), min_size=2, max_size=9).filter(any)


@given(counts)
def test_the_effective_number_lies_between_1_and_what_occurs(numbers: list[int]) -> None:
    occurring = sum(number > 0 for number in numbers)
    assert 1 - 1e-9 <= hill(numbers) <= occurring + 1e-9
    assert 0 <= evenness(numbers) <= 1 + 1e-9
    assert miller_madow(numbers) >= entropy(numbers)


@given(st.integers(1, 9), st.integers(1, 40))
def test_equal_facets_all_count(facets: int, number: int) -> None:
    assert hill([number] * facets) == pytest.approx(facets)
    assert entropy([number] * facets) == pytest.approx(log(facets))


def test_nothing_found_has_no_entropy() -> None:
    assert entropy([0, 0]) == miller_madow([0, 0]) == 0.0


@given(st.lists(st.integers(1, 6), max_size=6), st.integers(50, 200), st.integers(1, 200))
def test_rarefying_is_the_chance_to_meet_each_entry(
    numbers: list[int], words: int, size: int
) -> None:
    found = rarefied(numbers, words, size)
    if size > words:
        assert found is None
    else:
        exact = sum(1 - comb(words - own, size) / comb(words, size) for own in numbers)
        assert found == pytest.approx(exact, abs=1e-9)


def test_a_text_of_that_length_keeps_all_its_entries() -> None:
    assert rarefied([1, 2, 5], 1000, 1000) == 3
