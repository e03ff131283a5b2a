"""Hand tasks to workers, a few at a time, and stop one when it is not wanted any more."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

from taalscan.batch import Step
from taalscan.web.tasks import Outcome, Task, Tell
from taalscan.web.worker import Worker


@dataclass(slots=True)
class Desk:
    """The workers of a page, and which of them does what.

    All methods belong to the thread of the event loop.
    """

    workers: tuple[Worker, ...]
    _free: asyncio.Queue[Worker] = field(default_factory=asyncio.Queue)
    _busy: dict[str, Worker] = field(default_factory=dict)
    _waiting: dict[str, asyncio.Task[None]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for worker in self.workers:
            self._free.put_nowait(worker)

    def give(self, name: str, task: Task, tell: Tell, done: Callable[[Outcome], None]) -> None:
        """Have a task done, in the order of giving.

        Args:
            name: tells the task from others.
            task: what to do.
            tell: called with every step.
            done: called with what came of it, unless it was dropped.
        """
        self._waiting[name] = asyncio.get_running_loop().create_task(
            self._do(name, task, tell, done), name=name
        )

    def drop(self, name: str) -> None:
        """Stop a task that waits or is being done; nothing more is told of it."""
        waiting = self._waiting.pop(name, None)
        worker = self._busy.get(name)
        if worker is not None:
            worker.stop()
        elif waiting is not None:
            waiting.cancel()

    def close(self) -> None:
        """Stop all tasks and workers."""
        for name in tuple(self._waiting):
            self.drop(name)
        for worker in self.workers:
            worker.stop()

    async def _do(
        self, name: str, task: Task, tell: Tell, done: Callable[[Outcome], None]
    ) -> None:
        worker = await self._free.get()
        self._busy[name] = worker
        # a worker that has yet to load its scanner waits for no other document
        tell(Step.READING)
        loop = asyncio.get_running_loop()

        def pass_on(step: Step) -> None:
            loop.call_soon_threadsafe(tell, step)

        try:
            outcome = await asyncio.to_thread(worker.run, task, pass_on)
        finally:
            del self._busy[name]
            self._free.put_nowait(worker)
        if self._waiting.pop(name, None) is not None:
            done(outcome)
