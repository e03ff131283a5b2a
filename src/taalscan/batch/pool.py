"""Spread work over the processes of one machine; one that dies takes no other work along."""

import multiprocessing
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


def pooled(
    work: Callable[[Item], Result],
    items: Iterable[Item],
    processes: int,
    crashed: Callable[[Item], Result],
) -> Iterator[tuple[int, Result]]:
    """Yield the place of each item and what came of it, as they finish.

    After a crash, each item that it may have come from is tried alone. Items are taken only when
    there is room for them, so that a long row of them takes no memory.

    Args:
        work: what to do with an item; it goes to another process, so it is a function of a module.
        items: what to work on.
        processes: processes at a time.
        crashed: makes the result of an item that killed its process.
    """
    source = enumerate(items)
    queue = deque(islice(source, 1))
    while queue:
        with _pool(processes) as pool:
            suspects = yield from _drain(pool, queue, source, work, 2 * processes)
        for number, item in suspects:
            yield number, _alone(work, item, crashed)


def in_order(results: Iterable[tuple[int, Result]]) -> Iterator[Result]:
    """Yield results in the order of their places, which count from 0 without gaps."""
    waiting: dict[int, Result] = {}
    due = 0
    for number, result in results:
        waiting[number] = result
        while due in waiting:
            yield waiting.pop(due)
            due += 1


def _drain(
    pool: ProcessPoolExecutor,
    queue: deque[tuple[int, Item]],
    source: Iterator[tuple[int, Item]],
    work: Callable[[Item], Result],
    most: int,
) -> Generator[tuple[int, Result], None, list[tuple[int, Item]]]:
    """Yield results until all is done or the pool breaks; return what was under way then.

    At most `most` items wait in the pool, so that a crash leaves few to try again.
    """
    under_way: dict[Future[Result], tuple[int, Item]] = {}
    try:
        while queue or under_way:
            while queue and len(under_way) < most:
                under_way[pool.submit(work, queue[0][1])] = queue[0]
                queue.popleft()
                queue.extend(islice(source, 1))
            done, _ = wait(under_way, return_when=FIRST_COMPLETED)
            for future in done:
                outcome = future.result()
                yield under_way.pop(future)[0], outcome
    except BrokenProcessPool:
        return list(under_way.values())
    return []


def _alone(
    work: Callable[[Item], Result], item: Item, crashed: Callable[[Item], Result]
) -> Result:
    with _pool(1) as pool:
        try:
            return pool.submit(work, item).result()
        except BrokenProcessPool:
            return crashed(item)


def _pool(processes: int) -> ProcessPoolExecutor:
    # spawn, because a forked process inherits the locks of libraries with threads
    return ProcessPoolExecutor(processes, multiprocessing.get_context("spawn"))
