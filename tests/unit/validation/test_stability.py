"""What is done otherwise is done to one thing only, and the order of documents is compared."""

import numpy as np
import pytest

from tests.unit.scoring.builders import MARKET, TIES
from tests.unit.validation.tables import AXIS_OF, table
from validation import stability
from validation.stability import (
    cut_otherwise,
    half_factors,
    heaviest,
    sign_changes,
    spearman,
    without_heaviest,
)

AXES = (MARKET, TIES)


def test_the_same_order_correlates_wholly_and_the_reverse_negatively() -> None:
    values = np.arange(30.0)
    assert spearman(values, values**3).value == pytest.approx(1)
    assert spearman(values, -values).high == pytest.approx(-1)


def test_the_heaviest_entries_are_of_the_axis(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stability, "HEAVIEST", 1)
    made = table(20)
    kept = heaviest(made, 0)
    added = np.bincount(made.hit_entry, made.hit_weight * made.hit_factor)
    (dropped,) = np.flatnonzero(~kept)
    assert AXIS_OF[dropped] == 0
    assert added[dropped] == max(added[:3])


def test_dropping_entries_moves_the_order_and_tells_how_many_hits_went(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(stability, "HEAVIEST", 1)
    rows = list(without_heaviest(table(40), AXES, np.arange(40)))
    assert [figure for _, figure, _, _ in rows] == [
        "density M", "weighted M", "density R", "weighted R",
    ]  # fmt: skip
    assert all(0 < found.value < 1 for _, _, found, _ in rows)
    assert "% of its hits" in rows[0][0]


def test_half_hits_counted_whole_leave_densities_as_they_are() -> None:
    rows = list(half_factors(table(30), AXES, np.arange(30)))
    same = [found.value for change, figure, found, _ in rows if change.endswith("1")]
    assert same[0] == pytest.approx(1)
    assert len(rows) == 8


def test_a_document_that_was_not_cut_otherwise_keeps_its_place() -> None:
    made = table(30)
    rows = list(cut_otherwise(made, made, AXES, "as it is"))
    assert all(found.value == pytest.approx(1) for _, _, found, _ in rows)
    assert rows[-1][1] == "B"
    assert {count for *_, count in rows} == {30}


def test_another_alpha_changes_no_sign_by_itself() -> None:
    # ln[(R + α)/(M + α)] is 0 where R = M, whatever α
    rows = list(sign_changes(table(30), np.arange(30), np.ones(30, dtype=np.bool_)))
    assert [row[1] for row in rows] == ["0 of 30"] * 4
