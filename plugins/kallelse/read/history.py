"""The commits below the sources' folder turned into the days on which each file, and the last of all, was changed."""

from __future__ import annotations

import datetime as dt
import unicodedata
from pathlib import Path

from kallelse.foreign.git import Silence, SilentError, asked
from kallelse.model.finding import Finding, Place, Severity
from kallelse.model.history import History

# Opens what is printed of a commit; no path begins so.
_COMMIT = "\x01"
_WHOLE = Place("")


def read_history(root: Path) -> tuple[History, tuple[Finding, ...]]:
    """The days of the commits of each file below `root`, as those who committed counted them.

    There are none without a repository, and none, but a finding, where there is one that cannot be read. Nor has a
    clone that lacks commits any: it would tell the day on which it was cut off of every file that is older.
    """
    try:
        if asked(root, "rev-parse", "--is-shallow-repository").strip() != "false":
            return {}, (Finding("git-shallow", _WHOLE, severity=Severity.REMARK),)
        if not _has_commits(root):
            return {}, ()
        told = asked(
            root, "log", "-z", f"--format={_COMMIT}%cs", "--name-only", "--relative", "--no-renames", "--", "."
        )
    except SilentError as silent:
        return {}, _unread(silent)
    found: dict[str, list[dt.date]] = {}
    day = dt.date.min
    for each in told.split("\0"):
        text = each.lstrip("\n")
        if text.startswith(_COMMIT):
            day = dt.date.fromisoformat(text[1:])
        elif text:
            found.setdefault(unicodedata.normalize("NFC", text), []).append(day)
    return {path: tuple(sorted(days)) for path, days in found.items()}, ()


def state_of(root: Path) -> str:
    """What tells the commits as they are from those that there were before, or why git does not tell it."""
    try:
        return asked(root, "rev-parse", "--is-shallow-repository", "HEAD")
    except SilentError as silent:
        return f"{silent.why.value} {silent.words}"


def read_last_day(root: Path) -> tuple[dt.date | None, tuple[Finding, ...]]:
    """The day of the last commit of anything below `root`, counted in the same way; None where no commit is known."""
    try:
        told = asked(root, "log", "-1", "--format=%cs", "--", ".").strip() if _has_commits(root) else ""
    except SilentError as silent:
        return None, _unread(silent)
    return dt.date.fromisoformat(told) if told else None, ()


def _has_commits(root: Path) -> bool:
    return bool(asked(root, "rev-list", "-n", "1", "--all").strip())


def _unread(silent: SilentError) -> tuple[Finding, ...]:
    """What is told where git does not say what it knows."""
    match silent.why:
        case Silence.NO_REPOSITORY:
            return ()
        case Silence.MISSING:
            return (Finding("git-missing", _WHOLE, severity=Severity.REMARK),)
        case Silence.OWNER:
            return (Finding("git-owner", _WHOLE, {"folder": silent.words}, Severity.REMARK),)
        case Silence.REFUSED:
            return (Finding("git-refused", _WHOLE, {"said": silent.words}, Severity.REMARK),)
