"""Do one task in a process of its own: scan a document, or compare two that were scanned."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from taalscan.batch import Job, Settings, Step, guarded, scan_job
from taalscan.comparing import comparison_files, scan_file
from taalscan.model import Failure
from taalscan.reports import Row, write_whole
from taalscan.scanner import Scanner
from taalscan.scoring.comparison import compare_scans

COMPARISON_FORMATS = ("html", "json")

Tell = Callable[[Step], None]
"""Takes the step that begins."""


@dataclass(frozen=True, slots=True)
class ScanTask:
    """Scan a document and make all files that it can have."""

    job: Job
    settings: Settings


@dataclass(frozen=True, slots=True)
class CompareTask:
    """Compare two scans.

    Attributes:
        name: what people see.
        scans: the old and the new one, in JSON.
        target: folder and stem of the files.
    """

    name: str
    scans: tuple[Path, Path]
    target: Path
    language: str
    theme: str = ""


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison was made."""


Task = ScanTask | CompareTask
Outcome = Row | Compared | Failure


def do_task(scanner: Scanner, task: Task, tell: Tell) -> Outcome:
    """Do a task and write its files; what cannot be done is a Failure."""
    if isinstance(task, ScanTask):
        return scan_job(scanner, task.job, task.settings, tell)
    job = Job(task.name, task.target.name, None)
    return guarded(job, partial(_compare, task, tell))


def name_of(task: Task) -> str:
    """Return what people see of a task."""
    return task.job.name if isinstance(task, ScanTask) else task.name


def _compare(task: CompareTask, tell: Tell) -> Compared:
    tell(Step.SCANNING)
    old, new = (scan_file(path, None) for path in task.scans)
    comparison = compare_scans(old, new)
    tell(Step.WRITING)
    files = comparison_files(comparison, COMPARISON_FORMATS, task.language, theme=task.theme)
    for extension, data in files.items():
        write_whole(task.target.with_name(f"{task.target.name}.{extension}"), data)
    return Compared()
