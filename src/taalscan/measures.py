"""Hold what a measurement on labelled passages found.

Every value is frozen. Weighted figures stand in the same fields as plain ones; amounts (`n`,
`positives`, `passages`) always count passages.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt

from taalscan.model import Interval


@dataclass(frozen=True, slots=True)
class ReliabilityBin:
    """Passages whose probability lies from `low` up to `high` (the last bin holds 1 too).

    Attributes:
        predicted: their mean probability.
        observed: share of them that coders gave the axis.
    """

    low: float
    high: float
    n: int
    predicted: float
    observed: float


@dataclass(frozen=True, slots=True)
class AxisEvaluation:
    """How well one axis is told; every figure lies in [0, 1].

    Attributes:
        code: of the axis.
        positives: passages that coders gave the axis.
        threshold: probability from which the axis was given; None where no single one was used.
        precision: share of the passages given the axis that coders gave it too; None where none
            was given.
        recall: share of `positives` that was given the axis; None where there are none.
        f1: their harmonic mean; None where neither coders nor scan gave the axis once.
        brier: mean squared difference of probability and label (Brier 1950).
        brier_base: the same, when always saying the prevalence.
        ece: expected calibration error (Naeini et al. 2015).
        bins: the bins that hold a passage, from the lowest.
        highlights: share of the highlighted spans that overlap what coders pointed at; None
            where there is none to judge.
        highlight_count: the spans that were judged.
    """

    code: str
    n: int
    positives: int
    threshold: float | None
    precision: Interval | None
    recall: Interval | None
    f1: Interval | None
    brier: float
    brier_base: float
    ece: float
    bins: tuple[ReliabilityBin, ...]
    highlights: Interval | None
    highlight_count: int


@dataclass(frozen=True, slots=True)
class GroupEvaluation:
    """The passages of one genre or source.

    Attributes:
        name: of the genre or source; "" where it is not known.
        f1: one an axis, in the order of `Evaluation.axes`; None with too few positives to tell.
    """

    name: str
    n: int
    f1: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All that was measured of one way of labelling, on one set of passages.

    Attributes:
        macro_f1: plain mean of the F1 of the axes; None where one of them is None.
        genres: by kind of document, the largest first.
        sources: by source, the largest first.
        weighted: whether a passage counted for 1/chance of being drawn.
    """

    axes: tuple[AxisEvaluation, ...]
    macro_f1: Interval | None
    genres: tuple[GroupEvaluation, ...]
    sources: tuple[GroupEvaluation, ...]
    passages: int
    documents: int
    weighted: bool


@dataclass(frozen=True, slots=True)
class PairedDifference:
    """Macro-F1 of one model minus that of another on the same passages, in [-1, 1].

    Attributes:
        by_document: interval when whole documents are drawn; None where a macro-F1 is not known.
        by_source: the wider one, when whole sources are drawn: what a new organisation may show;
            None with fewer than two sources too.
    """

    by_document: Interval | None
    by_source: Interval | None


@dataclass(frozen=True, slots=True)
class ThresholdChoice:
    """A threshold and what it gives on the passages it was chosen on.

    Attributes:
        precise: whether the wanted precision was reached; if not, only F1 was looked at.
    """

    threshold: float
    precision: float
    recall: float
    f1: float
    precise: bool


class Conclusion(StrEnum):
    """What alpha allows to be said of an axis (METRICS §9.1; Krippendorff 2004, p. 241)."""

    RELIABLE = "reliable"
    TENTATIVE = "tentative"
    EXPERIMENTAL = "experimental"
    UNUSABLE = "unusable"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class FacetAgreement:
    """Agreement on a facet, among passages whose coders both gave its axis.

    Attributes:
        passages: those passages.
        positives: those among them that at least one coder gave the facet.
        alpha: nominal alpha of having the facet; None where all or none have it.
    """

    facet: str
    passages: int
    positives: int
    alpha: float | None


@dataclass(frozen=True, slots=True)
class AxisAgreement:
    """Agreement on an axis.

    Attributes:
        axis: its code.
        passages: passages that at least two coders coded on it.
        positives: those among them that at least one coder gave the axis.
        nominal: alpha of 0 against above 0, with its 95 % bootstrap interval; None where all
            coders gave all passages the same.
        ordinal: alpha of 0, 1 and 2, likewise.
        agreed: share of the pairs of judgements that are both 0 or both above 0, in [0, 1].
        positive_agreed: F1 between coders, in [0, 1]; None where nobody gave the axis.
        conclusion: what nominal alpha allows to be said.
        enough: whether there are as many passages and positives as METRICS §9.1 asks.
        facets: the facets that anybody gave.
    """

    axis: str
    passages: int
    positives: int
    nominal: Interval | None
    ordinal: Interval | None
    agreed: float | None
    positive_agreed: float | None
    conclusion: Conclusion
    enough: bool
    facets: tuple[FacetAgreement, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A passage that coders labelled differently; `labels` are those of each coder by name."""

    id: str
    text: str
    labels: tuple[tuple[str, Mapping[str, int]], ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far coders agree; `passages` are those that at least two of them labelled."""

    coders: tuple[str, ...]
    passages: int
    axes: tuple[AxisAgreement, ...]
    disagreements: tuple[Disagreement, ...]


def score_interval(right: int, of: int) -> Interval:
    """Return a share with its 95 % score interval (Wilson 1927); `of` must be above 0.

    >>> found = score_interval(14, 20)
    >>> found.value, round(found.low, 2), round(found.high, 2)
    (0.7, 0.48, 0.85)
    """
    z, share = 1.959964, right / of
    middle = (share + z * z / (2 * of)) / (1 + z * z / of)
    half = z / (1 + z * z / of) * sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    # at the ends the formula gives 0 and 1, but for the rounding of their last digits
    low = middle - half if right else 0.0
    high = middle + half if right < of else 1.0
    return Interval(share, low, high)
