"""A configuration turned into a site or a preview by an engine in a process of its own."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from kallelse import report
from kallelse.commands.refusal import refused
from kallelse.configured import meetings_of
from kallelse.locale import report as labels
from kallelse.read.settings import settings_ahead
from kallelse.run import Run, read_answer, to_environment

# Seconds for an engine to end by itself, and once more when it is asked to.
_PATIENCE = 20


def build(config: Path, engine: str, as_of: str, *, drafts: bool, strict: bool) -> int:
    """Builds, and tells what was built; 1 where nothing was, 2 where there is no such configuration."""
    language = settings_ahead(meetings_of(config)).language
    if not config.is_file():
        print(labels.NO_CONFIG[language].format(config=config), file=sys.stderr)
        return 2
    _end_together()
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "answer.json"
        run = Run(as_of, drafts, file)
        options = ["--strict"] if strict else []
        done = subprocess.run(  # noqa: S603
            _engine(engine, ["build", "--config-file", str(config), *options]),
            env=_environment(run),
            check=False,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
        )
        answer = read_answer(file)
    # What the engine says of its end is told below, in the language of the settings.
    print(re.sub(r"^\s*Aborted with .*$\n?", "", done.stdout, flags=re.MULTILINE).lstrip("\n"), end="")
    if done.returncode < 0:
        name = signal.Signals(-done.returncode).name
        print(labels.KILLED[language].format(signal=name), file=sys.stderr)
    if done.returncode:
        print(labels.UNPUBLISHED[language], file=sys.stderr)
        return 1
    if answer is None:
        print(labels.NO_PLUGIN[language].format(engine=engine, config=config), file=sys.stderr)
        return 1
    # The scripts say how they were called.
    command = os.environ.get("KALLELSE_COMMAND") or "kallelse "
    for line in report.summary(answer, time.monotonic() - began, command):
        print(line)
    return 0


def serve(config: Path, engine: str, as_of: str, address: str) -> int:
    """Previews until it is ended, unissued meetings included."""
    if told := _taken(address):
        language = settings_ahead(meetings_of(config)).language
        return refused("serve-taken", language, address=address, reason=told)
    arguments = ["serve", "--config-file", str(config), "--dev-addr", address]
    run = Run(as_of, drafts=True)
    _end_together()
    serving = subprocess.Popen(_engine(engine, arguments), env=_environment(run))  # noqa: S603
    try:
        return serving.wait()
    except KeyboardInterrupt:
        return 130
    except SystemExit:
        serving.terminate()
        raise
    finally:
        _ended(serving)


def _ended(serving: subprocess.Popen[bytes]) -> None:
    """Waits until the engine, which was interrupted too, has taken away what it made for itself."""
    for end in (serving.terminate, serving.kill):
        try:
            serving.wait(_PATIENCE)
        except (subprocess.TimeoutExpired, KeyboardInterrupt):
            end()
    serving.wait()


def _taken(address: str) -> str:
    """Why nothing can be served at the address, found out before a whole site is built for it; empty where it can."""
    host, _, port = address.rpartition(":")
    if not port.isdecimal():
        return ""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as opened:
        if os.name == "posix":
            # What an ended preview left behind is free; on Windows the same would share what is taken.
            opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            opened.bind((host.strip("[]"), int(port)))
        except OverflowError:
            return port
        except OSError as error:
            return error.strerror or str(error)
    return ""


def _end_together() -> None:
    """Who ends this command ends the engine with it."""
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        # Under nohup a terminal may close.
        if number is not None and signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, lambda number, _: sys.exit(128 + number))


def _engine(engine: str, arguments: list[str]) -> list[str]:
    return [sys.executable, "-m", engine, *arguments]


def _environment(run: Run) -> dict[str, str]:
    # Libraries of an engine's would read whatever file TZ names; what day it is does not depend on it.
    given = {name: value for name, value in os.environ.items() if name != "TZ"}
    return {**given, **to_environment(run), "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
