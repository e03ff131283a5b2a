"""Count how many passages with an axis their author explained as deliberate."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from taalscan.model import Deliberate, Scan


@dataclass(frozen=True, slots=True)
class Explained:
    """Passages that carry an axis, and those among them that are marked as deliberate on it.

    Attributes:
        labelled: passages with a label of any axis; `explained` those with a reason for one.
        by_axis: for each axis that is marked anywhere, the same two numbers.
    """

    labelled: int
    explained: int
    by_axis: Mapping[str, tuple[int, int]]


def marks_at(scan: Scan) -> dict[int, tuple[Deliberate, ...]]:
    """Return the marks at each passage that has any, by position from 0."""
    places = {score.passage.id: number for number, score in enumerate(scan.passages)}
    found: dict[int, tuple[Deliberate, ...]] = {}
    for mark in scan.deliberate:
        for passage in mark.passages:
            found[places[passage]] = (*found.get(places[passage], ()), mark)
    return dict(sorted(found.items()))


def explained(scan: Scan) -> Explained:
    """Return how many passages with a label have a reason on an axis that they carry."""
    at = marks_at(scan)
    labelled: Counter[str] = Counter()
    told: Counter[str] = Counter()
    any_labelled = any_told = 0
    for number, score in enumerate(scan.passages):
        labels = [own.axis for own in score.axes if own.label]
        given = [axis for axis in labels if any(mark.on(axis) for mark in at.get(number, ()))]
        labelled.update(labels)
        told.update(given)
        any_labelled += bool(labels)
        any_told += bool(given)
    return Explained(
        any_labelled,
        any_told,
        {axis.id: (labelled[axis.id], told[axis.id]) for axis in scan.axes if told[axis.id]},
    )
