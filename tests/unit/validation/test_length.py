"""Longer documents give surer figures, and runs are set beside the rest of their document."""

import numpy as np
import pytest

from tests.unit.scoring.builders import READ
from tests.unit.validation.tables import table
from validation.clumping import clumping
from validation.length import diversity_rows, log_ratio, run_rows, section_rows, simulated
from validation.synthetic import LEVELS, Maker


def test_longer_documents_are_surer() -> None:
    made = table(60, 100)
    own = Maker(made, READ.axes, [clumping(made, axis, range(60)) for axis in (0, 1)], [0, 0])
    quantiles, levels = np.full((300, 2), 0.5), np.full((300, 2), LEVELS // 2)
    short, long = (simulated(own, made, size, quantiles, levels) for size in (10, 100))
    assert long.balance.std() < short.balance.std() / 2
    assert long.density.mean(axis=0) == pytest.approx(short.density.mean(axis=0), rel=0.2)
    assert long.enough.mean() > short.enough.mean()


def test_the_balance_is_that_of_passages() -> None:
    assert log_ratio(np.array([19.0, 7.0])) == pytest.approx(-0.9555, abs=1e-4)


@pytest.mark.slow
def test_documents_that_are_alike_are_put_in_no_order() -> None:
    rows = {row[0]: row for row in run_rows(table(25, 260))}
    assert rows["50"][1] == "25"
    assert float(rows["50"][2]) == pytest.approx(0, abs=0.35)


def test_few_hits_miss_facets() -> None:
    # one long document: its hits are over three times as many as a run has
    rows = list(diversity_rows(table(6, 400), READ.axes))
    off, spread = (float(part.split(" ")[0]) for part in rows[0][1].split(" ± "))
    assert off < 0
    assert spread > 0


def test_bounds_are_told_as_shares() -> None:
    rows = {name: (count, share) for name, count, share in section_rows(table(5, 30))}
    assert rows["documents of 20 passages"] == ("5 of 5", "100 %")
    assert rows["documents of 50 passages"][1] == "0 %"
