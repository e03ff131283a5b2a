"""Scan many documents: collect them, run them over processes, write what comes out."""

from taalscan.batch.collect import STANDARD_INPUT, Job, collect, stems
from taalscan.batch.local import processes_for, run
from taalscan.batch.overview import write_run
from taalscan.batch.work import Settings, split

__all__ = [
    "STANDARD_INPUT",
    "Job",
    "Settings",
    "collect",
    "processes_for",
    "run",
    "split",
    "stems",
    "write_run",
]
