"""The lock files turned into .venv, which is made once and kept until what it was made from changes."""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import json
import os
import platform
import sys
import time
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import IO

import aside
import obstacles
import origins
import started

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

ROOT = Path(__file__).resolve().parent.parent

RUN, YEARBOOK, TEST = "run", "yearbook", "test"
"""The names of the locks; each installs all that those before it do, at the same versions."""

_ORDER = (RUN, YEARBOOK, TEST)

_STAMP = "kallelse.json"
"""Written last, taken away first: an environment without it is half made."""


class SetUpError(Exception):
    """What stands in the way of the environment, in words for whoever ran the script."""


def place(config: str) -> Path:
    """The archive that a script is for: the one it is called in, by its `config`, else the sample around the script."""
    try:
        here = Path.cwd()
    except OSError:
        sys.exit("The folder that this is called in is gone. Change to another and run this again.")
    around = ROOT.is_relative_to(here) and not (here / config).is_file()
    return ROOT if around or here.is_relative_to(ROOT) else here


def run(arguments: Sequence[str], root: Path = ROOT, lock: str = RUN, at: Path | None = None) -> int:
    """Runs the command `kallelse` in the folder `at` or `root`; its exit status, 1 where there is no environment."""
    if lacking := prepared(root, lock):
        return lacking
    # What a command tells to run next is typed as this script was.
    prefix = sys.argv[0].removesuffix(Path(sys.argv[0]).name)
    variables = {"KALLELSE_COMMAND": f"python {prefix}" if os.name == "nt" else prefix}
    return call(root, [str(python(root)), "-m", "kallelse", *arguments], variables, at)


def call(root: Path, command: Sequence[str], variables: Mapping[str, str] | None = None, at: Path | None = None) -> int:
    """Runs a program in the environment, from the folder `at` or `root`; its exit status, 130 when interrupted."""
    try:
        return started.status(command, at or root, within(root) | dict(variables or {}))
    except OSError as problem:
        print(f"{command[0]} cannot be started: {problem}", file=sys.stderr)
        return 1


def within(root: Path) -> dict[str, str]:
    """This process's variables, as a program of the environment is to see them."""
    # The tests run hundreds of programs, of which each would compile five hundred modules anew.
    left_out = {"PYTHONHOME", "PYTHONPATH", "__PYVENV_LAUNCHER__", "PYTHONDONTWRITEBYTECODE"}
    kept = {name: value for name, value in os.environ.items() if name not in left_out}
    path = os.pathsep.join((str(python(root).parent), kept.get("PATH", os.defpath)))
    return kept | {
        "PATH": path,
        "PYTHONUTF8": "1",
        "VIRTUAL_ENV": str(_folder(root)),
        # Material tells of MkDocs 2 at every build; mkdocs is held below 2.
        "NO_MKDOCS_2_WARNING": "1",
        "DISABLE_MKDOCS_2_WARNING": "true",
    }


def python(root: Path) -> Path:
    """The environment's own Python."""
    return _folder(root) / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def holds(root: Path, lock: str) -> bool:
    """Whether the environment is whole, and was made by this Python, in this place, from these files."""
    stamp = _stamp(root)
    enough = _ORDER[_ORDER.index(lock) :]
    return stamp.key == key(root) and not set(enough).isdisjoint(stamp.locks) and python(root).exists()


