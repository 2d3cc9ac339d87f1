"""What took long to make kept in a folder, by what it was made of, so that it is made once."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable
from pathlib import Path

_CHUNK = 1 << 20


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


def kept(folder: Path, key: str, make: Callable[[Path], None]) -> Path:
    """The file kept in `folder` under `key`; `make` writes it to the path it is given where there is none.

    What is kept bears the digest of its own content in its name: a file that was damaged or written by half is made
    again. Two that make the same at once do not disturb each other. Raises what `make` raises, and OSError where the
    folder cannot be written.
    """
    for file in folder.glob(f"{key}-*.pdf"):
        if file.stem == f"{key}-{_digest(file)}":
            return file
        file.unlink(missing_ok=True)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder) as aside:
        made = Path(aside, "made.pdf")
        make(made)
        target = folder / f"{key}-{_digest(made)}.pdf"
        made.replace(target)
    return target


def _digest(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()[:16]
