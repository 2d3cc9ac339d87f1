"""What the scripts promise: one environment, made once and whole, by whatever Python calls them."""

from __future__ import annotations

import ast
import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import environment
import pytest

from tests.tools.recorder import Recorder, recorded

ROOT = Path(__file__).resolve().parent.parent
ENTRIES = ("build", "serve", "test", "yearbook")
MODULES = tuple(sorted(path.stem for path in (ROOT / "scripts").glob("*.py")))


@pytest.fixture
def recorder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Recorder:
    return recorded(tmp_path, monkeypatch)


_WHOLE = ["venv", "pip installer", "uv run", "uv own"]


def test_an_environment_is_made_once(recorder: Recorder) -> None:
    assert not environment.holds(recorder.root, environment.RUN)
    environment.ensure(recorder.root, environment.RUN)
    assert recorder.ran == _WHOLE
    environment.ensure(recorder.root, environment.RUN)
    assert recorder.ran == _WHOLE


def test_what_tests_need_is_added_and_what_is_there_stays(recorder: Recorder) -> None:
    environment.ensure(recorder.root, environment.RUN)
    recorder.ran.clear()
    environment.ensure(recorder.root, environment.TEST)
    assert recorder.ran == ["uv test"]
    environment.ensure(recorder.root, environment.RUN)
    environment.ensure(recorder.root, environment.TEST)
    assert recorder.ran == ["uv test"]


def test_an_environment_for_tests_serves_the_build(recorder: Recorder) -> None:
    environment.ensure(recorder.root, environment.TEST)
    assert recorder.ran == ["venv", "pip installer", "uv test", "uv own"]
    assert environment.holds(recorder.root, environment.RUN)


@pytest.mark.parametrize("fails", ["venv", "run", "own"])
def test_a_half_made_environment_is_noticed_and_made_anew(recorder: Recorder, fails: str) -> None:
    recorder.fails = (fails,)
    with pytest.raises(environment.SetUpError):
        environment.ensure(recorder.root, environment.RUN)
    assert not environment.holds(recorder.root, environment.RUN)
    recorder.fails = ()
    recorder.ran.clear()
    environment.ensure(recorder.root, environment.RUN)
    assert recorder.ran[0] == "venv"
    assert recorder.ran[-1] == "uv own"
    assert environment.holds(recorder.root, environment.RUN)


@pytest.mark.parametrize("stamp", ["", "{", "[]", "null", '{"key": 1}', '{"key": "x", "locks": 3}'])
def test_a_stamp_that_says_nothing_is_no_stamp(recorder: Recorder, stamp: str) -> None:
    environment.ensure(recorder.root, environment.RUN)
    (recorder.root / ".venv" / "kallelse.json").write_text(stamp, encoding="utf-8")
    assert not environment.holds(recorder.root, environment.RUN)


def test_an_environment_whose_python_is_gone_is_made_anew(recorder: Recorder) -> None:
    environment.ensure(recorder.root, environment.RUN)
    environment.python(recorder.root).unlink()
    assert not environment.holds(recorder.root, environment.RUN)


@pytest.mark.parametrize("name", ["run.lock", "test.lock", "installer.lock"])
def test_a_lock_that_changes_makes_the_environment_anew(recorder: Recorder, name: str) -> None:
    environment.ensure(recorder.root, environment.TEST)
    lock = recorder.root / "requirements" / name
    lock.write_text(lock.read_text(encoding="utf-8") + "# more\n", encoding="utf-8")
    assert not environment.holds(recorder.root, environment.RUN)
    recorder.ran.clear()
    environment.ensure(recorder.root, environment.RUN)
    assert recorder.ran[0] == "venv"


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ('"jinja2>=', '"jinja2>=3.', False),
        ('kallelse = "kallelse.cli:main"', 'kallelse = "kallelse.cli:other"', False),
        ("line-length = 120", "line-length = 100", True),
    ],
)
def test_of_pyproject_only_what_is_installed_counts(recorder: Recorder, old: str, new: str, *, same: bool) -> None:
    before = environment.key(recorder.root)
    project = recorder.root / "pyproject.toml"
    text = project.read_text(encoding="utf-8")
    assert text.count(old) == 1
    project.write_text(text.replace(old, new), encoding="utf-8")
    assert (environment.key(recorder.root) == before) == same


