"""Meetings read and packets set in several processes at once: the same as one after the other, findings included."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import subprocess
import sys
import time
import weakref
from multiprocessing import parent_process
from pathlib import Path

import pytest
from kallelse import build as building
from kallelse.build import Built, Request, build, check
from kallelse.foreign.kept import folder_of
from kallelse.spread import mapped

from tests.folders import CASE, COMMITTEE, MEETING, SETTINGS, written
from tests.tools.waiting import until

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


def test_several_processes_give_the_same_site_as_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = archive(tmp_path)
    one = built(root, 1)
    monkeypatch.setattr(building, "_MANY_TEXTS", _MEETINGS)
    two = built(root, 2)
    assert len(one.packets) == _MEETINGS
    assert (two.packets, two.pages, two.assets, two.findings) == (one.packets, one.pages, one.assets, one.findings)
    assert list(two.packets) == list(one.packets)


def test_meetings_read_elsewhere_have_their_findings_and_those_that_are_kept_are_read_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = archive(tmp_path)
    (root / "gsn/2022-03-26/2-b.md").write_text("text", encoding="utf-8")
    (root / "gsn/2022-04-26/index.md").write_text("---\nstart: i går\n---\n", encoding="utf-8")
    one = check(root)
    monkeypatch.setattr(building, "_MANY_TEXTS", 1)
    for again in (check(root, processes=2), check(root, processes=2)):
        assert (again.archive, again.findings) == (one.archive, one.findings)
    shutil.rmtree(folder_of(root))
    anew = check(root, processes=2)
    assert (anew.archive, anew.findings) == (one.archive, one.findings)
    assert {each.place.path for each in one.findings} >= {"gsn/2022-03-26/2-b.md", "gsn/2022-04-26/index.md"}


def _end_here(number: int) -> int:
    """Ends a process that is not the first, as the system does with one that takes too much memory."""
    if number == _MEETINGS // 2 and parent_process() is not None:
        os._exit(9)
    return number * number


def test_what_a_process_leaves_that_was_ended_is_made_here() -> None:
    told: list[str] = []
    numbers = list(range(_MEETINGS))
    made = mapped(_end_here, numbers, 2, lambda step, *_: told.append(step))
    assert list(made) == [number * number for number in numbers]
    assert told == ["ended"]


_ENDLESS = """
import os, pathlib, time
from kallelse.spread import mapped

def go_on(number):
    while True:
        pathlib.Path(str(number)).write_text(str(time.monotonic()))
        time.sleep(0.1)

if __name__ == "__main__":
    list(mapped(go_on, [1, 2], 2, print))
"""


def test_no_process_outlives_the_build_that_began_it(tmp_path: Path) -> None:
    script, work = tmp_path / "endless.py", tmp_path / "work"
    script.write_text(_ENDLESS, encoding="utf-8")
    work.mkdir()

    def written_in(seconds: float) -> bool:
        before = [file.stat().st_mtime_ns for file in work.iterdir()]
        time.sleep(seconds)
        return before != [file.stat().st_mtime_ns for file in work.iterdir()]

    with subprocess.Popen([sys.executable, str(script)], cwd=work) as process:
        until(lambda: len(list(work.iterdir())) == 2)
        process.kill()
    until(lambda: not written_in(2))


def test_a_finding_of_another_process_stops_the_build(tmp_path: Path) -> None:
    root = archive(tmp_path)
    (root / "mall").mkdir()
    (root / "mall" / "mark.typ").write_text("#let mark(size) = nothing-of-that-name\n", encoding="utf-8")
    (root / "kallelse.yml").write_text(SETTINGS + "template: mall\n", encoding="utf-8")
    stopped = built(root, 2)
    assert {finding.code for finding in stopped.findings} == {"template-not-set"}
    assert (stopped.packets, stopped.pages) == ({}, ())


def test_what_an_earlier_build_spared_the_collector_may_go_with_the_next(tmp_path: Path) -> None:
    root = archive(tmp_path)
    # In a circle, so that the collector alone can let go of it.
    kind = type("Held", (), {})
    held = weakref.ref(kind)
    check(root)
    del kind
    check(root)
    assert held() is None
