"""A repository whose commits cannot be read, or are of days to come: check and build say so, and the day is today's."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

from tests.folders import CASE, MEETING, archive_of
from tests.site.builds import CONFIG, called, kallelse, small

_FOREIGN = {
    "GIT_TEST_ASSUME_DIFFERENT_OWNER": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
}
_OWNER = "meetings: anmärkning: Git läser inte arkivet, eftersom mappen ägs av en annan användare."
_REMEDY = "git config --global --add safe.directory"


def committed(folder: Path, day: str = "2022-09-21", **files: str) -> Path:
    """A small archive in a repository, without a day of its own, committed on a day."""
    archive_of(small(folder) / "meetings", {"1-a.md": CASE, **files})
    (folder / "mkdocs.yml").write_text(CONFIG.replace('"2022-09-21"', '"", packets: false'), encoding="utf-8")
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "-c", "user.name=S", "-c", "user.email=s@example.org", "commit", "-q", "-m", "Ett", day=day)
    return folder


def git(folder: Path, *arguments: str, day: str = "2022-09-21") -> None:
    at = f"{day}T12:00:00+02:00"
    days = {"GIT_AUTHOR_DATE": at, "GIT_COMMITTER_DATE": at}
    subprocess.run(["git", "-C", str(folder), *arguments], check=True, env={**os.environ, **days})


def test_a_check_says_why_it_does_not_know_the_day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = committed(tmp_path)
    assert "Git läser" not in called(folder, "check").said
    for name, value in _FOREIGN.items():
        monkeypatch.setenv(name, value)
    done = called(folder, "check")
    assert done.status == 0
    assert _OWNER in done.said
    assert f"{_REMEDY} {folder}" in done.said
    # Who gives a day needs none of git.
    assert "Git läser" not in called(folder, "check", "--as-of", "2022-09-21").said


def test_a_build_says_so_and_that_the_day_is_todays(tmp_path: Path) -> None:
    folder = committed(tmp_path)
    done = kallelse(folder, "build", "--strict", environment=_FOREIGN)
    assert done.status == 0, done.said
    assert _OWNER in done.said
    told = re.search(r"Dag: \d{4}-\d\d-\d\d \(dagens, eftersom ingen dag angavs och git inte kan läsas\)\.", done.said)
    assert told is not None
    assert "2022-09-21" not in told[0]
    # What is lost is told as well where a day is given.
    given = kallelse(folder, "build", "--as-of", "2022-09-21", environment=_FOREIGN)
    assert _OWNER in given.said
    assert "Dag: " not in given.said


def test_a_build_in_a_clone_cut_short_says_what_it_does_not_know(tmp_path: Path) -> None:
    whole = committed(tmp_path / "whole")
    git(tmp_path, "clone", "-q", "--depth", "1", whole.as_uri(), "short")
    done = kallelse(tmp_path / "short", "build", "--strict")
    assert done.status == 0, done.said
    assert "Klonen har bara de senaste ändringarna." in done.said
    assert "prenumererar på en kalender" in done.said
    assert "fetch-depth: 0" in done.said


def test_a_commit_of_a_day_to_come_brings_no_summons_out_before_its_day(tmp_path: Path) -> None:
    meeting = MEETING.replace("2022-09-26", "2099-01-12").replace("2022-09-19", "2099-01-02")
    later = {"../2099-01-12/index.md": meeting, "../2099-01-12/1-a.md": CASE}
    folder = committed(tmp_path, "2099-01-02", **later)
    told = "Den senaste ändringen i arkivet är daterad 2099-01-02, som inte har varit än."
    assert told in called(folder, "check").said
    done = kallelse(folder, "build", "--strict")
    assert done.status == 0, done.said
    assert re.search(r"Dag: \d{4}-\d\d-\d\d \(dagens, .* är daterad 2099-01-02, som inte har varit än\)\.", done.said)
    assert "Kallelser som går ut senare visas inte än: gsn/2099-01-12 (2099-01-02)." in done.said
    assert not (folder / "site/gsn/2099-01-12/1-a.html").exists()
    # Who gives the day means it.
    assert told not in called(folder, "check", "--as-of", "2099-01-02").said
    given = kallelse(folder, "build", "--as-of", "2099-01-02")
    assert "Dag: " not in given.said
    assert (folder / "site/gsn/2099-01-12/1-a.html").exists()
