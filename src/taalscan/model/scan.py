"""Hold the scores of passages and documents, and the scan that they make up."""

from dataclasses import dataclass, field
from enum import StrEnum

from taalscan.model.document import Document, Notice
from taalscan.model.findings import Contribution, Hit
from taalscan.model.language import Passage
from taalscan.model.lexicon import Axis, EntryNote

FORMAT = 1
"""Number of the JSON format; a change of meaning raises it, a new key does not."""


class Verdict(StrEnum):
    """How lexicon and classifier stand to each other in a passage (METRICS §7.2)."""

    AGREED = "agreed"
    WORD_ONLY = "word_only"
    FRAME_ONLY = "frame_only"
    LEXICON = "lexicon"
    NONE = "none"


DOUBT = 0.05
"""Distance from the threshold within which a probability might as well be on the other side."""


@dataclass(frozen=True, slots=True)
class AxisPassageScore:
    """The scores of one passage on one axis.

    Attributes:
        lexicon: strength L of the hits (METRICS §1), in [0, 1].
        classifier: calibrated probability; None without a classifier.
        combined: what the label is decided on.
        label: whether the passage carries the axis.
        threshold: of `combined`, from which it does.
    """

    axis: str
    lexicon: float
    classifier: float | None
    combined: float
    verdict: Verdict
    label: bool
    threshold: float = 0.5

    @property
    def uncertain(self) -> bool:
        """Whether a classifier's `combined` lies so near the threshold that it might as well not.

        The strength of a lexicon alone is no probability, so there is no doubt to tell.
        """
        return self.classifier is not None and abs(self.combined - self.threshold) < DOUBT


@dataclass(frozen=True, slots=True)
class PassageScore:
    """A passage with its hits, contributions and scores, one an axis."""

    passage: Passage
    words: int
    axes: tuple[AxisPassageScore, ...]
    hits: tuple[Hit, ...]
    contributions: tuple[Contribution, ...] = ()


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
class AxisScore:
    """The figures of a document on one axis.

    Attributes:
        hits: hits with a factor above 0.
        types: different entries among them.
        density: those hits per 1,000 running words; None where the document is too short.
        weighted_density: the same, each hit times weight and factor.
        share: share of the passages that carry the label, in [0, 1].
        facets: hits a facet, every facet of the axis present.
    """

    axis: str
    hits: int
    types: int
    density: Interval | None
    weighted_density: float | None
    share: Interval | None
    facets: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class LexiconVersion:
    """Name, version and digest of a lexicon."""

    name: str
    version: str
    sha256: str


@dataclass(frozen=True, slots=True)
class ModelVersion:
    """Name, version and digest of a language model."""

    name: str
    version: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Provenance:
    """What a scan was made with; `classifier` is None where the lexicon decides alone."""

    taalscan: str
    language_model: ModelVersion
    lexicons: tuple[LexiconVersion, ...]
    classifier: ModelVersion | None = None


@dataclass(frozen=True, slots=True)
class Scan:
    """All that is known of one document; its figures follow from the hits inside it."""

    document: Document
    words: int
    axes: tuple[Axis, ...]
    passages: tuple[PassageScore, ...]
    scores: tuple[AxisScore, ...]
    entries: tuple[EntryNote, ...]
    reliability: Reliability
    provenance: Provenance
    warnings: tuple[Notice, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that could not be scanned, with the code and gap values of its error."""

    name: str
    code: str
    values: tuple[tuple[str, str | int], ...] = ()
