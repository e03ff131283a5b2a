"""Hold what was found in a passage: hits, contributions, readings."""

from dataclasses import dataclass
from enum import StrEnum

from taalscan.model.document import Span


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
