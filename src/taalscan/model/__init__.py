"""Hold the values that pass from one layer to the next.

Every value is frozen. Every span is a half-open range of characters of `Document.text`, in every
layer and every output. This package imports nothing but the standard library.
"""

from taalscan.model.document import Block, BlockKind, Document, Notice, Origin, Source, Span
from taalscan.model.findings import ConcordanceLine, Contribution, Hit, Reading, Reason, Status
from taalscan.model.language import AnalysedPassage, Passage, Sentence, Token
from taalscan.model.lexicon import Alternative, Axis, EntryNote, Facet
from taalscan.model.scan import (
    DOUBT,
    FORMAT,
    AxisPassageScore,
    AxisScore,
    Failure,
    Interval,
    LexiconVersion,
    ModelVersion,
    PassageScore,
    Provenance,
    Reliability,
    Scan,
    Verdict,
)

__all__ = [
    "DOUBT",
    "FORMAT",
    "Alternative",
    "AnalysedPassage",
    "Axis",
    "AxisPassageScore",
    "AxisScore",
    "Block",
    "BlockKind",
    "ConcordanceLine",
    "Contribution",
    "Document",
    "EntryNote",
    "Facet",
    "Failure",
    "Hit",
    "Interval",
    "LexiconVersion",
    "ModelVersion",
    "Notice",
    "Origin",
    "Passage",
    "PassageScore",
    "Provenance",
    "Reading",
    "Reason",
    "Reliability",
    "Scan",
    "Sentence",
    "Source",
    "Span",
    "Status",
    "Token",
    "Verdict",
]
