"""What ends a script: whoever asks it to end has ended what it started, and learns how."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import started

from tests.tools.waiting import until

_SCRIPTS = Path(__file__).resolve().parent.parent / "scripts"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows ends a process without asking it")

_SCRIPT = """
import signal, sys
from pathlib import Path
import environment

IGNORED = sys.argv[2:]
for name in IGNORED:
    signal.signal(getattr(signal, name), signal.SIG_IGN)
sys.exit(environment.call(Path.cwd(), [sys.executable, "-c", sys.argv[1]]))
"""

# Says when it has begun, and some time after a signal which ones it was sent.
_TELLING = """
import signal, sys, time
from pathlib import Path

heard = []

for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
    if signal.getsignal(number) != signal.SIG_IGN:
        signal.signal(number, lambda number, _: heard.append(signal.Signals(number).name))
Path("begun").touch()
while not heard and not Path("go").exists():
    time.sleep(0.05)
if not heard:
    sys.exit(7)
end = time.monotonic() + 0.5
while time.monotonic() < end:
    time.sleep(0.05)
Path("told").write_text(" ".join(heard))
sys.exit(3)
"""

_DEAF = """
import os, time
from pathlib import Path
Path("begun").write_text(str(os.getpid()))
time.sleep(90)
"""


@contextlib.contextmanager
def _script(
    folder: Path, command: str, *ignored: str, terminal: int | None = None
) -> Iterator[subprocess.Popen[bytes]]:
    """A script that has started a command, in a session of its own."""
    script = _SCRIPT
    if terminal is not None:
        script = "import fcntl, termios\nfcntl.ioctl(0, termios.TIOCSCTTY, 0)\n" + script
    # What is started in the background is told to ignore interrupts, and under nohup that a terminal closes.
    heeding = "import signal\nsignal.signal(signal.SIGINT, signal.default_int_handler)\n"
    script = heeding + "signal.signal(signal.SIGHUP, signal.SIG_DFL)\n" + script
    with subprocess.Popen(
        [sys.executable, "-c", script, command, *ignored],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(_SCRIPTS)},
        stdin=terminal,
        start_new_session=True,
    ) as process:
        try:
            until((folder / "begun").exists)
            yield process
        finally:
            process.kill()


@pytest.mark.parametrize(("name", "status"), [("SIGTERM", 143), ("SIGHUP", 129), ("SIGINT", 130)])
def test_who_ends_a_script_ends_what_it_started(tmp_path: Path, name: str, status: int) -> None:
    with _script(tmp_path, _DEAF) as process:
        until(lambda: bool((tmp_path / "begun").read_text("utf-8")))
        process.send_signal(getattr(signal, name))
        assert process.wait(30) == status
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "begun").read_text("utf-8")), 0)


@pytest.mark.parametrize(
    ("name", "told", "status"), [("SIGTERM", "SIGTERM", 143), ("SIGHUP", "SIGHUP", 129), ("SIGINT", "SIGTERM", 130)]
)
def test_a_script_waits_for_what_it_started_to_tidy_up(tmp_path: Path, name: str, told: str, status: int) -> None:
    with _script(tmp_path, _TELLING) as process:
        process.send_signal(getattr(signal, name))
        assert process.wait(30) == status
    assert (tmp_path / "told").read_text("utf-8").split() == [told]


def test_what_is_typed_is_not_passed_on_for_the_terminal_tells_both(tmp_path: Path) -> None:
    typed, terminal = os.openpty()
    try:
        with _script(tmp_path, _TELLING, terminal=terminal) as process:
            os.write(typed, b"\x03")
            assert process.wait(30) == 130
    finally:
        os.close(typed)
        os.close(terminal)
    assert (tmp_path / "told").read_text("utf-8").split() == ["SIGINT"]


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_what_a_script_is_told_to_ignore_ends_nothing(tmp_path: Path, name: str) -> None:
    """As under nohup, where a terminal may close."""
    with _script(tmp_path, _TELLING, name) as process:
        process.send_signal(getattr(signal, name))
        (tmp_path / "go").touch()
        assert process.wait(30) == 7
    assert not (tmp_path / "told").exists()


@pytest.mark.parametrize(
    ("command", "status"),
    [
        ("import sys; sys.exit(5)", 5),
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", 137),
        ("import os, signal; os.kill(os.getpid(), signal.SIGTERM)", 143),
    ],
)
def test_a_status_is_what_a_shell_tells(command: str, status: int) -> None:
    before = signal.getsignal(signal.SIGTERM)
    assert started.status([sys.executable, "-c", command]) == status
    assert signal.getsignal(signal.SIGTERM) == before


_INSTALLING = """
import sys
from pathlib import Path
import environment

with environment._alone(Path("lock")):
    environment._succeeds([sys.executable, "-c", sys.argv[1]])
"""


def test_what_still_installs_when_its_script_is_killed_is_waited_for(tmp_path: Path) -> None:
    lock = "import fcntl, sys\nfcntl.flock(open('lock', 'a'), fcntl.LOCK_EX | fcntl.LOCK_NB)"

    def free() -> bool:
        return (
            subprocess.run([sys.executable, "-c", lock], cwd=tmp_path, capture_output=True, check=False).returncode == 0
        )

    command = [sys.executable, "-c", _INSTALLING, _TELLING]
    with subprocess.Popen(command, cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(_SCRIPTS)}) as process:
        until((tmp_path / "begun").exists)
        process.kill()
    assert not free()
    (tmp_path / "go").touch()
    until(free)


def test_who_ends_an_installation_is_not_offered_another(tmp_path: Path) -> None:
    script = _INSTALLING + 'Path("went-on").touch()\n'
    command = [sys.executable, "-c", script, _DEAF]
    with subprocess.Popen(command, cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(_SCRIPTS)}) as process:
        until((tmp_path / "begun").exists)
        process.terminate()
        assert process.wait(30) == 143
    assert not (tmp_path / "went-on").exists()
