"""Tell what each unit adds to a difference, so that the parts are the whole (METRICS §8.3)."""

from collections.abc import Sequence
from math import fsum

from taalscan.model.comparison import Effects, Unit, UnitKind
from taalscan.scoring.bootstrap import Counts


def effects_of(
    units: Sequence[Unit], above: tuple[Counts, Counts], below: tuple[Counts, Counts]
) -> Effects:
    """Return the effects of units on a ratio F = X/Y of sums over the units.

    With F₀ = X₀/Y₀ of the old and F₁ = X₁/Y₁ of the new document, F̄ = (F₀ + F₁)/2 and
    Ȳ = (Y₀ + Y₁)/2, a unit with amounts x₀, y₀ and x₁, y₁ adds

        e = [(x₁ − x₀) − F̄·(y₁ − y₀)] / Ȳ.

    Their sum is F₁ − F₀ exactly, because X₁ − X₀ = F₁Y₁ − F₀Y₀ = (F₁ − F₀)·Ȳ + F̄·(Y₁ − Y₀). No
    order of the units plays a part, and the other way round every effect has the other sign. A
    text as dense as the mean of both documents adds nothing, wherever it comes or goes; one that
    both hold alike adds nothing either.

    Args:
        units: the units.
        above: (U,) the amounts x of the old and of the new document.
        below: (U,) the amounts y, with a sum above 0 in both.
    """
    (x_old, x_new), (y_old, y_new) = above, below
    total_old, total_new = fsum(y_old), fsum(y_new)
    rate = (fsum(x_old) / total_old + fsum(x_new) / total_new) / 2
    found = ((x_new - x_old) - rate * (y_new - y_old)) / ((total_old + total_new) / 2)
    each = [float(effect) for effect in found]

    def added(*kinds: UnitKind) -> float:
        return fsum(own for own, unit in zip(each, units, strict=True) if unit.kind in kinds)

    return Effects(
        units=tuple(each),
        changed=added(UnitKind.CHANGED, UnitKind.UNCHANGED),
        moved=added(UnitKind.MOVED, UnitKind.MOVED_CHANGED),
        new=added(UnitKind.NEW),
        removed=added(UnitKind.REMOVED),
    )
