"""One large meeting turned into the peak of memory that its packet takes."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

if sys.platform != "win32":
    import resource

from benchmarks.child import BenchmarkError
from benchmarks.yearbook import packet_of


@dataclass(frozen=True, slots=True)
class Peak:
    """The pages of a packet, and the most memory that its process held, in bytes."""

    pages: int
    memory: int


def peak(root: Path) -> Peak:
    """Reads, checks and sets the one meeting below `root`; run it in a process of its own."""
    if sys.platform == "win32":
        raise BenchmarkError("Windows does not say how much memory a process held at most")
    pages = packet_of(root).pages
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    # getrusage(2): kilobytes on Linux, bytes on macOS.
    return Peak(pages, held if sys.platform == "darwin" else held * 1024)
