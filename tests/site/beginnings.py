"""A small archive whose meeting has no minutes yet, and the minutes that `kallelse new` begins for it."""

from __future__ import annotations

from pathlib import Path

from kallelse.build import Checked, check
from kallelse.commands import begin
from kallelse.model.finding import errors
from kallelse.model.record import Minutes

from tests import folders
from tests.folders import written

COMMITTEE = """\
---
title: Kulturnämnden
short: KUN
series: [KUN]
boards: [Norrsala, Ekvik]
members:
  - {name: Berit Alm, party: S, title: ordförande}
  - {name: Dan Ek, party: M, title: vice ordförande}
  - {name: Frida Gran, party: V}
deputies:
  - {name: Hugo Idegran, party: S}
---
"""
PROPOSED = "---\ntitle: Avgifter\ndnr: KUN 2022/7\npresenters: ['Jon Kvist, chef för skolan', Frida Gran]\n---\n\n"
PROPOSED += "## Förslag till beslut\n\nNämnden godkänner avgifterna.\n"
MEETING = folders.MEETING.replace("Karin Ahlström", "Berit Alm")
FOLDER = "kun/2022-09-26"


def archive(root: Path, committee: str = COMMITTEE, own: str = "", **files: str) -> Path:
    """A committee `kun` with its meeting of 26 September 2022: files by name, `__` for a slash, in that folder."""
    named = {f"{FOLDER}/{name.replace('__', '/')}.md": text for name, text in files.items()}
    base = {"kallelse.yml": f"name: Norrsala\n{own}", "kun/index.md": committee, f"{FOLDER}/index.md": MEETING}
    return written(root, {**base, **named})


def begun(root: Path, folder: str = FOLDER) -> tuple[str, Checked]:
    """The minutes that are written, and what is then found of everything."""
    assert begin.minutes(root, folder) == 0
    checked = check(root)
    assert errors(checked.findings) == ()
    return (root / folder / "minutes.md").read_text(encoding="utf-8"), checked


def minutes_of(checked: Checked, folder: str = FOLDER) -> Minutes:
    (found,) = (each.minutes for _, each in checked.archive.meetings() if each.path == f"{folder}/index.md")
    assert found is not None
    return found
