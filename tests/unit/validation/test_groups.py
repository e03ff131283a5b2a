"""What intervals are set beside is computed as published, and alike groups are alike."""

import numpy as np
import pytest

from validation.groups import delong, false_conclusions, truth


def test_the_interval_of_delong_by_hand() -> None:
    """Rows ½, ½, 1 and columns 1, ⅓: the error is the root of 1/36 + 1/9."""
    low, high = delong(np.array([1.0, 2.0, 3.0]), np.array([0.0, 2.5]))
    assert (low + high) / 2 == pytest.approx(2 / 3)
    assert (high - low) / 2 == pytest.approx(1.96 * np.sqrt(1 / 36 + 1 / 9))


def test_groups_that_are_alike_are_seldom_said_to_differ() -> None:
    corrected, plain = false_conclusions(np.random.Generator(np.random.PCG64(3)), 8, 60)
    assert corrected <= 0.1 < plain


def test_the_truth_of_a_shape_lies_on_the_side_of_the_higher_group() -> None:
    generator = np.random.Generator(np.random.PCG64(3))
    assert truth(generator, "normal", 0.0) == 0.5
    assert 0.5 < truth(generator, "twice the spread", 0.7) < truth(generator, "normal", 0.7)
