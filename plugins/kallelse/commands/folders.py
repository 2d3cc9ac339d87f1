"""What a secretary types for a meeting turned into its folder below the meetings."""

from __future__ import annotations

from pathlib import Path


def folder_in(typed: str, root: Path) -> str:
    """The folder of a meeting below `root`, as it may be typed: with the folder of the meetings before it or not."""
    return typed.replace("\\", "/").removeprefix(f"{root.as_posix()}/").strip("/")
