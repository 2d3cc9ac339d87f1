"""What the system refuses, turned into words for whoever ran a script: what is wrong, and what to do."""

from __future__ import annotations

import contextlib
import errno
import os
import shlex
import shutil
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

if sys.platform != "win32":
    import pwd

_FORBIDDEN = frozenset((errno.EACCES, errno.EPERM, errno.EROFS))
_FULL = frozenset((errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)))

# What is left of a disk that was too small: what did not fit is taken away again.
_NO_ROOM = 50_000_000


def told(problem: OSError, root: Path) -> str:
    """Why nothing can be installed in the working copy `root`."""
    place = Path(problem.filename) if isinstance(problem.filename, str) else root
    if problem.errno in _FULL:
        return _full(place)
    if problem.errno in _FORBIDDEN:
        return _forbidden(place, root)
    return f"Kallelse cannot be installed in {root}: {problem}\nSee to that and run this again."


def full(root: Path) -> str:
    """Which disk of those that an installation writes to has no room left; empty where all have."""
    for folder in _written(root):
        with contextlib.suppress(OSError):
            if shutil.disk_usage(folder).free < _NO_ROOM:
                return _full(folder)
    return ""


def _written(root: Path) -> Iterable[Path]:
    yield root
    with contextlib.suppress(OSError):
        yield Path(tempfile.gettempdir())
    with contextlib.suppress(RuntimeError):
        yield Path.home()


def _full(place: Path) -> str:
    return f"The disk is full: there is no room left for {place}.\nMake room, some 1 GB, and run this again."


if sys.platform == "win32":

    def _forbidden(place: Path, _: Path) -> str:
        return (
            f"Kallelse has to install packages, but {place} may not be written, or is in use.\n"
            "End what runs from there (a preview, a terminal where it is activated, an editor) and run this again."
        )

else:

    def _forbidden(place: Path, root: Path) -> str:
        inside = (folder for folder in (place, *place.parents) if folder.is_relative_to(root))
        there = (folder for folder in inside if os.path.lexists(folder))
        refused = next((folder for folder in there if not os.access(folder, os.W_OK)), place)
        what = f"Kallelse has to install packages, but {refused} may not be written"
        me, its, whole = os.geteuid(), _owner(refused), _owner(root)
        if its == me:
            return f"{what}.\nAllow it (chmod u+w), or use a copy of Kallelse in a folder that may be."
        what = f"{what} by {_name(me)}: it belongs to {_name(its)}."
        if whole == me:
            return f"{what}\nMake it yours: sudo chown -R {_name(me)} {shlex.quote(str(root))}"
        return f"{what}\nLet {_name(whole)} run this once, or use a copy of Kallelse of your own."

    def _owner(place: Path) -> int:
        try:
            return place.lstat().st_uid
        except OSError:
            return os.geteuid()

    def _name(user: int) -> str:
        try:
            return pwd.getpwuid(user).pw_name
        except KeyError:
            return str(user)
