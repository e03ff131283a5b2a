"""Figures of a table are those that a scan would have."""

import numpy as np
import pytest

from taalscan.scoring import score_document
from tests.unit.scoring.builders import READ
from tests.unit.validation.tables import table
from validation.figures import balance, facet_density, figures_of
from validation.table import scores_of


def test_figures_are_those_of_the_scan() -> None:
    made = table(4, 60)
    found = figures_of(made)
    for document in range(4):
        score = score_document(READ, scores_of(made, document, READ.axes), "ab" * 32)
        for number, own in enumerate(score.axes):
            told = (own.density, own.weighted_density, own.share, own.expected_share)
            names = ("density", "weighted", "share", "expected")
            for name, figure in zip(names, told, strict=True):
                assert figure is not None
                value = getattr(found, name)[document, number]
                assert value == pytest.approx(figure.value, abs=1e-9), name
        if score.balance is not None:
            value = found.balance[document]
            assert value == pytest.approx(score.balance.main.log_ratio.value)


def test_entries_that_are_dropped_do_not_count() -> None:
    made = table(3)
    kept = made.entry_axis != 0
    less = figures_of(made, kept=kept)
    assert less.density[:, 0] == pytest.approx([0, 0, 0])
    assert np.array_equal(less.density[:, 1], figures_of(made).density[:, 1])


def test_a_factor_of_0_takes_a_hit_out_of_the_density() -> None:
    made = table(3)
    factors = np.where(made.hit_factor == 0.5, 0.0, made.hit_factor)
    whole, less = figures_of(made), figures_of(made, factors=factors)
    assert (less.density <= whole.density).all()
    assert less.density.sum() < whole.density.sum()


def test_facets_add_up_to_their_axis() -> None:
    made = table(3)
    assert facet_density(made, ("M1", "M2")) == pytest.approx(figures_of(made).density[:, 0])


def test_a_balance_is_positive_where_r_is_more() -> None:
    found = balance(np.array([[1.0, 4.0], [4.0, 1.0]]), 0.5)
    assert found == pytest.approx([np.log(3), -np.log(3)])
