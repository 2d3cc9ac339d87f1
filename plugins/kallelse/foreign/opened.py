"""Files that another program has open, told by what that program leaves beside them and by what the system refuses."""

from __future__ import annotations

import os
from pathlib import Path

# ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION.
_SHARING = (32, 33)
_WINDOWS = os.name == "nt"


def is_held(error: OSError, file: Path) -> bool:
    """Whether the system refused a file since another program has it open, as office programs on Windows do."""
    if getattr(error, "winerror", None) in _SHARING:
        return True
    # Windows does not tell it from missing rights where a file is only opened.
    return isinstance(error, PermissionError) and (_has_owner(file) or (_WINDOWS and file.is_file()))


def held_of(error: OSError) -> Path | None:
    """The file for which the system refused something since another program has it open; None where that is not why."""
    names = [Path(os.fsdecode(name)) for name in (error.filename2, error.filename) if isinstance(name, str | bytes)]
    for file in names:
        if file.is_dir():
            held = next((each for each in sorted(file.rglob("*")) if each.is_file() and _is_refused(each)), None)
            if held is not None and isinstance(error, PermissionError):
                return held
        elif file.exists() and is_held(error, file):
            return file
    return None


def _has_owner(file: Path) -> bool:
    """Whether the file lies beside it in which LibreOffice, Excel or Word says who has it open."""
    name = file.name
    return any(file.with_name(each).exists() for each in (f".~lock.{name}#", f"~${name}", f"~${name[2:]}"))


def _is_refused(file: Path) -> bool:
    if _has_owner(file):
        return True
    try:
        with file.open("r+b"):
            return False
    except OSError as error:
        return is_held(error, file)
