"""A working copy turned into a verdict: lint, types, a strict build of the sample, and the tests."""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import environment
import programs
import started

# Each takes some 300 MB, and a browser as much.
_MOST_WORKERS = 6


@dataclass(frozen=True, slots=True)
class Step:
    """One check: its name, and the module of the environment that does it, with its arguments."""

    name: str
    module: str
    arguments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a check ended: its exit status and how many seconds it took."""

    step: Step
    status: int
    seconds: float


def steps(for_pytest: Sequence[str]) -> tuple[Step, ...]:
    """The checks in order; `for_pytest` comes after the tests' own arguments, so that it wins."""
    return (
        Step("lint", "ruff", ("check", ".")),
        Step("format", "ruff", ("format", "--check", ".")),
        Step("types", "mypy", ()),
        Step("sample", "kallelse", ("build", "--strict")),
        Step("tests", "pytest", ("-n", str(_workers()), "--dist", "worksteal", *for_pytest)),
    )


def _workers() -> int:
    """How many tests run at once: more than there are processors, since many wait for a browser or another program."""
    return min((os.cpu_count() or 1) + 1, _MOST_WORKERS)


def main(arguments: Sequence[str], root: Path = environment.ROOT) -> int:
    """Runs all checks, also after one that fails; the exit status is 0 when all pass as they must."""
    own, for_pytest = parted(arguments)
    parser = argparse.ArgumentParser(prog="scripts/test", description=__doc__, usage="%(prog)s [-h] [-- for pytest]")
    parser.parse_args(own)
    if lacking := environment.prepared(root, environment.TEST):
        return lacking
    provided = {name: programs.provided(name, root) for name in programs.PROGRAMS}
    missing = [place for place in provided.values() if isinstance(place, programs.Missing)]
    variables = {
        programs.PROGRAMS[name].variable: str(place) for name, place in provided.items() if isinstance(place, Path)
    }
    outcomes = []
    status = 0
    for step in steps(for_pytest):
        print(f"\n== {step.name}: {step.module} {' '.join(step.arguments)}", flush=True)
        began = time.monotonic()
        command = [str(environment.python(root)), "-m", step.module, *step.arguments]
        status = environment.call(root, command, variables)
        outcomes.append(Outcome(step, status, time.monotonic() - began))
        if status in started.ENDED:
            break
    lines, judged = verdict(outcomes, missing, ci=programs.is_ci())
    print("\n" + "\n".join(lines), flush=True)
    return status if status in started.ENDED else judged


def parted(arguments: Sequence[str]) -> tuple[list[str], list[str]]:
    """The script's own arguments, and those after `--`, which are pytest's."""
    cut = list(arguments).index("--") if "--" in arguments else len(arguments)
    return list(arguments[:cut]), list(arguments[cut + 1 :])


def verdict(outcomes: Sequence[Outcome], missing: Sequence[programs.Missing], *, ci: bool) -> tuple[list[str], int]:
    """The closing lines, which name all that failed or was skipped, and the exit status."""
    lines = []
    for outcome in outcomes:
        ending = "passed" if outcome.status == 0 else f"FAILED (exit status {outcome.status})"
        lines.append(f"{outcome.step.name:8} {outcome.seconds:6.1f} s  {ending}")
    lines += [f"SKIPPED  {lack}" for lack in missing]
    if missing and ci:
        lines.append("With CI=true nothing may be skipped.")
    failed = any(outcome.status for outcome in outcomes)
    return lines, int(failed or (ci and bool(missing)))
