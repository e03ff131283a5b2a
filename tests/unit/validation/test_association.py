"""Differences between genres do not count as a correlation, and pairs are of one length."""

import numpy as np
import pytest

from validation.association import matched, scores, strongest, table_of, within

GENRES = np.repeat(["brief", "nota"], 40)


def test_a_difference_between_genres_is_no_correlation() -> None:
    rng = np.random.default_rng(3)
    level = np.repeat([0.0, 100.0], 40)
    found = within(level + rng.normal(size=80), level + rng.normal(size=80), GENRES)
    assert found.low < 0 < found.high


def test_an_order_that_holds_in_every_genre_is_a_whole_correlation() -> None:
    values = np.concatenate([np.arange(40.0), 1000 - np.arange(40.0)])
    other = np.concatenate([np.arange(40.0) ** 3, -np.arange(40.0)])
    found = within(values, other, GENRES)
    assert found.value == pytest.approx(1)
    assert found.low == pytest.approx(1)


def test_the_strongest_correlation_may_be_negative_and_small_groups_are_left_out() -> None:
    values = np.arange(85.0)
    other = np.concatenate([-values[:40], np.random.default_rng(0).normal(size=40), values[80:]])
    genres = np.concatenate([GENRES, np.repeat("wet", 5)])
    found = strongest(values, other, genres)
    assert found is not None
    assert found[0] == "brief"
    assert found[1] == pytest.approx(-1)
    assert strongest(values[:5], other[:5], genres[:5]) is None


def test_a_group_of_one_has_no_rank() -> None:
    assert scores(np.array([7.0]), np.array(["brief"])) == pytest.approx([0])


def test_pairs_are_of_about_the_same_length_and_nobody_is_in_two() -> None:
    size = np.array([100, 200, 1000, 110, 180, 205, 5000])
    first, second = matched(np.array([0, 1, 2]), np.array([3, 4, 5, 6]), size)
    assert list(first) == [0, 1]
    assert list(second) == [3, 5]
    turned = matched(np.array([3, 4, 5, 6]), np.array([0, 1, 2]), size)
    assert [list(rows) for rows in turned] == [[3, 5], [0, 1]]


def test_a_table_has_a_line_a_row() -> None:
    assert table_of(("a", "b"), [("1", "2")]) == "| a | b |\n|---|---|\n| 1 | 2 |"
