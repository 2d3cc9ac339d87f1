"""What a secretary types for a meeting or a file turned into its path below the meetings."""

from __future__ import annotations

from pathlib import Path


def folder_in(typed: str, root: Path) -> str:
    """A path below `root`, however it is typed: from the root of the disk, from here, or from `root`."""
    plain = typed.replace("\\", "/")
    whole, inside = Path(plain).resolve(), root.resolve()
    return whole.relative_to(inside).as_posix() if whole.is_relative_to(inside) else plain.rstrip("/")
