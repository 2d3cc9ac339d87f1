"""Folders of sources, made from texts, for tests."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

SETTINGS = "name: Norrsala kommun\n"
COMMITTEE = "---\ntitle: Gemensamma servicenämnden\nshort: GSN\nseries: [GSN]\n---\n"
MEETING = (
    "---\nstart: 2022-09-26 13:15\nplace: Digitalt\nchair: Karin Ahlström (S)\n"
    "secretary: Sofia Berglund\nissued: 2022-09-19\n---\n"
)
CASE = "---\ntitle: Budget\nkind: information\n---\n"


def written(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """`files` by path below `root`, with parent folders."""
    for path, content in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


def linked(link: Path, target: Path) -> None:
    """Makes `link` lead to `target`; skips the test where the system lets this user make no links."""
    try:
        link.symlink_to(target, target_is_directory=target.is_dir())
    except OSError:
        pytest.skip("this system makes no links for this user")


def archive_of(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """A small archive of one committee `gsn` with one meeting `2022-09-26`, and `files` of that meeting."""
    meeting = "gsn/2022-09-26/"
    base = {"kallelse.yml": SETTINGS, "gsn/index.md": COMMITTEE, f"{meeting}index.md": MEETING}
    return written(root, {**base, **{meeting + path: content for path, content in files.items()}})
