"""What scripts/test promises: every check runs, and what is skipped is named, or fails the run."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import checks
import environment
import jars
import programs
import pytest
from kallelse.model import filekinds

ROOT = Path(__file__).resolve().parent.parent

_JAVA = programs.Missing(programs.PROGRAMS["java"], "not found")


def _outcomes(*statuses: int) -> list[checks.Outcome]:
    return [checks.Outcome(step, status, 1.0) for step, status in zip(checks.steps(()), statuses, strict=True)]


@pytest.mark.parametrize(
    ("statuses", "missing", "ci", "status"),
    [
        ((0, 0, 0, 0, 0), (), False, 0),
        ((0, 0, 0, 0, 0), (), True, 0),
        ((0, 0, 0, 0, 0), (_JAVA,), False, 0),
        ((0, 0, 0, 0, 0), (_JAVA,), True, 1),
        ((0, 0, 2, 0, 0), (), False, 1),
        ((0, 0, 0, 0, 5), (), False, 1),
    ],
)
def test_a_run_passes_when_every_check_does_and_nothing_forbidden_is_skipped(
    statuses: tuple[int, ...], missing: tuple[programs.Missing, ...], *, ci: bool, status: int
) -> None:
    assert checks.verdict(_outcomes(*statuses), missing, ci=ci)[1] == status


def test_what_failed_and_what_is_skipped_is_named_at_the_end() -> None:
    lines, _ = checks.verdict(_outcomes(0, 1, 0, 0, 0), (_JAVA,), ci=True)
    assert [line for line in lines if "FAILED" in line] == ["format      1.0 s  FAILED (exit status 1)"]
    assert lines[-2:] == [
        "SKIPPED  PDF/A, PDF/UA and HTML: java: not found",
        "With CI=true nothing may be skipped.",
    ]


def test_what_stands_after_two_dashes_is_pytests() -> None:
    assert checks.parted(["--", "-k", "tabs", "--"]) == ([], ["-k", "tabs", "--"])
    assert checks.parted(["-h"]) == (["-h"], [])
    assert checks.steps(["-k", "tabs"])[-1].arguments[-2:] == ("-k", "tabs")
    with pytest.raises(SystemExit):
        checks.main(["-k", "tabs"])


def test_all_checks_run_after_one_that_fails_and_learn_where_programs_are(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    ran: list[str] = []
    told: list[Mapping[str, str]] = []

    def call(root: Path, command: Sequence[str], variables: Mapping[str, str] | None = None) -> int:
        ran.append(command[2])
        told.append(variables or {})
        return 1

    def provided(name: str, root: Path) -> Path | programs.Missing:
        return _JAVA if name == "java" else Path(f"/opt/{name}")

    monkeypatch.setattr(environment, "ensure", lambda root, lock: None)
    monkeypatch.setattr(environment, "call", call)
    monkeypatch.setattr(programs, "provided", provided)
    assert checks.main([], tmp_path) == 1
    assert ran == ["ruff", "ruff", "mypy", "kallelse", "pytest"]
    assert told[-1]["KALLELSE_CHROMIUM"] == str(Path("/opt/chromium"))
    assert "KALLELSE_JAVA" not in told[-1]


@pytest.mark.parametrize("status", [130, 143])
def test_who_ends_a_check_wants_no_other(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str], status: int
) -> None:
    monkeypatch.setattr(environment, "ensure", lambda root, lock: None)
    monkeypatch.setattr(environment, "call", lambda *_: status)
    monkeypatch.setattr(programs, "provided", lambda name, root: _JAVA)
    assert checks.main([], tmp_path) == status
    assert capsys.readouterr().out.count("FAILED") == 1


def test_a_disk_that_takes_no_jar_is_a_reason_and_no_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / ".cache").write_text("no folder", encoding="utf-8")
    monkeypatch.setattr("shutil.which", lambda name: name)
    for name in jars.JARS:
        monkeypatch.delenv(f"KALLELSE_{name.upper()}", raising=False)
        said = programs.provided(name, tmp_path)
        assert isinstance(said, programs.Missing)
        assert str(tmp_path / ".cache") in said.reason


def test_a_package_that_is_no_archive_is_a_reason_and_no_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def packed(command: Sequence[str], cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
        assert cwd is not None
        (cwd / f"vnu-jar-{jars.JARS['vnu'].version}.tgz").write_bytes(b"cut short")
        return subprocess.CompletedProcess(command, 0, "", "")

    monkeypatch.setattr(jars, "answer", packed)
    monkeypatch.setattr("shutil.which", lambda name: name)
    assert "could not be put" in jars.fetch("vnu", tmp_path, lambda packages: "")


def test_a_program_that_may_not_be_run_is_missing(tmp_path: Path) -> None:
    done = jars.answer([str(tmp_path / "none")])
    assert done.returncode
    assert str(tmp_path / "none") in jars.last_line(done)


def test_a_program_is_where_its_variable_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("KALLELSE_QPDF", "/opt/qpdf")
    assert programs.found("qpdf", tmp_path) == Path("/opt/qpdf")


def test_a_program_that_is_nowhere_is_missing_with_a_reason(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    for name, program in programs.PROGRAMS.items():
        monkeypatch.delenv(program.variable, raising=False)
        if program.names and not any(Path(place).exists() for place in program.places):
            said = programs.provided(name, tmp_path)
            assert isinstance(said, programs.Missing)
            assert str(said).startswith(f"{program.use}: {name}: missing or incomplete, and no apt-get is here")
    for name, client in (("verapdf", "mvn"), ("vnu", "npm")):
        said = programs.provided(name, tmp_path)
        assert isinstance(said, programs.Missing)
        assert said.reason.startswith(f"{client}, which fetches it, is missing")


@pytest.mark.parametrize("name", jars.JARS)
def test_a_jar_with_another_hash_is_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str) -> None:
    monkeypatch.delenv(f"KALLELSE_{name.upper()}", raising=False)
    jar = jars.JARS[name].place(tmp_path)
    jar.parent.mkdir(parents=True)
    jar.write_bytes(b"another")
    assert programs.found(name, tmp_path) is None


@pytest.mark.parametrize(("ci", "status"), [("", 0), ("true", 1)])
def test_a_skipped_test_fails_a_run_that_may_skip_nothing(tmp_path: Path, ci: str, status: int) -> None:
    test = "import pytest\n\ndef test_one():\n    pytest.skip('no browser')\n"
    (tmp_path / "test_one.py").write_text(test, encoding="utf-8")
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-ra",
            "-n",
            "1",
            "-p",
            "tests.conftest",
            "--rootdir",
            ".",
            "test_one.py",
        ],
        cwd=tmp_path,
        env=os.environ | {"CI": ci, "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "scripts")))},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == status, done.stdout
    assert "no browser" in done.stdout
    assert ("With CI=true nothing may be skipped" in done.stdout) == bool(status)


@pytest.mark.parametrize(
    ("files", "wanted"),
    [(["a.docx"], True), (["a.docx", "a.pdf"], False), (["a.md", "b.pdf"], False), (["A.XLSX"], True), ([], False)],
)
def test_libreoffice_is_asked_for_only_where_the_sources_need_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, files: list[str], wanted: bool
) -> None:
    for name in files:
        (tmp_path / name).write_bytes(b"")
    asked: list[str] = []
    monkeypatch.setattr(programs, "provided", lambda name, _root: asked.append(name))
    programs.provide_for(tmp_path, tmp_path)
    assert asked == (["soffice"] if wanted else [])


def test_a_folder_that_may_not_be_read_is_left_to_the_build(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "a.docx").touch()

    def refused(path: Path) -> bool:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "exists", refused)
    programs.provide_for(tmp_path, tmp_path)


def test_scripts_and_package_know_the_same_kinds_of_office_files() -> None:
    assert programs.OFFICE == filekinds.OFFICE
