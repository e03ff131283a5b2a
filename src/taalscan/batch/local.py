"""Scan the documents of a run, in this process or over several."""

import os
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial

from taalscan.batch.collect import Job
from taalscan.batch.pool import pooled
from taalscan.batch.work import Settings, failure, scan_job
from taalscan.errors import CrashError
from taalscan.model import Failure
from taalscan.reports import Row
from taalscan.scanner import Scanner, load_scanner

_FEW = 4
"""Starting a process costs about as much as scanning a few documents."""


def processes_for(jobs: int, wanted: int) -> int:
    """Return how many processes to use; `wanted` is 0 for as many as pay off."""
    if wanted:
        return min(wanted, max(jobs, 1))
    return min(cores(), jobs) if jobs >= _FEW else 1


def cores() -> int:
    """Return how many processor cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def run(
    scanner: Scanner,
    jobs: Sequence[Job],
    settings: Settings,
    *,
    processes: int = 1,
    on_done: Callable[[Row | Failure], None],
) -> list[Row | Failure]:
    """Scan the documents and write their files.

    Args:
        scanner: used in this process when `processes` is 1; the others load their own, equal one.
        jobs: the documents.
        settings: how to scan and write.
        processes: processes at a time.
        on_done: called after each document, in the order in which they finish.

    Returns:
        What came of each job, in the order of the jobs, whatever the number of processes.
    """
    results: dict[int, Row | Failure] = {}
    if processes == 1:
        finished: Iterator[tuple[int, Row | Failure]] = (
            (number, scan_job(scanner, job, settings)) for number, job in enumerate(jobs)
        )
    else:
        finished = _pooled(jobs, settings, processes)
    for number, outcome in finished:
        results[number] = outcome
        on_done(outcome)
    return [results[number] for number in range(len(jobs))]


def _pooled(
    jobs: Sequence[Job], settings: Settings, processes: int
) -> Iterator[tuple[int, Row | Failure]]:
    work = partial(_work, settings=settings)
    return pooled(work, jobs, processes, partial(failure, error=CrashError()))


def _work(job: Job, settings: Settings) -> Row | Failure:
    scanner = scanner_of(
        settings.lexicons, settings.model, settings.classifier, settings.reference
    )
    return scan_job(scanner, job, settings)


@cache
def scanner_of(
    lexicons: tuple[str, ...], model: str | None, classifier: str | None, reference: str | None
) -> Scanner:
    """Load the scanner of a process, once."""
    return load_scanner(lexicons, model=model, classifier=classifier, reference=reference)
