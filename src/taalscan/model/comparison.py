"""Hold what two versions of one document have in common, and how their figures differ."""

from dataclasses import dataclass
from enum import StrEnum
from math import fsum

from taalscan.model.document import Notice, Span
from taalscan.model.figures import Interval
from taalscan.model.findings import Hit
from taalscan.model.scan import Scan

COMPARISON_FORMAT = 1
"""Number of the JSON format of a comparison; a change of meaning raises it, a new key does not."""


class UnitKind(StrEnum):
    """What became of the passages of a unit."""

    UNCHANGED = "unchanged"
    CHANGED = "changed"
    MOVED = "moved"
    MOVED_CHANGED = "moved-changed"
    REMOVED = "removed"
    NEW = "new"

    @property
    def same_words(self) -> bool:
        """Whether both versions hold the same words, if not at the same place."""
        return self in {UnitKind.UNCHANGED, UnitKind.MOVED}

    @property
    def rewritten(self) -> bool:
        """Whether both versions hold it, in other words."""
        return self in {UnitKind.CHANGED, UnitKind.MOVED_CHANGED}


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that stand in the old text (`old`) where the new text has others (`new`).

    Either span may be empty, but not both: words that went, or that came.
    """

    old: Span
    new: Span


@dataclass(frozen=True, slots=True)
class Unit:
    """Passages of the old and the new document that hold the same text, more or less.

    Attributes:
        old: the old passages, by position in the scan; empty for a new unit.
        new: the new passages, likewise; empty for a removed one. Their numbers may differ, where
            the texts are parted into passages otherwise.
        stretches: where their words differ, in the order of the text; empty but for rewritten
            units.
    """

    kind: UnitKind
    old: tuple[int, ...]
    new: tuple[int, ...]
    stretches: tuple[Stretch, ...] = ()


@dataclass(frozen=True, slots=True)
class HeadingChange:
    """A heading that was changed, added (`old` is None) or removed (`new` is None)."""

    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class Alignment:
    """How two documents hang together; every passage is in one unit or in those left out.

    Attributes:
        units: in the order of the new text, removed ones where they stood.
        old_apart: old passages whose text the new document holds outside its passages, e.g. in
            the cells of a table: read otherwise, not changed; by position.
        new_apart: new passages, likewise.
        old_outside: old words outside passages and headings that the new text lacks, e.g. those
            of a table.
        new_outside: new words, likewise.
        same_text: whether both texts hold the same words in the same order, headings and tables
            included.
    """

    units: tuple[Unit, ...]
    headings: tuple[HeadingChange, ...] = ()
    old_apart: tuple[int, ...] = ()
    new_apart: tuple[int, ...] = ()
    old_outside: int = 0
    new_outside: int = 0
    same_text: bool = False

    @property
    def counts(self) -> dict[UnitKind, int]:
        """How many passages became of each kind: of the old document, new ones of the new one."""
        found = dict.fromkeys(UnitKind, 0)
        for unit in self.units:
            found[unit.kind] += len(unit.old or unit.new)
        return found


class Direction(StrEnum):
    """What the interval of a difference allows to be said (METRICS §8.2)."""

    MORE = "more"
    LESS = "less"
    NONE = "none"


def direction_of(change: Interval) -> Direction:
    """Return what a difference shows: something only where its whole interval is beside 0.

    >>> direction_of(Interval(2.0, 0.5, 3.0)).value, direction_of(Interval(2.0, 0.0, 3.0)).value
    ('more', 'none')
    """
    if change.low > 0:
        return Direction.MORE
    return Direction.LESS if change.high < 0 else Direction.NONE


@dataclass(frozen=True, slots=True)
class Difference:
    """A figure of both documents, and the new one minus the old one with its interval."""

    old: float
    new: float
    change: Interval

    @property
    def direction(self) -> Direction:
        """What may be said of the difference."""
        return direction_of(self.change)


@dataclass(frozen=True, slots=True)
class Effects:
    """Where a difference comes from (METRICS §8.3).

    Attributes:
        units: what each unit adds to the difference, in the order of the units. Each is a part
            of the difference with its sign: a removed unit full of an axis has a negative one.
        changed: sum over the rewritten units in their place; `moved` over those elsewhere, which
            is 0 unless words changed too; `new` and `removed` over those units.
    """

    units: tuple[float, ...]
    changed: float
    moved: float
    new: float
    removed: float

    @property
    def total(self) -> float:
        """The whole difference."""
        return fsum((self.changed, self.moved, self.new, self.removed))


@dataclass(frozen=True, slots=True)
class FigureChange:
    """One figure of one axis in both documents.

    Attributes:
        without_swaps: the difference with every swapped word as it was (METRICS §8.4); None where
            no word was swapped.
    """

    difference: Difference
    effects: Effects
    without_swaps: Interval | None = None


@dataclass(frozen=True, slots=True)
class AxisChange:
    """The figures of one axis.

    Attributes:
        old_hits: counted hits in the old text that is compared; `new_hits` in the new one.
        density: hits per 1,000 running words; `weighted_density` each times weight and factor.
        share: share of the passages, in [0, 1]: mean of the probabilities where a classifier
            spoke, else share of the labels.
    """

    axis: str
    old_hits: int
    new_hits: int
    density: FigureChange
    weighted_density: FigureChange
    share: FigureChange


@dataclass(frozen=True, slots=True)
class BalanceChange:
    """The balance B of the first index in both documents (METRICS §4.1, counted in passages)."""

    index: str
    difference: Difference


@dataclass(frozen=True, slots=True)
class FrameShift:
    """The probability of an axis in a rewritten unit, in the words alone.

    Attributes:
        unit: by position in the alignment.
        old: mean probability of the old passages, each as heavy as its words; `new` likewise.
        rewritten: whether it moved by .10 or more without a counted word that went or came: the
            text was rewritten, not reworded.
    """

    unit: int
    axis: str
    old: float
    new: float
    rewritten: bool


class SwapKind(StrEnum):
    """Whether a counted word went or came."""

    WENT = "went"
    CAME = "came"


@dataclass(frozen=True, slots=True)
class Swap:
    """A counted word that went or came in a text whose frame stayed the same (METRICS §8.4).

    Attributes:
        unit: by position in the alignment.
        passage: of the document that holds the hit, by position in the scan.
        hit: the hit; in the old text if it went, in the new one if it came.
        other: what stands in its place in the other text; may be empty.
        old: probability of its axis in the old passage; `new` in the new one.
        seen: whether the classifier saw the axis in either of them. Where it did not, there was no
            frame that could stay: a small probability cannot fall by much.
    """

    unit: int
    kind: SwapKind
    passage: int
    hit: Hit
    other: Span
    old: float
    new: float
    seen: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions of one document side by side.

    Attributes:
        axes: the figures, one an axis; empty where a document is too short for them.
        balance: None where the documents do not allow one, or no lexicon defines one.
        shifts: the probabilities in rewritten units; empty without a classifier.
        swaps: words that were swapped, in the order of the units.
        notices: what a reader should know of the comparison.
    """

    old: Scan
    new: Scan
    alignment: Alignment
    axes: tuple[AxisChange, ...]
    balance: BalanceChange | None
    shifts: tuple[FrameShift, ...]
    swaps: tuple[Swap, ...]
    notices: tuple[Notice, ...]
