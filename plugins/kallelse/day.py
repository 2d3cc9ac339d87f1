"""The day a build is asked for: from what was asked, the environment, or the sources' last commit."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from kallelse.model.finding import Finding, Place, Severity
from kallelse.read.history import read_last_day


class NoDayError(Exception):
    """A day that was asked for in a form that is none."""


# What the time stamps of compressed files can tell (RFC 1952, 2.3.1), and no earlier than those of ZIP.
_YEARS = range(1980, 2106)


def day_of(asked: str, epoch: str, root: Path, today: dt.date) -> tuple[dt.date | None, tuple[Finding, ...]]:
    """The day `asked` (YYYY-MM-DD), else of `epoch` (seconds, UTC), else of the last commit; None if there is none.

    A finding tells why the commits of a repository are not known, or that the last one bears a day after `today`: by
    that, the clock of one machine would publish what nobody else may see yet.
    """
    if asked:
        try:
            day = dt.date.fromisoformat(asked)
        except ValueError:
            raise NoDayError(asked) from None
        if day.year not in _YEARS:
            raise NoDayError(asked)
        return day, ()
    if epoch:
        try:
            day = dt.datetime.fromtimestamp(int(epoch), dt.UTC).date()
        except (ValueError, OverflowError, OSError):
            raise NoDayError(epoch) from None
        if day.year not in _YEARS:
            raise NoDayError(epoch)
        return day, ()
    last, unread = read_last_day(root)
    if last is not None and last > today:
        return None, (Finding("git-ahead", Place(""), {"day": last.isoformat()}, Severity.REMARK),)
    return last, unread


def epoch_of(day: dt.date) -> str:
    """The first second of the day (UTC), as SOURCE_DATE_EPOCH wants it."""
    return str(int(dt.datetime.combine(day, dt.time(), dt.UTC).timestamp()))
