"""Scan many documents: collect them, run them over processes, write what comes out."""

from taalscan.batch.collect import STANDARD_INPUT, Job, collect, stems
from taalscan.batch.day import today
from taalscan.batch.local import processes_for, run
from taalscan.batch.outputs import writers
from taalscan.batch.overview import write_run
from taalscan.batch.work import Settings, Step, guarded, scan_job, split

__all__ = [
    "STANDARD_INPUT",
    "Job",
    "Settings",
    "Step",
    "collect",
    "guarded",
    "processes_for",
    "run",
    "scan_job",
    "split",
    "stems",
    "today",
    "write_run",
    "writers",
]
