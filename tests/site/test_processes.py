"""Packets set in several processes at once: the same as set one after the other, findings included."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

from kallelse.build import Built, Request, build
from kallelse.foreign.kept import folder_of

from tests.folders import CASE, COMMITTEE, MEETING, SETTINGS, written

# Enough for further processes to be begun.
_MEETINGS = 9


def archive(root: Path) -> Path:
    files: dict[str, str | bytes] = {"kallelse.yml": SETTINGS + "url: https://m.example/\n", "gsn/index.md": COMMITTEE}
    for month in range(1, _MEETINGS + 1):
        folder = f"gsn/2022-{month:02}-26"
        files[f"{folder}/index.md"] = MEETING.replace("2022-09", f"2022-{month:02}")
        other = f"../2022-{month % _MEETINGS + 1:02}-26/1-a.md"
        files[f"{folder}/1-a.md"] = CASE + f"\nTexten nummer {month}, se [det andra]({other}).\n"
    return written(root / "meetings", files)


def built(root: Path, processes: int) -> Built:
    shutil.rmtree(folder_of(root), ignore_errors=True)
    return build(Request(root, dt.date(2022, 12, 1), processes=processes))


def test_several_processes_give_the_same_site_as_one(tmp_path: Path) -> None:
    root = archive(tmp_path)
    one, two = built(root, 1), built(root, 2)
    assert len(one.packets) == _MEETINGS
    assert (two.packets, two.pages, two.assets, two.findings) == (one.packets, one.pages, one.assets, one.findings)
    assert list(two.packets) == list(one.packets)


def test_a_finding_of_another_process_stops_the_build(tmp_path: Path) -> None:
    root = archive(tmp_path)
    (root / "mall").mkdir()
    (root / "mall" / "mark.typ").write_text("#let mark(size) = nothing-of-that-name\n", encoding="utf-8")
    (root / "kallelse.yml").write_text(SETTINGS + "template: mall\n", encoding="utf-8")
    stopped = built(root, 2)
    assert {finding.code for finding in stopped.findings} == {"packet-not-set"}
    assert stopped.packets == {} or stopped.pages == ()
