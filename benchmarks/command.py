"""The command line turned into benchmarks run one by one, their figures printed, and an exit status."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks.archive import Size, write_archive
from benchmarks.child import BenchmarkError
from benchmarks.figures import BOUNDS, judged, missed, table
from benchmarks.suite import BENCHMARKS, Benchmark, measured


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit status 0 when every bound is kept, 1 when one is missed or could not be measured, 2 for a bad call."""
    parser = _parser()
    called = parser.parse_args(arguments)
    asked = dict(called.bound)
    chosen = [BENCHMARKS[name] for name in called.only or BENCHMARKS]
    if called.archive is not None:
        size = _size(chosen[0], called)
        write_archive(called.archive, size)
        print(f"{called.archive}: {size} (meetings × cases × pages)")
        return 0
    lines: list[str] = []
    for benchmark in chosen:
        lines += _run(benchmark, called, asked)
    if lines:
        print("\nMissed:")
        for line in lines:
            print(f"  {line}")
    return 1 if lines else 0


def _run(benchmark: Benchmark, called: argparse.Namespace, asked: dict[str, float]) -> list[str]:
    """Runs and prints one benchmark; what it missed."""
    size = _size(benchmark, called)
    print(f"{benchmark.name}: {benchmark.about}; {size} (meetings × cases × pages){_load()}", flush=True)

    def say(line: str) -> None:
        print(f"  {line}", file=sys.stderr, flush=True)

    try:
        rows = judged(measured(benchmark, size, called.rounds or benchmark.rounds, say), asked)
    except BenchmarkError as problem:
        print(f"  not measured: {problem}\n", flush=True)
        return [f"{benchmark.name}: not measured"]
    for line in table(rows):
        print(f"  {line}")
    print(flush=True)
    return list(missed(rows))


def _size(benchmark: Benchmark, called: argparse.Namespace) -> Size:
    given = {name: value for name in ("meetings", "cases", "pages") if (value := getattr(called, name))}
    return replace(benchmark.size.scaled(called.scale), **given)


def _load() -> str:
    """What else keeps the machine busy; Windows does not say."""
    return f"; load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--only", action="append", choices=BENCHMARKS, help="run this benchmark; may be repeated")
    parser.add_argument("--scale", type=_positive, default=1.0, help="times the cases of a meeting, such as 0.1")
    parser.add_argument("--meetings", type=int, help="meetings of the archive, instead of each benchmark's own")
    parser.add_argument("--cases", type=int, help="cases of a meeting, instead of each benchmark's own")
    parser.add_argument("--pages", type=int, help="pages of a case, instead of each benchmark's own")
    parser.add_argument("--rounds", type=int, help="rounds of which the best counts, instead of each benchmark's own")
    parser.add_argument(
        "--bound",
        action="append",
        type=_bound,
        default=[],
        metavar="NAME=LIMIT",
        help=f"another limit, judged at any size, for one of: {', '.join(BOUNDS)}",
    )
    parser.add_argument("--archive", type=Path, metavar="FOLDER", help="only write the generated sources, and end")
    return parser


def _positive(text: str) -> float:
    number = float(text)
    if number <= 0:
        raise argparse.ArgumentTypeError("must be above zero")
    return number


def _bound(text: str) -> tuple[str, float]:
    name, _, limit = text.partition("=")
    if name not in BOUNDS:
        raise argparse.ArgumentTypeError(f"{name} has no bound; those that have: {', '.join(BOUNDS)}")
    try:
        return name, float(limit)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{limit} is no number") from None
