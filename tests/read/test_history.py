"""Commits below the sources' folder, read back as the days on which each file was changed."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
from pathlib import Path

from kallelse.model.history import committed
from kallelse.read.history import read_history

_WHO = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
_DAYS = ("2022-09-16", "2022-09-20", "2022-10-04")


def git(folder: Path, *arguments: str, at: str = "2022-09-01T12:00:00+02:00") -> None:
    days = {"GIT_AUTHOR_DATE": at, "GIT_COMMITTER_DATE": at}
    own = ["-c", "user.name=S", "-c", "user.email=s@example.org", "-c", "protocol.file.allow=always"]
    subprocess.run(["git", "-C", str(folder), *own, *arguments], check=True, env={**os.environ, **_WHO, **days})


def repository(folder: Path) -> Path:
    """A case that is written, changed on the evening of another day, and joined by a meeting."""
    sources = folder / "meetings"
    sources.mkdir(parents=True)
    git(folder, "init", "-q", "-b", "main")
    (folder / "README.md").write_text("Utanför", encoding="utf-8")
    (sources / "möte å.md").write_text("Ett", encoding="utf-8")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "Ett", at=f"{_DAYS[0]}T08:00:00+02:00")
    (sources / "möte å.md").write_text("Två", encoding="utf-8")
    git(folder, "commit", "-q", "-a", "-m", "Två", at=f"{_DAYS[1]}T23:30:00+02:00")
    (sources / "index.md").write_text("Tre", encoding="utf-8")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "Tre", at=f"{_DAYS[2]}T00:30:00+02:00")
    return sources


def days(*told: str) -> tuple[dt.date, ...]:
    return tuple(map(dt.date.fromisoformat, told))


def test_each_commit_of_a_file_has_the_day_of_whoever_made_it(tmp_path: Path) -> None:
    assert read_history(repository(tmp_path)) == {"möte å.md": days(*_DAYS[:2]), "index.md": days(_DAYS[2])}


def test_a_name_in_letters_taken_apart_is_the_name_that_the_sources_have(tmp_path: Path) -> None:
    sources = repository(tmp_path)
    (sources / "a\u030a.md").write_text("Å", encoding="utf-8")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-q", "-m", "Fyra")
    assert read_history(sources)["\u00e5.md"] == days("2022-09-01")


def test_a_clone_cut_short_tells_no_days(tmp_path: Path) -> None:
    repository(tmp_path / "whole")
    git(tmp_path, "clone", "-q", "--depth", "1", (tmp_path / "whole").as_uri(), "short")
    assert read_history(tmp_path / "short" / "meetings") == {}
    git(tmp_path / "short", "fetch", "-q", "--unshallow")
    assert read_history(tmp_path / "short" / "meetings") != {}


def test_without_a_repository_there_are_no_days(tmp_path: Path) -> None:
    (tmp_path / "index.md").write_text("Ett", encoding="utf-8")
    assert read_history(tmp_path) == {}
    assert read_history(tmp_path / "none") == {}


def test_what_is_committed_after_the_day_of_the_build_does_not_count() -> None:
    history = {"a.md": days(*_DAYS), "b.md": days("2022-09-18")}
    assert committed(history, ("a.md", "b.md", "c.md"), dt.date(2022, 9, 20)) == days(
        "2022-09-16", "2022-09-18", "2022-09-20"
    )
