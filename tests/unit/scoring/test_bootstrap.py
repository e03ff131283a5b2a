"""Passages are drawn in blocks that keep to their section, the same ones every time."""

from itertools import groupby

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from taalscan.scoring.bootstrap import REPLICATIONS, block_count, generator_of, resample


def generator(seed: int = 1) -> np.random.Generator:
    return np.random.default_rng(seed)


def test_each_passage_is_expected_once_in_a_replication() -> None:
    sections = ["a"] + ["b"] * 2 + ["c"] * 7
    drawn = resample(np.eye(10), sections, generator())
    assert drawn.shape == (REPLICATIONS, 10)
    assert drawn.mean(axis=0) == pytest.approx(np.ones(10), abs=0.15)


def test_neighbours_are_drawn_together() -> None:
    drawn = resample(np.eye(30), ["a"] * 30, generator())
    correlation = np.asarray(np.corrcoef(drawn, rowvar=False))
    assert correlation[5, 6] > 0.3 > abs(correlation[5, 15])


def test_a_block_never_runs_across_a_section() -> None:
    counts = np.column_stack([np.repeat([1.0, 0.0], 3), np.repeat([0.0, 1.0], 3)])
    drawn = resample(counts, ["a"] * 3 + ["b"] * 3, generator())
    assert set(np.unique(drawn)) <= {0.0, 3.0, 6.0}


@given(st.lists(st.sampled_from("abc"), min_size=1, max_size=40), st.integers(0, 2**32))
def test_totals_are_sums_of_whole_passages(sections: list[str], seed: int) -> None:
    drawn = resample(np.ones((len(sections), 1)), sections, generator(seed))
    assert np.all(drawn == np.rint(drawn))
    assert np.array_equal(drawn, resample(np.ones((len(sections), 1)), sections, generator(seed)))
    assert drawn.min() >= 1


@given(st.lists(st.sampled_from("ab"), min_size=1, max_size=40))
def test_there_is_a_block_for_every_three_passages_and_for_a_short_section(
    sections: list[str],
) -> None:
    sizes = [len(list(group)) for _, group in groupby(sections)]
    expected = sum(size / 3 if size >= 3 else 1 for size in sizes)
    assert block_count(sections) == pytest.approx(max(1.0, expected))


def test_each_purpose_draws_its_own_numbers() -> None:
    one, other, again = (generator_of("ab" * 32, name).random() for name in ("x", "y", "x"))
    assert one == again != other
