"""Draw the units of two documents again and again, both sides from one draw (METRICS §8.2)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

import numpy as np

from taalscan.model import Scan
from taalscan.model.comparison import Unit
from taalscan.scoring.bootstrap import Counts, block_count, generator_of, resample
from taalscan.scoring.comparison.amounts import Pairing, Side, ratio
from taalscan.scoring.labels import draw_labels
from taalscan.scoring.sample import Key


@dataclass(frozen=True, slots=True, eq=False)
class Replications:
    """Both documents in each replication; `chance` of an axis is how many labels were drawn.

    Attributes:
        blocks: the blocks that a replication draws.
    """

    old: Side
    new: Side
    kept: Side
    blocks: float


def replicate(pairs: Pairing, units: Sequence[Unit], old: Scan, new: Scan) -> Replications:
    """Return the totals of both documents in each replication.

    Blocks of three neighbouring units within a section of one of the documents are drawn; removed
    and new units are blocks of their own. Which document that is, the order of all that is drawn,
    and the seed hang on what the documents are, not on which of them is the old one. So the other
    way round every interval is the same, turned round.
    """
    turned = _rank(new) < _rank(old)
    order, sections = _blocks(units, new if turned else old, turned=turned)
    digest = _digest(old, new)
    columns = _columns(pairs, turned=turned)
    table = np.column_stack(list(columns.values()))[order]
    found = dict(
        zip(columns, resample(table, sections, generator_of(digest, "passages")).T, strict=True)
    )
    generator = generator_of(digest, "labels of both versions")
    sides = {
        name: {key: found[name, key] for key in side}
        for name, side in (("old", pairs.old), ("new", pairs.new), ("kept", pairs.kept))
    }
    for axis in pairs.swapped:
        for name, labels in _labels(found, axis, generator, turned=turned).items():
            sides[name]["chance", axis] = labels
    return Replications(**sides, blocks=block_count(sections))


def _rank(scan: Scan) -> tuple[str, str]:
    return scan.document.source.sha256, scan.document.text


def _digest(old: Scan, new: Scan) -> str:
    digests = sorted((old.document.source.sha256, new.document.source.sha256))
    return sha256("".join(digests).encode()).hexdigest()


def _blocks(units: Sequence[Unit], first: Scan, *, turned: bool) -> tuple[list[int], list[object]]:
    """Return the units in the order of drawing, and what tells the section of each.

    Args:
        units: the units.
        first: the document whose order and sections count.
        turned: whether that is the new one.
    """
    sides = [(unit.new, unit.old) if turned else (unit.old, unit.new) for unit in units]
    paired = sorted((own[0], number) for number, (own, other) in enumerate(sides) if own and other)
    alone = sorted(
        (not own, (own or other)[0], number)
        for number, (own, other) in enumerate(sides)
        if not (own and other)
    )
    sections: list[object] = [first.passages[place].passage.headings for place, _ in paired]
    order = [number for _, number in paired] + [number for *_, number in alone]
    return order, [*sections, *range(len(alone))]


_PARTS = ("shared", "old", "old-swapped", "new", "new-swapped")
"""Parts whose labels are drawn apart, in this order."""

_TURNED = ("shared", "new", "new-swapped", "old", "old-swapped")


def _columns(pairs: Pairing, *, turned: bool) -> dict[tuple[str, Key], Counts]:
    """Return what is added up in a replication, a value a unit."""
    versions = [("old", pairs.old), ("new", pairs.new)]
    columns = {
        (name, key): values
        for name, side in [*(versions[::-1] if turned else versions), ("kept", pairs.kept)]
        for key, values in side.items()
    }
    for axis, swapped in pairs.swapped.items():
        differ = 1 - pairs.shared
        masks: Mapping[str, tuple[Side, Counts]] = {
            "shared": (pairs.old, pairs.shared),
            "old": (pairs.old, differ * (1 - swapped)),
            "old-swapped": (pairs.old, swapped),
            "new": (pairs.new, differ * (1 - swapped)),
            "new-swapped": (pairs.new, swapped),
            "kept-swapped": (pairs.kept, swapped),
        }
        for part in [*(_TURNED if turned else _PARTS), "kept-swapped"]:
            side, mask = masks[part]
            for name in ("chance", "square"):
                columns[part, (f"part {name}", axis)] = side[name, axis] * mask
    return columns


def _labels(
    found: Mapping[tuple[str, Key], Counts],
    axis: str,
    generator: np.random.Generator,
    *,
    turned: bool,
) -> dict[str, Counts]:
    """Return (R,) how many passages carry an axis, labels drawn anew, in each document.

    Where both have the same words, both get the same draw. A swapped word that is put back leaves
    its passages the labels that they had.
    """
    drawn = {
        part: draw_labels(
            found[part, ("part chance", axis)], found[part, ("part square", axis)], generator
        )
        for part in (_TURNED if turned else _PARTS)
    }
    put_back = drawn["old-swapped"] * ratio(
        found["kept-swapped", ("part chance", axis)], found["old-swapped", ("part chance", axis)]
    )
    return {
        "old": drawn["shared"] + drawn["old"] + drawn["old-swapped"],
        "new": drawn["shared"] + drawn["new"] + drawn["new-swapped"],
        "kept": drawn["shared"] + drawn["new"] + put_back,
    }
