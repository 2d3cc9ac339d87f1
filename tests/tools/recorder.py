"""A repository whose environment is made by nobody: what would be run is remembered."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import environment
import pytest

_ROOT = Path(__file__).resolve().parent.parent.parent


@dataclass
class Recorder:
    """Stands where commands are run: remembers them, makes what `venv` would make, and fails where told."""

    root: Path
    fails: tuple[str, ...] = ()
    uv: bool = True
    ran: list[str] = field(default_factory=list)
    commands: list[Sequence[str]] = field(default_factory=list)
    told: list[Mapping[str, str]] = field(default_factory=list)

    def __call__(self, command: Sequence[str], variables: Mapping[str, str] | None = None) -> bool:
        said = " ".join(command)
        self.commands.append(command)
        self.told.append(variables or {})
        kinds = {
            "venv": "-m venv" in said,
            "installer": "installer.lock" in said,
            "run": "run.lock" in said,
            "test": "test.lock" in said,
            "own": "--no-deps" in said,
        }
        (kind,) = (name for name, is_it in kinds.items() if is_it)
        tool = "" if kind == "venv" else "uv " if " -m pip " not in said else "pip "
        self.ran.append(tool + kind)
        if any(failing in (kind, tool + kind) for failing in self.fails):
            return False
        if kind == "venv":
            self._write(environment.python(self.root))
        if kind == "installer" and self.uv:
            self._write(environment.python(self.root).with_name("uv.exe" if os.name == "nt" else "uv"))
        return True

    def _write(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("", encoding="utf-8")


def recorded(root: Path, monkeypatch: pytest.MonkeyPatch) -> Recorder:
    """In `root` only what an environment is made from, and no environment yet."""
    shutil.copy(_ROOT / "pyproject.toml", root)
    shutil.copytree(_ROOT / "requirements", root / "requirements")
    made = Recorder(root)
    monkeypatch.setattr(environment, "_succeeds", made)
    return made
