"""Work on several tasks handed to several processes, in whose place this one goes on where the system ends them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from threading import Thread
from typing import TypeAlias, TypeVar

_T = TypeVar("_T")
_R = TypeVar("_R")

Progress: TypeAlias = Callable[[str, int, int], None]
"""Told of each step: what is done, how many are done, of how many."""


def mapped(
    work: Callable[[_T], _R], tasks: Sequence[_T], processes: int, progress: Progress, several: int = 1
) -> Iterator[_R]:
    """What `work` makes of each task, in their order, by that many processes that are handed `several` at once.

    What is left when the system has ended one of them, for want of memory as a rule, is made in this one.
    """
    done = 0
    if processes > 1:
        try:
            # A process that is forked after Typst has run hangs in its threads.
            with ProcessPoolExecutor(processes, get_context("spawn"), _ends_with_its_caller) as pool:
                for made in pool.map(work, tasks, chunksize=several):
                    yield made
                    done += 1
        except BrokenProcessPool:
            progress("ended", 0, 1)
    yield from map(work, tasks[done:])


def _ends_with_its_caller() -> None:
    """One whose caller is ended without being asked would wait for tasks for ever."""
    Thread(target=_watch, daemon=True).start()


def _watch() -> None:
    caller = parent_process()
    if caller is not None:
        wait([caller.sentinel])
        os._exit(1)
