"""Hold the scores of passages and documents, and the scan that they make up."""

from dataclasses import dataclass, field
from enum import StrEnum

from taalscan.model.comparable import DocumentGenre, Stratum
from taalscan.model.deliberate import Deliberate
from taalscan.model.document import Document, Notice
from taalscan.model.figures import (
    AxisScore,
    DocumentBalance,
    Interval,
    Keyword,
    Reliability,
    SectionScore,
)
from taalscan.model.findings import Contribution, Hit
from taalscan.model.language import Passage
from taalscan.model.lexicon import Axis, BalanceIndex, EntryNote

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
    """A passage with its hits, contributions and scores, one an axis.

    Attributes:
        words: running words; `content_words` those among them that carry content (METRICS §1).
    """

    passage: Passage
    words: int
    axes: tuple[AxisPassageScore, ...]
    hits: tuple[Hit, ...]
    contributions: tuple[Contribution, ...] = ()
    content_words: int = 0


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


class Coders(StrEnum):
    """Who coded the passages that a classifier learned from."""

    PEOPLE = "people"
    LANGUAGE_MODELS = "language-models"


@dataclass(frozen=True, slots=True)
class AxisQuality:
    """How far one axis is told as coders tell it, and how far coders tell it alike.

    Attributes:
        f1: of the classifier on documents that it did not learn from; None where not known.
        alpha: Krippendorff's alpha between coders, nominal; None where not known.
    """

    axis: str
    f1: Interval | None
    alpha: float | None


@dataclass(frozen=True, slots=True)
class Quality:
    """What was measured of a classifier before it was used.

    Attributes:
        passages: how many it was measured on, of `documents` documents.
        coded_twice: passages that alpha was computed on.
        coders: who coded them.
    """

    passages: int
    documents: int
    coded_twice: int
    coders: Coders
    axes: tuple[AxisQuality, ...]


@dataclass(frozen=True, slots=True)
class Provenance:
    """What a scan was made with.

    Attributes:
        classifier: None where the lexicon decides alone.
        reference: the reference figures; None where nothing is compared.
        quality: what was measured of the classifier; None where nothing is known.
    """

    taalscan: str
    language_model: ModelVersion
    lexicons: tuple[LexiconVersion, ...]
    classifier: ModelVersion | None = None
    reference: ModelVersion | None = None
    quality: Quality | None = None


@dataclass(frozen=True, slots=True)
class Scan:
    """All that is known of one document; its figures follow from what is in its passages.

    Attributes:
        balance: None where the document does not allow one; a warning tells why.
        balance_indices: what the balances of the lexicons set against each other.
        sections: the chapters; empty where the headings do not part the document.
        keywords: words that stand out against the reference, the most telling first.
        genre: what kind of document it is; None where nobody asked.
        stratum: the documents that the percentiles compare with; None without any.
        deliberate: what an author says is so on purpose.
    """

    document: Document
    words: int
    axes: tuple[Axis, ...]
    passages: tuple[PassageScore, ...]
    scores: tuple[AxisScore, ...]
    entries: tuple[EntryNote, ...]
    reliability: Reliability
    provenance: Provenance
    warnings: tuple[Notice, ...] = field(default=())
    balance_indices: tuple[BalanceIndex, ...] = ()
    balance: DocumentBalance | None = None
    sections: tuple[SectionScore, ...] = ()
    keywords: tuple[Keyword, ...] = ()
    genre: DocumentGenre | None = None
    stratum: Stratum | None = None
    deliberate: tuple[Deliberate, ...] = ()


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that could not be scanned, with the code and gap values of its error."""

    name: str
    code: str
    values: tuple[tuple[str, str | int], ...] = ()
