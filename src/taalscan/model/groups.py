"""Hold what a comparison of two groups of documents is made of, and what it found."""

from dataclasses import dataclass
from enum import StrEnum

from taalscan.model.comparable import DocumentGenre
from taalscan.model.document import Notice
from taalscan.model.figures import Interval, Reliability
from taalscan.model.lexicon import Axis, BalanceIndex
from taalscan.model.scan import Failure, Provenance


@dataclass(frozen=True, slots=True)
class MemberFigures:
    """The figures of a document on one axis, without their intervals.

    Attributes:
        density: hits per 1,000 running words.
        weighted_density: the same, each hit times weight and factor.
        share: share of the passages that carry the label, in [0, 1].
        expected_share: mean of the calibrated probabilities; None without a classifier.
    """

    axis: str
    density: float
    weighted_density: float
    share: float
    expected_share: float | None = None


@dataclass(frozen=True, slots=True)
class GroupMember:
    """What a comparison keeps of a document: its figures, not its text.

    Attributes:
        sha256: digest of its bytes, which tells a copy from another document.
        href: its report, as a path relative to the page, not percent-encoded; None without one.
        figures: one an axis; empty where the document is too short for figures.
        balance: B of the main index; None where the document does not allow one, or where it says
            nothing: lexicon and classifier differ too often, or words alone decided.
        genre: what kind of document it is; None where nobody asked.
    """

    name: str
    sha256: str
    title: str | None
    href: str | None
    words: int
    passages: int
    reliability: Reliability
    figures: tuple[MemberFigures, ...]
    balance: float | None = None
    genre: DocumentGenre | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """A group of documents.

    Attributes:
        name: what people see, such as the name of its folder.
        members: the documents that are compared.
        left_out: documents that are too short for figures (METRICS §6.3).
        copies: documents with the same bytes as another one of the group.
        failures: documents that could not be scanned.
    """

    name: str
    members: tuple[GroupMember, ...]
    left_out: tuple[GroupMember, ...] = ()
    copies: tuple[GroupMember, ...] = ()
    failures: tuple[Failure, ...] = ()


class GroupFigure(StrEnum):
    """A figure of a document that groups are compared on."""

    DENSITY = "density"
    WEIGHTED_DENSITY = "weighted_density"
    SHARE = "share"
    EXPECTED_SHARE = "expected_share"
    BALANCE = "balance"


class GroupSize(StrEnum):
    """What the number of documents of both groups allows to be said."""

    FULL = "full"
    INDICATIVE = "indicative"
    TOO_FEW = "too-few"


class GroupConclusion(StrEnum):
    """Which group tends to be higher, as far as the documents show."""

    FIRST = "first"
    SECOND = "second"
    UNDECIDED = "undecided"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class GroupEffect:
    """How far two groups differ on a figure.

    Attributes:
        shift: Hodges–Lehmann estimate of first minus second, in the unit of the figure.
        superiority: chance that a document of the first group is above one of the second, ties
            for half, in [0, 1]; this is the area under the ROC curve.
        p: two-sided, of no difference.
        q: `p` after the correction of Benjamini and Hochberg.
    """

    shift: Interval
    superiority: Interval
    p: float
    q: float

    @property
    def delta(self) -> Interval:
        """Cliff's delta, 2·AUC - 1, in [-1, 1]."""
        own = self.superiority
        return Interval(2 * own.value - 1, 2 * own.low - 1, 2 * own.high - 1)


@dataclass(frozen=True, slots=True)
class FigureComparison:
    """Two groups compared on one figure.

    Attributes:
        axis: None for the balance.
        first: the figure of each member of the first group; None where a document has none.
        second: likewise.
        first_median: None where no document has the figure.
        second_median: likewise.
        size: of the groups, counting the documents that have the figure.
        effect: None with too few of them.
        conclusion: `NONE` with too few of them.
    """

    figure: GroupFigure
    axis: str | None
    first: tuple[float | None, ...]
    second: tuple[float | None, ...]
    first_median: float | None
    second_median: float | None
    size: GroupSize
    effect: GroupEffect | None
    conclusion: GroupConclusion


@dataclass(frozen=True, slots=True)
class GroupComparison:
    """Two groups of documents compared.

    Attributes:
        figures: one an axis and figure, in the order of the axes, and the balance last.
        index: what the balance sets against each other; None where the lexicon has no balance.
        size: of the groups as a whole.
        warnings: what a reader should know before believing a difference.
        provenance: what all scans were made with; None without any scan.
    """

    first: Group
    second: Group
    axes: tuple[Axis, ...]
    index: BalanceIndex | None
    figures: tuple[FigureComparison, ...]
    size: GroupSize
    warnings: tuple[Notice, ...]
    provenance: Provenance | None = None
