"""Hold what the overviews of a run keep of its documents, and what all of them show together."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from taalscan.model.comparable import DocumentGenre, Stratum
from taalscan.model.figures import AxisScore, DocumentBalance, Interval, Reliability
from taalscan.model.lexicon import Axis
from taalscan.model.scan import Failure, ModelVersion


class Uncompared(StrEnum):
    """Why documents have no place in the reference."""

    NO_REFERENCE = "no-reference"
    STALE = "stale"
    UNSURE = "unsure"
    TOO_FEW = "too-few"
    TOO_SHORT = "too-short"


@dataclass(frozen=True, slots=True)
class Row:
    """What the overviews of a run keep of a document: its figures, not its text.

    Attributes:
        href: its report, as a path relative to the index, not percent-encoded; None without one.
        data: its scan in JSON, likewise.
        reference: what it was compared with; None without a reference.
        stale: the reference was made otherwise, so that no figures compare.
        deliberate: passages with an axis that its author explained as deliberate.
        refused: the outputs that it could not have.
    """

    name: str
    href: str | None
    title: str | None
    pages: int | None
    words: int
    passages: int
    reliability: Reliability
    scores: tuple[AxisScore, ...]
    balance: DocumentBalance | None = None
    genre: DocumentGenre | None = None
    stratum: Stratum | None = None
    data: str | None = None
    reference: ModelVersion | None = None
    stale: bool = False
    deliberate: int = 0
    refused: tuple[Failure, ...] = ()

    @property
    def uncompared(self) -> Uncompared | None:
        """Why it has no place in the reference; None where it has one."""
        if any(score.share_percentile for score in self.scores):
            return None
        if self.reference is None:
            return Uncompared.NO_REFERENCE
        if self.stale:
            return Uncompared.STALE
        if self.genre is None or self.genre.id is None:
            return Uncompared.UNSURE
        return Uncompared.TOO_FEW if self.stratum is None else Uncompared.TOO_SHORT


@dataclass(frozen=True, slots=True)
class Quantile:
    """A quantile with its 95 % interval; a bound is None where too few documents allow one."""

    value: float
    low: float | None
    high: float | None


class RunFigure(StrEnum):
    """A figure of documents whose distribution is told.

    `SHARE` is the expected share where all documents have it, else the counted one.
    """

    DENSITY = "density"
    SHARE = "share"


@dataclass(frozen=True, slots=True)
class Distribution:
    """How a figure is spread over the documents of a run.

    Attributes:
        axis: id of the axis.
        values: the figures, ascending.
        quartiles: the first quartile, the median and the third; None with too few documents.
        expected: of a share, that it is the expected one.
    """

    axis: str
    figure: RunFigure
    values: tuple[float, ...]
    quartiles: tuple[Quantile, Quantile, Quantile] | None
    expected: bool = False


@dataclass(frozen=True, slots=True)
class Places:
    """Where documents stand among those of the reference, on one axis.

    Attributes:
        axis: id of the axis.
        placed: documents with a percentile of their share.
        above: those of them above the middle of the reference.
        share: `above` of `placed`, in [0, 1]; None with too few, or where it would mislead.
        middle_zero: half of the reference or more has nothing of the axis: its middle is 0, and
            half is not to be expected above it.
    """

    axis: str
    placed: int
    above: int
    share: Interval | None
    middle_zero: bool = False


@dataclass(frozen=True, slots=True)
class GenreSummary:
    """The documents of a run of one genre that compare with the same documents.

    Attributes:
        title: of the genre; "" where it is not sure.
        documents: how many there are.
        short: those of them that are too short for a percentile.
        stratum: what they are compared with; None where nothing compares.
        fewest: documents of the reference that the figures of a document are compared with, the
            smallest number: a document of the reference leaves itself out.
        reason: why none of them has a place; None where one has.
        places: one an axis; empty where no document has a place.
    """

    title: str
    documents: int
    short: int
    stratum: Stratum | None
    fewest: int
    reason: Uncompared | None
    places: tuple[Places, ...]


@dataclass(frozen=True, slots=True)
class RunSummary:
    """What the documents of a run show together. It describes them, and ranks none.

    Attributes:
        documents: those with figures.
        without: those too short for figures, which count nowhere here.
        distributions: one an axis and figure, in the order of the axes.
        genres: the largest first.
        reference: what documents were compared with; None without a reference.
    """

    documents: int
    without: int
    distributions: tuple[Distribution, ...]
    genres: tuple[GenreSummary, ...]
    reference: ModelVersion | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """All that the overview of a run is made of.

    Attributes:
        rows: a row a document, in the order given.
        failures: the documents that could not be scanned.
        scores: the table of scores, as a path relative to the index; "" where it is not written.
    """

    rows: Sequence[Row]
    failures: Sequence[Failure]
    axes: Sequence[Axis]
    summary: RunSummary
    scores: str = ""
