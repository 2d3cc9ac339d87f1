"""A commit between two builds that remember: the second is as if nothing were remembered, and knows former names."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
from pathlib import Path

from kallelse.build import Request, build
from kallelse.model.memory import Memory

from tests.folders import CASE, MEETING, written
from tests.site.test_memory import AS_OF, EDITS, FILES, edit, told

_WHO = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}


def git(folder: Path, *arguments: str, day: str = "2022-09-20") -> None:
    days = dict.fromkeys(("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"), f"{day}T12:00:00+02:00")
    own = ["-c", "user.name=S", "-c", "user.email=s@example.org"]
    subprocess.run(["git", "-C", str(folder), *own, *arguments], check=True, env={**os.environ, **_WHO, **days})


def commit(folder: Path, day: str) -> None:
    git(folder, "add", "meetings")
    git(folder, "commit", "-q", "-m", "Ändrat", day=day)


def repository(folder: Path) -> Path:
    root = written(folder / "meetings", FILES)
    git(folder, "init", "-q")
    commit(folder, "2022-09-20")
    return root


def test_a_commit_is_known_in_the_next_build_of_a_preview(tmp_path: Path) -> None:
    root = repository(tmp_path)
    memory, request = Memory(), Request(root, AS_OF, packets=False)
    for name in ("a text", "a meeting cancelled"):
        edit(root, EDITS[name])
    before = build(request, memory=memory)
    commit(tmp_path, "2022-10-20")
    after = build(request, memory=memory)
    assert told(after) == told(build(request))
    old, new = ({each.address: each.content for each in one.assets} for one in (before, after))
    changed = {address for address in new if new[address] != old[address]}
    assert {
        "floden/allt.xml",
        "kalender/allt.ics",
        "gsn/2022-10-24/sammantrade.ics",
        "api/oparl/agendaitems/gsn/2022-09-26/02-centrum.json",
    } <= changed
    again = build(request, memory=memory)
    assert again.archive.history is after.archive.history


def test_what_was_moved_in_between_keeps_its_commits(tmp_path: Path) -> None:
    root = repository(tmp_path)
    git(tmp_path, "mv", "meetings/gsn/2022-09-26/02-centrum.md", "meetings/gsn/2022-09-26/03-centrum.md")
    git(tmp_path, "mv", "meetings/gsn/2022-09-26", "meetings/gsn/2022-09-27")
    moved = {
        "gsn/2022-09-27/index.md": MEETING.replace("2022-09-26", "2022-09-27").replace(
            "---\n", "---\nmoved_from: 2022-09-26\n", 1
        ),
        "gsn/2022-09-27/03-centrum.md": CASE.replace("kind", "moved_from: 02-centrum.md\nkind"),
        "gsn/2022-10-24/01-budget.md": CASE,
    }
    memory, request = Memory(), Request(root, AS_OF, packets=False)
    edit(root, moved)
    commit(tmp_path, "2022-09-22")
    built = build(request, memory=memory)
    assert built.pages, built.findings
    days = (dt.date(2022, 9, 20), dt.date(2022, 9, 22))
    assert {days[0], days[1]} == {*built.archive.history["gsn/2022-09-27/03-centrum.md"]}
    assert not [path for path in built.archive.history if "2022-09-26" in path]
    # Where a name is no longer told, so are the days under it.
    edit(root, {"gsn/2022-09-27/03-centrum.md": FILES["gsn/2022-09-26/02-centrum.md"]})
    after = build(request, memory=memory)
    assert after.archive.history["gsn/2022-09-27/03-centrum.md"] == days[1:]
    assert told(after) == told(build(request))
