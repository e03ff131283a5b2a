"""Measure on labelled passages how often each entry is right, and what an axis covers.

A counted hit is right if coders gave its passage the axis. Whoever writes entries may read the
passages of the reading part; the others, about two in five documents, are for judging them.
"""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from taalscan.labels import LabelledPassage
from taalscan.lexicon.values import Lexicon, Stage
from taalscan.measures import score_interval
from taalscan.model import Axis, Hit, Status

ENOUGH = 20
"""Hits from which an entry can be judged (LEXICON_PLAN §1)."""

DISPUTED_BELOW, ACTIVE_FROM = 0.60, 0.70
_DOCUMENTS = 5  # an active entry is seen in so many documents …
_GENRES = 2  # … of so many kinds
_FEW_WEIGHT = 0.5  # the most that an entry with few hits may weigh
_FOLDS = 5
_READ = 3  # of five parts


def in_reading_part(passage: LabelledPassage) -> bool:
    """Tell whether writers of entries may read the passage; whole documents are on one side."""
    digest = hashlib.sha256(f"{passage.source}{passage.document}".encode()).hexdigest()
    return int(digest, 16) % _FOLDS < _READ


@dataclass(frozen=True, slots=True)
class Tally:
    """Counted hits, and how many of them are right."""

    hits: int = 0
    right: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.hits + other.hits, self.right + other.right)

    @property
    def precision(self) -> float | None:
        """Share of the hits that is right; None without hits."""
        return self.right / self.hits if self.hits else None

    @property
    def smoothed(self) -> float:
        """(right + 1) / (hits + 2), in (0, 1) (LEXICON_PLAN §1)."""
        return (self.right + 1) / (self.hits + 2)


@dataclass(frozen=True, slots=True)
class Finding:
    """A counted hit in a labelled passage."""

    passage: LabelledPassage
    entry: str
    axis: str
    right: bool


@dataclass(frozen=True, slots=True)
class EntryEvidence:
    """What the labelled passages say of one entry.

    Attributes:
        share: its part of the counted hits of its axis, in [0, 1].
        read: the hits in the part that its writers may have read.
        unread: the hits in the other part.
    """

    entry: str
    axis: str
    read: Tally
    unread: Tally
    share: float
    documents: int
    sources: int
    genres: int

    @property
    def whole(self) -> Tally:
        """The hits of both parts."""
        return self.read + self.unread

    @property
    def interval(self) -> tuple[float, float] | None:
        """95 % interval of the precision over both parts (Wilson 1927); None without hits."""
        if not self.whole.hits:
            return None
        share = score_interval(self.whole.right, self.whole.hits)
        return share.low, share.high

    @property
    def weight(self) -> float:
        """Smoothed precision on unread passages, what was read standing for two hits.

        Without read hits this is (right + 1) / (hits + 2); see LEXICON_PLAN §1. Bounded to
        [0.1, 1], and to 0.5 for an entry of few hits.
        """
        prior = self.read.smoothed
        value = (self.unread.right + 2 * prior) / (self.unread.hits + 2)
        most = 1.0 if self.whole.hits >= ENOUGH else _FEW_WEIGHT
        return round(min(most, max(0.1, value)), 2)

    @property
    def stage(self) -> Stage:
        """Active, disputed or on trial, by hits, precision and spread (LEXICON_PLAN §1, §4)."""
        precision = self.whole.precision
        if precision is None or self.whole.hits < ENOUGH:
            return Stage.TRIAL
        if precision < DISPUTED_BELOW:
            return Stage.DISPUTED
        wide = self.documents >= _DOCUMENTS and self.genres >= _GENRES
        return Stage.ACTIVE if precision >= ACTIVE_FROM and wide else Stage.TRIAL


def findings(
    labelled: Sequence[LabelledPassage], hits: Iterable[Iterable[Hit]], axes: Sequence[Axis]
) -> tuple[Finding, ...]:
    """Return the counted hits of labelled passages.

    Args:
        labelled: the passages.
        hits: all hits of each passage, in the same order.
        axes: the axes of the hits; their codes are the keys of the labels.
    """
    codes = {axis.id: axis.code for axis in axes}
    return tuple(
        Finding(passage, hit.entry, hit.axis, passage.has(codes[hit.axis]))
        for passage, found in zip(labelled, hits, strict=True)
        for hit in found
        if hit.status is Status.COUNTED
    )


