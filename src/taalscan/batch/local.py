"""Run jobs over the processes of one machine; one that dies takes no other document along."""

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from functools import cache

from taalscan.batch.collect import Job
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
    """Yield results as they come; after a crash, try each document it may have come from alone."""
    queue = deque(enumerate(jobs))
    while queue:
        with _pool(processes) as pool:
            suspects = yield from _drain(pool, queue, settings, 2 * processes)
        for number, job in suspects:
            yield number, _alone(job, settings)


def _drain(
    pool: ProcessPoolExecutor,
    queue: deque[tuple[int, Job]],
    settings: Settings,
    most: int,
) -> Generator[tuple[int, Row | Failure], None, list[tuple[int, Job]]]:
    """Yield results until the queue is empty or the pool breaks; return what was under way then.

    At most `most` documents wait in the pool, so that a crash leaves few to try again.
    """
    under_way: dict[Future[Row | Failure], tuple[int, Job]] = {}
    try:
        while queue or under_way:
            while queue and len(under_way) < most:
                under_way[pool.submit(_work, queue[0][1], settings)] = queue[0]
                queue.popleft()
            done, _ = wait(under_way, return_when=FIRST_COMPLETED)
            for future in done:
                outcome = future.result()
                yield under_way.pop(future)[0], outcome
    except BrokenProcessPool:
        return list(under_way.values())
    return []


def _alone(job: Job, settings: Settings) -> Row | Failure:
    with _pool(1) as pool:
        try:
            return pool.submit(_work, job, settings).result()
        except BrokenProcessPool:
            return failure(job, CrashError())


def _pool(processes: int) -> ProcessPoolExecutor:
    # spawn, because a forked process inherits the locks of libraries with threads
    return ProcessPoolExecutor(processes, multiprocessing.get_context("spawn"))


def _work(job: Job, settings: Settings) -> Row | Failure:
    scanner = _scanner(settings.lexicons, settings.model, settings.classifier)
    return scan_job(scanner, job, settings)


@cache
def _scanner(lexicons: tuple[str, ...], model: str | None, classifier: str | None) -> Scanner:
    """Load the scanner of a process, once."""
    return load_scanner(lexicons, model=model, classifier=classifier)
