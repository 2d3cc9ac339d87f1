"""The handbook's first meeting, done as it says: its commands run and its files written in the order of the page."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests import foreign
from tests.site.builds import ROOT, Done, run

PAGE = ROOT / "docs" / "handbok" / "forsta-motet.md"
MEETING = "kommunstyrelsen/2026-10-12"
_STEP = re.compile(
    r"^(?P<fence>`{3,})(?P<kind>text|markdown)\n(?P<inside>.*?)^(?P=fence)$|`(?P<path>meetings/[^`]+\.md)`",
    re.MULTILINE | re.DOTALL,
)
# What waits for a person, and what belongs to git.
_NOT_RUN = ("serve",)


@dataclass(frozen=True, slots=True)
class Ran:
    """One command of the page, as typed, and what it left behind."""

    typed: str
    done: Done


def walked(folder: Path) -> Iterator[Ran]:
    """Each command of the page, run below `folder`; files are written as the page shows them."""
    target, at, path = "", folder, os.environ["PATH"]
    for step in _STEP.finditer(PAGE.read_text(encoding="utf-8")):
        if step["path"]:
            target = step["path"]
        elif step["kind"] == "markdown":
            (at / target).write_text(step["inside"], encoding="utf-8")
        else:
            for line in step["inside"].splitlines():
                words = shlex.split(line)
                if words[0] == "cd":
                    at = at / words[1]
                elif words[0] == "source":
                    assert words[1] == "~/kallelse/.venv/bin/activate"
                    path = os.pathsep.join((str(Path(sys.executable).parent), os.defpath))
                elif words[0] == "kallelse" and words[1] not in _NOT_RUN:
                    if words[1] == "check":
                        _attach(at)
                    yield Ran(line, run(at, [shutil.which("kallelse", path=path) or "", *words[1:]], {"PATH": path}))
                    if words[1] == "check":
                        _correct(at)


def _attach(archive: Path) -> None:
    paper = archive / "meetings" / MEETING / "02-budget-2027" / "bilaga-1-underlag.pdf"
    paper.write_bytes(foreign.saved(foreign.pdf("Underlag till budget 2027")))


def _correct(archive: Path) -> None:
    case = archive / "meetings" / MEETING / "02-budget-2027" / "index.md"
    case.write_text(case.read_text(encoding="utf-8").replace("45,3", "43,5"), encoding="utf-8")
