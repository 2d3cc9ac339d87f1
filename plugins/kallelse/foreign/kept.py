"""What took long to make kept in a folder, by what it was made of, so that it is made once."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable
from pathlib import Path

_CHUNK = 1 << 20
_MADE = "made"


def folder_of(root: Path) -> Path:
    """Where things are kept for the sources below `root`; whoever deletes it loses nothing but time."""
    return root.parent / ".cache" / "kallelse"


def key_of(file: Path, *others: str) -> str:
    """A key for what is made of `file` and of whatever else it depends on, such as versions."""
    digest = hashlib.sha256()
    with file.open("rb") as opened:
        while chunk := opened.read(_CHUNK):
            digest.update(chunk)
    for other in others:
        digest.update(b"\0" + other.encode())
    return digest.hexdigest()


def found(folder: Path, key: str, ending: str) -> Path | None:
    """The file kept in `folder` under `key`; None where there is none.

    What is kept bears the digest of its own content in its name: a file that was damaged or written by half is none.
    """
    for file in sorted(folder.glob(f"{key}-*{ending}")):
        if file.name == f"{key}-{_digest(file)}{ending}":
            return file
        file.unlink(missing_ok=True)
    return None


def keep(folder: Path, key: str, ending: str, write: Callable[[Path], None]) -> Path:
    """What `write` writes to the path that it is given, kept in `folder` under `key`.

    Two that keep the same at once do not disturb each other. Raises what `write` raises, and OSError where the folder
    cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder, prefix=_MADE) as aside:
        made = Path(aside, _MADE + ending)
        write(made)
        return made.replace(folder / f"{key}-{_digest(made)}{ending}")


def _digest(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()[:16]
