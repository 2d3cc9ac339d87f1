"""Commits below the sources' folder, read back as the days on which each file was changed."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
from pathlib import Path

import pytest
from kallelse.locale.findings import remedy
from kallelse.model.finding import Finding, Severity
from kallelse.model.history import History, committed
from kallelse.read.history import read_history, read_last_day

from tests.folders import linked

_WHO = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
_DAYS = ("2022-09-16", "2022-09-20", "2022-10-04")


def git(folder: Path, *arguments: str, at: str = "2022-09-01T12:00:00+02:00", written: str = "") -> None:
    days = {"GIT_AUTHOR_DATE": written or at, "GIT_COMMITTER_DATE": at}
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


def history(root: Path) -> History:
    """What is known without a finding."""
    found, findings = read_history(root)
    assert findings == ()
    return found


def unread(root: Path) -> Finding:
    """Why nothing is known of the commits, which is told of the last one alone in the same words."""
    found, (finding,) = read_history(root)
    assert found == {}
    assert finding.severity is Severity.REMARK
    return finding


def test_each_commit_of_a_file_has_the_day_of_whoever_made_it(tmp_path: Path) -> None:
    assert history(repository(tmp_path)) == {"möte å.md": days(*_DAYS[:2]), "index.md": days(_DAYS[2])}
    assert read_last_day(tmp_path / "meetings") == (dt.date(2022, 10, 4), ())


def test_a_text_is_there_from_the_day_on_which_it_was_committed(tmp_path: Path) -> None:
    sources = repository(tmp_path)
    (sources / "ny.md").write_text("Ny", encoding="utf-8")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-q", "-m", "Ny", at="2022-11-01T12:00:00+01:00", written="2022-10-20T12:00:00+02:00")
    assert history(sources)["ny.md"] == days("2022-11-01")
    assert read_last_day(sources) == (dt.date(2022, 11, 1), ())


def test_a_name_in_letters_taken_apart_is_the_name_that_the_sources_have(tmp_path: Path) -> None:
    sources = repository(tmp_path)
    (sources / "a\u030a.md").write_text("Å", encoding="utf-8")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-q", "-m", "Fyra")
    assert history(sources)["\u00e5.md"] == days("2022-09-01")


def test_a_clone_cut_short_tells_no_days_and_says_so(tmp_path: Path) -> None:
    repository(tmp_path / "whole")
    git(tmp_path, "clone", "-q", "--depth", "1", (tmp_path / "whole").as_uri(), "short")
    assert unread(tmp_path / "short" / "meetings").code == "git-shallow"
    git(tmp_path / "short", "fetch", "-q", "--unshallow")
    assert history(tmp_path / "short" / "meetings") != {}


def test_without_a_repository_or_a_commit_there_are_no_days(tmp_path: Path) -> None:
    (tmp_path / "index.md").write_text("Ett", encoding="utf-8")
    for root in (tmp_path, tmp_path / "none"):
        assert history(root) == {}
        assert read_last_day(root) == (None, ())
    git(tmp_path, "init", "-q")
    assert history(tmp_path) == {}
    assert read_last_day(tmp_path) == (None, ())


def test_a_repository_of_another_user_is_told_with_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sources = repository(tmp_path)
    # As git's own tests have it.
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    for name, value in _WHO.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("LC_ALL", "sv_SE.UTF-8")
    finding = unread(sources)
    assert finding.code == "git-owner"
    assert read_last_day(sources) == (None, (finding,))
    asked = f"git config --global --add safe.directory {tmp_path} "
    assert all(asked in remedy(finding, language) for language in ("sv", "en"))


def test_what_git_says_of_a_damaged_repository_is_told(tmp_path: Path) -> None:
    sources = repository(tmp_path)
    (tmp_path / ".git").rename(tmp_path / "git")
    (tmp_path / ".git").write_text("gitdir: borta\n", encoding="utf-8")
    finding = unread(sources)
    assert finding.code == "git-refused"
    assert "not a git repository: " in finding.words["said"]
    assert read_last_day(sources) == (None, (finding,))


@pytest.mark.parametrize("lost", ["HEAD", "objects", "refs"])
def test_a_repository_that_git_takes_for_none_is_told_with_its_place(tmp_path: Path, lost: str) -> None:
    sources = repository(tmp_path)
    (tmp_path / ".git" / lost).rename(tmp_path / lost)
    finding = unread(sources)
    assert finding.code == "git-refused"
    assert finding.words["said"] == f"not a git repository: {tmp_path.resolve() / '.git'}"
    assert read_last_day(sources) == (None, (finding,))


def test_a_repository_that_is_a_link_to_nowhere_is_told(tmp_path: Path) -> None:
    sources = repository(tmp_path)
    (tmp_path / ".git").rename(tmp_path / "git")
    linked(tmp_path / ".git", tmp_path / "borta")
    assert unread(sources).words["said"] == f"not a git repository: {tmp_path.resolve() / '.git'}"


def test_that_git_is_not_there_is_told_where_there_is_something_to_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sources = repository(tmp_path / "one")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert unread(sources).code == "git-missing"
    assert history(tmp_path) == {}


def test_what_is_committed_after_the_day_of_the_build_does_not_count() -> None:
    found = {"a.md": days(*_DAYS), "b.md": days("2022-09-18")}
    assert committed(found, ("a.md", "b.md", "c.md"), dt.date(2022, 9, 20)) == days(
        "2022-09-16", "2022-09-18", "2022-09-20"
    )


def test_a_hook_of_a_repository_and_what_a_user_chose_to_see_change_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sources = repository(tmp_path)
    known, last = history(sources), read_last_day(sources)
    (tmp_path / "config").write_text("[log]\n\tshowRoot = false\n\tshowSignature = true\n", encoding="utf-8")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "config"))
    for place in (".git", str(tmp_path / "elsewhere" / ".git")):
        monkeypatch.setenv("GIT_DIR", place)
        monkeypatch.setenv("GIT_INDEX_FILE", f"{place}/index")
        assert history(sources) == known
        assert read_last_day(sources) == last
