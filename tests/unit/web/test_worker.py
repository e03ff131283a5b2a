"""A worker scans in a process of its own, and outlives what happens to that process."""

import os
import signal
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest

from taalscan.batch import Job, Settings, Step
from taalscan.errors import LexiconError
from taalscan.model import Failure
from taalscan.reports import Row
from taalscan.web.settings import PAGE_LIMITS, Bounds
from taalscan.web.tasks import Outcome, ScanTask
from taalscan.web.worker import Equipment, Worker

EQUIPMENT = Equipment(("beleid-nl",), None, None, None, PAGE_LIMITS, 300)
LONG = "De gemeente koopt de zorg volgend jaar bij twee partijen in, en de klant betaalt. " * 8_000

pytestmark = [pytest.mark.slow, pytest.mark.model]


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    made = Worker(EQUIPMENT)
    yield made
    made.stop()


def task(folder: Path, text: str, **settings: int) -> ScanTask:
    path = folder / "nota.txt"
    path.write_text(text, encoding="utf-8")
    formats = frozenset({"json"})
    own = Settings(out=folder / "out", lexicons=("beleid-nl",), formats=formats)
    return ScanTask(Job("nota.txt", "nota", path), replace(own, **settings))  # type: ignore[arg-type]


def nothing(_: Step) -> None:
    return None


def test_it_scans_and_tells_each_step(worker: Worker, tmp_path: Path) -> None:
    steps: list[Step] = []
    outcome = worker.run(task(tmp_path, "De klant koopt een product."), steps.append)
    assert isinstance(outcome, Row)
    assert steps == [Step.READING, Step.SCANNING, Step.WRITING]
    assert (tmp_path / "out" / "nota.json").is_file()


def test_a_document_of_too_many_words_is_refused(worker: Worker, tmp_path: Path) -> None:
    outcome = worker.run(task(tmp_path, "De klant koopt een product.", most_words=4), nothing)
    assert outcome == Failure("nota.txt", "too-large", (("limit", "words"), ("most", 4)))


def test_a_text_without_spaces_cannot_get_past_the_bound(worker: Worker, tmp_path: Path) -> None:
    text = "De gemeente koopt de zorg in. " + "zorg" * 40
    outcome = worker.run(task(tmp_path, text, most_words=8), nothing)
    assert outcome == Failure("nota.txt", "too-large", (("limit", "characters"), ("most", 160)))


def test_a_process_that_dies_fails_its_document_only(worker: Worker, tmp_path: Path) -> None:
    def kill(step: Step) -> None:
        process = worker._process
        if step is Step.SCANNING and process is not None and process.pid is not None:
            os.kill(process.pid, signal.SIGKILL)

    assert worker.run(task(tmp_path, LONG), kill) == Failure("nota.txt", "crashed")
    assert isinstance(worker.run(task(tmp_path, "De klant wacht."), nothing), Row)


def test_a_task_can_be_stopped_from_another_thread(worker: Worker, tmp_path: Path) -> None:
    outcomes: list[Outcome] = []

    def stop(step: Step) -> None:
        if step is Step.SCANNING:
            Thread(target=worker.stop).start()

    outcomes.append(worker.run(task(tmp_path, LONG), stop))
    assert outcomes == [Failure("nota.txt", "crashed")]


def test_a_task_that_lasts_too_long_is_ended(tmp_path: Path) -> None:
    impatient = Worker(replace(EQUIPMENT, seconds=0))
    try:
        outcome = impatient.run(task(tmp_path, LONG), nothing)
    finally:
        impatient.stop()
    assert outcome == Failure("nota.txt", "too-large", (("limit", "time"), ("most", 0)))


def test_what_cannot_be_loaded_is_told_before_any_task() -> None:
    with pytest.raises(LexiconError):
        Worker(replace(EQUIPMENT, lexicons=("bestaat-niet",))).start()


def test_the_bounds_of_the_page_are_tighter_than_those_of_the_command_line() -> None:
    bounds = Bounds()
    assert bounds.limits.bytes <= bounds.body <= bounds.stored
    assert bounds.limits.memory <= 2_000_000_000
