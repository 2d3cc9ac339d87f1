"""What took long to make kept in a folder, by what it was made of, so that it is made once."""

from __future__ import annotations

import contextlib
import hashlib
import os
import platform
import tempfile
from collections.abc import Callable
from functools import cache
from importlib.metadata import version
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent
_MADE = "made"
# The packets of a branch that is built once a month are still there. Texts are soon read and made into pages again, and
# those that are asked for no more may have become confidential.
_DAY = 24 * 3600
_LASTS, _TEXTS_LAST = 60 * _DAY, _DAY
_TEXTS = (".cases", ".pages", ".index")
_PARTS = (".py", ".typ", ".html", ".otf", ".ttf", ".json")


def folder_of(root: Path) -> Path:
    """Where things are kept for the sources below `root`; whoever deletes it loses nothing but time."""
    return root.parent / ".cache" / "kallelse"


@cache
def programs(*libraries: str) -> str:
    """The versions of `libraries`, and the package's content, which may be changed in place."""
    return " ".join((_package(), platform.python_version(), *(f"{name} {version(name)}" for name in libraries)))


@cache
def _package() -> str:
    digest = hashlib.sha256()
    for file in sorted(each for each in _PACKAGE.rglob("*") if each.suffix in _PARTS):
        digest.update(file.relative_to(_PACKAGE).as_posix().encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def stamp_of(file: Path) -> tuple[int, ...]:
    """What the system says of a file, which is another once it is written anew; empty where there is none."""
    try:
        told = file.stat()
    except OSError:
        return ()
    return told.st_mtime_ns, told.st_size, told.st_ino


def key_of(file: Path, *others: str) -> str:
    """A key for what is made of `file` and of whatever else it depends on, such as versions."""
    with file.open("rb") as opened:
        digest = hashlib.file_digest(opened, "sha256")
    for other in others:
        digest.update(b"\0" + other.encode())
    return digest.hexdigest()


def found(folder: Path, key: str, ending: str) -> Path | None:
    """The file kept in `folder` under `key`; None where there is none.

    What is kept bears the digest of its own content in its name: a file that was damaged or written by half is none,
    nor is one that cannot be read, or that another build takes away at this moment.
    """
    for file in _under(folder, key, ending):
        with contextlib.suppress(OSError):
            if not file.is_symlink() and file.is_file() and file.name == f"{key}-{_digest(file)}{ending}":
                # That it was of use is told to `forget`; where nothing can be written, nothing is forgotten either.
                with contextlib.suppress(OSError):
                    os.utime(file)
                return file
            file.unlink()
    return None


def seems_kept(folder: Path, key: str, ending: str) -> bool:
    """Whether something is kept in `folder` under `key`, be it whole or not."""
    return bool(_under(folder, key, ending))


def _under(folder: Path, key: str, ending: str) -> list[Path]:
    """All that is kept under `key`, whole or not."""
    shelf = folder / key[:2]
    try:
        with os.scandir(shelf) as entries:
            names = sorted(each.name for each in entries)
    except OSError:
        return []
    return [shelf / name for name in names if name.startswith(f"{key}-") and name.endswith(ending)]


def forget(folder: Path, now: float) -> None:
    """Takes away what has long been of no use; `now` in seconds since 1970."""
    for parent, _, names in os.walk(folder):
        for file in (Path(parent, name) for name in names):
            lasts = _TEXTS_LAST if file.suffix in _TEXTS else _LASTS
            # Another build may do the same.
            with contextlib.suppress(OSError):
                if file.stat().st_mtime < now - lasts:
                    file.unlink()


def keep(folder: Path, key: str, ending: str, write: Callable[[Path], object], *, alone: bool = False) -> Path:
    """What `write` writes to the path that it is given, kept in `folder` under `key`, `alone`: instead of what was.

    Two that keep the same at once do not disturb each other. Raises what `write` raises, and OSError where the folder
    cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder, prefix=_MADE) as aside:
        made = Path(aside, _MADE + ending)
        write(made)
        shelf = folder / key[:2]
        shelf.mkdir(exist_ok=True)
        kept = made.replace(shelf / f"{key}-{_digest(made)}{ending}")
    for other in _under(folder, key, ending) if alone else ():
        if other != kept:
            with contextlib.suppress(OSError):
                other.unlink()
    return kept


def keep_if_possible(
    folder: Path, key: str, ending: str, write: Callable[[Path], object], *, alone: bool = False
) -> None:
    """The same for what is only spared from being made again: where nothing can be kept, only time is lost."""
    with contextlib.suppress(OSError):
        keep(folder, key, ending, write, alone=alone)


def _digest(file: Path) -> str:
    return key_of(file)[:16]
