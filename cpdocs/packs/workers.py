"""Runs tasks over the machine's cores. A task that brings its process down spoils no other."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")


def cores() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def each(
    make: Callable[[Task], Result],
    tasks: Sequence[Task],
    *,
    crashed: Callable[[Task], Result],
    processes: int,
) -> Iterator[tuple[int, Result]]:
    """Pairs of a task's position and its result, in the order in which they are finished.

    One process means this one. `crashed` gives the result of a task whose process died. An
    exception that `make` raises ends the run.
    """
    if processes == 1:
        yield from ((position, make(task)) for position, task in enumerate(tasks))
        return
    left = list(enumerate(tasks))
    width = min(processes, len(tasks))
    while left:
        done = set()
        for position, result in _pooled(make, left, width):
            done.add(position)
            yield position, result
        left = [(position, task) for position, task in left if position not in done]
        if left and width == 1:  # one at a time and in order: the first unfinished one crashed
            position, task = left.pop(0)
            yield position, crashed(task)
        width = 1


def _pooled(
    make: Callable[[Task], Result], numbered: Sequence[tuple[int, Task]], width: int
) -> Iterator[tuple[int, Result]]:
    """Results until all are there or the pool breaks."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["cpdocs.packs.run", "weasyprint"])  # imported once for all
    pool = ProcessPoolExecutor(width, mp_context=context, initializer=_leave_interrupts_to_parent)
    try:
        futures = {pool.submit(make, task): position for position, task in numbered}
        for future in as_completed(futures):
            yield futures.pop(future), future.result()
    except BrokenProcessPool:
        return
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _leave_interrupts_to_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
