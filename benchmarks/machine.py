"""The machine turned into how much more two processes at once do than one, which is what a search index beside buys."""

from __future__ import annotations

import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

_STEPS = 6_000_000
_ROUNDS = 3


def at_once() -> float:
    """Between 1, where they wait for each other, and 2, where each has a core of its own: the best of some rounds."""
    with ProcessPoolExecutor(2, get_context("spawn")) as pool:
        list(pool.map(_spin, [1, 1]))
        alone = min(next(pool.map(_spin, [_STEPS])) for _ in range(_ROUNDS))
        together = min(max(pool.map(_spin, [_STEPS, _STEPS])) for _ in range(_ROUNDS))
    return 2 * alone / together


def _spin(steps: int) -> float:
    began, found = time.perf_counter(), 0
    for number in range(steps):
        found += number
    return time.perf_counter() - began
