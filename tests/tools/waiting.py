"""What another process does, waited for."""

from __future__ import annotations

import time
from collections.abc import Callable

_PATIENCE = 60


def until(holds: Callable[[], bool]) -> None:
    """Waits until it holds; after a minute it never will."""
    end = time.monotonic() + _PATIENCE
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.1)
