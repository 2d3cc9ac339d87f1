"""A folder made anew where it is, while the one before, whole by its mark, stands aside to come back if that fails."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path


@contextlib.contextmanager
def anew(folder: Path, mark: str) -> Iterator[None]:
    """Gives an empty `folder` to make something whole in; its `mark` is a file, written last and taken away first."""
    place, before = _places(folder)
    _remove(before, mark)
    # An environment names its own place in many files, so none can be made elsewhere and moved in.
    if (place / mark).exists():
        place.rename(before)
    else:
        _remove(place, mark)
    place.mkdir(parents=True)
    try:
        yield
    except BaseException:
        # What cannot be put back now, since a program still holds files there, is by the next run.
        with contextlib.suppress(OSError):
            put_back(folder, mark)
        raise
    with contextlib.suppress(OSError):
        _remove(before, mark)


def put_back(folder: Path, mark: str) -> None:
    """Puts back the one of before, where what is in its place is not whole: so does who is killed leave it."""
    place, before = _places(folder)
    if (before / mark).exists() and not (place / mark).exists():
        _remove(place, mark)
        before.rename(place)
        print(f"What was in {place} before is back there.", file=sys.stderr, flush=True)


def _places(folder: Path) -> tuple[Path, Path]:
    """Where the folder is, also where a link leads there, and where the one of before stands, on the same disk."""
    place = Path(os.path.realpath(folder))
    return place, place.with_name(f"{place.name}.before")


def _remove(folder: Path, mark: str) -> None:
    if folder.exists():
        (folder / mark).unlink(missing_ok=True)
        try:
            shutil.rmtree(folder)
        except OSError as problem:
            # It names a file without the folder that it is in.
            problem.filename = str(folder)
            raise
