"""A process that dies takes no other document along."""

import os
import signal
from functools import partial
from pathlib import Path

import pytest

from taalscan.batch import local
from taalscan.batch.collect import Job
from taalscan.batch.local import processes_for
from taalscan.batch.work import Settings
from taalscan.model import Failure, Reliability
from taalscan.reports import Row

SETTINGS = Settings(out=Path("uit"), lexicons=(), formats=frozenset())


def deadly(job: Job, settings: Settings) -> Row | Failure:
    """Stand in for the work; the document `doder` kills its process."""
    if job.name == "doder":
        os.kill(os.getpid(), signal.SIGKILL)
    return Row(job.name, None, None, None, 0, 0, Reliability.FULL, ())


@pytest.mark.slow
def test_a_killed_process_costs_only_its_own_document(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local, "_work", deadly)
    names = [f"nota{number}" for number in range(9)]
    names.insert(4, "doder")
    jobs = [Job(name, name, None, b"") for name in names]
    results = dict(local._pooled(jobs, SETTINGS, 2))
    assert [results[number].name for number in range(len(jobs))] == names
    failed = [result for result in results.values() if isinstance(result, Failure)]
    assert failed == [Failure("doder", "crashed")]


@pytest.mark.parametrize(
    ("jobs", "wanted", "expected"),
    [(1, 0, 1), (3, 0, 1), (1, 8, 1), (100, 3, 3), (0, 2, 1)],
)
def test_processes_are_used_where_they_pay_off(jobs: int, wanted: int, expected: int) -> None:
    assert processes_for(jobs, wanted) == expected


def test_many_documents_use_the_cores_that_this_process_may_use(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(local, "cores", partial(int, 6))
    assert [processes_for(jobs, 0) for jobs in (3, 4, 5, 100)] == [1, 4, 5, 6]
