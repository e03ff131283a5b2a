"""Keep a process that does one task after the other, and that may die without harm."""

import multiprocessing
import signal
import time
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING

from taalscan.batch import Step
from taalscan.errors import CrashError, InternalError, TaalscanError, TooLargeError
from taalscan.model import Failure
from taalscan.readers import Limits
from taalscan.reports import Row
from taalscan.scanner import load_scanner
from taalscan.web.tasks import Compared, Outcome, Task, Tell, do_task, name_of

if TYPE_CHECKING:
    from multiprocessing.context import SpawnProcess


_LOADING = 300
"""Seconds that loading a scanner may take; it takes two on a machine at rest."""


@dataclass(frozen=True, slots=True)
class Equipment:
    """What the scanner of a process is loaded with, and how long a task may take."""

    lexicons: tuple[str, ...]
    model: str | None
    classifier: str | None
    reference: str | None
    limits: Limits
    seconds: int


@dataclass(frozen=True, slots=True)
class _Ready:
    """The process has loaded its scanner."""


class Worker:
    """A process with a scanner of its own; it starts when it is needed, and again after a crash.

    Its methods block, so they are for threads.
    """

    def __init__(self, equipment: Equipment) -> None:
        self._equipment = equipment
        self._process: SpawnProcess | None = None
        self._line: Connection | None = None

    def start(self) -> None:
        """Start the process and wait until it has loaded its scanner.

        Raises:
            TaalscanError: if it cannot load, e.g. because a lexicon is wrong.
        """
        if self._process is None or not self._process.is_alive():
            self.stop()
            # spawn, because a forked process inherits the locks of libraries with threads
            context = multiprocessing.get_context("spawn")
            self._line, far = context.Pipe()
            self._process = context.Process(
                target=_attend, args=(far, self._equipment), daemon=True
            )
            self._process.start()
            far.close()
            answer = self._next(time.monotonic() + _LOADING)
            if isinstance(answer, TaalscanError):
                self.stop()
                raise answer

    def run(self, task: Task, tell: Tell) -> Outcome:
        """Return what comes of a task; one that crashes or lasts too long is a Failure."""
        try:
            self.start()
            if self._line is None:
                raise CrashError
            self._line.send(task)
            return self._answer(time.monotonic() + self._equipment.seconds, tell)
        except (EOFError, OSError):  # the other end is gone
            self.stop()
            return _failure(task, CrashError())
        except TaalscanError as error:
            self.stop()
            return _failure(task, error)

    def stop(self) -> None:
        """End the process, whatever it does; a task under way becomes a Failure."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.join()

    def _answer(self, deadline: float, tell: Tell) -> Outcome:
        while isinstance(answer := self._next(deadline), Step):
            tell(answer)
        if isinstance(answer, Row | Compared | Failure):
            return answer
        raise InternalError(detail=type(answer).__name__)

    def _next(self, deadline: float) -> object:
        if self._line is None or not self._line.poll(max(0.0, deadline - time.monotonic())):
            raise TooLargeError(limit="time", most=self._equipment.seconds)
        return self._line.recv()


def _failure(task: Task, error: TaalscanError) -> Failure:
    return Failure(name_of(task), error.code, tuple(error.values.items()))


def _attend(line: Connection, equipment: Equipment) -> None:
    """Be the process: load a scanner, then do tasks until the other end is gone."""
    # Ctrl+C goes to every process of a terminal; the one that serves ends the others
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        scanner = load_scanner(
            equipment.lexicons,
            model=equipment.model,
            limits=equipment.limits,
            classifier=equipment.classifier,
            reference=equipment.reference,
        )
    except TaalscanError as error:
        line.send(error)
        return
    line.send(_Ready())
    while True:
        try:
            task = line.recv()
        except EOFError:
            return
        line.send(do_task(scanner, task, line.send))