def key(root: Path) -> str:
    """What an environment is made from, as one SHA-256: Python, place, declared packages and locks."""
    declared = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    installed = {name: declared.get(name) for name in ("build-system", "project", "dependency-groups")}
    parts = [sys.version, sys.base_prefix, platform.machine(), str(root)]
    parts += [json.dumps([installed, declared.get("tool", {}).get("hatch")], sort_keys=True)]
    parts += [_lock(root, name).read_text(encoding="utf-8") for name in ("installer", *_ORDER)]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def prepared(root: Path, lock: str) -> int:
    """0 where the environment is there; else the exit status, when what stands in the way has been told."""
    try:
        ensure(root, lock)
    except SetUpError as problem:
        print(problem, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return started.INTERRUPTED
    return 0


def ensure(root: Path, lock: str) -> None:
    """Makes the environment, or adds to it what `lock` has more, unless it is there; raises SetUpError."""
    try:
        if holds(root, lock):
            return
        with _alone(root / ".cache" / "environment.lock"):
            aside.put_back(_folder(root), _STAMP)
            if not holds(root, lock):
                _make(root, lock)
    except OSError as problem:
        raise SetUpError(obstacles.told(problem, root)) from problem
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise SetUpError(f"The copy of Kallelse in {root} is damaged: {problem}\nFetch it anew.") from problem


def _make(root: Path, lock: str) -> None:
    began = time.monotonic()
    stamp = _stamp(root)
    if holds(root, RUN) and not stamp.torn:
        # Nothing that is there changes, so it serves on where this fails; but who is killed may leave half a package.
        _write(root, replace(stamp, torn=True))
        _install_packages(root, lock)
        _write(root, replace(stamp, locks=(RUN, lock)))
    else:
        if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
            raise SetUpError("Python's module venv is missing. On Debian and Ubuntu: sudo apt-get install python3-venv")
        _say("Making the environment .venv, once: some ten seconds to a minute …")
        with aside.anew(_folder(root), _STAMP):
            _do(
                root,
                [_base_python(), "-m", "venv", str(_folder(root))],
                "The environment .venv cannot be made. See to what the lines above say, and run this again.",
            )
            _install_packages(root, lock)
            _say("Installing kallelse itself …")
            _install(root, ["--no-deps", "--no-build-isolation", "-e", str(root)], {})
            _write(root, _Stamp(key(root), tuple({RUN: None, lock: None})))
    _say(f"The environment is ready after {time.monotonic() - began:.0f} seconds; the next run finds it made.")


def _install_packages(root: Path, lock: str) -> None:
    _say(f"Installing the packages of requirements/{lock}.lock …")
    told = origins.of_pip(_pip(root))
    if not _uv(root).exists():
        installer = ["--only-binary=:all:", "--require-hashes", "-r", str(_lock(root, "installer"))]
        _succeeds([*_pip_install(root, told), "--quiet", *installer])
    _install(root, ["--require-hashes", "-r", str(_lock(root, lock))], told)


def _install(root: Path, arguments: Sequence[str], told: origins.Told) -> None:
    """By uv, some six times faster; by pip where a platform has no uv or a proxy lets only pip through."""
    quiet = [] if sys.stderr.isatty() else ["--quiet"]
    if _uv(root).exists():
        more, variables = origins.for_uv(told, os.environ)
        command = [str(_uv(root)), "pip", "install", *quiet, "--python", str(python(root)), *more, *arguments]
        if _succeeds(command, variables):
            return
        if lack := obstacles.full(root):
            raise SetUpError(lack)
        _say("uv could not do it; trying with pip …")
    _do(
        root,
        [*_pip_install(root, told), *quiet, *arguments],
        "The packages could not be installed. If the lines above speak of a connection, a host or a certificate,\n"
        "this machine does not reach Python's package index: see to network, proxy and pip's settings, then try again.",
    )


def _uv(root: Path) -> Path:
    return python(root).with_name("uv.exe" if os.name == "nt" else "uv")


def _pip(root: Path) -> list[str]:
    return [str(python(root)), "-m", "pip", "--disable-pip-version-check", "--no-input"]


def _pip_install(root: Path, told: origins.Told) -> list[str]:
    # pip is asked twice, or after uv, which has tried again for itself.
    return [*_pip(root), "install", *([] if "retries" in told else ["--retries", "1"])]


def _do(root: Path, command: Sequence[str], otherwise: str) -> None:
    if not _succeeds(command):
        raise SetUpError(obstacles.full(root) or otherwise)


def _succeeds(command: Sequence[str], variables: Mapping[str, str] | None = None) -> bool:
    try:
        status = started.status(command, variables=os.environ | dict(variables or {}), inherits=True)
    except OSError as problem:
        print(problem, file=sys.stderr)
        return False
    if status in started.ENDED:
        raise SystemExit(status)
    return status == 0


def _base_python() -> str:
    """The Python that is in no environment, for on Windows an activated .venv cannot clear itself."""
    return str(getattr(sys, "_base_executable", "") or sys.executable)


def _folder(root: Path) -> Path:
    return root / ".venv"


def _lock(root: Path, name: str) -> Path:
    return root / "requirements" / f"{name}.lock"


@dataclass(frozen=True, slots=True)
class _Stamp:
    """What a whole environment was made from, the locks installed in it, and whether more was begun than they hold."""

    key: str = ""
    locks: tuple[str, ...] = ()
    torn: bool = False


def _stamp(root: Path) -> _Stamp:
    """What the environment says of itself; of one that is half made or not there, nothing."""
    try:
        read = json.loads((_folder(root) / _STAMP).read_text(encoding="utf-8"))
        return _Stamp(read["key"], tuple(read["locks"]), bool(read.get("torn")))
    except (OSError, ValueError, KeyError, TypeError):
        return _Stamp()


def _write(root: Path, stamp: _Stamp) -> None:
    """At once, so that there is no moment without a stamp."""
    fresh = _folder(root) / f"{_STAMP}.new"
    fresh.write_text(json.dumps(asdict(stamp)), encoding="utf-8")
    fresh.replace(_folder(root) / _STAMP)


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


@contextlib.contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Waits until no other script holds `path`, which the system frees however a script ends."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as file:
        if sys.platform != "win32":
            # What still installs when this process is killed holds it on.
            os.set_inheritable(file.fileno(), True)
        _hold(file)
        yield


def _hold(file: IO[str]) -> None:
    if sys.platform == "win32":
        while True:
            try:
                msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
            except OSError:
                _say("Waiting for another script that makes the environment …")
            else:
                return
    else:
        fcntl.flock(file, fcntl.LOCK_EX)
