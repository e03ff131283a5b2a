"""Compute figures from hits and labels: pure functions on values (METRICS.md)."""

from taalscan.scoring.bound import Bound, parse_bounds
from taalscan.scoring.document import DocumentScore, Frame, score_document
from taalscan.scoring.keyness import gather_words, keywords
from taalscan.scoring.passage import score_passage
from taalscan.scoring.reliability import reliability

__all__ = [
    "Bound",
    "DocumentScore",
    "Frame",
    "gather_words",
    "keywords",
    "parse_bounds",
    "reliability",
    "score_document",
    "score_passage",
]
