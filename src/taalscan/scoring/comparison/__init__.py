"""Compare two versions of one document: pure functions on scans (METRICS §8)."""

from taalscan.scoring.comparison.alignment import align
from taalscan.scoring.comparison.compare import check_comparable, compare_scans

__all__ = ["align", "check_comparable", "compare_scans"]
