"""Builds of whole sites by the command, as a secretary and CI run it."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from kallelse.cli import main

ROOT = Path(__file__).resolve().parents[2]
CONFIG = """\
site_name: Möten
docs_dir: docs
use_directory_urls: false
theme: {name: material, font: false}
plugins:
  kallelse: {as_of: "2022-09-21"}
nav: [{Handbok: handbok.md}]
"""
_LEFT_OUT = ("GITHUB_ACTIONS", "SOURCE_DATE_EPOCH", "KALLELSE_COMMAND")


@dataclass(frozen=True, slots=True)
class Done:
    """What a command left behind: its exit status and what it said."""

    status: int
    said: str


def kallelse(folder: Path, *arguments: str, environment: Mapping[str, str] | None = None) -> Done:
    """Runs the command in `folder`."""
    return run(folder, [sys.executable, "-m", "kallelse", *arguments], environment)


def called(folder: Path, *arguments: str) -> Done:
    """Runs a command that needs no process of its own as if it were called in `folder`."""
    said = io.StringIO()
    with chdir(folder), patch.dict(os.environ), redirect_stdout(said), redirect_stderr(said):
        for name in _LEFT_OUT:
            os.environ.pop(name, None)
        try:
            status = main(arguments)
        except SystemExit as refused:
            status = int(refused.code or 0)
    return Done(status, said.getvalue())


def run(folder: Path, command: Sequence[str], environment: Mapping[str, str] | None = None) -> Done:
    """Runs a program in `folder`."""
    given = {key: value for key, value in os.environ.items() if key not in _LEFT_OUT}
    done = subprocess.run(
        command,
        cwd=folder,
        env={**given, **(environment or {})},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return Done(done.returncode, done.stdout + done.stderr)


def sample(folder: Path) -> Path:
    """A copy of the repository's own sample in `folder`."""
    for name in ("docs", "meetings"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


def small(folder: Path) -> Path:
    """A configuration and a handbook page in `folder`, whose meetings are still to be written."""
    (folder / "docs").mkdir(parents=True)
    (folder / "docs" / "handbok.md").write_text("# Handbok\n\nText.\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    return folder


def files_of(site: Path) -> dict[str, bytes]:
    """Every file below `site` with its bytes."""
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in sorted(site.rglob("*")) if file.is_file()}
