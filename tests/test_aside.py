"""What an upgrade promises that fails or is ended in the middle: the environment of before is there, and whole."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import environment
import pytest

from tests.tools.recorder import Recorder, recorded

_SCRIPTS = Path(__file__).resolve().parent.parent / "scripts"


@pytest.fixture
def recorder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Recorder:
    return recorded(tmp_path, monkeypatch)


_KILLED = """
import os, sys
from pathlib import Path
import environment

def killed(command, variables=None):
    if "requirements" in " ".join(command):
        os._exit(9)
    return True

environment._succeeds = killed
environment.ensure(Path(sys.argv[1]), sys.argv[2])
"""

End = Callable[[Recorder, str], None]


def _fails(recorder: Recorder, lock: str) -> None:
    with pytest.raises(environment.SetUpError):
        environment.ensure(recorder.root, lock)


def _unreachable(recorder: Recorder, lock: str) -> None:
    """Ends what is made as an index does that is not reached."""
    recorder.fails = ("run", "test")
    _fails(recorder, lock)
    recorder.fails = ()


def _killed(recorder: Recorder, lock: str) -> None:
    """Ends what is made as the system does with a process: nothing more is done."""
    variables = os.environ | {"PYTHONPATH": str(_SCRIPTS)}
    command = [sys.executable, "-c", _KILLED, str(recorder.root), lock]
    assert subprocess.run(command, env=variables, capture_output=True, check=False).returncode == 9


ENDS = (_unreachable, _killed)


@pytest.mark.parametrize("end", ENDS)
def test_adding_that_fails_leaves_the_build_served_and_is_not_gone_on_with(recorder: Recorder, end: End) -> None:
    environment.ensure(recorder.root, environment.RUN)
    end(recorder, environment.TEST)
    recorder.ran.clear()
    environment.ensure(recorder.root, environment.RUN)
    assert recorder.ran == []
    assert not environment.holds(recorder.root, environment.TEST)
    environment.ensure(recorder.root, environment.TEST)
    assert recorder.ran == ["venv", "pip installer", "uv test", "uv own"]


def _upgraded(root: Path, old: str = "0.1.0", new: str = "0.2.0") -> None:
    project = root / "pyproject.toml"
    text = project.read_text(encoding="utf-8").replace(f'version = "{old}"', f'version = "{new}"')
    assert f'version = "{new}"' in text
    project.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("end", ENDS)
def test_after_an_upgrade_that_fails_the_version_of_before_runs_at_once(recorder: Recorder, end: End) -> None:
    environment.ensure(recorder.root, environment.RUN)
    (environment.python(recorder.root).parent / "kallelse").touch()
    _upgraded(recorder.root)
    end(recorder, environment.RUN)
    assert not environment.holds(recorder.root, environment.RUN)
    recorder.ran.clear()
    _upgraded(recorder.root, "0.2.0", "0.1.0")
    environment.ensure(recorder.root, environment.RUN)
    assert recorder.ran == []
    assert (environment.python(recorder.root).parent / "kallelse").exists()


@pytest.mark.parametrize("end", ENDS)
def test_an_upgrade_can_be_tried_again_and_leaves_nothing_of_before(recorder: Recorder, end: End) -> None:
    environment.ensure(recorder.root, environment.RUN)
    (environment.python(recorder.root).parent / "kallelse").touch()
    _upgraded(recorder.root)
    for _ in range(2):
        end(recorder, environment.RUN)
    environment.ensure(recorder.root, environment.RUN)
    assert environment.holds(recorder.root, environment.RUN)
    assert not (environment.python(recorder.root).parent / "kallelse").exists()
    assert [each.name for each in recorder.root.glob(".venv*")] == [".venv"]


def test_an_upgrade_that_fails_leaves_what_ran_before_in_its_place(recorder: Recorder) -> None:
    """The command that a terminal has activated, for one."""
    environment.ensure(recorder.root, environment.RUN)
    (environment.python(recorder.root).parent / "kallelse").touch()
    _upgraded(recorder.root)
    _unreachable(recorder, environment.RUN)
    assert (environment.python(recorder.root).parent / "kallelse").exists()
    assert [each.name for each in recorder.root.glob(".venv*")] == [".venv"]


def test_what_is_left_of_one_of_before_never_counts_as_whole(
    recorder: Recorder, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who is killed when it is taken away leaves the rest."""
    (recorder.root / ".venv.before" / "bin").mkdir(parents=True)
    environment.ensure(recorder.root, environment.RUN)
    assert "is back" not in capsys.readouterr().err
    assert [each.name for each in recorder.root.glob(".venv*")] == [".venv"]


def test_an_environment_that_is_in_use_stays_whole(recorder: Recorder, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows moves no folder that holds an open file."""
    environment.ensure(recorder.root, environment.RUN)
    _upgraded(recorder.root)

    def in_use(folder: Path, _: Path) -> Path:
        raise PermissionError(errno.EACCES, "Access is denied", str(folder))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", in_use)
        _fails(recorder, environment.RUN)
    _upgraded(recorder.root, "0.2.0", "0.1.0")
    assert environment.holds(recorder.root, environment.RUN)


@pytest.mark.skipif(os.name == "nt", reason="Windows lets administrators alone make links")
def test_an_environment_on_another_disk_stays_there(recorder: Recorder) -> None:
    elsewhere = recorder.root / "elsewhere"
    (recorder.root / ".venv").symlink_to(elsewhere)
    environment.ensure(recorder.root, environment.RUN)
    _upgraded(recorder.root)
    environment.ensure(recorder.root, environment.RUN)
    assert (recorder.root / ".venv").readlink() == elsewhere
    assert [each.name for each in recorder.root.glob("elsewhere*")] == ["elsewhere"]
