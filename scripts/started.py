"""A command turned into its exit status as a shell tells it; who ends this process ends the command with it."""

from __future__ import annotations

import contextlib
import functools
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

INTERRUPTED = 128 + signal.SIGINT

_ENDING = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))

ENDED = frozenset(128 + number for number in _ENDING)
"""The statuses of a command that was asked to end, or whose caller was: who asked wants nothing more done."""


@dataclass
class _Heard:
    """The first signal that asks this process to end while a command runs; the command is asked by each."""

    number: int = 0
    command: subprocess.Popen[bytes] | None = None

    def __call__(self, number: int, _: FrameType | None) -> None:
        self.number = self.number or number
        if self.command and not (number == signal.SIGINT and _typed()):
            self.ask(self.command, number)

    def ask(self, command: subprocess.Popen[bytes], number: int) -> None:
        # Who is interrupted waits for those that are, as a rule, interrupted with it.
        command.send_signal(signal.SIGTERM if number == signal.SIGINT else number)


def status(
    command: Sequence[str],
    at: Path | None = None,
    variables: Mapping[str, str] | None = None,
    *,
    inherits: bool = False,
) -> int:
    """Runs a command in the folder `at` and waits, also when asked to end; `inherits`: it holds open files that may be.

    The status is 128 and the number of the signal that ended the command, or that this process was asked to end by.
    """
    heard = _Heard()
    with _listening(heard):
        heard.command = subprocess.Popen(command, cwd=at, env=variables, close_fds=not inherits)
        if heard.number:
            heard.command.send_signal(heard.number)
        if sys.platform == "win32":
            _ends_with_this(heard.command)
        ended = heard.command.wait()
    if heard.number:
        return 128 + heard.number
    return 128 - ended if ended < 0 else ended


@contextlib.contextmanager
def _listening(heard: _Heard) -> Iterator[None]:
    before = {number: signal.getsignal(number) for number in _ENDING}
    # What is ignored stays so, for the command too: under nohup, a terminal that closes.
    listened = {number: handler for number, handler in before.items() if handler not in (None, signal.SIG_IGN)}
    for number in listened:
        signal.signal(number, heard)
    try:
        yield
    finally:
        for number, handler in listened.items():
            signal.signal(number, handler)


def _typed() -> bool:
    """Whether an interrupt was typed, as a rule: then the terminal has sent it to the command too."""
    if sys.platform != "win32":
        try:
            with Path("/dev/tty").open("rb", buffering=0) as terminal:
                return os.tcgetpgrp(terminal.fileno()) == os.getpgrp()
        except OSError:
            return False
    else:
        return True


if sys.platform == "win32":
    # Windows ends a process without asking it. What is in a job ends when the last handle of the job is closed, and
    # the only one is this process's.

    class _Basic(ctypes.Structure):
        """JOBOBJECT_BASIC_LIMIT_INFORMATION."""

        _fields_ = (
            ("PerProcessUserTimeLimit", ctypes.c_int64),
            ("PerJobUserTimeLimit", ctypes.c_int64),
            ("LimitFlags", wintypes.DWORD),
            ("MinimumWorkingSetSize", ctypes.c_size_t),
            ("MaximumWorkingSetSize", ctypes.c_size_t),
            ("ActiveProcessLimit", wintypes.DWORD),
            ("Affinity", ctypes.c_size_t),
            ("PriorityClass", wintypes.DWORD),
            ("SchedulingClass", wintypes.DWORD),
        )

    class _Extended(ctypes.Structure):
        """JOBOBJECT_EXTENDED_LIMIT_INFORMATION."""

        _fields_ = (
            ("BasicLimitInformation", _Basic),
            ("IoInfo", ctypes.c_uint64 * 6),
            ("ProcessMemoryLimit", ctypes.c_size_t),
            ("JobMemoryLimit", ctypes.c_size_t),
            ("PeakProcessMemoryUsed", ctypes.c_size_t),
            ("PeakJobMemoryUsed", ctypes.c_size_t),
        )

    _KILL_ON_JOB_CLOSE = 0x2000
    _EXTENDED_LIMIT_INFORMATION = 9

    @functools.cache
    def _kernel() -> ctypes.WinDLL:
        kernel = ctypes.WinDLL("kernel32")
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        kernel.CreateJobObjectW.argtypes = (wintypes.LPVOID, wintypes.LPCWSTR)
        kernel.SetInformationJobObject.argtypes = (wintypes.HANDLE, ctypes.c_int, wintypes.LPVOID, wintypes.DWORD)
        kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
        return kernel

    @functools.cache
    def _job() -> int | None:
        job: int | None = _kernel().CreateJobObjectW(None, None)
        limits = _Extended()
        limits.BasicLimitInformation.LimitFlags = _KILL_ON_JOB_CLOSE
        _kernel().SetInformationJobObject(job, _EXTENDED_LIMIT_INFORMATION, ctypes.byref(limits), ctypes.sizeof(limits))
        return job

    def _ends_with_this(command: subprocess.Popen[bytes]) -> None:
        _kernel().AssignProcessToJobObject(_job(), int(command._handle))  # type: ignore[attr-defined]
