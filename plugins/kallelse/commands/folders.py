"""What a secretary types for a meeting or a file turned into its path below the meetings."""

from __future__ import annotations

from pathlib import Path


def folder_in(typed: str, root: Path) -> str:
    """A path below `root`, which may be typed with the folder of the meetings before it or not."""
    return typed.replace("\\", "/").removeprefix(f"{root.as_posix()}/").strip("/")
