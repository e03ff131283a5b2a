"""The parts of a difference add up to it, and turn round with the direction."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from taalscan.model.comparison import Unit, UnitKind
from taalscan.scoring.comparison.effects import effects_of

AMOUNT = st.floats(0, 1000)
SIZE = st.floats(1, 1000)
CHANGED = Unit(UnitKind.CHANGED, (0,), (0,))


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[Unit], list[tuple[float, float, float, float]]]:
    """Draw units with their amounts x and sizes y, old and new."""
    units = [CHANGED]
    rows = [draw(st.tuples(AMOUNT, AMOUNT, SIZE, SIZE))]
    for kind in draw(st.lists(st.sampled_from(UnitKind), max_size=8)):
        x0, x1, y0, y1 = draw(st.tuples(AMOUNT, AMOUNT, SIZE, SIZE))
        if kind.same_words:
            x1, y1 = x0, y0
        old: tuple[int, ...] = (0,)
        new: tuple[int, ...] = (0,)
        if kind is UnitKind.NEW:
            x0, y0, old = 0.0, 0.0, ()
        if kind is UnitKind.REMOVED:
            x1, y1, new = 0.0, 0.0, ()
        units.append(Unit(kind, old, new))
        rows.append((x0, x1, y0, y1))
    return units, rows


@given(tables())
def test_effects_add_up_to_the_difference(
    drawn: tuple[list[Unit], list[tuple[float, float, float, float]]],
) -> None:
    units, rows = drawn
    x0, x1, y0, y1 = np.array(rows).T
    found = effects_of(units, (x0, x1), (y0, y1))
    before, after = x0.sum() / y0.sum(), x1.sum() / y1.sum()
    tolerance = 1e-9 * max(1.0, before, after)
    assert found.total == pytest.approx(after - before, abs=tolerance)
    assert sum(found.units) == pytest.approx(after - before, abs=tolerance)


@given(tables())
def test_effects_turn_round_with_the_direction(
    drawn: tuple[list[Unit], list[tuple[float, float, float, float]]],
) -> None:
    units, rows = drawn
    x0, x1, y0, y1 = np.array(rows).T
    there = effects_of(units, (x0, x1), (y0, y1))
    back = effects_of(units, (x1, x0), (y1, y0))
    assert back.units == pytest.approx([-effect for effect in there.units], abs=1e-9)


@given(tables())
def test_what_stayed_the_same_adds_nothing(
    drawn: tuple[list[Unit], list[tuple[float, float, float, float]]],
) -> None:
    units, rows = drawn
    x0, x1, y0, y1 = np.array(rows).T
    found = effects_of(units, (x0, x1), (y0, y1))
    same = [own for own, unit in zip(found.units, units, strict=True) if unit.kind.same_words]
    assert same == [0.0] * len(same)


def test_a_new_text_counts_for_what_it_has_above_the_mean() -> None:
    """Old 2 in 100, new 2 + 6 in 200: 20 and 40 per thousand, with the mean 30 between them."""
    units = [Unit(UnitKind.UNCHANGED, (0,), (0,)), Unit(UnitKind.NEW, (), (1,))]
    found = effects_of(
        units,
        (np.array([2000.0, 0.0]), np.array([2000.0, 6000.0])),
        (np.array([100.0, 0.0]), np.array([100.0, 100.0])),
    )
    assert (found.new, found.changed, found.removed) == pytest.approx((20.0, 0.0, 0.0))
