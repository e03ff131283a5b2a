"""Hold the figures of a document, each with its uncertainty."""

from dataclasses import dataclass
from enum import StrEnum
from math import pi, sqrt

from taalscan.model.document import Span

MOST_DISAGREEMENT = 0.30
"""Share of the passages on which lexicon and classifier may differ (METRICS §7.2)."""
_CLEARLY = 2.0
"""Standard deviations above chance from which hits are said to stand together."""


@dataclass(frozen=True, slots=True)
class Interval:
    """A figure with the bounds of its 95 % interval."""

    value: float
    low: float
    high: float


class Reliability(StrEnum):
    """What the length of a document allows to be said (METRICS §6.3)."""

    FULL = "full"
    INDICATIVE = "indicative"
    HIGHLIGHTS_ONLY = "highlights-only"


@dataclass(frozen=True, slots=True)
class PartScore:
    """The figures of a part of an axis: a facet or a group of facets.

    Attributes:
        id: of the facet or group.
        density: hits per 1,000 running words; None where the document is too short.
        weighted_density: the same, each hit times weight and factor.
    """

    id: str
    hits: int
    types: int
    density: Interval | None
    weighted_density: Interval | None


@dataclass(frozen=True, slots=True)
class Diversity:
    """How evenly the hits of an axis are spread over its facets (METRICS §5.1).

    Attributes:
        hits: the hits that it was computed from.
        entropy: Shannon entropy H in nats.
        evenness: H divided by that of equal shares, in [0, 1].
        hill: Hill number of order 1, e^H: the effective number of facets, with its interval.
        corrected: H with the correction of Miller and Madow for small numbers.
    """

    hits: int
    entropy: float
    evenness: float
    hill: Interval
    corrected: float


@dataclass(frozen=True, slots=True)
class Dispersion:
    """How far the hits of an axis stand together in some sections (METRICS §5.3).

    Attributes:
        parts: the sections that were compared; short ones are joined.
        dp: deviation of proportions (Gries 2008), in [0, 1).
        dp_norm: the same on a scale to 1.
        dp_chance: mean DP when the hits fall on words at random.
        juilland: Juilland's D, to compare with older studies only.
        section: index in `Scan.sections` of the part whose share of the hits goes furthest beyond
            its share of the words; of joined sections the one with most hits.
        hit_share: share of the hits in that part; `word_share` its share of the words.
    """

    parts: int
    dp: float
    dp_norm: float
    dp_chance: float
    juilland: float
    section: int
    hit_share: float
    word_share: float

    @property
    def excess(self) -> float:
        """DP above what chance gives."""
        return self.dp - self.dp_chance

    @property
    def clustered(self) -> bool:
        """Whether DP is clearly above chance: two standard deviations, which chance rarely gives.

        A random DP is half a sum of n deviations around 0, of which n − 1 are free. The size of a
        normal deviation has a standard deviation of √(π/2 − 1) times its mean, so that of the
        sum is about √((π/2 − 1)/(n − 1)) times the mean DP. By simulation 3 to 4 of 100 random
        spreads over 2 to 15 parts are above it.
        """
        spread = sqrt((pi / 2 - 1) / max(1, self.parts - 1))
        return self.dp > self.dp_chance * (1 + _CLEARLY * spread)


