"""The commits below the sources' folder turned into the days on which each file was changed."""

from __future__ import annotations

import datetime as dt
import subprocess
import unicodedata
from pathlib import Path

from kallelse.model.history import History

# Opens what is printed of a commit; no path begins so.
_COMMIT = "\x01"


def read_history(root: Path) -> History:
    """The days of the commits of each file below `root`, as those who committed counted them; empty without git.

    A clone that does not have all commits has none of these days either: it would tell the day on which it was cut off
    of every file that is older.
    """
    if _git(root, "rev-parse", "--is-shallow-repository").strip() != "false":
        return {}
    told = _git(root, "log", "-z", f"--format={_COMMIT}%cs", "--name-only", "--relative", "--no-renames", "--", ".")
    found: dict[str, list[dt.date]] = {}
    day = dt.date.min
    for each in told.split("\0"):
        text = each.lstrip("\n")
        if text.startswith(_COMMIT):
            day = dt.date.fromisoformat(text[1:])
        elif text:
            found.setdefault(unicodedata.normalize("NFC", text), []).append(day)
    return {path: tuple(sorted(days)) for path, days in found.items()}


def _git(root: Path, *arguments: str) -> str:
    try:
        command = ["git", "-C", str(root), *arguments]
        done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603
    except FileNotFoundError:
        return ""
    return done.stdout.decode("utf-8", "surrogateescape") if done.returncode == 0 else ""
