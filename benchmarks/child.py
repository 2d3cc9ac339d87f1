"""A function turned into what it returns in a fresh process, so that no measurement warms or burdens another."""

from __future__ import annotations

import multiprocessing
import os
import sys
import tempfile
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")
_TAIL = 2000
_TIME_OF_ALL_FILES = "1577836800"


class BenchmarkError(Exception):
    """Why something could not be measured."""


def in_child(function: Callable[P, T], *arguments: P.args, **named: P.kwargs) -> T:
    """What `function` returns in a process of its own, whose output is only shown in a BenchmarkError."""
    # Typst's threads do not survive a fork.
    context = multiprocessing.get_context("spawn")
    ours, its = context.Pipe(duplex=False)
    with tempfile.TemporaryDirectory() as folder:
        said = Path(folder) / "said.txt"
        process = context.Process(target=_run, args=(its, said, function, arguments, named))
        process.start()
        its.close()
        try:
            is_good, value = ours.recv()
        except EOFError:
            is_good, value = False, "the process ended without an answer"
        process.join()
        if is_good:
            answer: T = value
            return answer
        tail = said.read_text(encoding="utf-8", errors="replace")[-_TAIL:] if said.exists() else ""
        raise BenchmarkError(f"{function.__name__}: {value}\n{tail}".rstrip())


def _run(
    answer: Connection,
    said: Path,
    function: Callable[..., object],
    arguments: tuple[object, ...],
    named: dict[str, object],
) -> None:
    os.environ.update(NO_MKDOCS_2_WARNING="1", SOURCE_DATE_EPOCH=_TIME_OF_ALL_FILES)
    with said.open("wb") as file:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
            os.dup2(file.fileno(), stream.fileno())
        try:
            answer.send((True, function(*arguments, **named)))
        except BenchmarkError as problem:
            answer.send((False, str(problem)))
        except Exception:  # noqa: BLE001 the parent tells it, whatever it is
            answer.send((False, traceback.format_exc()))
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
