from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SMALL = ["--only", "packet", "--cases", "1", "--pages", "1", "--rounds", "1"]
# No test depends on time.
ANY_TIME = ["--bound", "setting=100000", "--bound", "reading-back=100000"]


def benchmarks(*arguments: str) -> tuple[int, str]:
    command = [sys.executable, "-m", "benchmarks", *arguments]
    environment = {**os.environ, "PYTHONUTF8": "1"}
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize(("limit", "status"), [("0.001", 1), ("100000", 0)])
def test_a_ratio_that_is_missed_is_named_and_nothing_else_fails_the_command(limit: str, status: int) -> None:
    found, said = benchmarks(*SMALL, *ANY_TIME, "--bound", f"kilobytes={limit}")
    assert found == status, said
    assert ("Missed:" in said) == bool(status)
    assert ("kilobytes: " in said) == bool(status)


def test_the_same_archive_is_generated_each_time(tmp_path: Path) -> None:
    archives = []
    for name in ("one", "two"):
        status, said = benchmarks(*SMALL, "--archive", str(tmp_path / name))
        assert status == 0, said
        files = sorted(path for path in (tmp_path / name).rglob("*") if path.is_file())
        archives.append({path.relative_to(tmp_path / name).as_posix(): path.read_bytes() for path in files})
    assert archives[0] == archives[1]
    assert any(path.endswith("index.md") for path in archives[0])


def test_an_unknown_bound_is_a_wrong_call() -> None:
    assert benchmarks(*SMALL, "--bound", "speed=1")[0] == 2
