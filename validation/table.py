"""Hold the passages of a corpus as numbers, without their words."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from taalscan.model import Axis, Hit, Passage, PassageScore, Reading, Span, Status
from taalscan.scoring import score_passage

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
Texts = NDArray[np.str_]


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """D documents with P passages in all, on A axes, with H counted hits of E entries.

    Attributes:
        names: (D,) id of each document.
        genres: (D,) what the corpus calls its genre.
        sources: (D,) where it came from.
        parties: (D,) whose election programme it is; "" where it is none or nobody can tell.
        starts: (D + 1,) its first passage; the last number is P.
        section: (P,) number of the headings that the passage stands under, within its document.
        words: (P,) running words; `content` those that carry content.
        sentences: (P,) sentences.
        tokens: (P,) words, numbers and signs; `digits` those with a figure in them.
        sounds: (P,) syllables.
        lexicon: (P, A) strength of the hits.
        chance: (P, A) combined probability q; `plain` that of the text alone, p.
        label: (P, A) whether the passage carries the axis.
        hit_passage: (H,) passage of a hit, ascending.
        hit_entry: (H,) its entry.
        hit_factor: (H,) factor of its status, above 0; `hit_weight` the weight of its entry.
        entries: (E,) id of each entry; `entry_axis` its axis, `entry_facet` the id of its facet.
        thresholds: (A,) probability from which a passage carries the axis.
    """

    names: Texts
    genres: Texts
    sources: Texts
    parties: Texts
    starts: Ints
    section: Ints
    words: Ints
    content: Ints
    sentences: Ints
    tokens: Ints
    digits: Ints
    sounds: Ints
    lexicon: Floats
    plain: Floats
    chance: Floats
    label: Bools
    hit_passage: Ints
    hit_entry: Ints
    hit_factor: Floats
    hit_weight: Floats
    entries: Texts
    entry_axis: Ints
    entry_facet: Texts
    thresholds: Floats

    def rows(self, document: int) -> slice:
        """Return the passages of a document."""
        return slice(int(self.starts[document]), int(self.starts[document + 1]))

    def document_of(self) -> Ints:
        """Return (P,) the document of each passage."""
        return np.repeat(np.arange(len(self.names)), np.diff(self.starts))

    def per_passage(self, amounts: Floats | None = None) -> Floats:
        """Return (P, A) hits a passage and axis, or the sum of (H,) amounts of them."""
        axes = len(self.thresholds)
        places = self.hit_passage * axes + self.entry_axis[self.hit_entry]
        counted = np.bincount(places, amounts, minlength=len(self.words) * axes)
        return counted.astype(np.float64).reshape(len(self.words), axes)

    def per_document(self, amounts: Floats | Ints) -> Floats:
        """Return (D, ...) sums of (P, ...) amounts over the passages of each document."""
        padded = np.concatenate([amounts, np.zeros_like(amounts[:1])])
        sums = np.add.reduceat(padded, self.starts[:-1], axis=0)
        sums[np.diff(self.starts) == 0] = 0
        return np.asarray(sums, dtype=np.float64)


def save(table: Table, path: Path) -> None:
    """Write a table."""
    path.parent.mkdir(exist_ok=True)
    np.savez_compressed(path, **{one.name: getattr(table, one.name) for one in fields(Table)})


def load(path: Path) -> Table:
    """Read a table."""
    with np.load(path, allow_pickle=False) as kept:
        return Table(**{one.name: kept[one.name] for one in fields(Table)})


def scores_of(table: Table, document: int, axes: Sequence[Axis]) -> list[PassageScore]:
    """Return the passages of a document as the scan scored them; places in the text are made up.

    Args:
        table: the passages.
        document: which document.
        axes: the axes of the scan, in the order of the table.
    """
    rows = table.rows(document)
    first, last = np.searchsorted(table.hit_passage, [rows.start, rows.stop])
    hits: dict[int, list[Hit]] = {}
    for number in range(first, last):
        hits.setdefault(int(table.hit_passage[number]), []).append(hit_of(table, number, axes))
    return [score_of(table, row, hits.get(row, []), axes) for row in range(rows.start, rows.stop)]


def hit_of(table: Table, number: int, axes: Sequence[Axis]) -> Hit:
    """Return a hit of the table; its place in the text is made up."""
    entry = int(table.hit_entry[number])
    return Hit(
        span=Span(0, 1),
        parts=(Span(0, 1),),
        entry=str(table.entries[entry]),
        axis=axes[int(table.entry_axis[entry])].id,
        facet=str(table.entry_facet[entry]),
        weight=float(table.hit_weight[number]),
        factor=float(table.hit_factor[number]),
        status=Status.COUNTED,
    )


def score_of(table: Table, row: int, hits: Sequence[Hit], axes: Sequence[Axis]) -> PassageScore:
    """Return a passage of the table with these hits."""
    readings = [
        Reading(
            axis.id,
            float(table.plain[row, number]),
            float(table.chance[row, number]),
            float(table.thresholds[number]),
        )
        for number, axis in enumerate(axes)
    ]
    passage = Passage("p", Span(0, 1), (str(table.section[row]),))
    return score_passage(passage, int(table.words[row]), hits, axes, (readings, ()))
