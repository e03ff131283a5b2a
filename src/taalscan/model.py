"""Hold the values that pass from one layer to the next.

Every value is frozen. Every span is a half-open range of characters of `Document.text`, in every
layer and every output. This module imports nothing but the standard library.
"""

from dataclasses import dataclass, field
from enum import StrEnum

FORMAT = 1
"""Number of the JSON format; a change of meaning raises it, a new key does not."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters of `Document.text`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            message = f"not a half-open range: {self.start}, {self.end}"
            raise ValueError(message)

    def __len__(self) -> int:
        return self.end - self.start

    def cut(self, text: str) -> str:
        """Return the characters of `text` that the span covers.

        >>> Span(3, 7).cut("de zorg")
        'zorg'
        """
        return text[self.start : self.end]

    def contains(self, other: "Span") -> bool:
        """Tell whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the spans share a character."""
        return self.start < other.end and other.start < self.end


# --- documents ------------------------------------------------------------------------------


class BlockKind(StrEnum):
    """What a block is in the document; only prose kinds are scored."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_CELL = "table_cell"
    QUOTATION = "quotation"
    NOTE = "note"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a document came from: file name without folder, digest of its bytes, media type."""

    name: str
    sha256: str
    media_type: str


@dataclass(frozen=True, slots=True)
class Origin:
    """The place in the source of one stretch of `Document.text`.

    Within the stretch, character `i` of the text is character `start + i` of the source run, but
    where the lengths differ (a ligature, a joined hyphen): then the stretch is one unit.

    Attributes:
        span: the stretch of `Document.text`.
        part: the part of the source, e.g. `page:3` or `word/document.xml`.
        path: ordinals inside the part: paragraph and text run (docx, odt), empty for PDF.
        start: first character within that run (PDF: within the page's characters).
        length: number of source characters.
    """

    span: Span
    part: str
    path: tuple[int, ...]
    start: int
    length: int


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item, table cell, quotation, note or piece of boilerplate.

    Attributes:
        level: outline level of a heading, nesting of a list item or column of a table cell, from
            1; None where it is not known.
        page: page it starts on, from 1; None where the format has no pages.
        group: number that the items of one list, or the cells of one table, share; else None.
    """

    kind: BlockKind
    span: Span
    level: int | None = None
    page: int | None = None
    group: int | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """Something about a document that the reader of a report should know.

    The words stand in the message catalogues under the code; `values` fill their gaps.
    """

    code: str
    values: tuple[tuple[str, str | int], ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its blocks, in reading order, without overlap; the way back to the source."""

    source: Source
    text: str
    blocks: tuple[Block, ...]
    title: str | None = None
    language: str = "nl"
    pages: int | None = None
    page_starts: tuple[int, ...] = ()
    origins: tuple[Origin, ...] = ()
    warnings: tuple[Notice, ...] = ()


# --- language -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Token:
    """A word or punctuation mark with its Universal Dependencies analysis.

    Attributes:
        lemma: lower-cased citation form; for the verb of a separated particle verb the whole verb
            ("koopt … in": inkopen).
        pos: universal part of speech (UPOS).
        morph: universal features, e.g. `Number=Plur|Tense=Pres`; empty when there are none.
        head: index of the head in the same sentence; its own index for the root.
        dep: universal dependency relation.
        parts: lemmas of the parts of a compound, modifier first; empty for other words.
        particle: index in the same sentence of the particle that stands apart; else None.
    """

    span: Span
    text: str
    lemma: str
    pos: str
    morph: str
    head: int
    dep: str
    parts: tuple[str, ...] = ()
    particle: int | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its tokens; `Token.head` counts within the sentence."""

    span: Span
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """One to four sentences that are scored together, with the headings above them."""

    id: str
    span: Span
    headings: tuple[str, ...] = ()
    page: int | None = None


@dataclass(frozen=True, slots=True)
class AnalysedPassage:
    """A passage with the analysis of its sentences."""

    passage: Passage
    sentences: tuple[Sentence, ...]


# --- lexicons -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Facet:
    """A subdivision of an axis, e.g. M1 (competition and procurement)."""

    id: str
    title: str
    definition: str = ""


@dataclass(frozen=True, slots=True)
class Axis:
    """A dimension of language that lexicons score, with how reports show it.

    Attributes:
        code: one letter or short sign, shown beside the colour.
        threshold: strength from which a passage carries the label, in [0, 1].
        colour: CSS colour on a light background; `colour_dark` on a dark one.
        pattern: underline that tells axes apart without colour (CSS `text-decoration-style`).
    """

    id: str
    code: str
    title: str
    definition: str
    threshold: float
    colour: str
    colour_dark: str
    pattern: str
    facets: tuple[Facet, ...]


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another wording, and the condition under which it would be true."""

    text: str
    only_if: str


@dataclass(frozen=True, slots=True)
class EntryNote:
    """What a report tells about a lexicon entry that was found."""

    id: str
    form: str
    axis: str
    facet: str
    question: str
    alternatives: tuple[Alternative, ...]
    note: str
    source: str


# --- findings -------------------------------------------------------------------------------


class Status(StrEnum):
    """Whether a hit counts, and if not, why."""

    COUNTED = "counted"
    LITERAL = "literal"
    NEGATED = "negated"
    REJECTED = "rejected"
    REPORTED = "reported"
    LEGAL = "legal"
    SLOGAN = "slogan"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a hit has its status: a code of the message catalogues and the words that decided."""

    code: str
    signal: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """A lexicon entry found in the text.

    Attributes:
        span: from the first to the last character of the hit.
        parts: the pieces, where the hit is not in one piece ("koopt … in").
        weight: weight of the entry, in [0.1, 1].
        factor: factor of the status (METRICS §1, g_h): 1, 0.5 or 0.
    """

    span: Span
    parts: tuple[Span, ...]
    entry: str
    axis: str
    facet: str
    weight: float
    factor: float
    status: Status
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class ConcordanceLine:
    """A word in context, with what the lexicons make of it.

    Attributes:
        document: name of the document.
        before: the words before it; `after` those behind it.
        hit: the hit that stands there; None where no entry was found.
    """

    document: str
    page: int | None
    span: Span
    before: str
    keyword: str
    after: str
    hit: Hit | None


@dataclass(frozen=True, slots=True)
class Contribution:
    """What a word or hit added to the logit of an axis.

    An empty span at the start of a passage holds what no word told there added.
    """

    span: Span
    axis: str
    amount: float


@dataclass(frozen=True, slots=True)
class Reading:
    """What a classifier makes of a passage on one axis.

    Attributes:
        probability: p, of the words alone, calibrated; in [0, 1].
        combined: q, of words and lexicon together, calibrated; in [0, 1].
        threshold: of `combined`, from which the passage carries the axis.
    """

    axis: str
    probability: float
    combined: float
    threshold: float


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
