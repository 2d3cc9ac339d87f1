"""What the tests share: the browser and PDF programs of this machine, and how a missing one is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

import programs
import pytest
from hypothesis import settings
from playwright.sync_api import Browser

from tests.tools.browser import launched
from tests.tools.verapdf import Verdict, verdicts
from tests.tools.vnu import Remark, remarks

# One commit gives one verdict, so the examples are the same in each run; --hypothesis-profile=searching gives others.
settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("searching", deadline=None)
settings.load_profile("same")

ROOT = Path(__file__).resolve().parent.parent

VeraPDF = Callable[[Sequence[Path]], tuple[Verdict, ...]]
NuChecker = Callable[..., tuple[Remark, ...]]
FindProgram = Callable[[str], Path]


@pytest.fixture(scope="session")
def program() -> FindProgram:
    """Where a program of `scripts/programs.py` is; who asks for a missing one is skipped."""

    def find(name: str) -> Path:
        place = programs.found(name, ROOT)
        if place is None:
            pytest.skip(f"{name} is missing: scripts/test installs it where it can")
        return place

    return find


@pytest.fixture(scope="session")
def browser(program: FindProgram) -> Iterator[Browser]:
    """The installed Chromium, Chrome or Edge, started once for each worker."""
    program("playwright")
    with launched(program("chromium")) as started:
        yield started


@pytest.fixture(scope="session")
def verapdf(program: FindProgram) -> VeraPDF:
    """Files turned into veraPDF's verdicts for PDF/A-3a and PDF/UA-1; ask for many files at once."""
    java, jar = program("java"), program("verapdf")
    return lambda paths: verdicts(java, jar, paths)


@pytest.fixture(scope="session")
def nu_checker(program: FindProgram) -> NuChecker:
    """A folder, and kinds of files, turned into what the Nu Html Checker says of them; each call takes seconds."""
    java, jar = program("java"), program("vnu")
    return partial(remarks, java, jar)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """With CI=true a skipped test is a failed run."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if programs.is_ci() and reporter is not None and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Says why a run without a failed test did not pass."""
    if programs.is_ci() and terminalreporter.stats.get("skipped"):
        terminalreporter.write_line("With CI=true nothing may be skipped; what was is named above.", red=True)
