"""What a script says where the system lets it install nothing: what is wrong and what to do, and no traceback."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import NoReturn

import environment
import obstacles
import pytest

from tests.tools.recorder import Recorder, recorded

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def recorder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Recorder:
    return recorded(tmp_path, monkeypatch)


def _lock_refused(monkeypatch: pytest.MonkeyPatch, problem: BaseException) -> None:
    def refused(path: Path) -> NoReturn:
        if isinstance(problem, OSError):
            problem.filename = str(path)
        raise problem

    monkeypatch.setattr(environment, "_alone", refused)


def _said(recorder: Recorder, capsys: pytest.CaptureFixture[str]) -> str:
    assert environment.run(["build"], recorder.root) == 1
    said = capsys.readouterr().err
    assert said.count("\n") == 2
    return said


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not tell who may write what")
@pytest.mark.parametrize(
    ("mine", "remedy"),
    [
        ((), "Let 70001 run this once, or use a copy of Kallelse of your own."),
        (("",), "Make it yours: sudo chown -R 70002 "),
        (("", ".cache"), "Allow it (chmod u+w)"),
    ],
)
def test_a_folder_of_another_user_is_told_with_whose_it_is(
    recorder: Recorder,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    mine: tuple[str, ...],
    remedy: str,
) -> None:
    (recorder.root / ".cache").mkdir()
    own = [recorder.root / name for name in mine]
    monkeypatch.setattr(os, "geteuid", lambda: 70002)
    monkeypatch.setattr(os, "access", lambda place, _: place == recorder.root and place in own)
    monkeypatch.setattr(Path, "lstat", lambda place: SimpleNamespace(st_uid=70002 if place in own else 70001))
    _lock_refused(monkeypatch, OSError(errno.EACCES, os.strerror(errno.EACCES)))
    said = _said(recorder, capsys)
    assert f"{recorder.root / '.cache'} may not be written" in said
    assert remedy in said
    assert ("it belongs to 70001" in said) == (".cache" not in mine)


@pytest.mark.parametrize("number", [errno.EROFS, errno.EPERM])
def test_a_disk_that_may_only_be_read_is_told(
    recorder: Recorder, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], number: int
) -> None:
    _lock_refused(monkeypatch, OSError(number, os.strerror(number)))
    assert "may not be written" in _said(recorder, capsys)


def test_what_else_the_system_says_is_passed_on(
    recorder: Recorder, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _lock_refused(monkeypatch, OSError(errno.EIO, os.strerror(errno.EIO)))
    said = _said(recorder, capsys)
    assert f"Kallelse cannot be installed in {recorder.root}" in said
    assert os.strerror(errno.EIO) in said


def test_a_full_disk_is_told(
    recorder: Recorder, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _lock_refused(monkeypatch, OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)))
    said = _said(recorder, capsys)
    assert said.startswith("The disk is full")
    assert str(recorder.root / ".cache" / "environment.lock") in said


@pytest.mark.parametrize("fails", ["venv", "run"])
@pytest.mark.parametrize(("free", "told"), [(0, True), (10**9, False)])
def test_a_disk_that_was_filled_by_what_was_installed_is_told(
    recorder: Recorder, monkeypatch: pytest.MonkeyPatch, fails: str, free: int, *, told: bool
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=free))
    recorder.fails = (fails,)
    with pytest.raises(environment.SetUpError) as problem:
        environment.ensure(recorder.root, environment.RUN)
    assert str(problem.value).startswith("The disk is full") == told
    assert ("pip run" in recorder.ran) == (fails == "run" and not told)


def test_what_cannot_be_taken_away_is_told_with_the_folder_that_it_is_in(
    recorder: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(path: Path) -> NoReturn:
        raise PermissionError(errno.EACCES, "Permission denied", "name")

    (recorder.root / ".venv").mkdir()
    monkeypatch.setattr(shutil, "rmtree", refused)
    with pytest.raises(environment.SetUpError) as problem:
        environment.ensure(recorder.root, environment.RUN)
    assert f"{recorder.root / '.venv'} may not be written" in str(problem.value)


def test_a_disk_that_cannot_be_asked_is_not_full(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert obstacles.full(tmp_path / "none") == ""


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("pyproject.toml", None),
        ("pyproject.toml", b"\xff"),
        ("pyproject.toml", b"<<<<<<< HEAD\n"),
        ("requirements/run.lock", None),
        ("requirements/run.lock", b"\xff"),
    ],
)
def test_a_copy_that_is_not_whole_is_told(
    recorder: Recorder, capsys: pytest.CaptureFixture[str], path: str, content: bytes | None
) -> None:
    (recorder.root / path).unlink()
    if content is not None:
        (recorder.root / path).write_bytes(content)
    assert str(recorder.root) in _said(recorder, capsys)


def test_an_interrupt_while_another_script_is_waited_for_ends_with_its_status(
    recorder: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    _lock_refused(monkeypatch, KeyboardInterrupt())
    assert environment.run(["build"], recorder.root) == 130


def test_what_cannot_be_started_is_told(recorder: Recorder, capsys: pytest.CaptureFixture[str]) -> None:
    command = str(recorder.root / "none")
    assert environment.call(recorder.root, [command]) == 1
    assert capsys.readouterr().err.startswith(f"{command} cannot be started: ")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows takes no folder away that something is called in")
def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    command = "import os, sys\nos.rmdir(os.getcwd())\nimport environment\nenvironment.place('mkdocs.yml')"
    gone.mkdir()
    variables = os.environ | {"PYTHONPATH": str(ROOT / "scripts")}
    done = subprocess.run(
        [sys.executable, "-c", command], cwd=gone, env=variables, capture_output=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "is gone" in done.stderr