@dataclass(frozen=True, slots=True)
class Percentile:
    """The place of a figure among those of a reference, in [0, 100], with its 95 % interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class VerdictCounts:
    """How many passages lexicon and classifier agree and differ on (METRICS §7.2)."""

    agreed: int
    word_only: int
    frame_only: int

    @property
    def disagreement(self) -> float | None:
        """Share of the passages that either marks on which they differ; None without any."""
        return self.differ / (self.agreed + self.differ) if self.agreed + self.differ else None

    @property
    def differ(self) -> int:
        """The passages that only one of them marks."""
        return self.word_only + self.frame_only

    @property
    def doubtful(self) -> bool:
        """Whether they differ too often for a figure to be sure."""
        return self.differ > MOST_DISAGREEMENT * (self.agreed + self.differ)


@dataclass(frozen=True, slots=True)
class AxisScore:
    """The figures of a document on one axis.

    All but amounts and `top_entry` are None where the document is too short for them (METRICS
    §6.3), also inside `facets` and `groups`.

    Attributes:
        hits: hits with a factor above 0.
        types: different entries among them.
        density: those hits per 1,000 running words.
        weighted_density: the same, each hit times weight and factor.
        share: share of the passages that carry the label, in [0, 1].
        facets: one a facet of the axis, in its order.
        groups: one a facet group.
        expected_share: mean of the calibrated probabilities, in [0, 1]; None without a classifier.
        word_share: share of the running words that stand in passages with the label, in [0, 1].
        content_density: hits per 1,000 content words.
        top_entry: the entry with most hits; "" where nothing was found.
        density_rest: density without that entry.
        types_1000: entries to expect in 1,000 words of the document; None under 1,000 words.
        diversity: None under 20 hits.
        dispersion: None with too few hits or sections.
        percentile: place of `density` in the reference.
        share_percentile: place of `expected_share`, or of `share` without a classifier.
        verdicts: None without a classifier.
    """

    axis: str
    hits: int
    types: int
    density: Interval | None
    weighted_density: Interval | None
    share: Interval | None
    facets: tuple[PartScore, ...]
    groups: tuple[PartScore, ...] = ()
    expected_share: Interval | None = None
    word_share: Interval | None = None
    content_density: Interval | None = None
    top_entry: str = ""
    density_rest: Interval | None = None
    types_1000: float | None = None
    diversity: Diversity | None = None
    dispersion: Dispersion | None = None
    percentile: Percentile | None = None
    share_percentile: Percentile | None = None
    verdicts: VerdictCounts | None = None


class Basis(StrEnum):
    """What a balance counts: passages, or hits times weight and factor."""

    PASSAGES = "passages"
    LEXICAL = "lexical"


@dataclass(frozen=True, slots=True)
class Balance:
    """One index of balance (METRICS §4.1).

    Attributes:
        index: id of the `BalanceIndex`.
        above: the amount above; `below` that below.
        log_ratio: B = ln[(above + ½)/(below + ½)], with the interval of METRICS §4.3, which holds
            the chance of passages and the doubt of single labels.
        scaled: b = tanh(B/2), in (-1, 1).
        reading: B with a wider interval, which also holds that a classifier may read the whole
            document too high or too low; None for hits.
    """

    index: str
    basis: Basis
    above: float
    below: float
    log_ratio: Interval
    scaled: Interval
    reading: Interval | None = None


class BalanceVerdict(StrEnum):
    """What the main balance allows to be said (METRICS §4.2, §4.3).

    `UNSURE`: lexicon and classifier differ too often. `NONE`: the zero of a balance that counts
    words, or labels that follow from words alone, means nothing.
    """

    ABOVE = "above"
    BELOW = "below"
    MIXED = "mixed"
    UNSURE = "unsure"
    NONE = "none"

    @property
    def comparable(self) -> bool:
        """Whether the balance may be set against that of another document."""
        return self not in {BalanceVerdict.UNSURE, BalanceVerdict.NONE}


@dataclass(frozen=True, slots=True)
class DocumentBalance:
    """The balances of a document.

    Attributes:
        main: the first index of the lexicon, counted in passages.
        others: the lexical variant of the main one and the other ones, those with enough hits and
            an interval that is not too wide.
        importance: I = ln[(above + below + 1)/passages] of the main one.
        verdict: what may be said of the main one.
        percentile: place of the main one in the reference; None without one.
        relative: B minus the median of the reference; None without one.
    """

    main: Balance
    others: tuple[Balance, ...]
    importance: float
    verdict: BalanceVerdict
    percentile: Percentile | None = None
    relative: float | None = None


@dataclass(frozen=True, slots=True)
class SectionAxisScore:
    """The figures of a section on one axis; the intervals are None where it is too short.

    Attributes:
        share: expected share of passages with a classifier, else share of labels.
    """

    axis: str
    hits: int
    density: Interval | None
    weighted_density: Interval | None
    share: Interval | None


@dataclass(frozen=True, slots=True)
class SectionScore:
    """A chapter of the document.

    Attributes:
        headings: the headings that it stands under, from the title down; empty before the first.
        first: index of its first passage.
        passages: how many passages it has.
        words: their running words.
    """

    headings: tuple[str, ...]
    first: int
    passages: int
    words: int
    axes: tuple[SectionAxisScore, ...]


@dataclass(frozen=True, slots=True)
class Keyword:
    """A word that stands out against the reference (METRICS §6.1).

    Attributes:
        lemma: the word.
        count: times in the document; `reference_count` in the reference.
        expected: times to expect if document and reference used it equally often.
        g2: log-likelihood ratio G².
        bic: G² minus ln of all words.
        log_ratio: log₂ of the ratio of the relative frequencies.
        z: log-odds ratio with an informative Dirichlet prior, in standard errors.
        q: p of G² after the correction of Benjamini and Hochberg.
        sections: sections of the document in which it stands.
        places: its spans, in the order of the text.
    """

    lemma: str
    count: int
    reference_count: int
    expected: float
    g2: float
    bic: float
    log_ratio: float
    z: float
    q: float
    sections: int
    places: tuple[Span, ...]
