"""Compute figures from hits and labels: pure functions on values (METRICS.md)."""

from taalscan.scoring.bound import Bound, parse_bounds
from taalscan.scoring.document import score_document
from taalscan.scoring.passage import score_passage
from taalscan.scoring.reliability import reliability

__all__ = ["Bound", "parse_bounds", "reliability", "score_document", "score_passage"]