def test_another_python_or_another_place_makes_the_environment_anew(
    recorder: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = environment.key(recorder.root)
    moved = shutil.copytree(recorder.root, recorder.root.with_name("moved"))
    assert environment.key(moved) != before
    monkeypatch.setattr(sys, "version", "3.99.0")
    assert environment.key(recorder.root) != before


def test_pip_does_it_where_uv_cannot(recorder: Recorder) -> None:
    recorder.fails = ("uv run", "uv own")
    environment.ensure(recorder.root, environment.RUN)
    assert recorder.ran == ["venv", "pip installer", "uv run", "pip run", "uv own", "pip own"]


def test_pip_does_it_where_there_is_no_uv(recorder: Recorder) -> None:
    recorder.uv = False
    environment.ensure(recorder.root, environment.RUN)
    assert [command for command in recorder.ran if command.startswith("uv")] == []
    assert environment.holds(recorder.root, environment.RUN)


def test_who_waited_for_another_script_finds_its_environment(
    recorder: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = environment._alone

    @contextlib.contextmanager
    def waited(path: Path) -> Iterator[None]:
        monkeypatch.setattr(environment, "_alone", alone)
        environment.ensure(recorder.root, environment.RUN)
        with alone(path):
            yield

    monkeypatch.setattr(environment, "_alone", waited)
    environment.ensure(recorder.root, environment.RUN)
    assert recorder.ran == _WHOLE


def test_a_python_without_venv_is_told_what_to_install(
    recorder: Recorder, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    assert environment.run(["build"], recorder.root) == 1
    assert "sudo apt-get install python3-venv" in capsys.readouterr().err
    assert recorder.ran == []


def test_a_second_run_starts_the_command_and_nothing_else(recorder: Recorder, monkeypatch: pytest.MonkeyPatch) -> None:
    environment.ensure(recorder.root, environment.RUN)
    recorder.ran.clear()
    started: list[Sequence[str]] = []

    def call(root: Path, command: Sequence[str], *_: object) -> int:
        started.append(command)
        return 7

    monkeypatch.setattr(environment, "call", call)
    assert environment.run(["check", "--explain"], recorder.root) == 7
    own = str(environment.python(recorder.root))
    assert (started, recorder.ran) == ([[own, "-m", "kallelse", "check", "--explain"]], [])


def test_what_runs_in_the_environment_sees_it_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "elsewhere")
    monkeypatch.setenv("PYTHONPATH", "elsewhere")
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    seen = environment.within(ROOT)
    assert seen["PATH"].split(os.pathsep) == [str(environment.python(ROOT).parent), "elsewhere"]
    assert not {"PYTHONPATH", "PYTHONDONTWRITEBYTECODE"} & seen.keys()
    assert seen["PYTHONUTF8"] == "1"


def test_without_a_network_the_script_says_so(tmp_path: Path) -> None:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for folder in ("requirements", "scripts"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    nowhere = "http://127.0.0.1:9/simple"
    variables = {"PIP_INDEX_URL": nowhere, "PIP_FIND_LINKS": "", "PIP_RETRIES": "0", "PIP_NO_CACHE_DIR": "1"}
    done = subprocess.run(
        [sys.executable, str(tmp_path / "scripts" / "build")],
        env=os.environ | variables,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1
    assert "this machine does not reach Python's package index" in done.stderr
    assert "Traceback" not in done.stderr
    assert not environment.holds(tmp_path, environment.RUN)


@pytest.mark.parametrize("entry", ENTRIES)
def test_an_older_python_is_told_which_is_wanted(entry: str) -> None:
    old = "import sys, runpy; sys.version_info = (3, 10, 4, 'final', 0); runpy.run_path(sys.argv[1])"
    done = subprocess.run(
        [sys.executable, "-c", old, str(ROOT / "scripts" / entry)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.strip() == "Kallelse needs Python 3.11 or newer; this is Python 3.10."


@pytest.mark.parametrize("entry", ENTRIES)
def test_an_older_python_can_read_as_far_as_that(entry: str) -> None:
    tree = ast.parse((ROOT / "scripts" / entry).read_text(encoding="utf-8"), feature_version=(3, 4))
    futures = [node for node in tree.body if isinstance(node, ast.ImportFrom)]
    assert (futures, [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)]) == ([], [])


@pytest.mark.parametrize("path", [*ENTRIES, *(f"{module}.py" for module in MODULES)])
def test_what_sets_up_needs_nothing_but_python(path: str) -> None:
    tree = ast.parse((ROOT / "scripts" / path).read_text(encoding="utf-8"))
    named = {
        name.split(".")[0]
        for node in ast.walk(tree)
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    assert named - sys.stdlib_module_names - set(MODULES) == set()


def test_a_script_is_for_the_archive_that_it_is_called_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A sample that is made in place of what was asked for would look like success."""
    monkeypatch.chdir(tmp_path)
    assert environment.place("mkdocs.yml") == tmp_path
    (tmp_path / "mkdocs.yml").touch()
    assert environment.place("mkdocs.yml") == tmp_path
    for here in (ROOT, ROOT / "docs", ROOT.parent):
        monkeypatch.chdir(here)
        assert environment.place("kallelse-test-none.yml") == ROOT


def test_a_script_tells_the_command_how_it_was_called(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[tuple[str, Path]] = []

    def call(_: Path, __: object, variables: Mapping[str, str], at: Path) -> int:
        ran.append((variables["KALLELSE_COMMAND"], at))
        return 0

    monkeypatch.setattr(environment, "ensure", lambda *_: None)
    monkeypatch.setattr(environment, "call", call)
    monkeypatch.setattr(sys, "argv", ["../kallelse/scripts/build"])
    assert environment.run(["build"], at=tmp_path) == 0
    assert ran == [("python ../kallelse/scripts/" if os.name == "nt" else "../kallelse/scripts/", tmp_path)]