def entry_evidence(found: Iterable[Finding]) -> Mapping[str, EntryEvidence]:
    """Return the evidence of every entry that was found."""
    of_entry: defaultdict[str, list[Finding]] = defaultdict(list)
    of_axis: defaultdict[str, int] = defaultdict(int)
    for finding in found:
        of_entry[finding.entry].append(finding)
        of_axis[finding.axis] += 1
    return {
        entry: _evidence(entry, items, of_axis[items[0].axis])
        for entry, items in sorted(of_entry.items())
    }


def _evidence(entry: str, items: Sequence[Finding], of_axis: int) -> EntryEvidence:
    read = [item for item in items if in_reading_part(item.passage)]
    unread = [item for item in items if not in_reading_part(item.passage)]
    return EntryEvidence(
        entry=entry,
        axis=items[0].axis,
        read=_tally(read),
        unread=_tally(unread),
        share=len(items) / of_axis,
        documents=len({item.passage.group for item in items}),
        sources=len({item.passage.source for item in items}),
        genres=len({item.passage.genre for item in items}),
    )


def _tally(items: Iterable[Finding]) -> Tally:
    return sum((Tally(1, int(item.right)) for item in items), Tally())


@dataclass(frozen=True, slots=True)
class AxisEvidence:
    """Precision of the counted hits of an axis, and how many of its passages have one.

    Attributes:
        positive: passages that coders gave the axis.
        covered: those among them with a counted hit of the axis.
    """

    axis: str
    tally: Tally
    positive: int
    covered: int

    @property
    def coverage(self) -> float | None:
        """Share of the positive passages that has a counted hit; None without any."""
        return self.covered / self.positive if self.positive else None


def axis_evidence(
    axis: Axis, labelled: Iterable[LabelledPassage], found: Iterable[Finding]
) -> AxisEvidence:
    """Return the evidence of an axis on a set of passages."""
    positive = {passage.id for passage in labelled if passage.has(axis.code)}
    own = [finding for finding in found if finding.axis == axis.id]
    covered = {finding.passage.id for finding in own}
    return AxisEvidence(axis.id, _tally(own), len(positive), len(positive & covered))


def cross_validated(
    axes: Sequence[Axis],
    labelled: Sequence[LabelledPassage],
    found: Sequence[Finding],
    fold_of: Callable[[LabelledPassage], str],
) -> tuple[AxisEvidence, ...]:
    """Return the evidence of each axis when no fold has a say in which of its entries count.

    Entries that are disputed on the other folds do not count in a fold.

    Args:
        axes: the axes.
        labelled: the passages.
        found: their counted hits, those of disputed entries too.
        fold_of: the fold of a passage, e.g. its source.
    """
    kept: list[Finding] = []
    for fold in sorted({fold_of(passage) for passage in labelled}):
        others = entry_evidence(item for item in found if fold_of(item.passage) != fold)
        dropped = disputed(others.values())
        kept += [
            item for item in found if fold_of(item.passage) == fold and item.entry not in dropped
        ]
    return tuple(axis_evidence(axis, labelled, kept) for axis in axes)


def disputed(evidence: Iterable[EntryEvidence]) -> Collection[str]:
    """Return the entries that should not count."""
    return {item.entry for item in evidence if item.stage is Stage.DISPUTED}


def document_fold(passage: LabelledPassage) -> str:
    """Return the fold of a passage when whole documents stay together: five of them."""
    digest = hashlib.sha256(f"vouw {passage.group}".encode()).hexdigest()
    return str(int(digest, 16) % _FOLDS)


def source_fold(passage: LabelledPassage) -> str:
    """Return the fold of a passage when whole sources stay together."""
    return passage.source


def revived(lexicon: Lexicon) -> Lexicon:
    """Return the lexicon with its disputed entries on trial, so that they can be measured."""
    entries = tuple(
        replace(entry, stage=Stage.TRIAL) if entry.stage is Stage.DISPUTED else entry
        for entry in lexicon.entries
    )
    return replace(lexicon, entries=entries)
