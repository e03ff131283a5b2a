"""Intervals hold the truth as often as they say, in documents of which the truth is known."""

from dataclasses import replace

import numpy as np
import pytest

from taalscan.model import Interval
from tests.unit.scoring.builders import READ
from tests.unit.validation.tables import table
from validation.clumping import clumping
from validation.coverage import FEW, Coverage, coverage_table, measured
from validation.synthetic import Maker, Setting

SETTING = Setting("median density, long sections", 0.5, FEW)


def maker(error: float) -> Maker:
    """Return what makes documents as the corpus has them, but with entries of two axes only.

    Hits of a passage are negative binomial (k 1.2 and 0.6), and of neighbours the rates correlate
    by .3 to .4; docs/validation.md has the figures of the corpus itself.
    """
    made = table(60, 100, k=(1.2, 0.6), near=0.4)
    clumped = [clumping(made, axis, range(60)) for axis in (0, 1)]
    return Maker(made, READ.axes, clumped, [error, error])


def test_an_interval_counts_as_held_too_high_or_too_low() -> None:
    found = Coverage()
    for truth in (1.0, 2.0, 4.0, 9.0):
        found.add(Interval(3.0, 2.0, 5.0), truth)
    assert (found.held, found.over, found.under) == (2, 1, 1)
    assert found.share == 0.5
    assert np.isnan(Coverage().share)


def test_a_table_of_coverage_tells_how_many_intervals_there_were_if_not_all() -> None:
    some = Coverage(count=200, held=190)
    text = coverage_table({"een": {("B", ""): some}, "twee": {}})
    assert text.splitlines()[2] == "| B |  | 95.0 (200) | – |"


@pytest.mark.slow
def test_ninety_five_per_cent_of_the_intervals_hold_the_truth() -> None:
    found = measured(maker(0.0), READ, SETTING, 500)
    # amounts of uneven parts, such as weights, are a point or two less well held
    for name, least in (("density", 0.92), ("share of labels", 0.92), ("weighted density", 0.90)):
        for axis in ("M", "R"):
            own = found[name, axis]
            assert own.count == 500
            assert least <= own.share <= 0.98, (name, axis, own.share)
    lexical = found["B of hits", ""]
    assert lexical.count >= 300
    assert 0.92 <= lexical.share <= 0.98
    # labels are drawn on top of passages: more than the sampling of passages alone asks for
    for key in (("expected share, q", "M"), ("expected share, q", "R"), ("B, q", "")):
        assert found[key].share >= 0.98


@pytest.mark.slow
def test_a_frame_that_knows_how_far_documents_are_off_holds_what_coders_find() -> None:
    """Labels drawn a passage each do not: the error of a whole document does not average out."""
    knows, knows_not = (
        measured(maker(1.0), replace(READ, classified=dict.fromkeys(READ.classified, spread)),
                 SETTING, 200)
        for spread in (1.0, 0.0)
    )  # fmt: skip
    key = ("expected share, coders", "M")
    assert knows_not[key].share < 0.9
    assert knows[key].share >= 0.92
    balance = "B with wider bounds, coders", ""
    assert knows[balance].count >= 60
    assert knows[balance].share >= 0.92 > knows_not[balance].share
