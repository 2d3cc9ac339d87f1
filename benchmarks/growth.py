"""An archive turned into the seconds of its builds: the first, one where nothing changed, one where a case did."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from benchmarks.archive import Size
from benchmarks.child import in_child
from benchmarks.sites import build_whole, write_sites

_PARAGRAPH = "\nEtt stycke som kom till.\n"


@dataclass(frozen=True, slots=True)
class Builds:
    """Seconds of a first build, of a second without a change, and of one with a paragraph more in one case."""

    first: float
    again: float
    edited: float


def builds(folder: Path, size: Size) -> Builds:
    """The three builds of an archive of `size`, packets and search index included, each in a process of its own."""
    write_sites(folder, size)
    first = in_child(build_whole, folder)
    again = in_child(build_whole, folder)
    texts = sorted(path for path in (folder / "meetings").rglob("*.md") if path.name != "index.md")
    changed = texts[len(texts) // 2]
    changed.write_text(changed.read_text(encoding="utf-8") + _PARAGRAPH, encoding="utf-8", newline="\n")
    return Builds(first, again, in_child(build_whole, folder))
